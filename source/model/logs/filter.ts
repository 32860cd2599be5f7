import { compileRegex, type Matcher } from '../../text/regex.ts';
import { failed, type Result, success } from '../failure.ts';
import type { Lines } from './held.ts';

/** Which of the held lines are shown: those with a word (in any case), or those that `/a pattern/` or `/a pattern/i` finds. */
export type LogFilter = Lines & {
	/** As typed. */
	readonly text: string;
	/** The numbers that the lines have among all. */
	readonly numbers: readonly number[];
	/** The number of the next line to look at: a long log is gone through in slices, so that no key waits for it. */
	readonly next: number;
};

const patternShape = /^\/(.+)\/(i?)$/;

/** Characters that are looked at in one go: as many as take a few ms. */
const wordSlice = 2_000_000;
const patternSlice = 40_000;

const isPattern = (text: string): boolean => patternShape.test(text);

/** What finds the lines; the problem is a sentence. A text is a word until its pattern is closed. */
const matcherOf = (text: string): Result<Matcher, string> => {
	const [, pattern, flag] = patternShape.exec(text) ?? [];
	if (pattern === undefined) {
		const word = text.toLowerCase();
		return success(line => line.toLowerCase().includes(word));
	}
	const compiled = compileRegex(pattern, flag === 'i');
	return compiled.ok ? success(compiled.value) : failed(`the pattern does not work: ${compiled.problem}`);
};

/** A filter that has looked at no line yet; undefined for an empty text, which shows all. */
export const filterOf = (text: string, { dropped }: Lines): Result<LogFilter | undefined, string> => {
	if (text === '') {
		return success(undefined);
	}
	const matcher = matcherOf(text);
	return matcher.ok ? success({ text, lines: [], numbers: [], dropped: 0, next: dropped }) : matcher;
};

/** Goes on through the lines, one slice. The same object when it has seen them all. */
export const scanned = (filter: LogFilter, all: Lines): LogFilter => {
	const matcher = matcherOf(filter.text);
	const end = all.dropped + all.lines.length;
	if (!matcher.ok || filter.next >= end) {
		return filter;
	}
	const lines = [...filter.lines];
	const numbers = [...filter.numbers];
	let next = filter.next;
	let left = isPattern(filter.text) ? patternSlice : wordSlice;
	for (; next < end && left > 0; next += 1) {
		const line = all.lines[next - all.dropped] ?? '';
		left -= line.length + 1;
		if (matcher.value(line)) {
			lines.push(line);
			numbers.push(next);
		}
	}
	return { ...filter, lines, numbers, next };
};

export const isScanned = ({ next }: LogFilter, { lines, dropped }: Lines): boolean => next >= dropped + lines.length;

/** The filter after older lines were let go: its own lines keep their numbers. */
export const withoutDropped = (filter: LogFilter, { dropped }: Lines): LogFilter => {
	const kept = filter.numbers.findIndex(number => number >= dropped);
	const gone = kept === -1 ? filter.numbers.length : kept;
	const next = Math.max(filter.next, dropped);
	return gone === 0 && next === filter.next
		? filter
		: {
				...filter,
				lines: filter.lines.slice(gone),
				numbers: filter.numbers.slice(gone),
				dropped: filter.dropped + gone,
				next,
			};
};
