import type { ChooserAction } from '../../tables/chooser-keys.ts';
import { columnIdOf } from '../../tables/column-of.ts';
import { usualColumnIds } from '../../tables/columns.ts';
import { columnWords } from '../argument-words.ts';
import { showColumns } from '../chosen-columns.ts';
import type { Move } from '../detail/scroll.ts';
import { only, type Step } from '../effect.ts';
import { edit, emptyLine, insert, type LineEditor, lineText } from '../line-editor.ts';
import type { Mode } from '../mode.ts';
import type { State } from '../state.ts';
import { sayNoRoom } from './no-room.ts';

export type ChooserMode = Extract<Mode, { kind: 'columns' }>;
export type ColumnSearchMode = Extract<Mode, { kind: 'column-search' }>;

/** The columns that are shown, in their order. */
export const chosenIds = ({ settings }: Pick<State, 'settings'>): readonly string[] =>
	settings.columns ?? usualColumnIds;

/** The lines of the chooser: the shown columns in their order, then all others. */
export const chooserIds = (state: State): readonly string[] => {
	const chosen = chosenIds(state);
	const shown = new Set(chosen);
	return [...chosen, ...columnWords(state).filter(id => !shown.has(id))];
};

/** Lines of the chooser on the screen; the table below them shows what comes of it. */
export const chooserHeight = ({ size }: Pick<State, 'size'>): number => Math.max(2, Math.floor((size.rows - 5) / 2));

/** `:columns` without words. */
export const openChooser = (state: State): State => ({
	...state,
	columnOffset: 0,
	mode: { kind: 'columns', id: chosenIds(state)[0] ?? '', before: state.settings.columns },
});

const isUsual = (ids: readonly string[]): boolean => ids.join() === usualColumnIds.join();

/** The usual columns are kept as such, so that they change with dlctop. */
const withChosen = (state: State, ids: readonly string[]): State => showColumns(state, isUsual(ids) ? undefined : ids);

const goTo = (state: State, mode: ChooserMode, index: number): State => {
	const ids = chooserIds(state);
	const id = ids[Math.max(0, Math.min(index, ids.length - 1))] ?? mode.id;
	return { ...state, mode: { ...mode, id } };
};

export const moveInChooser = (state: State, mode: ChooserMode, action: Move): State => {
	const ids = chooserIds(state);
	const index = ids.indexOf(mode.id);
	if (action.type === 'move-to') {
		return goTo(state, mode, action.end === 'first' ? 0 : ids.length - 1);
	}
	return goTo(state, mode, index + (action.unit === 'row' ? action.by : Math.trunc(action.by * chooserHeight(state))));
};

/**
 * Space. A column that is shown keeps the selection, since `J` and `K` take it to its place from there. One that is hidden goes down to
 * the others, and the selection stays at its line among the shown ones, so that the next of them can be hidden as well.
 */
const toggle = (state: State, mode: ChooserMode): State => {
	const chosen = chosenIds(state);
	const index = chosen.indexOf(mode.id);
	if (index === -1) {
		return withChosen(state, [...chosen, mode.id]);
	}
	if (chosen.length === 1) {
		return { ...state, notice: 'one column has to stay' };
	}
	const left = chosen.toSpliced(index, 1);
	return goTo(withChosen(state, left), mode, Math.min(index, left.length - 1));
};

/** `J` and `K`: the selected column changes places with its neighbour, and stays selected. */
const carry = (state: State, { id }: ChooserMode, by: 1 | -1): State => {
	const chosen = chosenIds(state);
	const index = chosen.indexOf(id);
	if (index === -1) {
		return { ...state, notice: 'only a column that is shown has a place: Space shows it' };
	}
	const to = index + by;
	return to < 0 || to >= chosen.length
		? { ...state, notice: by > 0 ? 'this is the last column' : 'this is the first column' }
		: withChosen(state, chosen.toSpliced(index, 1).toSpliced(to, 0, id));
};

const back = (state: State, mode: ColumnSearchMode, id = mode.id): State => ({
	...state,
	mode: { kind: 'columns', id, before: mode.before },
});

/** Columns that a text may mean: those that begin so, else those that have it anywhere. */
export const foundColumns = (state: State, text: string): readonly string[] => {
	const wanted = text.trim().toLowerCase();
	const ids = chooserIds(state);
	const starts = ids.filter(id => id.toLowerCase().startsWith(wanted));
	return wanted === '' || starts.length > 0 ? starts : ids.filter(id => id.toLowerCase().includes(wanted));
};

const withLine = (state: State, mode: ColumnSearchMode, line: LineEditor): State => ({
	...state,
	mode: { ...mode, line },
});

const complete = (state: State, mode: ColumnSearchMode): State => {
	const [first] = foundColumns(state, lineText(mode.line));
	return first === undefined
		? { ...state, notice: 'nothing known begins like this' }
		: withLine(state, mode, { ...emptyLine, before: first });
};

/** Enter in the prompt: the column that was typed, which is shown if it is a name of the user's in a map; else the first that was found. */
const takeFound = (state: State, mode: ColumnSearchMode): State => {
	const text = lineText(mode.line);
	const typed = columnIdOf(text);
	const [first] = foundColumns(state, text);
	if (typed !== undefined && !chooserIds(state).includes(typed)) {
		return back(withChosen(state, [...chosenIds(state), typed]), mode, typed);
	}
	const id = typed ?? first;
	return id === undefined ? { ...state, notice: `there is no column ${text.trim()}` } : back(state, mode, id);
};

export const typeColumnSearch = (state: State, mode: ColumnSearchMode, key: string): State => {
	const line = edit(mode.line, key);
	return line === undefined ? state : withLine(state, mode, line);
};

export const pasteColumnSearch = (state: State, mode: ColumnSearchMode, text: string): State =>
	withLine(state, mode, insert(mode.line, text));

const actInSearch = (state: State, mode: ColumnSearchMode, action: ChooserAction): State => {
	switch (action.type) {
		case 'take-column':
			return takeFound(state, mode);
		case 'complete-column':
			return complete(state, mode);
		default:
			return back(state, mode);
	}
};

/** Whoever had the keys before has them again. */
const close = (state: State): State => ({
	...state,
	mode: { kind: state.detail === undefined ? 'list' : 'detail' },
});

/** Carries out what a key of the chooser orders. */
export const actInChooser = (state: State, action: ChooserAction): Step => {
	const { mode } = state;
	if (mode.kind === 'column-search') {
		return only(actInSearch(state, mode, action));
	}
	if (mode.kind !== 'columns') {
		return only(state);
	}
	switch (action.type) {
		case 'toggle-column':
			return only(toggle(state, mode));
		case 'carry-column':
			return only(carry(state, mode, action.by));
		case 'keep-columns':
			return only(state.settings.columns === mode.before ? close(state) : sayNoRoom(close(state)));
		case 'restore-columns':
			return only(close(showColumns(state, mode.before)));
		case 'find-column':
			return only({ ...state, mode: { ...mode, kind: 'column-search', line: emptyLine } });
		default:
			return only(state);
	}
};
