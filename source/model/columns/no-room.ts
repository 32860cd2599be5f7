import { usualColumnIds } from '../../tables/columns.ts';
import { bindingsIn, keyLabel } from '../../tables/keymap.ts';
import { fit } from '../../text/fit.ts';
import { displayWidth } from '../../text/width.ts';
import { columnsInput, tableColumns } from '../select/columns.ts';
import type { State } from '../state.ts';

/** The chosen columns that the list has no room for as it is: first those that are none of the usual ones, since somebody asked for them. */
export const withoutRoom = (state: State): readonly string[] => {
	const shown = new Set(tableColumns(columnsInput(state)).columns.map(({ id }) => id));
	const hidden = (state.settings.columns ?? usualColumnIds).filter(id => !shown.has(id));
	const usual = new Set<string>(usualColumnIds);
	return [...hidden.filter(id => !usual.has(id)), ...hidden.filter(id => usual.has(id))];
};

/** The key of the list that scrolls to them; undefined where the user took it away, or the list does not have the keys. */
const scrollKey = ({ settings, mode }: State): string | undefined =>
	mode.kind === 'list'
		? bindingsIn('list', settings.keys).find(({ action }) => action.type === 'scroll-columns' && action.by > 0)?.keys[0]
		: undefined;

/** Names in fewer cells than this say nothing, so that the key gives way to them. */
const leastNames = 16;

/** Which chosen columns have no room, and what shows them, in at most `room` cells; undefined where all are on the screen. */
export const noRoomWords = (state: State, room = Number.POSITIVE_INFINITY): string | undefined => {
	const ids = withoutRoom(state);
	if (ids.length === 0) {
		return undefined;
	}
	const names = `no room for ${ids.join(', ')}`;
	const key = scrollKey(state);
	const how = key === undefined ? '' : `: ${keyLabel(key)} shows ${ids.length === 1 ? 'it' : 'them'}`;
	const forNames = room - displayWidth(how);
	if (displayWidth(names) <= forNames) {
		return names + how;
	}
	return forNames - displayWidth('no room for ') < leastNames ? fit(names, room).trimEnd() : fit(names, forNames) + how;
};

/** The state with a notice of the chosen columns that have no room, where there are any. */
export const sayNoRoom = (state: State): State => {
	const words = noRoomWords(state);
	return words === undefined ? state : { ...state, notice: words };
};
