import { decodeJob } from '../decode-job.ts';
import type { Failure } from '../failure.ts';
import type { Job, JobPage } from '../job.ts';
import { backoffDelay } from '../poll.ts';
import { isAboutTheId, isOfWrongHost } from '../unknown-id.ts';
import { beginRound, proceed } from './ask.ts';
import { judgeJob } from './goal.ts';
import {
	type News,
	openIds,
	type WaitAsk,
	type WaitEffect,
	type WaitEnding,
	type WaitEvent,
	type WaitState,
	type WaitStep,
	type Watched,
} from './state.ts';

/** Before its first answer the service may fail so often, throttling aside; afterwards it is waited for without end. */
export const mostFirstFailures = 5;

/** A timer longer than this fires at once (Node holds the wait in 31 bits); the deadline is looked at again each day. */
const longestTimerMs = 86_400_000;

const tell = (news: News): WaitEffect => ({ type: 'tell', news });

const end = (state: WaitState, ending: WaitEnding): WaitStep => [{ ...state, ended: true }, [{ type: 'end', ending }]];

const newsOf = (former: Watched | undefined, job: Job): readonly WaitEffect[] => {
	if (former?.kind !== 'seen') {
		return [tell({ kind: 'first-seen', job })];
	}
	return former.job.Status === job.Status ? [] : [tell({ kind: 'changed', job, from: former.job.Status })];
};

type Seen = readonly [state: WaitState, news: readonly WaitEffect[]];

/** Takes in what an answer told of jobs; items that nobody waits for are left out. */
const takeIn = (state: WaitState, jobs: readonly Job[], at: number): Seen => {
	const known = new Map(state.jobs);
	const news: WaitEffect[] = [];
	for (const job of jobs) {
		const id = job.JobId.toLowerCase();
		const former = known.get(id);
		if (former !== undefined) {
			news.push(...newsOf(former, job));
			known.set(id, { kind: 'seen', job, verdict: judgeJob(state.settings.goal, job) });
		}
	}
	return [{ ...state, jobs: known, attempt: 0, answered: true, answeredAt: at }, news];
};

const withNews = ([state, effects]: WaitStep, news: readonly WaitEffect[]): WaitStep => [state, [...news, ...effects]];

/** After an answer: the next request of the round, or, when the round is over, the end, or the wait for the next round. */
const goOn = (state: WaitState, at: number): WaitStep => {
	if (state.queue.length > 0) {
		return proceed(state, at);
	}
	const all = [...state.jobs.values()];
	if (all.some(({ kind }) => kind === 'unknown')) {
		return end(state, { kind: 'unknown' });
	}
	if (openIds(state).length > 0) {
		return proceed(state, at);
	}
	const failed = all.some(
		watched => watched.kind === 'gone' || (watched.kind === 'seen' && watched.verdict === 'failed'),
	);
	return end(state, { kind: failed ? 'failed' : 'reached' });
};

const asAlone = (id: string): WaitAsk => ({ kind: 'alone', id });

/** One by one from now on, the rest of this round as well. */
const refuseList = (state: WaitState, ids: readonly string[], at: number): WaitStep => {
	const rest = state.queue.flatMap(ask => (ask.kind === 'together' ? ask.ids.map(asAlone) : [ask]));
	return proceed({ ...state, listRefused: true, queue: [...ids.map(asAlone), ...rest] }, at);
};

/** A list of the jobs. What it does not show is asked for one by one, now and from now on: it may be of another workspace. */
const listAnswered = (state: WaitState, ids: readonly string[], page: JobPage, at: number): WaitStep => {
	const [seen, news] = takeIn(state, page.jobs, at);
	const shown = new Set(page.jobs.map(job => job.JobId.toLowerCase()));
	const missing = ids.filter(id => !shown.has(id));
	// More jobs than ids: the service does not know this parameter, and sent any jobs.
	if (page.TotalCount > ids.length) {
		return withNews(refuseList(seen, missing, at), news);
	}
	const alone = missing.length === 0 ? seen.alone : new Set([...seen.alone, ...missing]);
	return withNews(goOn({ ...seen, alone, queue: [...seen.queue, ...missing.map(asAlone)] }, at), news);
};

/** The service has no job of this id (any more). */
const jobMissing = (state: WaitState, id: string, at: number): WaitStep => {
	const former = state.jobs.get(id);
	const watched: Watched = former?.kind === 'seen' ? { kind: 'gone', job: former.job } : { kind: 'unknown' };
	const next: WaitState = {
		...state,
		jobs: new Map([...state.jobs, [id, watched]]),
		attempt: 0,
		answered: true,
		answeredAt: at,
	};
	return withNews(goOn(next, at), watched.kind === 'gone' ? [tell({ kind: 'gone', job: watched.job })] : []);
};

