import { numberFields } from '../tables/filter-fields.ts';
import { sortKeys } from '../tables/sort-keys.ts';
import { freshAmong, goneFrom, jobWith } from './by-key.ts';
import { groupJobs, isGroupRow, type Row } from './groups.ts';
import type { Job } from './job.ts';
import { filterJobs } from './local-filter.ts';
import type { Query } from './query.ts';
import { type AnySort, sortInto, sortJobs, sortOutOf } from './sort.ts';
import type { Listing, State } from './state.ts';
import { sumsOf } from './sums.ts';
import { judge, noVerdicts, urgencyOf } from './triage.ts';

/** What of a listing follows from the loaded rows and from how they are looked at. */
export type Shown = Pick<Listing, 'jobs' | 'rows' | 'sums' | 'verdicts' | 'sorted'>;

type Look = Pick<State, 'query' | 'arrangement' | 'settings'>;

/** Whether a job that came back equal is where it was: neither the filter nor the order looks at the clock or at other jobs. */
const isSteady = ({ local }: Query, { by }: AnySort): boolean =>
	sortKeys[by].moves !== true &&
	local.every(({ match }) => match.kind === 'text' || !('ages' in numberFields[match.field]));

/** The former jobs in their order, with what came, changed or went: what costs is that, not how many there are. */
const amended = (
	former: Listing,
	loaded: readonly Job[],
	{ local }: Query,
	sort: AnySort,
	now: number,
): readonly Job[] => {
	const fresh = freshAmong(loaded, former.loaded);
	const changed = fresh.flatMap(({ key }) => jobWith(former.loaded, key) ?? []);
	const rest = sortOutOf(former.jobs, [...changed, ...goneFrom(former.loaded, loaded)], sort);
	return sortInto(rest, filterJobs(fresh, local, now), sort);
};

const wasSorted = ({ sorted }: Listing, { by, order }: AnySort): boolean => sorted?.by === by && sorted.order === order;

/**
 * The rows to show out of the loaded ones: filtered, sorted, grouped. A page of the service keeps the service's order until
 * a local key sorts it; the rows of a sweep come in no order. `now` is the time of the answer (ms); `former` what was shown before.
 */
export const shown = (
	{ query, arrangement, settings }: Look,
	loaded: readonly Job[],
	now: number,
	swept: boolean,
	former?: Listing,
): Shown => {
	const { sort: local, group, folds } = arrangement;
	const verdicts = local?.by === 'triage' ? judge(loaded, now, settings.triage) : noVerdicts;
	const sorted: AnySort | undefined = local ?? (swept ? query.sort : undefined);
	const inOrder = (): readonly Job[] => {
		if (sorted !== undefined && former?.query === query && wasSorted(former, sorted) && isSteady(query, sorted)) {
			return amended(former, loaded, query, sorted, now);
		}
		const kept = filterJobs(loaded, query.local, now);
		return sorted === undefined ? kept : sortJobs(kept, sorted, { now, urgency: urgencyOf(verdicts) });
	};
	const jobs = inOrder();
	return {
		jobs,
		// Under triage the group of what needs the user most comes first, however few they are.
		rows: group === undefined ? jobs : groupJobs(jobs, group, folds, sorted?.by === 'triage' ? 'as-found' : 'largest'),
		sums: sumsOf(jobs, now),
		verdicts,
		sorted,
	};
};

/** The selected row's job; undefined on a header of a group, and in an empty list. */
export const selectedJob = ({ listing, cursor }: Pick<State, 'listing' | 'cursor'>): Job | undefined => {
	const row: Row | undefined = listing?.rows[cursor.index];
	return row === undefined || isGroupRow(row) ? undefined : row;
};
