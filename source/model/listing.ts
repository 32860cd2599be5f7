import { differenceOf, jobsByKey, jobsWith, joined, keepIdentity, noJobs, withArrived, withoutThem } from './by-key.ts';
import { changesSince, whereItWent } from './changes.ts';
import { measuredIds } from './chosen-columns.ts';
import { followList } from './detail/follow.ts';
import { refit } from './detail/pane.ts';
import type { Job, JobPage } from './job.ts';
import { listHeight } from './layout.ts';
import { type Cursor, emptyCursor, follow, reorder } from './list.ts';
import { lookedFor, narrowedRows } from './narrow.ts';
import { countsOlder, type Query } from './query.ts';
import { measured, seen, tallyOfRows } from './seen.ts';
import { allOf, type Measured, noWidths, widen } from './select/table.ts';
import type { Listing, State } from './state.ts';
import { firstSweepAsks, type Sweep, sweepProgress, sweepTotal } from './sweep.ts';
import { observe } from './transitions.ts';
import { homeOf } from './workspaces.ts';

type Rows = Pick<
	Listing,
	'loaded' | 'page' | 'TotalCount' | 'uncounted' | 'RequestId' | 'pageNumber' | 'sweep' | 'complete' | 'duplicates'
>;

/** Whether new rows go on from the shown ones: the same question, so that a change means something. */
const continuesFrom = (state: State, rows: Rows): Listing | undefined => {
	const { listing } = state;
	const same =
		listing !== undefined &&
		listing.query === state.query &&
		listing.pageNumber === rows.pageNumber &&
		(listing.sweep === undefined) === (rows.sweep === undefined);
	return same ? listing : undefined;
};

/** Whether one query is the other in another order. */
const isResorted = (a: Query, b: Query): boolean =>
	a.sort !== b.sort &&
	a.name === b.name &&
	a.statuses === b.statuses &&
	a.mine === b.mine &&
	a.window === b.window &&
	a.others === b.others;

/** Whether a sweep has rows on the screen and more to come. */
const isFilling = ({ sweep }: Listing): boolean => sweep !== undefined && !sweep.done;

/**
 * The cursor in new rows. Another question starts at the top, on the job that was selected if it is still there; another order of the
 * same one leaves that job on its line, or the view at the top where it was pinned. While a first sweep fills the list from several chains, an untouched
 * selection stays the first row.
 */
const cursorAfter = (
	state: State,
	continued: Listing | undefined,
	before: Listing['rows'],
	rows: Listing['rows'],
): Cursor => {
	const { cursor, listing, query } = state;
	const height = listHeight(state);
	if (continued !== undefined) {
		const untouched = isFilling(continued) && cursor.pinned && cursor.index === 0;
		return follow(untouched ? emptyCursor : cursor, before, rows, height);
	}
	const goesOn = listing !== undefined && (listing.narrowed || isResorted(listing.query, query));
	return goesOn && rows.some(row => row.key === cursor.key)
		? reorder(cursor, rows, height)
		: follow({ ...emptyCursor, key: cursor.key }, before, rows, height);
};

/** The state with these rows on the screen: same selection, same line, changes marked. */
const show = (state: State, rows: Rows, at: number, isFirst = (rows.sweep?.answers ?? 1) === 1): State => {
	const former = state.listing;
	const continued = continuesFrom(state, rows);
	const { loaded } = rows;
	const difference = differenceOf(former?.loaded ?? noJobs, loaded);
	const since = former && { listing: former, difference };
	const tally = tallyOfRows(loaded, since);
	const changes =
		continued === undefined ? new Map<string, number>() : changesSince(continued, loaded, difference, isFirst ? 1 : 0);
	const asOf = at - state.clockAheadMs;
	const look = seen(state, { ...rows, tally, query: state.query, asOf }, since);
	// Rows of another question, or of a sweep that goes on, are no arrivals, however many of them stand above.
	const before = continued === undefined || isFilling(continued) ? look.rows : continued.rows;
	const known = former?.query === state.query || former?.narrowed ? former : undefined;
	const fresh = known === undefined ? loaded : difference.fresh;
	return refit({
		...state,
		listing: {
			...rows,
			tally,
			...look,
			query: state.query,
			answeredAt: at,
			asOf,
			changes,
			widths: widen(
				known?.widths ?? noWidths,
				measured(fresh, { loaded, tally }, look.verdicts),
				changes,
				asOf,
				look.verdicts,
				measuredIds(state.settings),
			),
			home: homeOf(state.query, loaded, former?.home),
		},
		cursor: cursorAfter(state, continued, before, look.rows),
		detail: followList(state.detail, loaded, { at, asOf }, (rows.sweep?.answers ?? 1) === 1),
		transitions: observe(state.transitions, difference, asOf),
		older: countsOlder(state.query) ? state.older : undefined,
	});
};

