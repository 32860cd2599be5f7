import { byKey } from './by-key.ts';
import { measuredIds } from './chosen-columns.ts';
import { followList } from './detail/follow.ts';
import { refit } from './detail/pane.ts';
import type { Job, JobPage } from './job.ts';
import { sameJson } from './json.ts';
import { listHeight } from './layout.ts';
import { type Cursor, emptyCursor, follow, reorder } from './list.ts';
import { countsOlder, type Query } from './query.ts';
import { type Measured, noWidths, widen } from './select/table.ts';
import { shown } from './shown.ts';
import type { Listing, State } from './state.ts';
import { type Sweep, sweepProgress, sweepTotal } from './sweep.ts';
import { observe } from './transitions.ts';

/** The service refuses requests whose clock is further off (ACS3 signature). */
const mostClockSkewMs = 900_000;

/** How many polls the sign of a change stays (rule of the table). */
const pollsOfAChange = 2;

/** Keeps the former object of a job whose item came back equal, so that its row need not be looked at again. */
const keepIdentity = (former: readonly Job[], jobs: readonly Job[]): readonly Job[] => {
	const before = byKey(former);
	return jobs.map(job => {
		const known = before.get(job.key);
		return known !== undefined && known !== job && sameJson(known.sent, job.sent) ? known : job;
	});
};

/**
 * Jobs whose status changed, or that were created since the last answer, with the polls for which that still shows.
 * `aged` is 1 for the first answer of a poll, 0 for the later ones of a sweep.
 */
const changesSince = (former: Listing, jobs: readonly Job[], aged: 0 | 1): ReadonlyMap<string, number> => {
	const before = byKey(former.loaded);
	// Ours and the service's clock may be minutes apart; behind the first page, what turns up came from the page before.
	const newest = former.loaded.reduce((latest, job) => Math.max(latest, job.GmtCreateTime ?? 0), 0);
	const since = former.pageNumber === 1 ? Math.max(newest, former.asOf - mostClockSkewMs) : Number.POSITIVE_INFINITY;
	const changes = new Map<string, number>();
	for (const job of jobs) {
		const known = before.get(job.key);
		const isNew = known === undefined && (job.GmtCreateTime ?? 0) > since;
		const changed = known !== undefined && (known.Status !== job.Status || known.SubStatus !== job.SubStatus);
		const left = isNew || changed ? pollsOfAChange : (former.changes.get(job.key) ?? 0) - aged;
		if (left > 0) {
			changes.set(job.key, left);
		}
	}
	return changes;
};

/** What became of the selected job when it is no longer among the rows; undefined while it is there, or when nobody can tell. */
const whereItWent = (state: State, former: Listing, page: JobPage): string | undefined => {
	const { key } = state.cursor;
	const index = former.loaded.findIndex(job => job.key === key);
	const gone = former.loaded[index];
	if (gone === undefined || page.jobs.some(job => job.key === key)) {
		return undefined;
	}
	const known = byKey(former.loaded);
	// Only rows above one that was here before can have pushed others off the page; those below it came to fill a gap.
	const pushed = page.jobs.slice(0, page.jobs.findLastIndex(job => known.has(job.key)) + 1);
	const arrived = pushed.filter(job => !known.has(job.key)).length;
	const name = gone.DisplayName || gone.JobId || gone.key;
	return arrived > 0 && index + arrived >= state.settings.pageSize
		? `${name} moved to page ${state.pageNumber + 1}`
		: `${name} left this page`;
};

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
const measured = (former: Listing | undefined, { sweep }: Rows, jobs: readonly Job[]): Measured => {
	const known = byKey(former?.loaded ?? []);
	const fresh = jobs.filter(job => known.get(job.key) !== job);
	return { fresh, aged: sweep?.done === false ? fresh : jobs };
};

/** The state with these rows on the screen: same selection, same line, changes marked. */
const show = (state: State, rows: Rows, at: number, isFirst = (rows.sweep?.pagesRead ?? 1) === 1): State => {
	const former = state.listing;
	const continued = continuesFrom(state, rows);
	const loaded = former === undefined ? rows.loaded : keepIdentity(former.loaded, rows.loaded);
	const changes =
		continued === undefined ? new Map<string, number>() : changesSince(continued, loaded, isFirst ? 1 : 0);
	const asOf = at - state.clockAheadMs;
	const look = shown(state, loaded, asOf, rows.sweep !== undefined);
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
				measured(known, rows, loaded),
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
		loaded: jobs,
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
	const merged = new Map(byKey(former?.loaded ?? []));
	for (const [key, job] of sweep.jobs) {
		merged.set(key, job);
	}
	return show(state, { ...rows, loaded: [...merged.values()] }, at);
};

/**
 * The state with some jobs of a sweep as they are now; `isFirst` for the first answer of the round. The other rows stay as they were
 * until the next sweep; a job whose status is not wanted any more goes.
 */
export const showTouched = (state: State, page: JobPage, isFirst: boolean, at: number): State => {
	const { listing, query } = state;
	if (listing === undefined) {
		return state;
	}
	const merged = new Map(byKey(listing.loaded));
	for (const job of page.jobs.filter(({ JobId }) => JobId !== '')) {
		if (query.statuses.length === 0 || query.statuses.includes(job.Status)) {
			merged.set(job.key, job);
		} else {
			merged.delete(job.key);
		}
	}
	const TotalCount = listing.TotalCount + merged.size - listing.loaded.length;
	const { RequestId } = page;
	return show(state, { ...listing, loaded: [...merged.values()], TotalCount, RequestId }, at, isFirst);
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
	const measured: Measured = { fresh: [], aged: judged };
	const widths = widen(listing.widths, measured, listing.changes, listing.asOf, look.verdicts);
	return refit({
		...state,
		listing: { ...listing, ...look, widths },
		cursor: reorder(state.cursor, look.rows, listHeight(state)),
	});
};
