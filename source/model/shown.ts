import { type SortContext, sortKeys } from '../tables/sort-keys.ts';
import { cameOfAge, followsLive } from './ageing.ts';
import { type Difference, jobsWith } from './by-key.ts';
import { type Amend, groupedRows, groupsAfter, groupsOf, isGroupRow } from './groups.ts';
import type { Job } from './job.ts';
import { filterJobs, passes } from './local-filter.ts';
import { Pieces } from './pieces.ts';
import type { Query } from './query.ts';
import { type AnySort, orderOf, resorted, sortJobs } from './sort.ts';
import type { Order } from './sorted.ts';
import type { Listing, State } from './state.ts';
import { sumsOf } from './sums.ts';
import { type Tally, tallyAfter, tallyOf } from './tally.ts';
import { goesOnFrom, type Judgement, judge, noVerdicts, urgencyOf } from './triage.ts';

/** What of a listing follows from the loaded rows and from how they are looked at. */
export type Shown = Pick<
	Listing,
	'filteredBy' | 'jobs' | 'groups' | 'rows' | 'shownTally' | 'sums' | 'judgement' | 'verdicts' | 'sorted'
>;

type Look = Pick<State, 'query' | 'arrangement' | 'settings'>;

/** What was loaded and shown before, whatever it answered, and how the loaded rows differ from that. */
export type Since = { readonly listing: Listing; readonly difference: Difference };

/** Loaded rows, and what they go on from. */
export type Loaded = Pick<Listing, 'loaded' | 'page' | 'asOf'> & {
	/** Where it is known already. */
	readonly tally?: Tally;
	/** They are the rows of a sweep, which come in no order. */
	readonly swept: boolean;
	readonly since?: Since | undefined;
};

type Ordered = Pick<Listing, 'jobs' | 'groups' | 'shownTally'>;

/** The order of rows, and what it may look at. */
type InOrder = { readonly sorted: AnySort | undefined; readonly judgement: Judgement | undefined };

const contextOf = ({ asOf }: Pick<Listing, 'asOf'>, judgement: Judgement | undefined): SortContext => ({
	now: asOf,
	urgency: urgencyOf(judgement?.verdicts ?? noVerdicts),
});

/** Under triage the group of what needs the user most comes first, however few they are. */
const firstOfGroups = (sorted: AnySort | undefined, context: SortContext): Order<Job> | undefined =>
	sorted?.by === 'triage' ? orderOf(sorted, context) : undefined;

/** Whether rows that were shown before are in this order, but for what came, changed, went or moved. */
const canGoOn = ({ query, arrangement }: Look, { listing }: Since, { sorted, judgement }: InOrder): boolean =>
	listing.filteredBy === query &&
	listing.sorted?.by === sorted?.by &&
	listing.sorted?.order === sorted?.order &&
	listing.groups?.by === arrangement.group &&
	(judgement === undefined || goesOnFrom(listing.judgement, judgement));

/** Jobs that may come, go or stand elsewhere although they came back equal: time goes on for those that have not ended, for what triage speaks of, and for every age. */
const moversOf = (since: Since, query: Query, sorted: AnySort, rows: Loaded): ReadonlySet<Job> => {
	const { tally, loaded, verdicts } = since.listing;
	const isMoving = sortKeys[sorted.by].moves === true || followsLive(query);
	const moving = isMoving ? [...tally.current, ...jobsWith(loaded, verdicts.keys())] : [];
	return new Set([...moving, ...cameOfAge(since, rows, query)]);
};

/** The former rows in their order, with what came, changed, went or moved: what costs is that, not how many there are. */
const amended = (
	since: Since,
	{ query }: Look,
	rows: Loaded,
	sorted: AnySort,
	judgement: Judgement | undefined,
): Ordered => {
	const { listing, difference } = since;
	const { local } = query;
	const left = [...difference.replaced, ...difference.gone];
	const isGone = new Set(left);
	const movers = [...moversOf(since, query, sorted, rows)].filter(job => !isGone.has(job));
	const less = [...left, ...movers].filter(passes(local, listing.asOf));
	const more = [...difference.fresh, ...movers].filter(passes(local, rows.asOf));
	const [was, is] = [contextOf(listing, listing.judgement), contextOf(rows, judgement)];
	const amend: Amend = (jobs, leaving, coming) => resorted(jobs, leaving, coming, { sort: sorted, was, is });
	const jobs = amend(listing.jobs, less, more);
	const regroup = { amend, was: firstOfGroups(sorted, was), is: firstOfGroups(sorted, is) };
	return {
		jobs,
		groups: listing.groups && groupsAfter(listing.groups, less, more, regroup),
		shownTally: local.length === 0 && rows.tally ? rows.tally : tallyAfter(listing.shownTally, jobs, { less, more }),
	};
};

const inOrder = (look: Look, rows: Loaded, order: InOrder): Ordered => {
	const { loaded, page, tally, asOf, swept, since } = rows;
	const { query, arrangement } = look;
	const { sorted, judgement } = order;
	if (since !== undefined && sorted !== undefined && canGoOn(look, since, order)) {
		return amended(since, look, rows, sorted, judgement);
	}
	const kept = filterJobs(swept ? loaded : page, query.local, asOf);
	const context = contextOf(rows, judgement);
	const jobs = Pieces.of(sorted === undefined ? kept.slice() : sortJobs(kept, sorted, context));
	return {
		jobs,
		groups: arrangement.group && groupsOf(jobs, arrangement.group, firstOfGroups(sorted, context)),
		shownTally: kept.length === loaded.length && tally ? tally : tallyOf(kept),
	};
};

/**
 * The rows to show out of the loaded ones: filtered, sorted, grouped. A page of the service keeps the service's order until
 * a local key sorts it.
 */
export const shown = (look: Look, rows: Loaded): Shown => {
	const { query, arrangement, settings } = look;
	const { sort: local, folds } = arrangement;
	const judgement = local?.by === 'triage' ? judge(rows, settings.triage) : undefined;
	const sorted: AnySort | undefined = local ?? (rows.swept ? query.sort : undefined);
	const { jobs, groups, shownTally } = inOrder(look, rows, { sorted, judgement });
	return {
		filteredBy: query,
		jobs,
		groups,
		rows: groups === undefined ? jobs : groupedRows(groups, folds),
		shownTally,
		sums: sumsOf(shownTally, rows.asOf),
		judgement,
		verdicts: judgement?.verdicts ?? noVerdicts,
		sorted,
	};
};

/** The selected row's job; undefined on a header of a group, and in an empty list. */
export const selectedJob = ({ listing, cursor }: Pick<State, 'listing' | 'cursor'>): Job | undefined => {
	const row = listing?.rows.at(cursor.index);
	return row === undefined || isGroupRow(row) ? undefined : row;
};