/** The state with one page of the service. */
export const showPage = (state: State, answer: JobPage, at: number): State => {
	const { jobs, TotalCount, RequestId, duplicates, uncounted = false } = answer;
	const page = keepIdentity(state.listing?.loaded ?? noJobs, jobs);
	const rows: Rows = {
		loaded: jobsByKey(page),
		page,
		TotalCount,
		uncounted,
		RequestId,
		duplicates,
		pageNumber: state.pageNumber,
		sweep: undefined,
		complete: false,
	};
	const continued = continuesFrom(state, rows);
	const news = continued === undefined ? undefined : whereItWent(state, continued, answer);
	return { ...show(state, rows, at), notice: news ?? state.notice };
};

/** Whether a chain of the sweep has told nothing so far, so that nobody knows how many jobs there are in all. */
const isUncounted = ({ query }: State, { chains }: Sweep): boolean => chains.size < firstSweepAsks(query).length;

/** The rows of before that a sweep goes on from: those that answer the same question, or what the rows of a wider one say of it. */
const formerRows = (state: State, rows: Rows): Pick<Listing, 'loaded' | 'complete'> => {
	const { listing, query } = state;
	const narrowed = listing?.narrowed && listing.query !== query ? narrowedRows(listing, query) : undefined;
	return narrowed === undefined
		? (continuesFrom(state, rows) ?? { loaded: noJobs, complete: false })
		: { loaded: narrowed, complete: true };
};

/**
 * The state with what a sweep has gathered. Until it is done the rows of the sweep before stay, those it has read again in their
 * new form; when it is done and no page failed, only what it read is left.
 */
export const showSweep = (state: State, sweep: Sweep, done: boolean, at: number): State => {
	const progress = sweepProgress(sweep, done);
	const rows: Rows = {
		loaded: noJobs,
		page: [],
		TotalCount: sweepTotal(sweep),
		uncounted: isUncounted(state, sweep),
		RequestId: sweep.RequestId,
		duplicates: 0,
		pageNumber: 1,
		sweep: progress,
		complete: progress.whole,
	};
	const former = formerRows(state, rows);
	const { loaded } = done && sweep.failedPages === 0 ? { loaded: noJobs } : former;
	return show(
		state,
		{ ...rows, loaded: joined(loaded, sweep.jobs), complete: done ? progress.whole : former.complete },
		at,
	);
};

/** Whether rows of the same question are on the screen, and were put there so lately (`at`, ms) that more of them can wait. */
export const canWait = ({ listing, query, settings }: State, at: number): boolean => {
	const age = listing === undefined ? Number.NaN : at - listing.answeredAt;
	return listing?.query === query && age >= 0 && age < settings.periodMs;
};

/** The state with nothing but the progress of a sweep: its rows wait. */
export const showProgress = (state: State, sweep: Sweep): State => ({
	...state,
	listing: state.listing && {
		...state.listing,
		TotalCount: sweepTotal(sweep),
		uncounted: isUncounted(state, sweep),
		sweep: sweepProgress(sweep, false),
	},
});

/**
 * The state with some jobs of a sweep as they are now; `isFirst` for the first answer of the round. The other rows stay as they were
 * until the next sweep; a job whose status is not wanted any more goes.
 */
export const showTouched = (state: State, jobs: readonly Job[], isFirst: boolean, at: number): State => {
	const { listing, query } = state;
	if (listing === undefined) {
		return state;
	}
	const named = keepIdentity(
		listing.loaded,
		jobs.filter(({ JobId }) => JobId !== ''),
	);
	const isUnwanted = ({ Status }: Job): boolean => query.statuses.length > 0 && !query.statuses.includes(Status);
	const merged = withArrived(listing.loaded, named);
	// Of a job that came twice the later form counts.
	const gone = jobsWith(
		merged,
		named.map(({ key }) => key),
	).filter(isUnwanted);
	const loaded = withoutThem(merged, gone);
	const TotalCount = listing.TotalCount + loaded.length - listing.loaded.length;
	return show(state, { ...listing, loaded, TotalCount }, at, isFirst);
};

/** The rows that the loaded ones have for the query looked at, at once, where they can tell; else those of before. */
export const narrowAtOnce = (state: State): State => {
	const { listing } = state;
	const tells = listing !== undefined && narrowedRows(listing, lookedFor(state)) !== undefined;
	return tells || listing?.narrowed ? rearrange(state) : state;
};

/** The loaded rows shown as the query and the arrangement have it now, at once and without asking. */
export const rearrange = (state: State): State => {
	const { listing } = state;
	if (listing === undefined) {
		return state;
	}
	const look = seen(state, listing);
	// Of what was measured before, only the reasons can be new.
	const judged = look.verdicts === listing.verdicts ? [] : jobsWith(listing.loaded, look.verdicts.keys());
	const toMeasure: Measured = { ...allOf([]), judged };
	const widths = widen(listing.widths, toMeasure, listing.changes, listing.asOf, look.verdicts);
	return refit({
		...state,
		listing: { ...listing, ...look, widths },
		cursor: reorder(state.cursor, look.rows, listHeight(state)),
	});
};
