import { stampTime, startsBefore } from '../../text/log-line.ts';
import { type KeyState, type MaskedAhead, maskLines } from '../../text/log-mask.ts';

/** Numbered lines: the number of a line is `dropped` plus its index, and stays when older ones go. */
export type Lines = { readonly lines: readonly string[]; readonly dropped: number };

/** The lines of a feed that are held, oldest first, readable, and safe for a terminal. */
export type Held = Lines & {
	/** The same lines with their secrets hidden: the same text where there is none. */
	readonly masked: readonly string[];
	/** Where the next line would stand to a private key. */
	readonly keyState: KeyState;
};

export const nothingHeld: Held = { lines: [], masked: [], dropped: 0, keyState: 'outside' };

/** The oldest lines go when there are more. */
export const mostHeld = 20_000;

/** What an answer was asked for. */
export type Asked = {
	/** Ms since the epoch; undefined asks for all. */
	readonly StartTime: number | undefined;
	/** The answer may lack older lines of its range, because it has as many lines as were asked for. */
	readonly isFull: boolean;
	/** What of it was masked before. */
	readonly ahead?: MaskedAhead;
};

/** Stands where lines are missing. */
export const gapWords = '… lines are missing here: more came at once than one answer holds';

/** How many of the first lines of `next` are the last ones of `lines`: the most that can be. Linear in the length of `next`. */
const overlap = (lines: readonly string[], next: readonly string[]): number => {
	const back: number[] = [];
	const follow = (length: number, line: string | undefined): number => {
		let matched = length;
		while (matched > 0 && (matched === next.length || next[matched] !== line)) {
			matched = back[matched - 1] ?? 0;
		}
		return next[matched] === line ? matched + 1 : 0;
	};
	next.forEach((line, index) => {
		back.push(index === 0 ? 0 : follow(back[index - 1] ?? 0, line));
	});
	return lines.slice(-next.length).reduce(follow, 0);
};

/** Times of lines are whole seconds, so the second in which the range begins is a part of it. */
const wholeSecond = (ms: number): number => Math.floor(ms / 1000) * 1000;

/** The first held line of the range that was asked for, by its index. */
const firstAskedFor = (lines: readonly string[], StartTime: number | undefined): number => {
	if (StartTime === undefined) {
		return 0;
	}
	const isBefore = startsBefore(wholeSecond(StartTime));
	const found = lines.findIndex(line => !isBefore(line));
	return found === -1 ? lines.length : found;
};

/** Whether an answer keeps to what was asked for: a line without any time, or from before, tells nothing of where it belongs. */
const keepsToRange = (next: readonly string[], StartTime: number | undefined): boolean => {
	const first = next.find(line => stampTime(line) !== undefined);
	const at = first === undefined ? undefined : stampTime(first);
	return next.length === 0 || StartTime === undefined || (at !== undefined && at >= wholeSecond(StartTime));
};

/** Whether all of these lines are in `next`, in their order: others may have come between them. */
const areWithin = (lines: readonly string[], from: number, next: readonly string[]): boolean => {
	let at = from;
	for (const line of next) {
		if (line === lines[at]) {
			at += 1;
		}
	}
	return at === lines.length;
};

/** How many of the first lines of `next` are held already. */
const knownOf = (lines: readonly string[], next: readonly string[]): number => {
	const common = overlap(lines, next);
	return common > 0 ? common : next.lastIndexOf(lines.at(-1) ?? '') + 1;
};

/** Whether nothing of an answer is held already, so that lines may be missing before it. */
export const leavesGap = ({ lines }: Lines, next: readonly string[]): boolean =>
	lines.length > 0 && knownOf(lines, next) === 0;

/** What becomes of the held lines: those before `from` stay, `next` stands behind them. */
type Join = { readonly from: number; readonly next: readonly string[] };

/**
 * Where an answer belongs. One that has all of its range is taken at its word, from the first held line of that range on: so equal
 * lines of one second are counted right, and a line that was collected late gets its place. Else it goes by the lines themselves.
 */
const join = ({ lines, dropped }: Lines, next: readonly string[], { StartTime, isFull }: Asked): Join => {
	const from = firstAskedFor(lines, StartTime);
	const reachesBack = StartTime !== undefined || dropped === 0;
	if (!isFull && reachesBack && keepsToRange(next, StartTime) && areWithin(lines, from, next)) {
		return { from, next };
	}
	const known = knownOf(lines, next);
	const isGap = known === 0 && isFull && lines.length > 0;
	return { from: lines.length, next: isGap ? [gapWords, ...next] : next.slice(known) };
};

/** The new lines behind those that stay. What was masked before stays as it is where lines are only added. */
const joined = (held: Held, { from, next }: Join, ahead: MaskedAhead | undefined): Held => {
	const stays = held.lines.slice(from);
	const isAdded = stays.every((line, index) => line === next[index]);
	if (isAdded && stays.length === next.length) {
		return held;
	}
	if (isAdded) {
		const fresh = next.slice(stays.length);
		const { lines: masked, state } = maskLines(fresh, held.keyState, ahead);
		return { ...held, lines: [...held.lines, ...fresh], masked: [...held.masked, ...masked], keyState: state };
	}
	const lines = [...held.lines.slice(0, from), ...next];
	const { lines: masked, state } = maskLines(lines, 'outside', ahead);
	return { ...held, lines, masked, keyState: state };
};

/** The number that a held line has after an answer was taken in: a line that was collected late may stand before it. */
export const numberAfter = (before: Lines, after: Lines, number: number): number => {
	const from = Math.max(before.dropped, after.dropped);
	let now = from;
	for (let was = from; was <= number; was += 1) {
		const line = before.lines[was - before.dropped];
		while (after.lines[now - after.dropped] !== line && now - after.dropped < after.lines.length) {
			now += 1;
		}
		if (now - after.dropped >= after.lines.length) {
			return number;
		}
		now += 1;
	}
	return number < from ? number : now - 1;
};

/** Takes in an answer: what is held already is left out, and the oldest lines go. The same object when nothing is new. */
export const hold = (held: Held, next: readonly string[], asked: Asked): Held => {
	const all = joined(held, join(held, next, asked), asked.ahead);
	const surplus = all.lines.length - mostHeld;
	return surplus <= 0
		? all
		: {
				...all,
				lines: all.lines.slice(surplus),
				masked: all.masked.slice(surplus),
				dropped: all.dropped + surplus,
			};
};
