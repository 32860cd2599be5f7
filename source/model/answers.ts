import { liveStatuses } from '../tables/statuses.ts';
import { noJobs } from './by-key.ts';
import { andThen, type Effect, only, type Step } from './effect.ts';
import type { Failure } from './failure.ts';
import { allShown, showGathered, showWhileSweeping } from './gathered.ts';
import type { JobPage } from './job.ts';
import { canWait, showPage, showSweep, showTouched } from './listing.ts';
import { type Ask, backoffDelay, type Fetching, halts, type Poll, pollsBetweenOlderCounts, type Sent } from './poll.ts';
import { countsOlder } from './query.ts';
import { fetchNow, proceed, settle, startTimer, stopTimer } from './rounds.ts';
import { hearClock } from './service-time.ts';
import type { State } from './state.ts';
import { emptySweep, gather, missPage, mostFailedPages, type Sweep, type SweepAsk } from './sweep.ts';
import type { TouchAsk } from './touch.ts';
import { type WatchAsk, watchAsks } from './watch/ask.ts';
import { watchedSeen } from './watch/observe.ts';

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

/** What is asked for once the rows are there. The counts come last: they are over when nothing is left to ask. */
const extrasDue = (state: State): readonly Ask[] => [...watchAsks(state), ...olderIfDue(state)];

const pageArrived = (state: State, fetching: Fetching, page: JobPage, at: number): Step => {
	const last = Math.max(1, Math.ceil(page.TotalCount / state.settings.pageSize));
	if (page.jobs.length === 0 && state.pageNumber > last && page.uncounted !== true) {
		return fetchNow(
			{ ...state, pageNumber: last, notice: `page ${state.pageNumber} is gone; this is the last one` },
			at,
		);
	}
	const shown = showPage(afterAnswer(state), page, at);
	return proceed(shown, { ...fetching, queue: extrasDue(shown), attempt: 0 }, at);
};

/** Merges a page of a sweep; once all pages are in, rows that no page had any more go. */
const sweepArrived = (state: State, fetching: Fetching, ask: SweepAsk, page: JobPage, at: number): Step => {
	const shown = state.listing?.loaded ?? noJobs;
	const { sweep, asks } = gather(fetching.sweep ?? emptySweep, ask, page, state.settings.maxJobs, shown);
	// Without a count nobody knows how many pages there are.
	const read = page.uncounted === true ? missPage(sweep) : sweep;
	return sweepOn(state, { ...fetching, queue: [...fetching.queue, ...asks], attempt: 0 }, read, at);
};

const sweepOn = (state: State, fetching: Fetching, sweep: Sweep, at: number): Step => {
	const { queue } = fetching;
	const done = queue.length === 0 && fetching.inFlight.length === 0;
	if (!done) {
		const landed = showWhileSweeping(state, sweep, at);
		return proceed(landed.state, { ...fetching, sweep: landed.sweep }, at);
	}
	const lastFailure = sweep.failedPages === 0 ? undefined : state.lastFailure;
	const shown = showSweep({ ...afterAnswer(state), lastFailure, sweptAt: at }, sweep, true, at);
	// The counts that follow are no part of the sweep: they go one at a time.
	return proceed(shown, { ...fetching, sweep: undefined, queue: extrasDue(shown) }, at);
};

/**
 * Jobs that were asked for between two sweeps: the newest ones are shown at once, the others together. A service that answers with
 * more than the ids does not know `JobIds`.
 */
const touchArrived = (state: State, fetching: Fetching, ask: TouchAsk, page: JobPage, at: number): Step => {
	if (ask.ids.length > 0 && page.TotalCount > ask.ids.length) {
		const landed = showGathered({ ...state, idsRefused: true }, fetching, at);
		return proceed(landed, { ...fetching, touched: [], queue: [] }, at);
	}
	const round: Fetching = { ...fetching, touched: [...fetching.touched, ...page.jobs], attempt: 0 };
	const done = round.queue.length === 0;
	const isFirst = fetching.requests === 1;
	if (!done && !isFirst && canWait(state, at)) {
		return proceed(state, round, at);
	}
	const shown = showTouched(done ? afterAnswer(state) : state, round.touched, isFirst, at);
	return proceed(shown, { ...round, touched: [], queue: done ? extrasDue(shown) : round.queue }, at);
};

const olderArrived = (state: State, fetching: Fetching, page: JobPage, at: number): Step => {
	const olderSoFar = fetching.olderSoFar + page.TotalCount;
	const counted: State = fetching.queue.length === 0 ? { ...state, older: { count: olderSoFar, polls: 0 } } : state;
	return proceed(counted, { ...fetching, olderSoFar }, at);
};

