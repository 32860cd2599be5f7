import type { ListJobsParameters } from '../tables/parameters.ts';
import type { Asker } from './bucket.ts';
import { andThen, type Effect, only, type Step } from './effect.ts';
import type { TimerName } from './event.ts';
import { showGathered } from './gathered.ts';
import { type Permit, permit } from './permit.ts';
import {
	type Afterwards,
	type Ask,
	type DelayRange,
	joinYoungerThanMs,
	lateAfter,
	mostAtOnce,
	mostInFlight,
	type Plan,
	type Poll,
	periodAfter,
	pollDelay,
	slowAfterMs,
} from './poll.ts';
import { olderParameters, pageParameters } from './query.ts';
import { isSwept, type State } from './state.ts';
import { emptySweep, firstSweepAsks, sweepPageSize } from './sweep.ts';
import { canTouch, isTouchDue, touchAsks } from './touch.ts';
import { watchParameters } from './watch/ask.ts';

export const startTimer = (timer: TimerName, range: DelayRange): Effect => ({ type: 'start-timer', timer, ...range });
export const stopTimer = (timer: TimerName): Effect => ({ type: 'stop-timer', timer });
export const exactly = (ms: number): DelayRange => ({ atLeastMs: ms, atMostMs: ms });

const parametersOf = (state: State, ask: Ask, at: number): ListJobsParameters | undefined => {
	const { query, settings } = state;
	switch (ask.kind) {
		case 'page':
			return pageParameters(
				query,
				{ PageNumber: ask.pageNumber, PageSize: settings.pageSize },
				query.statuses[0] ?? '',
				at,
			);
		case 'sweep':
			return {
				...pageParameters(query, { PageNumber: ask.pageNumber, PageSize: sweepPageSize }, ask.status, at),
				...(ask.workspace === '' ? {} : { WorkspaceId: ask.workspace }),
			};
		case 'touch':
			return {
				...pageParameters(query, { PageNumber: 1, PageSize: sweepPageSize }, ask.status, at),
				...(ask.workspace === '' ? {} : { WorkspaceId: ask.workspace }),
				...(ask.ids.length === 0 ? {} : { JobIds: ask.ids.join(',') }),
			};
		case 'older':
			return olderParameters(query, ask.status, at);
		case 'watched':
			return watchParameters(ask, state.idsRefused);
	}
};

/** What follows the rows of a round, and may wait for the next one. */
const isExtra = ({ kind }: Ask): boolean => kind === 'older' || kind === 'watched';

const askerOf = ({ urgent, requests }: Plan, { kind }: Ask): Asker => {
	if (urgent && requests === 0) {
		return 'user';
	}
	return kind === 'sweep' || kind === 'older' ? kind : 'poll';
};

/** No leave for a request: waits for an answer that is on its way, else for the next request; a count can do without. */
const rest = (plan: Plan, ask: Ask, { state, waitMs, failure }: Permit, at: number): Step => {
	if (isExtra(ask)) {
		return proceed(state, { ...plan, queue: [] }, at);
	}
	return plan.inFlight.length > 0
		? [{ ...state, poll: { ...plan, kind: 'fetching', slow: false } }, [startTimer('slow', exactly(slowAfterMs))]]
		: [
				{ ...state, poll: { kind: 'resting', plan, failure, retryAt: undefined } },
				[stopTimer('slow'), startTimer('poll', exactly(waitMs))],
			];
};

/** The round goes on: sends what there is place for, each request under a fresh number; over when nothing is left to wait for. */
export const proceed = (state: State, plan: Plan, at: number): Step => {
	const [ask, ...queue] = plan.queue;
	if (ask === undefined || plan.inFlight.length >= mostInFlight(plan)) {
		return plan.inFlight.length === 0
			? settle(state, plan.afterwards, plan.requests)
			: [{ ...state, poll: { ...plan, kind: 'fetching', slow: false } }, [startTimer('slow', exactly(slowAfterMs))]];
	}
	const parameters = parametersOf(state, ask, at);
	if (parameters === undefined) {
		return proceed(state, { ...plan, queue }, at);
	}
	const leave = permit(state, askerOf(plan, ask), at);
	if (leave.waitMs > 0) {
		return rest(plan, ask, leave, at);
	}
	const request = state.lastRequest + 1;
	const inFlight = [...plan.inFlight, { request, ask, since: at }];
	return andThen([{ ...leave.state, lastRequest: request }, [{ type: 'fetch', request, parameters }]], sent =>
		proceed(sent, { ...plan, queue, inFlight, requests: plan.requests + (isExtra(ask) ? 0 : 1) }, at),
	);
};

