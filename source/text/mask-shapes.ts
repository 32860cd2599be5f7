import { commandFlags, keyPairs, tokenShapes, userFlags } from '../tables/masks.ts';
import { behindHints, maskBehind } from './mask-behind.ts';
import { maskSign } from './mask-sign.ts';
import { quoteTracker, valueAt } from './mask-value.ts';

// A key without its end (a cut text) is hidden to the end of the text. Line breaks inside may be real, or written as \n.
const privateKeys =
	/(-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----)[\s\S]*?(-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g;

// Up to the last @ before a slash, and past slashes where a colon that begins no port says that a password is under way.
// A user alone is hidden too: it may be a token.
const userInfo =
	/(?<![a-z0-9+.-])([a-z][a-z0-9+.-]{0,30}:\/\/)(?:[^\s/:@"'`]{0,256}:(?!\d+(?:[/?#]|$))[^\s"'`<>]{0,256}|[^\s/?#"'`<>\\]+)@/gi;

/** No token begins within a word: the `sk-` of `risk-score` is none. */
const wordStart = String.raw`(?<![\w.-])`;
const tokens = new RegExp(`${wordStart}(?:${tokenShapes.map(({ begins, rest }) => begins + rest).join('|')})`, 'g');
const pairs = keyPairs.map(
	({ id, secret }) =>
		new RegExp(
			String.raw`${wordStart}(${id}[\s\S]{0,120}?)(?<![A-Za-z0-9/+])(?=[a-z/+]*[A-Z0-9])${secret}(?![A-Za-z0-9/+=])`,
			'g',
		),
);
const besides = keyPairs.map(({ secret }) => new RegExp(`(?<![A-Za-z0-9/+])${secret}(?![A-Za-z0-9/+=])`, 'g'));

// `Bearer abc123`, also where no name stands before it; "Basic authentication" is none.
const bearers = /(?<![\w-])((?:bearer|basic)[ \t]{1,9})(?=[\w.~+/=-]{0,400}?\d|[\w.~+/=-]{24})[\w.~+/=-]{8,}/gi;

const space = String.raw`(?:[ \t]|\\\r?\n){1,80}`;
const userPairs = new RegExp(
	String.raw`(?<![\w-])(?:(?:${userFlags.join('|')})(?:=|${space}|["'],?\s{0,80}(?=["']))|-u(?=["']?[A-Za-z]))(?:["']?)(?<user>[^\s:"'${'`'}=/]{1,128}):`,
	'g',
);

/** Values of `-u user:password`, but for two numbers, which are ids of a user and a group. */
const maskUserPairs = (text: string): string => {
	const isOpen = quoteTracker(text);
	const parts: string[] = [];
	let done = 0;
	for (const { index, 0: found, groups } of text.matchAll(userPairs)) {
		const start = index + found.length;
		const quote = /["'](?=[^"']*$)/.exec(found)?.[0];
		const closed = quote === undefined ? -1 : text.indexOf(quote, start);
		const end = closed === -1 ? valueAt(text, start, isOpen).end : closed;
		const value = text.slice(start, end);
		if (start >= done && value !== '' && !/^\d+:\d+$/.test(`${groups?.user}:${value}`)) {
			parts.push(text.slice(done, start), maskSign);
			done = end;
		}
	}
	return [...parts, text.slice(done)].join('');
};

/** Characters of a command in which its flags are looked for. */
const longestCommand = 800;
const commandEnd = /[;|&]|(?<!\\)\r?\n/;
const commands = commandFlags.map(({ command, flag, joined }) => ({
	begin: new RegExp(String.raw`${wordStart}${command}(?=[ \t]|\\\r?\n)`, 'g'),
	flag: new RegExp(String.raw`(?:[ \t]|\\\r?\n)${flag}${joined ? '' : `(?:=|${space})?`}(?=[^\s=-])`, 'g'),
}));

/** Values of short flags that are secret for some commands only: `mysql -pX`. */
const maskCommandFlags = (text: string, { begin, flag }: (typeof commands)[number]): string => {
	const isOpen = quoteTracker(text);
	const parts: string[] = [];
	let done = 0;
	let read = 0;
	for (const { index, 0: found } of text.matchAll(begin)) {
		const from = Math.max(read, index + found.length);
		const ahead = text.slice(from, index + found.length + longestCommand);
		const rest = ahead.slice(0, commandEnd.exec(ahead)?.index);
		for (const { index: at, 0: name } of rest.matchAll(flag)) {
			const start = from + at + name.length;
			const { end, open, close } = valueAt(text, start, isOpen);
			if (start >= done && end > start) {
				parts.push(text.slice(done, start), open, maskSign, close);
				done = end;
			}
		}
		read = from + rest.length;
	}
	return [...parts, text.slice(done)].join('');
};

// What each kind of shape begins with, from the same tables: a quick no for nearly every text.
const tokenBegins = `${wordStart}(?:${tokenShapes.map(({ begins }) => begins).join('|')})`;
const flagBegins = String.raw`(?:^|[\s"'])(?:${[...userFlags, ...commandFlags.map(({ flag }) => flag)].join('|')})`;
const bearerBegins = '[Bb][Ee][Aa][Rr][Ee][Rr]|[Bb][Aa][Ss][Ii][Cc]';
const mayHoldFlags = new RegExp(flagBegins);
const mayHoldToken = new RegExp(tokenBegins);
const mayHoldBearer = new RegExp(bearerBegins);

/** Whether a text may hold any of the shapes, but for private keys, which the names tell as well. */
export const shapeHint = new RegExp(['://', tokenBegins, bearerBegins, flagBegins, behindHints].join('|'));

const maskFlags = (text: string): string =>
	mayHoldFlags.test(text) ? commands.reduce(maskCommandFlags, maskUserPairs(text)) : text;
const maskTokens = (text: string): string =>
	mayHoldToken.test(text)
		? pairs.reduce((masked, pair) => masked.replace(pair, `$1${maskSign}`), text).replace(tokens, maskSign)
		: text;
const maskBearers = (text: string): string =>
	mayHoldBearer.test(text) ? text.replace(bearers, `$1${maskSign}`) : text;

/** The text without secrets that tell by their shape, or by the flag before them, what they are; whatever the names around them. */
export const maskShapes = (text: string): string =>
	maskBehind(
		maskFlags(
			maskBearers(maskTokens(text.replace(privateKeys, `$1${maskSign}$2`).replace(userInfo, `$1${maskSign}@`))),
		),
	);

/** Hides what looks like the secret of an access key: for the line behind one that ends with the id. */
export const maskPairSecrets = (text: string): string =>
	besides.reduce((masked, secret) => masked.replace(secret, maskSign), text);

const idAtEnd = new RegExp(`${wordStart}(?:${keyPairs.map(({ id }) => id).join('|')})[^A-Za-z0-9]{0,20}$`);
/** Whether the text ends with the id of an access key, so that its secret may follow. */
export const endsWithKeyId = (text: string): boolean => idAtEnd.test(text);