/** Failures of a list by ids after which GetJob may still do. */
const mayGoAlone = (failure: Failure): boolean =>
	failure.kind === 'malformed-answer' ||
	failure.kind === 'not-allowed' ||
	(failure.kind === 'bad-request' && !isOfWrongHost(failure));

const isFinal = (state: WaitState, failure: Failure): boolean =>
	failure.kind === 'signed-out' ||
	failure.kind === 'not-allowed' ||
	isOfWrongHost(failure) ||
	(!state.answered && failure.kind !== 'throttled' && state.attempt + 1 >= mostFirstFailures);

const requestFailed = (state: WaitState, ask: WaitAsk, failure: Failure, at: number): WaitStep => {
	if (ask.kind === 'together' && mayGoAlone(failure)) {
		return refuseList(state, ask.ids, at);
	}
	if (ask.kind === 'alone' && isAboutTheId(failure)) {
		return jobMissing(state, ask.id, at);
	}
	if (isFinal(state, failure)) {
		return end(state, { kind: 'refused', failure });
	}
	const attempt = state.attempt + 1;
	return [
		{ ...state, attempt, queue: [ask, ...state.queue], pause: { kind: 'failure', failure, retryAt: undefined } },
		[{ type: 'start-timer', timer: 'next', ...backoffDelay(attempt, failure, state.settings.periodMs) }],
	];
};

const deadlineTimer = (deadline: number, at: number): WaitEffect => {
	const ms = Math.min(longestTimerMs, Math.max(1, deadline - at));
	return { type: 'start-timer', timer: 'deadline', atLeastMs: ms, atMostMs: ms };
};

const started = (state: WaitState, at: number): WaitStep => {
	const { timeoutMs } = state.settings;
	const deadline = timeoutMs === undefined ? undefined : at + timeoutMs;
	const [next, effects] = beginRound({ ...state, deadline }, at);
	return [next, deadline === undefined ? effects : [...effects, deadlineTimer(deadline, at)]];
};

const timerFired = (state: WaitState, timer: 'next' | 'deadline', at: number): WaitStep => {
	if (timer === 'deadline') {
		return state.deadline === undefined || at >= state.deadline
			? end(state, { kind: 'timed-out' })
			: [state, [deadlineTimer(state.deadline, at)]];
	}
	return state.queue.length > 0 ? proceed(state, at) : beginRound(state, at);
};

/** The drawn delay is known: what went wrong can be told with the time of the next try. */
const retryScheduled = (state: WaitState, retryAt: number): WaitStep =>
	state.pause?.kind === 'failure'
		? [
				{ ...state, pause: { ...state.pause, retryAt } },
				[tell({ kind: 'trouble', failure: state.pause.failure, retryAt })],
			]
		: [state, []];

/** The request that an answer belongs to; a late answer is dropped here. */
const claim = ({ inFlight }: WaitState, request: number): WaitAsk | undefined =>
	inFlight?.request === request ? inFlight.ask : undefined;

const answered = (state: WaitState, event: Exclude<WaitEvent, { type: 'started' | `timer-${string}` }>): WaitStep => {
	const ask = claim(state, event.request);
	if (ask === undefined) {
		return [state, []];
	}
	const free = { ...state, inFlight: undefined };
	switch (event.type) {
		case 'list-answered':
			return listAnswered(free, ask.kind === 'together' ? ask.ids : [ask.id], event.page, event.at);
		case 'job-answered': {
			const [seen, news] = takeIn(free, [decodeJob(event.item, 0)], event.at);
			return withNews(goOn(seen, event.at), news);
		}
		case 'failed':
			return requestFailed(free, ask, event.failure, event.at);
	}
};

/** All of `dlctop wait`: what happened leads to a new state and to orders for the runner. Pure, and over once it has ended. */
export const updateWait = (state: WaitState, event: WaitEvent): WaitStep => {
	if (state.ended) {
		return [state, []];
	}
	switch (event.type) {
		case 'started':
			return started(state, event.at);
		case 'timer-started':
			return event.timer === 'next' ? retryScheduled(state, event.firesAt) : [state, []];
		case 'timer-fired':
			return timerFired(state, event.timer, event.at);
		case 'list-answered':
		case 'job-answered':
		case 'failed':
			return answered(state, event);
	}
};
