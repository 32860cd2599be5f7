import { failedStatuses, liveStatuses } from '../tables/statuses.ts';
import { andThen, only, type Step } from './effect.ts';
import { edit, emptyLine, type LineEditor, lineText } from './line-editor.ts';
import { resort } from './listing.ts';
import { defaultQuery, effectiveWindow, type Query, type Sort, type SortKey, sameStatuses } from './query.ts';
import { fetchNow } from './rounds.ts';
import type { Mode, State } from './state.ts';
import { nextWindow } from './window.ts';

/** Typing is quiet for this long before the service is asked (ms). */
export const typingPauseMs = 250;

type FilterMode = Extract<Mode, { kind: 'filter' }>;

/** Another query: its first page is asked for at once, and older jobs are counted for it anew. */
export const changeQuery = (state: State, query: Query, at: number): Step =>
	fetchNow({ ...state, query, pageNumber: 1, older: undefined }, at);

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

/** `0`: no filter and the default window; the sort, and the workspace one works in, stay. */
export const clearFilters = (state: State, at: number): Step => {
	const { WorkspaceId } = state.query.others;
	return changeQuery(
		state,
		{ ...defaultQuery, sort: state.query.sort, others: WorkspaceId === undefined ? {} : { WorkspaceId } },
		at,
	);
};

/** Names and types read upwards, times newest first. */
const naturalOrder = (by: SortKey): Sort['order'] =>
	by === 'GmtCreateTime' || by === 'GmtFinishTime' ? 'desc' : 'asc';

const flipped = ({ by, order }: Sort): Sort => ({ by, order: order === 'asc' ? 'desc' : 'asc' });

/** Sorts by a key; the key that sorts already flips the order. */
export const sortBy = (state: State, by: SortKey, at: number): Step => {
	const { sort } = state.query;
	return changeSort(state, sort.by === by ? flipped(sort) : { by, order: naturalOrder(by) }, at);
};

export const invertSort = (state: State, at: number): Step => changeSort(state, flipped(state.query.sort), at);

/** One page is sorted by the service, so another page comes; the rows of a finished sweep are all here and sorted at once. */
const changeSort = (state: State, sort: Sort, at: number): Step => {
	const listed: State = { ...state, mode: { kind: 'list' } };
	const query: Query = { ...state.query, sort };
	const { listing } = state;
	if (!listing?.sweep?.done || listing.query !== state.query) {
		return changeQuery(listed, query, at);
	}
	// A sweep under way began in the former order: its pages and those of the new one would not add up.
	const sweeping = state.poll.kind === 'fetching' && state.poll.sweep !== undefined;
	return andThen(only(resort(listed, query)), next => (sweeping ? fetchNow(next, at) : only(next)));
};

/** `e`: this page only, or all pages of the query. */
export const toggleEverything = (state: State, at: number): Step => {
	if (state.query.statuses.length > 1) {
		return only({ ...state, notice: 'several statuses are always shown as everything' });
	}
	return fetchNow({ ...state, everything: !state.everything, pageNumber: 1 }, at);
};

export const openPrompt = (state: State): Step =>
	only({
		...state,
		mode: {
			kind: 'filter',
			line: { ...emptyLine, before: state.query.name },
			before: state.query,
			pageBefore: state.pageNumber,
		},
	});

const withLine = (state: State, mode: FilterMode, line: LineEditor): Step => [
	{ ...state, mode: { ...mode, line } },
	[{ type: 'start-timer', timer: 'typing', atLeastMs: typingPauseMs, atMostMs: typingPauseMs }],
];

/** A key in the prompt that is no command of it: edits the line. */
export const typeKey = (state: State, mode: FilterMode, key: string): Step => {
	const line = edit(mode.line, key);
	return line === undefined ? only(state) : withLine(state, mode, line);
};

export const pasteText = (state: State, mode: FilterMode, paste: (line: LineEditor) => LineEditor): Step =>
	withLine(state, mode, paste(mode.line));

/** The typed word becomes the query's, if it is another one. */
const applyLine = (state: State, mode: FilterMode, at: number): Step => {
	const name = lineText(mode.line).trim();
	return name === state.query.name ? only(state) : changeQuery(state, { ...state.query, name }, at);
};

export const typingPaused = (state: State, at: number): Step =>
	state.mode.kind === 'filter' ? applyLine(state, state.mode, at) : only(state);

const stopTyping = (state: State): Step => [
	{ ...state, mode: { kind: 'list' } },
	[{ type: 'stop-timer', timer: 'typing' }],
];

export const keepFilter = (state: State, at: number): Step =>
	state.mode.kind === 'filter' ? andThen(applyLine(state, state.mode, at), stopTyping) : only(state);

/** Esc: the query from before the prompt, and its page. */
export const restoreFilter = (state: State, at: number): Step => {
	if (state.mode.kind !== 'filter') {
		return only(state);
	}
	const { before, pageBefore } = state.mode;
	return andThen(stopTyping(state), calm =>
		calm.query === before
			? only(calm)
			: fetchNow({ ...calm, query: before, pageNumber: pageBefore, older: undefined }, at),
	);
};