const stopWhatRuns = (state: State): readonly Effect[] =>
	state.poll.kind === 'fetching' ? [{ type: 'abort-fetches' }, stopTimer('slow')] : [stopTimer('poll')];

const afterwardsOf = (poll: Poll): Afterwards => {
	if (poll.kind === 'fetching') {
		return poll.afterwards;
	}
	if (poll.kind === 'resting') {
		return poll.plan.afterwards;
	}
	return poll.kind === 'paused' ? 'pause' : 'wait';
};

const attemptOf = (poll: Poll): number => {
	if (poll.kind === 'resting') {
		return poll.plan.attempt;
	}
	return poll.kind === 'fetching' || poll.kind === 'backing-off' ? poll.attempt : 0;
};

/** What a poll asks for: what is wanted, or, between two sweeps, only what may well have changed. */
export const pollNow = (state: State, at: number): Step =>
	isTouchDue(state, at)
		? begin(state, { queue: touchAsks(state), sweep: undefined }, at, 'wait', false)
		: fetchNow(state, at, undefined, false);

const firstAsks = (state: State): Pick<Plan, 'queue' | 'sweep'> =>
	isSwept(state)
		? { queue: firstSweepAsks(state.query), sweep: emptySweep }
		: { queue: [{ kind: 'page', pageNumber: state.pageNumber }], sweep: undefined };

/** Asks for what is wanted at once, whatever polling was doing. A paused monitor asks once and stays paused. */
export const fetchNow = (state: State, at: number, afterwards = afterwardsOf(state.poll), urgent = true): Step =>
	begin(state, firstAsks(state), at, afterwards, urgent);

const begin = (
	state: State,
	asks: Pick<Plan, 'queue' | 'sweep'>,
	at: number,
	afterwards: Afterwards,
	urgent: boolean,
): Step => {
	const plan: Plan = {
		inFlight: [],
		...asks,
		touched: [],
		olderSoFar: 0,
		requests: 0,
		atOnce: mostAtOnce,
		urgent,
		attempt: attemptOf(state.poll),
		afterwards,
	};
	return andThen([state, stopWhatRuns(state)], calm => proceed(calm, plan, at));
};

/** The `r` key: joins a page request younger than 3 s, else aborts it and asks anew (rule 4). */
export const refresh = (state: State, at: number): Step => {
	const { poll } = state;
	const joins =
		poll.kind === 'fetching' &&
		poll.inFlight.some(({ ask, since }) => !isExtra(ask) && Math.abs(at - since) < joinYoungerThanMs);
	return joins ? only({ ...state, notice: 'already asking, the answer is on its way' }) : fetchNow(state, at);
};

/** What a round has read is shown before it is given up. */
const withGathered = (state: State, at: number): State => {
	const { poll } = state;
	const plan = poll.kind === 'resting' ? poll.plan : poll;
	return 'touched' in plan ? showGathered(state, plan, at) : state;
};

/** `P`; resuming asks at once. The first line of the list shows it; on the other screens, words do. */
export const togglePause = (state: State, at: number): Step => {
	const pauses = afterwardsOf(state.poll) !== 'pause';
	const words = pauses ? 'polling is paused: P goes on' : 'polling goes on';
	const told = state.mode.kind === 'list' ? state : { ...state, notice: words };
	return pauses
		? [{ ...withGathered(told, at), poll: { kind: 'paused' } }, stopWhatRuns(state)]
		: fetchNow(told, at, 'wait');
};

/** The wait for the next round, and how long until the answer on the screen is called late. */
const untilNext = (waitMs: number): readonly Effect[] => [
	startTimer('poll', pollDelay(waitMs)),
	startTimer('late', exactly(lateAfter(waitMs))),
];

/** A new period holds from now on; a running wait starts over with it. */
export const setPeriod = (state: State, periodMs: number): Step => {
	const next: State = {
		...state,
		settings: { ...state.settings, periodMs },
		notice: `asking every ${periodMs / 1000} s`,
	};
	return state.poll.kind === 'waiting' ? [next, untilNext(periodMs)] : only(next);
};

/** The round is over: wait for the next one, or stay paused. */
export const settle = (state: State, afterwards: Afterwards, requests: number): Step => {
	// Rounds of few requests come between two sweeps, so the next one need not wait for what the sweep cost.
	const swept = state.listing?.sweep?.answers === requests && canTouch(state);
	const waitMs = swept ? state.settings.periodMs : periodAfter(state.settings.periodMs, requests);
	return afterwards === 'pause'
		? [{ ...state, poll: { kind: 'paused' } }, [stopTimer('slow'), startTimer('late', exactly(lateAfter(waitMs)))]]
		: [{ ...state, poll: { kind: 'waiting' } }, [stopTimer('slow'), ...untilNext(waitMs)]];
};
