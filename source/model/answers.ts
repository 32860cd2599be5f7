import { liveStatuses } from '../tables/statuses.ts';
import { andThen, type Effect, only, type Step } from './effect.ts';
import type { Failure } from './failure.ts';
import type { JobPage } from './job.ts';
import { showPage, showSweep } from './listing.ts';
import {
	type Ask,
	backoffDelay,
	type Fetching,
	halts,
	lateAfter,
	lateStep,
	nextLateStep,
	type Poll,
	pollsBetweenOlderCounts,
	type Sent,
} from './poll.ts';
import { countsOlder } from './query.ts';
import { exactly, fetchNow, proceed, settle, startTimer, stopTimer } from './rounds.ts';
import type { State } from './state.ts';
import { emptySweep, gather, type SweepAsk } from './sweep.ts';

const olderIsDue = (state: State): boolean =>
	state.mode.kind !== 'filter' &&
	countsOlder(state.query) &&
	(state.older === undefined || state.older.polls >= pollsBetweenOlderCounts);

const afterAnswer = (state: State): State => ({
	...state,
	older: state.older && { ...state.older, polls: state.older.polls + 1 },
	lateByMs: undefined,
	lastFailure: undefined,
});

const olderAsks: readonly Ask[] = liveStatuses.map(status => ({ kind: 'older', status }));
const olderIfDue = (state: State): readonly Ask[] => (olderIsDue(state) ? olderAsks : []);

const pageArrived = (state: State, fetching: Fetching, page: JobPage, at: number): Step => {
	const last = Math.max(1, Math.ceil(page.TotalCount / state.settings.pageSize));
	if (page.jobs.length === 0 && state.pageNumber > last) {
		return fetchNow(
			{ ...state, pageNumber: last, notice: `page ${state.pageNumber} is gone; this is the last one` },
			at,
		);
	}
	const shown = showPage(afterAnswer(state), page, at);
	return proceed(shown, { ...fetching, queue: olderIfDue(shown), attempt: 0 }, at);
};

/** Merges a page of a sweep; once all pages are in, rows that no page had any more go. */
const sweepArrived = (state: State, fetching: Fetching, ask: SweepAsk, page: JobPage, at: number): Step => {
	const { sweep, asks } = gather(fetching.sweep ?? emptySweep, ask, page, state.settings.maxJobs);
	const queue = [...fetching.queue, ...asks];
	const done = queue.length === 0 && fetching.inFlight.length === 0;
	const shown = showSweep(done ? afterAnswer(state) : state, sweep, done, at);
	// The counts that follow are no part of the sweep: they go one at a time.
	const rest = done ? { sweep: undefined, queue: olderIfDue(shown) } : { sweep, queue };
	return proceed(shown, { ...fetching, ...rest, attempt: 0 }, at);
};

const olderArrived = (state: State, fetching: Fetching, page: JobPage, at: number): Step => {
	const olderSoFar = fetching.olderSoFar + page.TotalCount;
	const counted: State = fetching.queue.length === 0 ? { ...state, older: { count: olderSoFar, polls: 0 } } : state;
	return proceed(counted, { ...fetching, olderSoFar }, at);
};

/** The request that an answer belongs to, and the round without it; undefined for a late answer, which is dropped here and nowhere else. */
const claim = (poll: Poll, request: number): { readonly sent: Sent; readonly rest: Fetching } | undefined => {
	if (poll.kind !== 'fetching') {
		return undefined;
	}
	const sent = poll.inFlight.find(candidate => candidate.request === request);
	return sent && { sent, rest: { ...poll, inFlight: poll.inFlight.filter(other => other !== sent) } };
};

export const pageAnswered = (state: State, request: number, page: JobPage, at: number): Step => {
	const claimed = claim(state.poll, request);
	if (claimed === undefined) {
		return only(state);
	}
	const { sent, rest } = claimed;
	switch (sent.ask.kind) {
		case 'page':
			return pageArrived(state, rest, page, at);
		case 'older':
			return olderArrived(state, rest, page, at);
		case 'sweep':
			return sweepArrived(state, rest, sent.ask, page, at);
	}
};

const backOff = (state: State, attempt: number, failure: Failure): Step => [
	{ ...state, lastFailure: failure, poll: { kind: 'backing-off', attempt, failure, retryAt: undefined } },
	[startTimer('poll', backoffDelay(attempt, failure, state.settings.periodMs))],
];

/** A request failed. The rows stay in every case; what differs is when, and whether, polling goes on. */
export const fetchFailed = (state: State, request: number, failure: Failure): Step => {
	const claimed = claim(state.poll, request);
	if (claimed === undefined) {
		return only(state);
	}
	const { sent, rest } = claimed;
	if (sent.ask.kind === 'older' && failure.kind !== 'throttled') {
		return settle(state, rest.afterwards, rest.requests);
	}
	const stop: readonly Effect[] =
		rest.inFlight.length > 0 ? [{ type: 'abort-fetches' }, stopTimer('slow')] : [stopTimer('slow')];
	if (halts(failure)) {
		return [{ ...state, lastFailure: failure, poll: { kind: 'halted', failure } }, stop];
	}
	if (rest.afterwards === 'pause') {
		return andThen([state, stop], calm =>
			settle({ ...calm, lastFailure: failure, notice: failure.message }, 'pause', rest.requests),
		);
	}
	return andThen([state, stop], calm => backOff(calm, rest.attempt + 1, failure));
};

/** The drawn delay of a backoff is known: the screen can name the time of the next try. */
export const retryScheduled = (state: State, firesAt: number): Step =>
	state.poll.kind === 'backing-off' ? only({ ...state, poll: { ...state.poll, retryAt: firesAt } }) : only(state);

export const pollTimerFired = (state: State, at: number): Step =>
	state.poll.kind === 'waiting' || state.poll.kind === 'backing-off' ? fetchNow(state, at) : only(state);

export const slowTimerFired = (state: State): Step =>
	state.poll.kind === 'fetching' ? only({ ...state, poll: { ...state.poll, slow: true } }) : only(state);

/** Ages the last answer in coarse steps, each with a timer of its own, so that nothing ticks. */
export const lateTimerFired = (state: State, at: number): Step => {
	if (state.listing === undefined) {
		return only(state);
	}
	const ageMs = at - state.listing.answeredAt;
	const untilLate = lateAfter(state.settings.periodMs) - ageMs;
	if (untilLate > 0) {
		return [state, [startTimer('late', exactly(untilLate))]];
	}
	const next = nextLateStep(ageMs);
	return [
		{ ...state, lateByMs: lateStep(ageMs) },
		next === undefined ? [] : [startTimer('late', exactly(Math.max(1000, next - ageMs)))],
	];
};
