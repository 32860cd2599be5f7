import { hidden, maskOpenLine, type OpenSecret, openAfter, textOf } from './log-open.ts';
import { maskLine as maskOneLine, maskText } from './mask.ts';

/**
 * Where a line stands to a private key: outside of one, in something that looks like the middle of one whose first line is not here,
 * or behind its first line, with the rows that may still belong to it. Or to another secret that a line before left open.
 */
export type KeyState = 'outside' | 'within' | { readonly rowsLeft: number } | OpenSecret;

/** Twice the rows of the longest key in use; a program that only mentions the first line of one must not hide all that follows. */
const mostRows = 400;

/**
 * Lines masked before it is known what stands before them: those that are the same behind any line that leaves no secret open, and
 * leave none open themselves.
 */
export type MaskedAhead = ReadonlyMap<string, string>;

export type MaskedLines = { readonly lines: readonly string[]; readonly state: KeyState };

const begins = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
const ends = /^.*?-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
/** One word of base64, as a key is broken into lines, with what may stand around it in quotes, YAML or a list. */
const body = /^[\s"'|>,\\-]*([A-Za-z0-9+/]{1,100}={0,2})(?:\\n)?[\s"',\\]*$/;
/** Shorter words of base64 are names and numbers more often than parts of keys. */
const leastBody = 60;

/** A row of a key: capitals, small letters and digits in one long word. A hash or a path has not all of them, or has more. */
const isKeyRow = (line: string): boolean => {
	const word = body.exec(textOf(line))?.[1] ?? '';
	return word.length >= leastBody && /[A-Z]/.test(word) && /[a-z]/.test(word) && /\d/.test(word);
};

const couldBeKeyRow = (line: string): boolean => body.test(textOf(line));

/** A line in which a key ends: the key is hidden, what follows is read like any other text. */
const afterEnd = (line: string): string => {
	const text = textOf(line);
	const key = ends.exec(text)?.[0] ?? '';
	return hidden(line) + key.slice(key.lastIndexOf('-----END')) + maskText(text.slice(key.length));
};

const stateAfter = (line: string, before: KeyState): KeyState => {
	const lastBegin = line.lastIndexOf('-----BEGIN');
	if (lastBegin !== -1 && begins.test(line.slice(lastBegin))) {
		return ends.test(line.slice(lastBegin)) ? 'outside' : { rowsLeft: mostRows };
	}
	if (line.includes('-----END') && ends.test(line)) {
		return 'outside';
	}
	if (typeof before === 'object' && !('open' in before)) {
		return before.rowsLeft > 1 ? { rowsLeft: before.rowsLeft - 1 } : 'outside';
	}
	return isKeyRow(line) || (before === 'within' && couldBeKeyRow(line)) ? 'within' : 'outside';
};

/** Whether a key that began in another line ends in this one. */
const endsKey = (line: string): boolean => {
	if (!line.includes('-----END')) {
		return false;
	}
	const begin = line.search(begins);
	return ends.test(line) && (begin === -1 || line.indexOf('-----END') < begin);
};

/** Hides the last rows of a key whose first line is not here: they stand before the last line in `masked`. */
const hideRowsBefore = (lines: readonly string[], masked: string[]): void => {
	for (let at = masked.length - 2; at >= 0 && couldBeKeyRow(lines[at] ?? ''); at -= 1) {
		masked[at] = hidden(lines[at] ?? '');
	}
};

const maskKeyLine = (line: string, before: KeyState, after: KeyState): string | undefined => {
	if (endsKey(line)) {
		return afterEnd(line);
	}
	const isInKey = typeof before === 'object' && !('open' in before);
	return isInKey || after === 'within' ? hidden(line) : undefined;
};

type MaskedLine = { readonly line: string; readonly state: KeyState };

/** A line, and where the next one stands. A private key comes before any other secret that is open. */
const maskNext = (line: string, before: KeyState): MaskedLine => {
	const after = stateAfter(line, before);
	const ofKey = maskKeyLine(line, before, after);
	if (ofKey !== undefined || after !== 'outside') {
		return { line: ofKey ?? maskText(line), state: after };
	}
	if (typeof before === 'object' && 'open' in before) {
		const { masked, open } = maskOpenLine(line, before);
		return { line: masked, state: open ?? 'outside' };
	}
	const { text, open } = maskOneLine(line);
	return { line: text, state: openAfter(line, open) ?? 'outside' };
};

/** Masks a line ahead of its turn, and keeps it where it may be used whatever comes before. */
export const maskAhead = (line: string, ahead: Map<string, string>): void => {
	const { line: masked, state } = maskNext(line, 'outside');
	if (state === 'outside' && !ahead.has(line)) {
		ahead.set(line, masked);
	}
};

const nothingAhead: MaskedAhead = new Map();

/**
 * Lines with their secrets hidden, also those that go over several of them: private keys, whether or not the first or the last line of
 * a key is among them, and values that go on in the next line. `state` is that of what came before.
 */
export const maskLines = (
	lines: readonly string[],
	state: KeyState = 'outside',
	ahead: MaskedAhead = nothingAhead,
): MaskedLines => {
	let now = state;
	const masked: string[] = [];
	for (const line of lines) {
		const known = now === 'outside' ? ahead.get(line) : undefined;
		const next: MaskedLine = known === undefined ? maskNext(line, now) : { line: known, state: 'outside' };
		masked.push(next.line);
		if ((typeof now !== 'object' || 'open' in now) && endsKey(line)) {
			hideRowsBefore(lines, masked);
		}
		now = next.state;
	}
	return { lines: masked, state: now };
};
