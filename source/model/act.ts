import type { Action } from '../tables/keymap.ts';
import { actOnMarks } from './act-marks.ts';
import * as arrange from './arrange.ts';
import { actInChooser } from './columns/chooser.ts';
import { runCommand } from './command.ts';
import { closeCommandLine, completeCommand, openCommandLine, recallCommand } from './command-line.ts';
import { closeComparison, compareMarked } from './comparison/act.ts';
import { actInPane } from './detail/act-pane.ts';
import * as detail from './detail/pane.ts';
import { only, type Step } from './effect.ts';
import * as filter from './filter.ts';
import { actOnForm } from './form/form.ts';
import { openHelp } from './help-screen.ts';
import { actInHelp } from './help-search.ts';
import { actInLogs } from './logs/act-logs.ts';
import { closeLogs, leaveLogSearch } from './logs/log-screen.ts';
import { leaveLogPrompt } from './logs/prompt.ts';
import type { Mode } from './mode.ts';
import { move, scrollColumns, toggleWide } from './move.ts';
import { changePeriod } from './period.ts';
import { actOnPrompt } from './prompt.ts';
import { refreshHere } from './refresh-here.ts';
import { togglePause } from './rounds.ts';
import type { State } from './state.ts';
import { openStats } from './stats/act-stats.ts';
import { turnPage } from './turn-page.ts';
import { showNumber } from './views/act-views.ts';
import { walk } from './walk.ts';

type Covered = Extract<Mode, { kind: 'stats' }>['over'];

/** What a screen covered, if it is still there: another place takes what was open with it. */
const stillOpen = ({ detail: pane, logs, comparison }: State, over: Covered): Covered => {
	const open = {
		list: true,
		detail: pane !== undefined,
		logs: logs !== undefined,
		comparison: comparison !== undefined,
	};
	return open[over] ? over : 'list';
};

const uncovered = (state: State, back: Mode): Mode => {
	switch (back.kind) {
		case 'detail':
		case 'logs':
		case 'comparison':
			return { kind: stillOpen(state, back.kind) };
		case 'copy':
		case 'stats':
			return stillOpen(state, back.over) === back.over ? back : { kind: 'list' };
		default:
			return back;
	}
};

const goBack = (state: State, atRoot: Step): Step => {
	switch (state.mode.kind) {
		case 'help':
			return only({ ...state, mode: uncovered(state, state.mode.back) });
		case 'help-search':
			return only({ ...state, mode: state.mode.from });
		case 'stats':
			return only({ ...state, mode: { kind: stillOpen(state, state.mode.over) } });
		case 'copy':
			return only({ ...state, mode: { kind: state.mode.over } });
		case 'command':
			return only(closeCommandLine(state));
		case 'sort':
		case 'columns':
		case 'column-search':
		case 'form':
		case 'filter':
			return only({ ...state, mode: { kind: 'list' } });
		case 'detail':
			return detail.close(state);
		case 'search':
			return only({ ...state, mode: { kind: state.comparison === undefined ? 'detail' : 'comparison' } });
		case 'comparison':
			return closeComparison(state);
		case 'logs':
			return closeLogs(state);
		case 'log-search':
			return only(leaveLogSearch(state));
		case 'log-prompt':
			return only(leaveLogPrompt(state));
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
			return only(toggleWide(state));
		case 'mark':
		case 'mark-range':
		case 'mark-all':
		case 'unmark-all':
		case 'watch':
		case 'pick-copy':
		case 'copy':
		case 'console-link':
			return actOnMarks(state, action);
		case 'show-view':
			return showNumber(state, action.number, at);
		case 'walk':
			return walk(state, action.to, at);
		case 'prompt-command':
			return only(openCommandLine(state));
		case 'run-command':
			return runCommand(state, at, act);
		case 'complete-command':
			return only(completeCommand(state));
		case 'recall-command':
			return only(recallCommand(state, action.by));
		case 'refresh':
			return refreshHere(state, at);
		case 'toggle-pause':
			return togglePause(state, at);
		case 'change-period':
			return changePeriod(state, action.by);
		case 'repaint':
			return [state, [{ type: 'repaint' }]];
		case 'suspend':
			return [state, [{ type: 'suspend' }]];
		case 'toggle-column':
		case 'carry-column':
		case 'keep-columns':
		case 'restore-columns':
		case 'find-column':
		case 'take-column':
		case 'complete-column':
		case 'leave-column-search':
			return actInChooser(state, action);
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
		case 'prompt-log':
		case 'keep-log-prompt':
		case 'leave-log-prompt':
		case 'offer-in-log-prompt':
		case 'unmask-logs':
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
		case 'copy-differences':
			return actInPane(state, action, at);
		case 'compare':
			return compareMarked(state);
		case 'stats':
			return openStats(state);
		case 'search-help':
		case 'keep-help-search':
		case 'leave-help-search':
		case 'next-in-help':
			return actInHelp(state, action);
		case 'help':
			return only(openHelp(state));
	}
};
