import { stampTime } from '../../text/log-line.ts';
import { andThen, type Effect, only, type Step } from '../effect.ts';
import type { Failure } from '../failure.ts';
import { backoffDelay, halts, pollDelay } from '../poll.ts';
import type { State } from '../state.ts';
import { type Caught, caughtUp } from './catch-up.ts';
import { isReadToEnd, latenessMs } from './ended.ts';
import { mostLines } from './feed.ts';
import { refiltered, scanFurther } from './filtering.ts';
import { type Held, hold, numberAfter } from './held.ts';
import { feedOf, type LogView, shortestPeriodMs } from './log-view.ts';
import type { ReadLines } from './read.ts';

const stopTimer: Effect = { type: 'stop-timer', timer: 'logs' };

const startTimer = (range: { readonly atLeastMs: number; readonly atMostMs: number }): Effect => ({
	type: 'start-timer',
	timer: 'logs',
	...range,
});

/**
 * From the last line on, as lines tell no zone, never later than a while before the former request: whatever was there then is held.
 * Without a line everything is asked for, or all since the time that is wanted.
 */
const startTime = ({ held, answeredAsk, since }: LogView): number | undefined => {
	const last = held.lines.findLast(line => stampTime(line) !== undefined);
	const at = last === undefined ? undefined : stampTime(last);
	return at === undefined || answeredAsk === undefined
		? since?.StartTime
		: Math.max(Math.min(at, answeredAsk - latenessMs), since?.StartTime ?? 0);
};

/** Stops asking: the request on its way and the timer. */
export const stopAsking = (state: State): Step => {
	const { logs } = state;
	if (logs === undefined) {
		return only(state);
	}
	const abort: readonly Effect[] = logs.request === undefined ? [] : [{ type: 'abort-lines' }];
	return [{ ...state, logs: { ...logs, request: undefined, catchUp: undefined } }, [...abort, stopTimer]];
};

/** Asks at once, in place of a request on its way. */
export const askForLines = (state: State, at: number): Step =>
	andThen(stopAsking(state), calm => {
		const { logs } = calm;
		if (logs === undefined) {
			return only(calm);
		}
		const request = calm.lastRequest + 1;
		const range = { StartTime: startTime(logs), most: mostLines };
		return [
			{ ...calm, lastRequest: request, logs: { ...logs, request, askedAt: at, asked: range } },
			[{ type: 'fetch-lines', request, feed: feedOf(logs), range }],
		];
	});

/** The next wait: short while something comes, half as long again after each answer without news, up to the poll period. */
const nextPeriod = ({ periodMs }: LogView, hasNews: boolean, longest: number): number =>
	hasNews ? shortestPeriodMs : Math.max(shortestPeriodMs, Math.min(periodMs * 1.5, longest));

/** Asks for what lies between the lines that are held and those that came. */
const askForGap = (state: State, logs: LogView, { catchUp, range }: Extract<Caught, { kind: 'asking' }>): Step => {
	const request = state.lastRequest + 1;
	return [
		{ ...state, lastRequest: request, logs: { ...logs, request, asked: range, catchUp } },
		[{ type: 'fetch-lines', request, feed: feedOf(logs), range }],
	];
};

/** The window stays at its line, also where lines that were collected late stand before it now. */
const keptInPlace = (before: LogView, after: LogView): LogView => {
	if (before.held === after.held || after.place === undefined) {
		return after;
	}
	const { filter, place } = before;
	const was = filter === undefined ? place?.line : filter.numbers[(place?.line ?? 0) - filter.dropped];
	const now = was === undefined ? undefined : numberAfter(before.held, after.held, was);
	const at = after.filter === undefined || now === undefined ? now : after.filter.numbers.indexOf(now);
	const line = after.filter === undefined || at === undefined ? at : at + after.filter.dropped;
	return at === undefined || at < 0 || line === undefined ? after : { ...after, place: { ...after.place, line } };
};

/**
 * Whether a full answer with news ends long before its question: then it has the older lines of its range, and newer ones are still to
 * come. No page of the service says which end it keeps; where it is the newer one, this costs one question more.
 */
const endsEarly = (logs: LogView, held: Held, read: ReadLines): boolean => {
	const last = read.lines.at(-1);
	const at = last === undefined ? undefined : stampTime(last);
	const isFull = read.sent >= logs.asked.most && logs.asked.EndTime === undefined;
	return isFull && held !== logs.held && at !== undefined && at < logs.askedAt - latenessMs;
};

/** Lines came. An answer that is not the awaited one is late, and dropped here. */
export const linesArrived = (state: State, request: number, read: ReadLines): Step => {
	const { logs, settings } = state;
	if (logs?.request !== request) {
		return only(state);
	}
	const caught = caughtUp(logs.held, read, {
		asked: logs.asked,
		catchUp: logs.catchUp,
		isFull: read.sent >= logs.asked.most,
	});
	if (caught.kind === 'asking') {
		return askForGap(state, { ...logs, attempt: 0, failure: undefined }, caught);
	}
	const { held } = caught;
	const hit = logs.hit === undefined || logs.filter !== undefined ? logs.hit : numberAfter(logs.held, held, logs.hit);
	const hasNews = held !== logs.held;
	const periodMs = nextPeriod(logs, hasNews, settings.periodMs);
	const ended = isReadToEnd(logs, read, hasNews, state.clockAheadMs);
	const next: LogView = {
		...logs,
		held,
		hit,
		request: undefined,
		catchUp: undefined,
		answeredAsk: logs.askedAt,
		ended,
		periodMs,
		attempt: 0,
		failure: undefined,
	};
	const [scanned, further] = scanFurther({ ...state, logs: refiltered(logs, next) });
	const wait = endsEarly(logs, held, read) ? { atLeastMs: 0, atMostMs: 0 } : pollDelay(periodMs);
	const timer = logs.follows && !ended ? [startTimer(wait)] : [];
	return [{ ...scanned, logs: scanned.logs && keptInPlace(logs, scanned.logs) }, [...timer, ...further]];
};

/** The lines stay. What trying again cannot cure ends the following; all else is tried again later. */
export const linesFailed = (state: State, request: number, failure: Failure): Step => {
	const { logs, settings } = state;
	if (logs?.request !== request) {
		return only(state);
	}
	const attempt = logs.attempt + 1;
	// What came before the failure is shown, and what is missing before it is told.
	const { catchUp } = logs;
	const held =
		catchUp === undefined
			? logs.held
			: hold(logs.held, catchUp.newer, { StartTime: catchUp.StartTime, isFull: true, ahead: catchUp.ahead });
	const follows = logs.follows && !halts(failure);
	return [
		{
			...state,
			logs: refiltered(logs, {
				...logs,
				held,
				catchUp: undefined,
				request: undefined,
				ended: false,
				attempt,
				failure,
				follows,
			}),
		},
		follows ? [startTimer(backoffDelay(attempt, failure, settings.periodMs))] : [],
	];
};

export const logTimerFired = (state: State, at: number): Step =>
	state.logs?.follows === true && state.logs.request === undefined ? askForLines(state, at) : only(state);
