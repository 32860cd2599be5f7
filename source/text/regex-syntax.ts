/** A regular expression as a tree. Only what can be matched in linear time: no captures, look-arounds or back references. */
export type Node =
	/** One character. */
	| { readonly kind: 'letter'; readonly negated: boolean; readonly has: (letter: string) => boolean }
	| { readonly kind: 'sequence'; readonly nodes: readonly Node[] }
	| { readonly kind: 'choice'; readonly nodes: readonly Node[] }
	/** `most` is undefined where there is no limit. */
	| { readonly kind: 'repeat'; readonly node: Node; readonly least: number; readonly most: number | undefined }
	| { readonly kind: 'edge'; readonly edge: 'start' | 'end' | 'word' | 'no word' };

/** What is wrong with a pattern, as the end of a sentence. */
export class PatternProblem extends Error {}

const mostRepeats = 100;

const isDigit = (letter: string): boolean => letter >= '0' && letter <= '9';
export const isWordLetter = (letter: string): boolean => /^\w$/.test(letter);
const isSpace = (letter: string): boolean => /^\s$/.test(letter);

const classes: Readonly<Record<string, (letter: string) => boolean>> = {
	d: isDigit,
	w: isWordLetter,
	s: isSpace,
	D: letter => !isDigit(letter),
	W: letter => !isWordLetter(letter),
	S: letter => !isSpace(letter),
};
const controls: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

const letterOf = (has: (letter: string) => boolean, negated = false): Node => ({ kind: 'letter', negated, has });
const exactly = (wanted: string): Node => letterOf(letter => letter === wanted);

type Reader = {
	readonly peek: () => string | undefined;
	readonly take: () => string;
	readonly eat: (text: string) => boolean;
};

const readerOf = (pattern: string): Reader => {
	const letters = [...pattern];
	let at = 0;
	return {
		peek: () => letters[at],
		take: () => {
			const letter = letters[at];
			if (letter === undefined) {
				throw new PatternProblem('it ends too early');
			}
			at += 1;
			return letter;
		},
		eat: text => {
			const found = letters[at] === text;
			at += found ? 1 : 0;
			return found;
		},
	};
};

/** What an escaped letter means: a class of letters, or one letter. */
const readEscape = (reader: Reader): string | ((letter: string) => boolean) => {
	const letter = reader.take();
	const known = Object.hasOwn(classes, letter) ? classes[letter] : controls[letter];
	if (known !== undefined) {
		return known;
	}
	if (/[0-9A-Za-z]/.test(letter)) {
		throw new PatternProblem(`\\${letter} is not known here`);
	}
	return letter;
};

const readClassPart = (reader: Reader): ((letter: string) => boolean) => {
	const one = (): string | ((letter: string) => boolean) => {
		const letter = reader.take();
		return letter === '\\' ? readEscape(reader) : letter;
	};
	const from = one();
	if (typeof from !== 'string') {
		return from;
	}
	if (!reader.eat('-')) {
		return letter => letter === from;
	}
	if (reader.peek() === ']') {
		return letter => letter === from || letter === '-';
	}
	const to = one();
	if (typeof to !== 'string' || (to.codePointAt(0) ?? 0) < (from.codePointAt(0) ?? 0)) {
		throw new PatternProblem('a range in [ ] runs backwards');
	}
	const [low, high] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
	return letter => {
		const code = letter.codePointAt(0) ?? -1;
		return low <= code && code <= high;
	};
};

const readClass = (reader: Reader): Node => {
	const negated = reader.eat('^');
	const parts: ((letter: string) => boolean)[] = [];
	while (!reader.eat(']')) {
		parts.push(readClassPart(reader));
	}
	return letterOf(letter => parts.some(has => has(letter)), negated);
};

const readGroup = (reader: Reader): Node => {
	if (reader.eat('?') && !reader.eat(':')) {
		throw new PatternProblem('only (…) and (?:…) are known');
	}
	const node = readChoice(reader);
	if (!reader.eat(')')) {
		throw new PatternProblem('a ( is not closed');
	}
	return node;
};

const readEscaped = (reader: Reader): Node => {
	if (reader.eat('b')) {
		return { kind: 'edge', edge: 'word' };
	}
	if (reader.eat('B')) {
		return { kind: 'edge', edge: 'no word' };
	}
	const meant = readEscape(reader);
	return typeof meant === 'string' ? exactly(meant) : letterOf(meant);
};

const readAtom = (reader: Reader): Node => {
	const letter = reader.take();
	switch (letter) {
		case '(':
			return readGroup(reader);
		case '[':
			return readClass(reader);
		case '\\':
			return readEscaped(reader);
		case '.':
			return letterOf(other => other !== '\n' && other !== '\r' && other !== '\u2028' && other !== '\u2029');
		case '^':
			return { kind: 'edge', edge: 'start' };
		case '$':
			return { kind: 'edge', edge: 'end' };
		case '*':
		case '+':
		case '?':
		case '{':
		case '}':
		case ']':
			throw new PatternProblem(`a ${letter} stands where it means nothing; write \\${letter}`);
		default:
			return exactly(letter);
	}
};

const readNumber = (reader: Reader): number | undefined => {
	let digits = '';
	while (/^\d$/.test(reader.peek() ?? '')) {
		digits += reader.take();
	}
	return digits === '' ? undefined : Number(digits);
};

type Times = { readonly least: number; readonly most: number | undefined };

const readTimes = (reader: Reader): Times => {
	const least = readNumber(reader);
	const open = reader.eat(',');
	const most = open ? readNumber(reader) : least;
	if (
		least === undefined ||
		!reader.eat('}') ||
		Math.max(least, most ?? least) > mostRepeats ||
		(most ?? least) < least
	) {
		throw new PatternProblem(`{ } takes one number or two, rising, up to ${mostRepeats}`);
	}
	return { least, most };
};

const readQuantifier = (reader: Reader): Times | undefined => {
	if (reader.eat('*')) {
		return { least: 0, most: undefined };
	}
	if (reader.eat('+')) {
		return { least: 1, most: undefined };
	}
	if (reader.eat('?')) {
		return { least: 0, most: 1 };
	}
	return reader.eat('{') ? readTimes(reader) : undefined;
};

const readRepeated = (reader: Reader): Node => {
	const node = readAtom(reader);
	const times = readQuantifier(reader);
	if (times === undefined) {
		return node;
	}
	if (node.kind === 'edge') {
		throw new PatternProblem('an edge cannot be repeated');
	}
	// A lazy quantifier finds the same texts.
	reader.eat('?');
	return { kind: 'repeat', node, ...times };
};

const readSequence = (reader: Reader): Node => {
	const nodes: Node[] = [];
	while (reader.peek() !== undefined && reader.peek() !== '|' && reader.peek() !== ')') {
		nodes.push(readRepeated(reader));
	}
	return { kind: 'sequence', nodes };
};

const readChoice = (reader: Reader): Node => {
	const nodes = [readSequence(reader)];
	while (reader.eat('|')) {
		nodes.push(readSequence(reader));
	}
	return { kind: 'choice', nodes };
};

/** Reads a pattern; throws a {@link PatternProblem} for one that is not understood. */
export const readPattern = (pattern: string): Node => {
	const reader = readerOf(pattern);
	const node = readChoice(reader);
	if (reader.peek() !== undefined) {
		throw new PatternProblem('a ) closes nothing');
	}
	return node;
};
