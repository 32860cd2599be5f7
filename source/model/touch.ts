import { statusOf } from '../tables/statuses.ts';
import type { Job } from './job.ts';
import type { Ask } from './poll.ts';
import { workspacesOf } from './query.ts';
import { isSwept, type State } from './state.ts';
import { sweepPageSize } from './sweep.ts';

export type TouchAsk = Extract<Ask, { kind: 'touch' }>;

/** A sweep takes half of the requests that there are in the long run, and leaves half to the rounds between (ms for each of its answers). */
const restForAnAnswerMs = 2000;

/**
 * Whether rounds between two sweeps can keep the rows fresh: a whole sweep of this query is on the screen, and one each
 * period would take more than its half of the requests, of which the counts of older jobs need some.
 */
export const canTouch = ({ listing, query, everything, settings, idsRefused }: State): boolean =>
	!idsRefused &&
	isSwept({ everything, query }) &&
	listing?.query === query &&
	listing.sweep?.whole === true &&
	listing.sweep.answers * restForAnAnswerMs > settings.periodMs;

/** Whether it is too early for another sweep, at `at` (ms since the epoch). */
export const isTouchDue = (state: State, at: number): boolean => {
	const answers = state.listing?.sweep?.answers ?? 0;
	const since = state.sweptAt === undefined ? undefined : at - state.sweptAt;
	// A sweep of the future is one before the clock was set back: nobody knows how long ago that was.
	return canTouch(state) && since !== undefined && since >= 0 && since < answers * restForAnAnswerMs;
};

const inChunks = (ids: readonly string[]): readonly (readonly string[])[] =>
	Array.from({ length: Math.ceil(ids.length / sweepPageSize) }, (_, index) =>
		ids.slice(index * sweepPageSize, (index + 1) * sweepPageSize),
	);

const isLive = (job: Job): boolean => statusOf(job.Status).live && job.JobId !== '';

/** The newest page of each chain, and the jobs that were live when last seen, by their ids, in no order: each is merged by its own. */
export const touchAsks = ({ query, listing }: State): readonly TouchAsk[] => {
	const named = workspacesOf(query);
	const workspaces = named.length > 1 ? named : [''];
	const statuses = query.statuses.length === 0 ? [''] : query.statuses;
	const live = listing?.tally.current.filter(isLive) ?? [];
	return workspaces.flatMap(workspace => [
		...statuses.map((status): TouchAsk => ({ kind: 'touch', workspace, status, ids: [] })),
		...inChunks(live.filter(job => workspace === '' || job.WorkspaceId === workspace).map(job => job.JobId)).map(
			(ids): TouchAsk => ({ kind: 'touch', workspace, status: '', ids }),
		),
	]);
};
