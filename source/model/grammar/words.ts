/** A value as it was typed: plain or in quotes, or between slashes. `from` and `to` are places in the text. */
export type Value = {
	readonly kind: 'plain' | 'quoted' | 'regex';
	readonly text: string;
	/** Letters behind the second slash. */
	readonly flags: string;
	readonly from: number;
	readonly to: number;
	/** What is wrong with it, as a sentence. */
	readonly problem: string | undefined;
};

/** A word between spaces, taken apart. */
export type Word = {
	readonly from: number;
	readonly to: number;
	readonly negated: boolean;
	/** The name before `:` or an operator; undefined for a bare word. */
	readonly field: string | undefined;
	readonly sign: string;
	readonly values: readonly Value[];
};

const space = /\s/;
const head = /([\p{L}][\p{L}\p{N}_-]*)(:|>=|<=|!=|>|<|=)/uy;

/** The end of what begins with a quote or a slash at `from`: the place of the closing one, or of the end of the text. */
const closing = (text: string, from: number, sign: string): number => {
	let at = from + 1;
	while (at < text.length && text[at] !== sign) {
		at += text[at] === '\\' ? 2 : 1;
	}
	return Math.min(at, text.length);
};

const readQuoted = (text: string, from: number): Value => {
	const end = closing(text, from, '"');
	const open = end >= text.length;
	return {
		kind: 'quoted',
		text: text.slice(from + 1, end).replace(/\\(["\\])/g, '$1'),
		flags: '',
		from,
		to: open ? text.length : end + 1,
		problem: open ? 'the quote is not closed' : undefined,
	};
};

const readRegex = (text: string, from: number): Value => {
	const end = closing(text, from, '/');
	const open = end >= text.length;
	const [flags = ''] = /^[a-z]*/i.exec(text.slice(end + 1)) ?? [];
	return {
		kind: 'regex',
		text: text.slice(from + 1, end).replace(/\\[\s\S]/g, found => (found === '\\/' ? '/' : found)),
		flags: open ? '' : flags,
		from,
		to: open ? text.length : end + 1 + flags.length,
		problem: open ? 'the second / is missing' : undefined,
	};
};

const readPlain = (text: string, from: number, endsAtComma: boolean): Value => {
	let to = from;
	while (to < text.length && !space.test(text[to] ?? '') && !(endsAtComma && text[to] === ',')) {
		to += 1;
	}
	return { kind: 'plain', text: text.slice(from, to), flags: '', from, to, problem: undefined };
};

const readValue = (text: string, from: number, endsAtComma: boolean): Value => {
	if (text[from] === '"') {
		return readQuoted(text, from);
	}
	return text[from] === '/' ? readRegex(text, from) : readPlain(text, from, endsAtComma);
};

/** The end of the word: what sticks to a closing quote or slash belongs to it, and is wrong there. */
const stuck = (text: string, value: Value, endsAtComma: boolean): Value => {
	const rest = readPlain(text, value.to, endsAtComma);
	return rest.text === ''
		? value
		: { ...value, to: rest.to, problem: value.problem ?? `a space is missing before ${rest.text}` };
};

const readValues = (text: string, from: number, endsAtComma: boolean): readonly Value[] => {
	const values = [stuck(text, readValue(text, from, endsAtComma), endsAtComma)];
	for (let last = values[0]; endsAtComma && last !== undefined && text[last.to] === ','; last = values.at(-1)) {
		values.push(stuck(text, readValue(text, last.to + 1, true), true));
	}
	return values;
};

const readWord = (text: string, from: number): Word => {
	const negated = text[from] === '-';
	const begin = from + (negated ? 1 : 0);
	head.lastIndex = begin;
	const [opening = '', field, sign = ''] = head.exec(text) ?? [];
	const values = readValues(text, begin + opening.length, field !== undefined && sign === ':');
	return { from, to: values.at(-1)?.to ?? begin, negated, field, sign, values };
};

/** The words of a filter with their places. Total: what is wrong stands in the words. */
export const wordsOf = (text: string): readonly Word[] => {
	const words: Word[] = [];
	let at = 0;
	while (at < text.length) {
		if (space.test(text[at] ?? '')) {
			at += 1;
		} else {
			const word = readWord(text, at);
			words.push(word);
			at = Math.max(word.to, at + 1);
		}
	}
	return words;
};
