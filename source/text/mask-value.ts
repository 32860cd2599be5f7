const opener = /\$?(\\*)(["'`])/y;
// A comma or a bracket may be a part of a password, so only what ends a word in a shell ends a value.
const bare = /(?:\\[^"'`]|(?!\$\()[^\s"'`;&|\\])+/y;
// JSON and Python go on with a comma or a bracket after a quoted text, a shell with a word.
const wordAfterQuote = /(?![,)\]}])(?:\\[^"'`]|(?!\$\()[^\s"'`;&|\\])+/y;
/** Characters of a list or a mapping that is a value. */
const longestList = 1000;
export const closerOf: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** What a shape finds exactly at a place. */
export const matchAt = (shape: RegExp, text: string, at: number): RegExpExecArray | null => {
	shape.lastIndex = at;
	return shape.exec(text);
};

/** Where a text in quotes ends, quotes included; undefined where the quote is never closed. */
export const quotedEnd = (text: string, contentAt: number, closer: string): number | undefined => {
	let at = text.indexOf(closer, contentAt);
	while (at > contentAt && text[at - 1] === '\\') {
		at = text.indexOf(closer, at + 1);
	}
	return at === -1 ? undefined : at + closer.length;
};

/** Where a value ends, and the quotes around it, where it is one quoted text; `unclosed` is the quote that never ends it. */
export type Value = {
	readonly end: number;
	readonly open: string;
	readonly close: string;
	readonly unclosed: string | undefined;
};
/** Whether a quote is open at a place. */
export type IsOpen = (quote: string, at: number) => boolean;

const wordEnd = (shape: RegExp, text: string, at: number): number => at + (matchAt(shape, text, at)?.[0].length ?? 0);

/** Behind the bracket that closes the one at a place; undefined where none does before `until`. */
const bracketEnd = (text: string, at: number, until: number): number | undefined => {
	const open = text[at] ?? '';
	const close = closerOf[open];
	if (close === undefined) {
		return undefined;
	}
	let depth = 0;
	for (let next = at; next < Math.min(until, text.length); next += 1) {
		depth += text[next] === open ? 1 : text[next] === close ? -1 : 0;
		if (depth === 0) {
			return next + 1;
		}
	}
	return undefined;
};

/** Where the value that begins at `start` ends: words and quoted texts without a space between, as in `'a'b"c d"`. */
export const valueAt = (text: string, start: number, isOpen: IsOpen): Value => {
	const [open, backslashes = '', quote = ''] = matchAt(opener, text, start) ?? [];
	const close = backslashes + quote;
	const unclosed = (closer: string): Value => ({ end: text.length, open: '', close: '', unclosed: closer });
	const firstEnd =
		open === undefined
			? Math.max(wordEnd(bare, text, start), wordEnd(bare, text, bracketEnd(text, start, start + longestList) ?? start))
			: quotedEnd(text, start + open.length, close);
	if (firstEnd === undefined) {
		return unclosed(close);
	}
	let end = open === undefined ? firstEnd : wordEnd(wordAfterQuote, text, firstEnd);
	for (;;) {
		if (text.startsWith('$(', end)) {
			const closed = bracketEnd(text, end + 1, text.length);
			if (closed === undefined) {
				return unclosed(')');
			}
			end = wordEnd(wordAfterQuote, text, closed);
			continue;
		}
		const [nextOpen, nextBackslashes, nextQuote = ''] = matchAt(opener, text, end) ?? [];
		// A quote that was open before the value began closes what is around it.
		if (nextOpen === undefined || nextBackslashes !== '' || isOpen(nextQuote, start)) {
			break;
		}
		const nextEnd = quotedEnd(text, end + nextOpen.length, nextQuote);
		if (nextEnd === undefined) {
			return unclosed(nextQuote);
		}
		end = wordEnd(wordAfterQuote, text, nextEnd);
	}
	const isOneQuote = open !== undefined && end === firstEnd && end > start + open.length;
	return isOneQuote ? { end, open, close, unclosed: undefined } : { end, open: '', close: '', unclosed: undefined };
};

/** Tells whether a place lies inside a pair of quotes. Places are asked for in rising order, so a text is scanned once. */
export const quoteTracker = (text: string): IsOpen => {
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
