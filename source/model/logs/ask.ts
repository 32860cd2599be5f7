import { readableLines, stampTime } from '../../text/log-line.ts';
import { andThen, type Effect, only, type Step } from '../effect.ts';
import type { Failure } from '../failure.ts';
import { backoffDelay, halts, pollDelay } from '../poll.ts';
import type { State } from '../state.ts';
import { mostLines } from './feed.ts';
import { refiltered, scanFurther } from './filtering.ts';
import { hold } from './held.ts';
import { feedOf, type LogView, shortestPeriodMs } from './log-view.ts';

/** A line may be collected a while after it was printed. */
const latenessMs = 60_000;

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
	return [{ ...state, logs: { ...logs, request: undefined } }, [...abort, stopTimer]];
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

/** Lines came. An answer that is not the awaited one is late, and dropped here. */
export const linesArrived = (state: State, request: number, sent: readonly string[]): Step => {
	const { logs, settings } = state;
	if (logs?.request !== request) {
		return only(state);
	}
	const held = hold(
		logs.held,
		sent.flatMap(line => readableLines(line)),
		{ StartTime: logs.asked.StartTime, isFull: sent.length >= logs.asked.most },
	);
	const periodMs = nextPeriod(logs, held !== logs.held, settings.periodMs);
	const next: LogView = {
		...logs,
		held,
		request: undefined,
		answeredAsk: logs.askedAt,
		periodMs,
		attempt: 0,
		failure: undefined,
	};
	return andThen(
		[{ ...state, logs: refiltered(logs, next) }, logs.follows ? [startTimer(pollDelay(periodMs))] : []],
		scanFurther,
	);
};

/** The lines stay. What trying again cannot cure ends the following; all else is tried again later. */
export const linesFailed = (state: State, request: number, failure: Failure): Step => {
	const { logs, settings } = state;
	if (logs?.request !== request) {
		return only(state);
	}
	const attempt = logs.attempt + 1;
	const follows = logs.follows && !halts(failure);
	return [
		{ ...state, logs: { ...logs, request: undefined, attempt, failure, follows } },
		follows ? [startTimer(backoffDelay(attempt, failure, settings.periodMs))] : [],
	];
};

export const logTimerFired = (state: State, at: number): Step =>
	state.logs?.follows === true && state.logs.request === undefined ? askForLines(state, at) : only(state);