/** Watched jobs that no row shows. A service that answers with more than the ids does not know `JobIds`. */
const watchedArrived = (state: State, fetching: Fetching, { ids }: WatchAsk, page: JobPage, at: number): Step => {
	const strange = !state.idsRefused && page.TotalCount > ids.length;
	return andThen(watchedSeen(state, ids, page.jobs, !strange), next =>
		proceed({ ...next, idsRefused: next.idsRefused || strange }, { ...fetching, attempt: 0 }, at),
	);
};

/** The request that an answer belongs to, and the round without it; undefined for a late answer, which is dropped here and nowhere else. */
const claim = (poll: Poll, request: number): { readonly sent: Sent; readonly rest: Fetching } | undefined => {
	if (poll.kind !== 'fetching') {
		return undefined;
	}
	const sent = poll.inFlight.find(candidate => candidate.request === request);
	return sent && { sent, rest: { ...poll, inFlight: poll.inFlight.filter(other => other !== sent) } };
};

export const pageAnswered = (before: State, request: number, page: JobPage, at: number): Step => {
	const claimed = claim(before.poll, request);
	if (claimed === undefined) {
		return only(before);
	}
	const state = hearClock(before, page);
	const { sent, rest } = claimed;
	switch (sent.ask.kind) {
		case 'page':
			return pageArrived(state, rest, page, at);
		case 'older':
			return olderArrived(state, rest, page, at);
		case 'sweep':
			return sweepArrived(state, rest, sent.ask, page, at);
		case 'touch':
			return touchArrived(state, rest, sent.ask, page, at);
		case 'watched':
			return watchedArrived(state, rest, sent.ask, page, at);
	}
};

const backOff = (state: State, attempt: number, failure: Failure): Step => [
	{ ...state, lastFailure: failure, poll: { kind: 'backing-off', attempt, failure, retryAt: undefined } },
	[startTimer('poll', backoffDelay(attempt, failure, state.settings.periodMs))],
];

/** Too many requests at once: the sweep keeps what it has, and goes on more slowly after a rest. */
const restSweep = (state: State, fetching: Fetching, ask: SweepAsk, failure: Failure): Step => {
	const attempt = fetching.attempt + 1;
	const { kind, slow, ...plan } = fetching;
	const rested = {
		...plan,
		inFlight: [],
		queue: [ask, ...plan.inFlight.map(sent => sent.ask), ...plan.queue],
		atOnce: Math.max(1, Math.floor(plan.atOnce / 2)),
		attempt,
	};
	return [
		{ ...state, lastFailure: failure, poll: { kind: 'resting', plan: rested, failure, retryAt: undefined } },
		[
			{ type: 'abort-fetches' },
			stopTimer('slow'),
			startTimer('poll', backoffDelay(attempt, failure, state.settings.periodMs)),
		],
	];
};

/** A page of a sweep failed after others came: undefined where that is a matter of the whole round. */
const sweepFailed = (state: State, fetching: Fetching, ask: Ask, failure: Failure, at: number): Step | undefined => {
	const { sweep } = fetching;
	if (ask.kind !== 'sweep' || sweep === undefined || sweep.chains.size === 0 || halts(failure)) {
		return undefined;
	}
	if (failure.kind === 'throttled') {
		return restSweep(state, fetching, ask, failure);
	}
	return sweep.failedPages < mostFailedPages
		? sweepOn({ ...state, lastFailure: failure }, fetching, missPage(sweep), at)
		: undefined;
};

/** A request failed. The rows stay in every case; what differs is when, and whether, polling goes on. */
export const fetchFailed = (before: State, request: number, failure: Failure, at: number): Step => {
	const claimed = claim(before.poll, request);
	if (claimed === undefined) {
		return only(before);
	}
	const { sent } = claimed;
	const state = showGathered(before, claimed.rest, at);
	const rest = allShown(claimed.rest);
	const swept = sweepFailed(state, rest, sent.ask, failure, at);
	if (swept !== undefined) {
		return swept;
	}
	if (sent.ask.kind === 'touch' && sent.ask.ids.length > 0 && failure.kind === 'bad-request') {
		return proceed({ ...state, idsRefused: true }, { ...rest, queue: [] }, at);
	}
	if (sent.ask.kind === 'watched' && failure.kind !== 'throttled' && failure.kind !== 'signed-out') {
		const idsRefused = state.idsRefused || failure.kind === 'bad-request';
		return proceed({ ...state, idsRefused }, rest, at);
	}
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
