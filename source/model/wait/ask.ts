import type { ListJobsParameters } from '../../tables/parameters.ts';
import { takeFrom } from '../bucket.ts';
import { periodAfter, pollDelay } from '../poll.ts';
import { sweepPageSize } from '../sweep.ts';
import { beforeAnyJob } from '../window.ts';
import { openIds, type WaitAsk, type WaitEffect, type WaitState, type WaitStep } from './state.ts';

const listParameters = ({ settings: { scope } }: WaitState, ids: readonly string[]): ListJobsParameters => ({
	// An id names its job, whoever submitted it; all workspaces at once are only to be had for one's own jobs.
	ShowOwn: scope.FromAllWorkspaces === true,
	...scope,
	// ListJobs hides what was created before StartTime, by default all older than 7 days; an id names its job whatever its age.
	StartTime: beforeAnyJob,
	JobIds: ids.join(','),
	PageNumber: 1,
	PageSize: sweepPageSize,
});

/** The requests of a round: what is still open, a hundred by one ListJobs where it shows them, the rest one by one. */
const roundOf = (state: WaitState): readonly WaitAsk[] => {
	const open = openIds(state);
	const isAlone = (id: string): boolean => state.listRefused || state.alone.has(id);
	const listed = open.filter(id => !isAlone(id));
	const chunks = Array.from({ length: Math.ceil(listed.length / sweepPageSize) }, (_, index) =>
		listed.slice(index * sweepPageSize, (index + 1) * sweepPageSize),
	);
	return [
		...chunks.map((ids): WaitAsk => ({ kind: 'together', ids })),
		...open.filter(isAlone).map((id): WaitAsk => ({ kind: 'alone', id })),
	];
};

const request = (state: WaitState, number: number, ask: WaitAsk): WaitEffect =>
	ask.kind === 'together'
		? { type: 'ask-list', request: number, parameters: listParameters(state, ask.ids) }
		: { type: 'ask-job', request: number, JobId: ask.id };

/** Nothing is left to ask: the next round comes one period later, longer after a round of many requests. */
const restUntilNext = (state: WaitState): WaitStep => [
	{ ...state, inFlight: undefined, pause: { kind: 'round-over' } },
	[{ type: 'start-timer', timer: 'next', ...pollDelay(periodAfter(state.settings.periodMs, state.requests)) }],
];

/** Sends the next request of the round, if this minute has one left. One is on its way at a time. */
export const proceed = (state: WaitState, at: number): WaitStep => {
	const [ask, ...queue] = state.queue;
	if (ask === undefined) {
		return restUntilNext(state);
	}
	const { bucket, waitMs } = takeFrom(state.bucket, state.settings.requestsPerMinute, 'poll', at);
	if (waitMs > 0) {
		return [
			{ ...state, bucket, inFlight: undefined, pause: { kind: 'bucket' } },
			[{ type: 'start-timer', timer: 'next', atLeastMs: waitMs, atMostMs: waitMs }],
		];
	}
	const number = state.lastRequest + 1;
	return [
		{
			...state,
			bucket,
			queue,
			inFlight: { request: number, ask },
			pause: undefined,
			requests: state.requests + 1,
			lastRequest: number,
		},
		[request(state, number, ask)],
	];
};

/** A new round. */
export const beginRound = (state: WaitState, at: number): WaitStep =>
	proceed({ ...state, queue: roundOf(state), requests: 0 }, at);
