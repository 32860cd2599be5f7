import { groupJobs, isGroupRow, type Row } from './groups.ts';
import type { Job } from './job.ts';
import { filterJobs } from './local-filter.ts';
import { sortJobs } from './sort.ts';
import type { Listing, State } from './state.ts';
import { sumsOf } from './sums.ts';
import { judge, noVerdicts, urgencyOf } from './triage.ts';

/** What of a listing follows from the loaded rows and from how they are looked at. */
export type Shown = Pick<Listing, 'jobs' | 'rows' | 'sums' | 'verdicts'>;

type Look = Pick<State, 'query' | 'arrangement' | 'settings'>;

/**
 * The rows to show out of the loaded ones: filtered, sorted, grouped. A page of the service keeps the service's order until
 * a local key sorts it; the rows of a sweep come in no order. `now` is the time of the answer (ms).
 */
export const shown = (
	{ query, arrangement, settings }: Look,
	loaded: readonly Job[],
	now: number,
	swept: boolean,
): Shown => {
	const { sort: local, group, folded } = arrangement;
	const verdicts = local?.by === 'triage' ? judge(loaded, now, settings.triage) : noVerdicts;
	const sort = local ?? (swept ? query.sort : undefined);
	const kept = filterJobs(loaded, query.local, now);
	const jobs = sort === undefined ? kept : sortJobs(kept, sort, { now, urgency: urgencyOf(verdicts) });
	return {
		jobs,
		// Under triage the group of what needs the user most comes first, however few they are.
		rows: group === undefined ? jobs : groupJobs(jobs, group, folded, sort?.by === 'triage' ? 'as-found' : 'largest'),
		sums: sumsOf(jobs, now),
		verdicts,
	};
};

/** The selected row's job; undefined on a header of a group, and in an empty list. */
export const selectedJob = ({ listing, cursor }: Pick<State, 'listing' | 'cursor'>): Job | undefined => {
	const row: Row | undefined = listing?.rows[cursor.index];
	return row === undefined || isGroupRow(row) ? undefined : row;
};
