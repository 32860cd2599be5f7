import type { Action } from '../tables/keymap.ts';
import * as detail from './detail.ts';
import { only, type Step } from './effect.ts';
import * as filter from './filter.ts';
import { listHeight } from './layout.ts';
import { moveByScreens, moveTo } from './list.ts';
import { fetchNow, refresh, setPeriod, togglePause } from './rounds.ts';
import { columnsInput, tableColumns } from './select/table.ts';
import { isSwept, type State } from './state.ts';

type Move = Extract<Action, { type: 'move' | 'move-to' }>;

const moveInList = (state: State, action: Move): Step => {
	const jobs = state.listing?.jobs ?? [];
	const height = listHeight(state);
	const { cursor } = state;
	if (action.type === 'move-to') {
		return only({ ...state, cursor: moveTo(cursor, jobs, action.end === 'first' ? 0 : jobs.length - 1, height) });
	}
	return only({
		...state,
		cursor:
			action.unit === 'row'
				? moveTo(cursor, jobs, cursor.index + action.by, height)
				: moveByScreens(cursor, jobs, action.by, height),
	});
};

const move = (state: State, action: Move): Step =>
	state.mode.kind === 'list' ? moveInList(state, action) : detail.scroll(state, action);

/** The greatest PageNumber that the service takes. */
const mostPages = 1000;

/** The last page that the count of the last answer leaves room for; before any answer, every page may exist. */
export const lastPage = ({ listing, settings }: State): number =>
	listing === undefined
		? mostPages
		: Math.min(mostPages, Math.max(1, Math.ceil(listing.TotalCount / settings.pageSize)));

/** A page of the service; where all rows are here, a screen of them (rule 9). */
const turnPage = (state: State, by: 1 | -1, at: number): Step => {
	if (isSwept(state)) {
		return moveInList(state, { type: 'move', by, unit: 'screen' });
	}
	const pageNumber = Math.max(1, Math.min(state.pageNumber + by, lastPage(state)));
	return pageNumber === state.pageNumber
		? only({ ...state, notice: by > 0 ? 'this is the last page' : 'this is the first page' })
		: fetchNow({ ...state, pageNumber }, at);
};

/** The stops of `<` and `>`, in seconds. */
const periods = [2, 3, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600];

const changePeriod = (state: State, by: 1 | -1): Step => {
	const seconds = state.settings.periodMs / 1000;
	const next = by > 0 ? periods.find(stop => stop > seconds) : periods.findLast(stop => stop < seconds);
	return next === undefined
		? only({ ...state, notice: `the poll interval is 2 to 3600 s` })
		: setPeriod(state, next * 1000);
};

/** To the right as long as there is more to see, so that each step to the left shows something again. */
const scrollColumns = (state: State, by: 1 | -1): Step => {
	const { columnOffset } = state;
	const isAtEnd = by > 0 && columnOffset > 0 && tableColumns(columnsInput(state)).hiddenRight === 0;
	return only(isAtEnd ? state : { ...state, columnOffset: Math.max(0, columnOffset + by) });
};

const goBack = (state: State, atRoot: Step): Step => {
	switch (state.mode.kind) {
		case 'help':
			return only({ ...state, mode: { kind: state.mode.over } });
		case 'sort':
		case 'filter':
			return only({ ...state, mode: { kind: 'list' } });
		case 'detail':
			return only(detail.close(state));
		case 'list':
			return atRoot;
	}
};

const quit = (state: State): Step => [state, [{ type: 'exit' }]];

/** Carries out what a key orders. */
export const act = (state: State, action: Action, at: number): Step => {
	switch (action.type) {
		case 'move':
		case 'move-to':
			return move(state, action);
		case 'scroll-columns':
			return scrollColumns(state, action.by);
		case 'turn-page':
			return turnPage(state, action.by, at);
		case 'toggle-everything':
			return filter.toggleEverything(state, at);
		case 'open-detail':
			return only(detail.open(state));
		case 'neighbour':
			return only(detail.neighbour(state, action.by));
		case 'zoom':
			return only(detail.zoom(state));
		case 'back':
			return goBack(state, only(state));
		case 'quit-or-back':
			return goBack(state, quit(state));
		case 'quit':
			return quit(state);
		case 'prompt-filter':
			return filter.openPrompt(state);
		case 'keep-filter':
			return filter.keepFilter(state, at);
		case 'restore-filter':
			return filter.restoreFilter(state, at);
		case 'toggle-failed':
			return filter.toggleFailed(state, at);
		case 'toggle-live':
			return filter.toggleLive(state, at);
		case 'toggle-mine':
			return filter.toggleMine(state, at);
		case 'next-window':
			return filter.turnWindow(state, at);
		case 'clear-filters':
			return filter.clearFilters(state, at);
		case 'pick-sort':
			return only({ ...state, mode: { kind: 'sort' } });
		case 'sort':
			return filter.sortBy(state, action.by, at);
		case 'invert-sort':
			return filter.invertSort(state, at);
		case 'toggle-wide':
			return only({ ...state, wide: !state.wide, columnOffset: 0 });
		case 'refresh':
			return refresh(state, at);
		case 'toggle-pause':
			return togglePause(state, at);
		case 'change-period':
			return changePeriod(state, action.by);
		case 'repaint':
			return [state, [{ type: 'repaint' }]];
		case 'suspend':
			return [state, [{ type: 'suspend' }]];
		case 'help':
			return only(detail.openHelp(state));
	}
};
