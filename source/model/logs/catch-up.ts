import { stampTime } from '../../text/log-line.ts';
import type { MaskedAhead } from '../../text/log-mask.ts';
import type { LineRange } from './feed.ts';
import { type Held, hold, leavesGap, mostHeld } from './held.ts';
import type { ReadLines } from './read.ts';

/**
 * Lines of an answer that does not reach back to those that are held: more came at once than one answer has. They are kept here
 * while what lies between is asked for, from the newer end on, since an answer has the newest lines of its range.
 */
export type CatchUp = {
	readonly newer: readonly string[];
	readonly ahead: MaskedAhead;
	/** Of the question that was answered first; the others reach back as far. */
	readonly StartTime: number | undefined;
	/** Questions that may still be asked: no more than bring the lines that are held at most. */
	readonly left: number;
};

/** The time of the first line that has one. */
const firstTime = (lines: readonly string[]): number | undefined => {
	const first = lines.find(line => stampTime(line) !== undefined);
	return first === undefined ? undefined : stampTime(first);
};

/** The lines from the first one that is later than a moment on. */
const laterThan = (lines: readonly string[], moment: number): readonly string[] => {
	const at = lines.findIndex(line => (stampTime(line) ?? moment) > moment);
	return at === -1 ? [] : lines.slice(at);
};

/** What becomes of an answer: lines to take in, or a further question first. */
export type Caught =
	| { readonly kind: 'held'; readonly held: Held }
	| { readonly kind: 'asking'; readonly catchUp: CatchUp; readonly range: LineRange };

/** Both answers in one: the older has all lines of the second in which the newer began. Undefined where it brings nothing older. */
const before = (older: readonly string[], newer: readonly string[], isFull: boolean): readonly string[] | undefined => {
	const [from, until] = [firstTime(older), firstTime(newer)];
	if (from === undefined || until === undefined || from > until || (from === until && isFull)) {
		return undefined;
	}
	return [...older, ...laterThan(newer, until)];
};

/** Takes in an answer to a question; where lines are missing before it, the question for those, as long as it helps. */
export const caughtUp = (
	held: Held,
	{ lines: sent, ahead: aheadOfSent }: ReadLines,
	{
		asked,
		catchUp,
		isFull,
	}: { readonly asked: LineRange; readonly catchUp: CatchUp | undefined; readonly isFull: boolean },
): Caught => {
	const StartTime = catchUp === undefined ? asked.StartTime : catchUp.StartTime;
	const ahead = catchUp === undefined ? aheadOfSent : new Map([...catchUp.ahead, ...aheadOfSent]);
	const joined = catchUp === undefined ? sent : before(sent, catchUp.newer, isFull);
	if (joined === undefined) {
		// All in one second, or times of another zone: nothing can be asked for by time.
		return { kind: 'held', held: hold(held, catchUp?.newer ?? sent, { StartTime, isFull: true, ahead }) };
	}
	const left = catchUp?.left ?? Math.floor(mostHeld / asked.most) - 1;
	const EndTime = firstTime(joined);
	return isFull && left > 0 && EndTime !== undefined && leavesGap(held, joined)
		? {
				kind: 'asking',
				catchUp: { newer: joined, ahead, StartTime, left: left - 1 },
				range: { StartTime, EndTime, most: asked.most },
			}
		: { kind: 'held', held: hold(held, joined, { StartTime, isFull, ahead }) };
};
