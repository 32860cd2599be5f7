import { numberFields } from '../tables/filter-fields.ts';
import { sortKeys } from '../tables/sort-keys.ts';
import type { Difference } from './by-key.ts';
import { groupJobs, isGroupRow, type Row } from './groups.ts';
import type { Job } from './job.ts';
import { filterJobs } from './local-filter.ts';
import type { Query } from './query.ts';
import { type AnySort, sortAnew, sortJobs } from './sort.ts';
import type { Listing, State } from './state.ts';
import { sumsOf } from './sums.ts';
import { type Tally, tallyAfter, tallyOf } from './tally.ts';
import { judge, noVerdicts, urgencyOf } from './triage.ts';

/** What of a listing follows from the loaded rows and from how they are looked at. */
export type Shown = Pick<Listing, 'jobs' | 'rows' | 'shownTally' | 'sums' | 'verdicts' | 'sorted'>;

type Look = Pick<State, 'query' | 'arrangement' | 'settings'>;

/** Whether a job that came back equal is where it was: neither the filter nor the order looks at the clock or at other jobs. */
const isSteady = ({ local }: Query, { by }: AnySort): boolean =>
	sortKeys[by].moves !== true &&
	local.every(({ match }) => match.kind === 'text' || !('ages' in numberFields[match.field]));

/** What was loaded and shown before, whatever it answered, and how the loaded rows differ from that. */
export type Since = { readonly listing: Listing; readonly difference: Difference };

/** Loaded rows, and what they go on from. */
export type Loaded = {
	readonly loaded: readonly Job[];
	/** Where it is known already. */
	readonly tally?: Tally;
	/** The time of the answer, ms since the epoch. */
	readonly asOf: number;
	/** They are the rows of a sweep, which come in no order. */
	readonly swept: boolean;
	readonly since?: Since | undefined;
};

type Ordered = Pick<Listing, 'jobs' | 'shownTally'>;

/** The former jobs in their order, with what came, changed or went: what costs is that, not how many there are. */
const amended = ({ listing, difference }: Since, { local }: Query, sort: AnySort, { tally, asOf }: Loaded): Ordered => {
	const { fresh, replaced, gone } = difference;
	const change = {
		less: filterJobs([...replaced, ...gone], local, asOf),
		more: filterJobs(fresh, local, asOf),
	};
	const jobs = sortAnew(listing.jobs, change.less, change.more, sort);
	return { jobs, shownTally: local.length === 0 && tally ? tally : tallyAfter(listing.shownTally, jobs, change) };
};

const wasSorted = ({ sorted }: Listing, { by, order }: AnySort): boolean => sorted?.by === by && sorted.order === order;

const inOrder = (
	{ query }: Look,
	rows: Loaded,
	sorted: AnySort | undefined,
	verdicts: Listing['verdicts'],
): Ordered => {
	const { loaded, tally, asOf, since } = rows;
	if (
		since !== undefined &&
		sorted !== undefined &&
		since.listing.query === query &&
		wasSorted(since.listing, sorted) &&
		isSteady(query, sorted)
	) {
		return amended(since, query, sorted, rows);
	}
	const kept = filterJobs(loaded, query.local, asOf);
	return {
		jobs: sorted === undefined ? kept : sortJobs(kept, sorted, { now: asOf, urgency: urgencyOf(verdicts) }),
		shownTally: kept === loaded && tally ? tally : tallyOf(kept),
	};
};

/**
 * The rows to show out of the loaded ones: filtered, sorted, grouped. A page of the service keeps the service's order until
 * a local key sorts it.
 */
export const shown = (look: Look, rows: Loaded): Shown => {
	const { query, arrangement, settings } = look;
	const { sort: local, group, folds } = arrangement;
	const verdicts = local?.by === 'triage' ? judge(rows.loaded, rows.asOf, settings.triage) : noVerdicts;
	const sorted: AnySort | undefined = local ?? (rows.swept ? query.sort : undefined);
	const { jobs, shownTally } = inOrder(look, rows, sorted, verdicts);
	return {
		jobs,
		// Under triage the group of what needs the user most comes first, however few they are.
		rows: group === undefined ? jobs : groupJobs(jobs, group, folds, sorted?.by === 'triage' ? 'as-found' : 'largest'),
		shownTally,
		sums: sumsOf(shownTally, rows.asOf),
		verdicts,
		sorted,
	};
};

/** The selected row's job; undefined on a header of a group, and in an empty list. */
export const selectedJob = ({ listing, cursor }: Pick<State, 'listing' | 'cursor'>): Job | undefined => {
	const row: Row | undefined = listing?.rows[cursor.index];
	return row === undefined || isGroupRow(row) ? undefined : row;
};
