import { secretsBehind } from '../tables/masks.ts';
import { maskSign } from './mask-sign.ts';

const behind = secretsBehind.map(
	({ hint, before, secret }) => [new RegExp(hint), new RegExp(`(${before})(${secret})`, 'g')] as const,
);
/** What the text holds where any of them may be: patterns. */
export const behindHints = [...new Set(secretsBehind.map(({ hint }) => hint))].join('|');
const mayHoldBehind = new RegExp(behindHints);

/** What of a text in quotes is a quote, so that the sign stands between them. */
const quoteOf = (text: string): string => /^["']/.exec(text)?.[0] ?? '';

/** The text without secrets that have no name of their own, by what stands before them. */
export const maskBehind = (text: string): string =>
	mayHoldBehind.test(text)
		? behind.reduce(
				(masked, [hint, shape]) =>
					hint.test(masked)
						? masked.replace(shape, (_, before: string, secret: string) => {
								const quote = quoteOf(secret);
								return `${before}${quote}${maskSign}${quote !== '' && secret.length > 1 && secret.endsWith(quote) ? quote : ''}`;
							})
						: masked,
				text,
			)
		: text;
