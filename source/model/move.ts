import type { Action } from '../tables/keymap.ts';
import { orderOf } from './arrangement.ts';
import { moveInChooser } from './columns/chooser.ts';
import { scrollCompared } from './comparison/act.ts';
import { scrollSection } from './detail/scroll.ts';
import { only, type Step } from './effect.ts';
import { noRows } from './groups.ts';
import { scrollHelp } from './help-screen.ts';
import { listHeight } from './layout.ts';
import { moveByScreens, moveTo } from './list.ts';
import { scrollLogs } from './logs/log-screen.ts';
import { sameOrder } from './look.ts';
import { columnsInput, tableColumns } from './select/columns.ts';
import type { State } from './state.ts';
import { scrollStats } from './stats/act-stats.ts';

type Move = Extract<Action, { type: 'move' | 'move-to' }>;

export const moveInList = (state: State, action: Move): Step => {
	const rows = state.listing?.rows ?? noRows;
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

/** Moves in whatever has the keys. */
export const move = (state: State, action: Move): Step => {
	switch (state.mode.kind) {
		case 'list':
			return moveInList(state, action);
		case 'columns':
			return only(moveInChooser(state, state.mode, action));
		case 'stats':
			return only(scrollStats(state, state.mode, action));
		case 'comparison':
			return only(scrollCompared(state, action));
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

/** To the right as long as there is more to see, so that each step to the left shows something again. */
export const scrollColumns = (state: State, by: 1 | -1): Step => {
	const { columnOffset } = state;
	const isAtEnd = by > 0 && columnOffset > 0 && tableColumns(columnsInput(state)).hiddenRight === 0;
	return only(isAtEnd ? state : { ...state, columnOffset: Math.max(0, columnOffset + by) });
};

/** A new order takes scrolled columns back, or the value that the rows are now sorted by could be out of sight. */
export const showOrder = (before: State, after: State): State =>
	after.columnOffset === 0 || sameOrder(orderOf(before), orderOf(after)) ? after : { ...after, columnOffset: 0 };

const columnsInSight = (state: State): string =>
	tableColumns(columnsInput(state))
		.columns.map(({ id }) => id)
		.join();

/** `|`. Where the columns stay the same it says why, or the key would seem to do nothing. */
export const toggleWide = (state: State): State => {
	const next: State = { ...state, wide: !state.wide, columnOffset: 0 };
	const same = columnsInSight(next) === columnsInSight({ ...state, columnOffset: 0 });
	const words = next.wide ? 'wide: there is no room for more columns' : 'not wide: the columns stay the same';
	return same && state.columnOffset === 0 ? { ...next, notice: words } : next;
};
