import type { Action } from '../tables/keymap.ts';
import { actOnMarks } from './act-marks.ts';
import * as arrange from './arrange.ts';
import { runCommand } from './command.ts';
import { closeCommandLine, completeCommand, openCommandLine, recallCommand } from './command-line.ts';
import { actInPane } from './detail/act-pane.ts';
import * as detail from './detail/pane.ts';
import { askForJob } from './detail/request.ts';
import { scrollSection } from './detail/scroll.ts';
import { andThen, only, type Step } from './effect.ts';
import * as filter from './filter.ts';
import { actOnForm } from './form/form.ts';
import { openHelp, scrollHelp } from './help-screen.ts';
import { listHeight } from './layout.ts';
import { moveByScreens, moveTo } from './list.ts';
import { actInLogs } from './logs/act-logs.ts';
import { askForLines } from './logs/ask.ts';
import { closeLogs, leaveLogSearch, scrollLogs } from './logs/log-screen.ts';
import { actOnPrompt } from './prompt.ts';
import { fetchNow, refresh, setPeriod, togglePause } from './rounds.ts';
import { columnsInput, tableColumns } from './select/table.ts';
import { isSwept, type State } from './state.ts';

type Move = Extract<Action, { type: 'move' | 'move-to' }>;

const moveInList = (state: State, action: Move): Step => {
	const rows = state.listing?.rows ?? [];
	const height = listHeight(state);
	const { cursor } = state;
	if (action.type === 'move-to') {
		return only({ ...state, cursor: moveTo(cursor, rows, action.end === 'first' ? 0 : rows.length - 1, height) });
	}
	return only({
		...state,
		cursor:
			action.unit === 'row'
				? moveTo(cursor, rows, cursor.index + action.by, height)
				: moveByScreens(cursor, rows, action.by, height),
	});
};

const move = (state: State, action: Move): Step => {
	switch (state.mode.kind) {
		case 'list':
			return moveInList(state, action);
		case 'logs':
			return only(scrollLogs(state, action));
		case 'detail':
			return only(
				state.detail === undefined ? state : { ...state, detail: scrollSection(state, state.detail, action) },
			);
		default:
			return scrollHelp(state, action);
	}
};

/** `r`: the list, and in the pane its job. */
const refreshAll = (state: State, at: number): Step =>
	andThen(refresh(state, at), next => (next.mode.kind === 'detail' ? askForJob(next) : only(next)));

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
		case 'copy':
			return only({ ...state, mode: { kind: state.mode.over } });
		case 'command':
			return only(closeCommandLine(state));
		case 'sort':
		case 'form':
		case 'filter':
			return only({ ...state, mode: { kind: 'list' } });
		case 'detail':
			return detail.close(state);
		case 'search':
			return only({ ...state, mode: { kind: 'detail' } });
		case 'logs':
			return closeLogs(state);
		case 'log-search':
			return only(leaveLogSearch(state));
		case 'list':
			return atRoot;
	}
};

/** Enter: a group folds or opens, a job shows its details. */
const openRow = (state: State): Step => {
	const group = arrange.selectedGroup(state);
	return group === undefined ? detail.open(state, 'overview') : only(arrange.toggleFold(state, group));
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
			return openRow(state);
		case 'neighbour':
			return detail.neighbour(state, action.by);
		case 'zoom':
			return only(detail.zoom(state));
		case 'back':
			return goBack(state, only(state));
		case 'quit-or-back':
			return goBack(state, quit(state));
		case 'quit':
			return quit(state);
		case 'prompt-filter':
		case 'keep-filter':
		case 'restore-filter':
		case 'complete-filter':
		case 'recall-filter':
			return actOnPrompt(state, action, at);
		case 'open-form':
		case 'apply-form':
		case 'leave-form':
		case 'reset-form':
		case 'move-in-form':
		case 'choose-in-form':
			return actOnForm(state, action, at);
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
		case 'next-group':
			return only(arrange.groupByNext(state));
		case 'toggle-folds':
			return only(arrange.toggleAllFolds(state));
		case 'pick-sort':
			return only({ ...state, mode: { kind: 'sort' } });
		case 'sort':
			return filter.sortBy(state, action.by, at);
		case 'invert-sort':
			return filter.invertSort(state, at);
		case 'toggle-wide':
			return only({ ...state, wide: !state.wide, columnOffset: 0 });
		case 'mark':
		case 'mark-range':
		case 'mark-all':
		case 'unmark-all':
		case 'pick-copy':
		case 'copy':
		case 'console-link':
			return actOnMarks(state, action);
		case 'prompt-command':
			return only(openCommandLine(state));
		case 'run-command':
			return runCommand(state, at, act);
		case 'complete-command':
			return only(completeCommand(state));
		case 'recall-command':
			return only(recallCommand(state, action.by));
		case 'refresh':
			return state.mode.kind === 'logs' ? askForLines(state, at) : refreshAll(state, at);
		case 'toggle-pause':
			return togglePause(state, at);
		case 'change-period':
			return changePeriod(state, action.by);
		case 'repaint':
			return [state, [{ type: 'repaint' }]];
		case 'suspend':
			return [state, [{ type: 'suspend' }]];
		case 'open-logs':
		case 'toggle-follow':
		case 'turn-pod':
		case 'turn-feed':
		case 'toggle-log-wrap':
		case 'toggle-stamps':
		case 'search-logs':
		case 'keep-log-search':
		case 'leave-log-search':
		case 'next-log-hit':
			return actInLogs(state, action, at);
		case 'show-json':
		case 'show-section':
		case 'turn-section':
		case 'choose':
		case 'search':
		case 'keep-search':
		case 'restore-search':
		case 'next-hit':
		case 'toggle-wrap':
		case 'toggle-secrets':
		case 'page-section':
			return actInPane(state, action, at);
		case 'help':
			return only(openHelp(state));
	}
};
