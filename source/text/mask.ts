import { isSecretName, secretHint } from './secret-names.ts';

/** What stands where a secret was. */
export const maskSign = '••••';

// A key without its end (a cut text) is hidden to the end of the text. Line breaks inside may be real, or written as \n.
const privateKeys = /(-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----)[\s\S]*?(-----END [A-Z0-9 ]{0,40}PRIVATE KEY-----|$)/g;

// Up to the last @ before a slash, and past slashes where a colon that begins no port says that a password is under way.
// A user alone is hidden too: it may be a token.
const userInfo =
	/(?<![a-z0-9+.-])([a-z][a-z0-9+.-]{0,30}:\/\/)(?:[^\s/:@"'`]{0,256}:(?!\d+(?:[/?#]|$))[^\s"'`<>]{0,256}|[^\s/?#"'`<>\\]+)@/gi;

const space = String.raw`(?:[ \t]|\\\r?\n){0,80}`;
const closers = String.raw`["'\])\\]{0,8}`;
/**
 * A name and what binds a value to it, without the value, so that a name inside the value of another is found as well:
 * `NAME=`, `"name": `, `os.environ["NAME"] = `, `{"Name": "NAME", "Value": `, `get("NAME", `, and after dashes a space.
 */
const bindings = new RegExp(
	[
		// The name is taken whole or not at all: a lookahead is not entered again.
		String.raw`(?<![\w.-])(?<dashes>-*)(?=(?<name>[\w.][\w.-]*))\k<name>`,
		'(?:',
		String.raw`(?<assigned>${closers}(?:\s{0,80},\s{0,80}\\*["']value\\*["'])?${space}(?::=|=>|[+=]?=|:)${space})`,
		String.raw`|(?<listed>\\*["']${space},${space}(?=\\*["']))`,
		String.raw`|(?<spaced>(?:[ \t]|\\\r?\n){1,80}(?!-))`,
		')',
	].join(''),
	'gi',
);

const scheme = /(?:bearer|basic|token)[ \t]+/iy;
const opener = /\$?(\\*)(["'`])/y;
// A comma or a bracket may be a part of a password, so only what ends a word in a shell ends a value.
const bare = /(?:\\[^"'`]|[^\s"'`;&|\\])+/y;
// JSON and Python go on with a comma or a bracket after a quoted text, a shell with a word.
const wordAfterQuote = /(?![,)\]}])(?:\\[^"'`]|[^\s"'`;&|\\])+/y;

const matchAt = (shape: RegExp, text: string, at: number): RegExpExecArray | null => {
	shape.lastIndex = at;
	return shape.exec(text);
};

/** The end of a text in quotes that begins at `at`, quotes included; the end of everything, where the quote is never closed. */
const quotedEnd = (text: string, contentAt: number, backslashes: string, quote: string): number => {
	const closer = backslashes + quote;
	let at = text.indexOf(closer, contentAt);
	while (at > contentAt && text[at - 1] === '\\') {
		at = text.indexOf(closer, at + 1);
	}
	return at === -1 ? text.length : at + closer.length;
};

type Value = { readonly end: number; readonly open: string; readonly close: string };
type IsOpen = (quote: string, at: number) => boolean;

const wordEnd = (shape: RegExp, text: string, at: number): number => at + (matchAt(shape, text, at)?.[0].length ?? 0);

/** Where the value that begins at `start` ends: words and quoted texts without a space between, as in `'a'b"c d"`. */
const valueAt = (text: string, start: number, isOpen: IsOpen): Value => {
	const [open, backslashes = '', quote = ''] = matchAt(opener, text, start) ?? [];
	const close = backslashes + quote;
	const firstEnd =
		open === undefined ? wordEnd(bare, text, start) : quotedEnd(text, start + open.length, backslashes, quote);
	let end = open === undefined ? firstEnd : wordEnd(wordAfterQuote, text, firstEnd);
	for (;;) {
		const [nextOpen, nextBackslashes, nextQuote = ''] = matchAt(opener, text, end) ?? [];
		// A quote that was open before the value began closes what is around it.
		if (nextOpen === undefined || nextBackslashes !== '' || isOpen(nextQuote, start)) {
			break;
		}
		end = wordEnd(wordAfterQuote, text, quotedEnd(text, end + nextOpen.length, '', nextQuote));
	}
	const isOneQuote = open !== undefined && end === firstEnd && text.slice(start + open.length, end).endsWith(close);
	return isOneQuote ? { end, open, close } : { end, open: '', close: '' };
};

/** Tells whether a place lies inside a pair of quotes. Places are asked for in rising order, so a text is scanned once. */
const quoteTracker = (text: string): IsOpen => {
	const open = new Set<string>();
	let seen = 0;
	return (quote, at) => {
		for (; seen < at; seen += 1) {
			const letter = text[seen] ?? '';
			if ((letter === '"' || letter === "'") && text[seen - 1] !== '\\' && !open.delete(letter)) {
				open.add(letter);
			}
		}
		return open.has(quote);
	};
};

const bindsValue = (groups: Readonly<Record<string, string | undefined>>): boolean =>
	isSecretName(groups.name ?? '') && (groups.spaced === undefined || groups.dashes !== '');

const maskBindings = (text: string): string => {
	const isOpen = quoteTracker(text);
	const parts: string[] = [];
	let done = 0;
	for (const match of text.matchAll(bindings)) {
		const bound = match.index + match[0].length;
		// A name may stand in a hidden value, and its own value behind it: `token = get("TOKEN", "x")`.
		if (bound < done || !bindsValue(match.groups ?? {})) {
			continue;
		}
		const start = bound + (matchAt(scheme, text, bound)?.[0].length ?? 0);
		const { end, open, close } = valueAt(text, start, isOpen);
		if (end > start + open.length + close.length) {
			parts.push(text.slice(done, start), open, maskSign, close);
			done = end;
		}
	}
	parts.push(text.slice(done));
	return parts.join('');
};

const mayHoldSecret = new RegExp(`${secretHint.source}|://`, 'i');

/**
 * The text with its secrets replaced by {@link maskSign}: private keys, the user info of URLs, and the values of secret names in
 * shell, JSON, YAML and Python (`TOKEN=x`, `--password x`, `"api_key": "x"`). Rather too much is hidden than too little.
 */
export const maskText = (text: string): string =>
	mayHoldSecret.test(text)
		? maskBindings(text.replace(privateKeys, `$1${maskSign}$2`).replace(userInfo, `$1${maskSign}@`))
		: text;
