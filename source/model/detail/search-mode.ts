import { searchCompared } from '../comparison/search.ts';
import { only, type Step } from '../effect.ts';
import { edit, emptyLine, insert, type LineEditor, lineText } from '../line-editor.ts';
import type { Mode } from '../mode.ts';
import type { State } from '../state.ts';
import { placeOf, start } from './detail.ts';
import { refitDetail } from './refit.ts';
import { nextHit } from './scroll.ts';

type SearchMode = Extract<Mode, { kind: 'search' }>;

/** `/` in the pane: the prompt, empty, with the former word to go back to. */
export const openSearch = (state: State): State => {
	const { comparison, detail } = state;
	const open = comparison ?? detail;
	if (open === undefined) {
		return state;
	}
	const from = comparison?.place ?? (detail === undefined ? start : placeOf(detail));
	return { ...state, mode: { kind: 'search', line: emptyLine, before: open.search, from } };
};

const withWord = (state: State, mode: SearchMode, search: string): State => {
	if (state.comparison !== undefined) {
		return searchCompared(state, search, mode.from);
	}
	if (state.detail === undefined) {
		return state;
	}
	const detail = { ...state.detail, search, places: { ...state.detail.places, [state.detail.section]: mode.from } };
	return refitDetail({ ...state, detail: nextHit(state, detail, 1, mode.from.at - 1) ?? detail });
};

const withLine = (state: State, mode: SearchMode, line: LineEditor): State =>
	withWord({ ...state, mode: { ...mode, line } }, mode, lineText(line));

/** A key in the prompt that is no command of it: edits the word; the first hit shows at once. */
export const typeSearch = (state: State, mode: SearchMode, key: string): Step => {
	const line = edit(mode.line, key);
	return only(line === undefined ? state : withLine(state, mode, line));
};

export const pasteSearch = (state: State, mode: SearchMode, text: string): Step =>
	only(withLine(state, mode, insert(mode.line, text)));

/** Enter: the word stays; an empty one ends the search. */
export const keepSearch = (state: State): State => ({
	...state,
	mode: { kind: state.comparison === undefined ? 'detail' : 'comparison' },
});

/** Esc: the former word, and the place where the search began. */
export const restoreSearch = (state: State): State =>
	state.mode.kind === 'search' ? keepSearch(withWord(state, state.mode, state.mode.before)) : state;

/** `n` and `N`. */
export const goToHit = (state: State, by: 1 | -1): State => {
	if (state.detail === undefined) {
		return state;
	}
	if (state.detail.search === '') {
		return { ...state, notice: 'nothing is searched for: / begins' };
	}
	const found = nextHit(state, state.detail, by);
	return found === undefined
		? { ...state, notice: `${state.detail.search} is not in this section` }
		: { ...state, detail: found };
};
