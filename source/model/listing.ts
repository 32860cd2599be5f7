import { statusOf } from '../tables/statuses.ts';
import { freshAmong, keepIdentity, withArrived } from './by-key.ts';
import { changesSince, whereItWent } from './changes.ts';
import { measuredIds } from './chosen-columns.ts';
import { followList } from './detail/follow.ts';
import { refit } from './detail/pane.ts';
import type { Job, JobPage } from './job.ts';
import { listHeight } from './layout.ts';
import { type Cursor, emptyCursor, follow, reorder } from './list.ts';
import { countsOlder, type Query } from './query.ts';
import { allOf, type Measured, noWidths, widen } from './select/table.ts';
import { shown } from './shown.ts';
import type { Listing, State } from './state.ts';
import { type Sweep, sweepProgress, sweepTotal } from './sweep.ts';
import { observe } from './transitions.ts';
import type { Verdicts } from './triage.ts';

type Rows = Pick<Listing, 'loaded' | 'TotalCount' | 'uncounted' | 'RequestId' | 'pageNumber' | 'sweep' | 'duplicates'>;

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
	return listing !== undefined && isResorted(listing.query, query) && rows.some(row => row.key === cursor.key)
		? reorder(cursor, rows, height)
		: follow({ ...emptyCursor, key: cursor.key }, before, rows, height);
};

/** What of the rows has to be measured. While a sweep fills the list, ages that are already measured can wait for its end. */
const measured = (former: Listing | undefined, { sweep }: Rows, jobs: readonly Job[], verdicts: Verdicts): Measured => {
	const fresh = freshAmong(jobs, former?.loaded ?? []);
	const judged = verdicts.size === 0 ? fresh : jobs;
	return sweep?.done === false
		? { ...allOf(fresh), judged }
		: { fresh, always: jobs, live: [...fresh, ...jobs.filter(({ Status }) => statusOf(Status).live)], judged };
};

/** The state with these rows on the screen: same selection, same line, changes marked. */
const show = (state: State, rows: Rows, at: number, isFirst = (rows.sweep?.pagesRead ?? 1) === 1): State => {
	const former = state.listing;
	const continued = continuesFrom(state, rows);
	const { loaded } = rows;
	const changes =
		continued === undefined ? new Map<string, number>() : changesSince(continued, loaded, isFirst ? 1 : 0);
	const asOf = at - state.clockAheadMs;
	const look = shown(state, loaded, asOf, rows.sweep !== undefined, former);
	// Rows of another question, or of a sweep that goes on, are no arrivals, however many of them stand above.
	const before = continued === undefined || isFilling(continued) ? look.rows : continued.rows;
	const known = former?.query === state.query ? former : undefined;
	return refit({
		...state,
		listing: {
			...rows,
			loaded,
			...look,
			query: state.query,
			answeredAt: at,
			asOf,
			changes,
			widths: widen(
				known?.widths ?? noWidths,
				measured(known, rows, loaded, look.verdicts),
				changes,
				asOf,
				look.verdicts,
				measuredIds(state.settings),
			),
		},
		cursor: cursorAfter(state, continued, before, look.rows),
		detail: followList(state.detail, loaded, { at, asOf }, (rows.sweep?.pagesRead ?? 1) === 1),
		transitions: observe(state.transitions, former?.loaded ?? [], loaded, asOf),
		older: countsOlder(state.query) ? state.older : undefined,
	});
};

/** The state with one page of the service. */
export const showPage = (state: State, page: JobPage, at: number): State => {
	const { jobs, TotalCount, RequestId, duplicates, uncounted = false } = page;
	const rows: Rows = {
		loaded: keepIdentity(state.listing?.loaded ?? [], jobs),
		TotalCount,
		uncounted,
		RequestId,
		duplicates,
		pageNumber: state.pageNumber,
		sweep: undefined,
	};
	const continued = continuesFrom(state, rows);
	const news = continued === undefined ? undefined : whereItWent(state, continued, page);
	return { ...show(state, rows, at), notice: news ?? state.notice };
};

/** Whether all that is shown came from this sweep, so that what it has is all there is. */
const goesOnFrom = (jobs: readonly Job[], shownJobs: readonly Job[]): boolean =>
	jobs.length >= shownJobs.length && shownJobs.every((job, place) => jobs[place]?.key === job.key);

/**
 * The state with what a sweep has gathered. Until it is done the rows of the sweep before stay, those it has read again in their
 * new form; when it is done and no page failed, only what it read is left.
 */
export const showSweep = (state: State, sweep: Sweep, done: boolean, at: number): State => {
	const rows: Rows = {
		loaded: [],
		TotalCount: sweepTotal(sweep),
		uncounted: false,
		RequestId: sweep.RequestId,
		duplicates: 0,
		pageNumber: 1,
		sweep: sweepProgress(sweep, done),
	};
	const former = done && sweep.failedPages === 0 ? undefined : continuesFrom(state, rows);
	const loaded =
		former === undefined || goesOnFrom(sweep.jobs, former.loaded) ? sweep.jobs : withArrived(former.loaded, sweep.jobs);
	return show(state, { ...rows, loaded }, at);
};

/** Whether rows of the same question are on the screen, and were put there so lately (`at`, ms) that more of them can wait. */
export const canWait = ({ listing, query, settings }: State, at: number): boolean => {
	const age = listing === undefined ? Number.NaN : at - listing.answeredAt;
	return listing?.query === query && age >= 0 && age < settings.periodMs;
};

/** The state with nothing but the progress of a sweep: its rows wait. */
export const showProgress = (state: State, sweep: Sweep): State => ({
	...state,
	listing: state.listing && { ...state.listing, TotalCount: sweepTotal(sweep), sweep: sweepProgress(sweep, false) },
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
	const wanted = ({ Status }: Job): boolean => query.statuses.length === 0 || query.statuses.includes(Status);
	const merged = withArrived(listing.loaded, named);
	const loaded = named.every(wanted) ? merged : merged.filter(job => wanted(job) || !named.includes(job));
	const TotalCount = listing.TotalCount + loaded.length - listing.loaded.length;
	return show(state, { ...listing, loaded, TotalCount }, at, isFirst);
};

/** The loaded rows shown as the query and the arrangement have it now, at once and without asking. */
export const rearrange = (state: State): State => {
	const { listing } = state;
	if (listing === undefined) {
		return state;
	}
	const look = shown(state, listing.loaded, listing.asOf, listing.sweep !== undefined);
	// Of what was measured before, only the reasons can be new.
	const judged = look.verdicts === listing.verdicts ? [] : listing.loaded.filter(job => look.verdicts.has(job.key));
	const measured: Measured = { ...allOf([]), judged };
	const widths = widen(listing.widths, measured, listing.changes, listing.asOf, look.verdicts);
	return refit({
		...state,
		listing: { ...listing, ...look, widths },
		cursor: reorder(state.cursor, look.rows, listHeight(state)),
	});
};
