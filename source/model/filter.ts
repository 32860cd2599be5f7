import { type AnySortKey, isLocalSortKey, sortKeys } from '../tables/sort-keys.ts';
import { failedStatuses, liveStatuses } from '../tables/statuses.ts';
import { invertLocally, sortAsAsked, sortLocally } from './arrange.ts';
import { plainArrangement } from './arrangement.ts';
import { askAnew } from './ask-anew.ts';
import { andThen, only, type Step } from './effect.ts';
import { printWholeQuery } from './grammar/from-query.ts';
import { rearrange } from './listing.ts';
import { sameOrder } from './look.ts';
import { defaultQuery, effectiveWindow, type Query, type Sort, sameStatuses, workspacesOf } from './query.ts';
import { fetchNow } from './rounds.ts';
import { isSwept, type State } from './state.ts';
import { nextWindow } from './window.ts';

/** Another query: its first page is asked for at once, and older jobs are counted for it anew. */
export const changeQuery = (state: State, query: Query, at: number): Step =>
	askAnew({ ...state, query, pageNumber: 1 }, at);

/** `f` and `a`: these statuses, or all again when they are the filter already. */
const toggleStatuses = (state: State, statuses: readonly string[], at: number): Step =>
	changeQuery(state, { ...state.query, statuses: sameStatuses(state.query.statuses, statuses) ? [] : statuses }, at);

export const toggleFailed = (state: State, at: number): Step => toggleStatuses(state, failedStatuses, at);
export const toggleLive = (state: State, at: number): Step => toggleStatuses(state, liveStatuses, at);

/** `m`. All workspaces can be asked for one's own jobs only (ListJobs page, FromAllWorkspaces), so that is refused here. */
export const toggleMine = (state: State, at: number): Step =>
	state.query.mine && state.query.others.FromAllWorkspaces === true
		? only({ ...state, notice: 'ListJobs gives all workspaces for your own jobs only' })
		: changeQuery(state, { ...state.query, mine: !state.query.mine }, at);

export const turnWindow = (state: State, at: number): Step =>
	changeQuery(state, { ...state.query, window: nextWindow(effectiveWindow(state.query)) }, at);

/** The usual order and no groups: what `0` does where no filter is left, and `:sort usual`. */
export const usualOrder = (state: State, at: number): Step => {
	const { sort } = defaultQuery;
	const plain = rearrange({ ...state, notice: 'the usual order', arrangement: plainArrangement });
	return sameOrder(state.query.sort, sort) ? only(plain) : changeSort(plain, sort, at);
};

const isUsualOrder = ({ query, arrangement: { sort, group } }: State): boolean =>
	sameOrder(query.sort, defaultQuery.sort) && sort === undefined && group === undefined;

/** `0`: no filter and the default window; the workspace one works in stays, and so does the sort as long as there was a filter. */
export const clearFilters = (state: State, at: number): Step => {
	const { WorkspaceId } = state.query.others;
	const others = WorkspaceId === undefined ? {} : { WorkspaceId };
	const cleared: Query = { ...defaultQuery, sort: state.query.sort, others };
	return printWholeQuery(cleared) === printWholeQuery(state.query) && !isUsualOrder(state)
		? usualOrder(state, at)
		: changeQuery(state, cleared, at);
};

const flipped = ({ by, order }: Sort): Sort => ({ by, order: order === 'asc' ? 'desc' : 'asc' });

/** Sorts by a key; the key that sorts already flips the order. */
export const sortBy = (state: State, by: AnySortKey, at: number): Step => {
	const listed: State = { ...state, mode: { kind: 'list' } };
	if (isLocalSortKey(by)) {
		return only(sortLocally(listed, by));
	}
	const { sort } = state.query;
	if (sort.by !== by) {
		return changeSort(sortAsAsked(listed), { by, order: sortKeys[by].natural }, at);
	}
	return state.arrangement.sort === undefined ? changeSort(listed, flipped(sort), at) : only(sortAsAsked(listed));
};

export const invertSort = (state: State, at: number): Step => {
	const listed: State = { ...state, mode: { kind: 'list' } };
	const inverted = invertLocally(listed);
	return inverted === undefined ? changeSort(listed, flipped(state.query.sort), at) : only(inverted);
};

/** One page is sorted by the service, so another page comes; the rows of a finished sweep are all here and sorted at once. */
const changeSort = (state: State, sort: Sort, at: number): Step => {
	const query: Query = { ...state.query, sort };
	const { listing } = state;
	if (!listing?.sweep?.done || listing.query !== state.query) {
		return changeQuery(state, query, at);
	}
	// A sweep under way began in the former order: its pages and those of the new one would not add up.
	const sweeping = state.poll.kind === 'fetching' && state.poll.sweep !== undefined;
	return andThen(only(rearrange({ ...state, query, listing: { ...listing, query } })), next =>
		sweeping ? fetchNow(next, at) : only(next),
	);
};

/** `e`: this page only, or all pages of the query. */
export const toggleEverything = (state: State, at: number): Step => {
	if (isSwept({ ...state, everything: false })) {
		const what = workspacesOf(state.query).length > 1 ? 'workspaces' : 'statuses';
		return only({ ...state, notice: `several ${what} are always shown as everything` });
	}
	return fetchNow({ ...state, everything: !state.everything, pageNumber: 1 }, at);
};
