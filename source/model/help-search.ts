import type { HelpAction } from '../tables/help-keys.ts';
import { spansIn } from './detail/search.ts';
import { only, type Step } from './effect.ts';
import type { HelpLine } from './help.ts';
import { helpColumns, helpHeight, helpRows, lastTop } from './help-screen.ts';
import { edit, emptyLine, insert, type LineEditor, lineText } from './line-editor.ts';
import type { Mode } from './mode.ts';
import type { State } from './state.ts';

export type HelpMode = Extract<Mode, { kind: 'help' }>;
export type HelpSearchMode = Extract<Mode, { kind: 'help-search' }>;

/** The words of a line of the help, keys first. */
const wordsOf = (line: HelpLine): string =>
	line.kind === 'blank' ? '' : line.kind === 'heading' ? line.text : `${line.keys} ${line.text}`;

/** The lines, by number, in which a word stands, in any case. */
export const helpHits = (state: State, { over, search }: HelpMode): readonly number[] =>
	helpRows(state, over).flatMap((line, index) => (spansIn(wordsOf(line), search).length > 0 ? [index] : []));

/** The help with this line in sight; it stays where it is when the line is there already. */
const showing = (state: State, mode: HelpMode, at: number): HelpMode => {
	const shown = helpHeight(state) * helpColumns(state).count;
	const inSight = at >= mode.top && at < mode.top + shown;
	const top = inSight ? mode.top : at - Math.floor(helpHeight(state) / 3);
	return { ...mode, at, top: Math.max(0, Math.min(top, lastTop(state, mode.over))) };
};

/** The help at the next hit after a line (or before it), around the end; undefined without a hit. */
const toHit = (state: State, mode: HelpMode, by: 1 | -1, from: number): HelpMode | undefined => {
	const hits = helpHits(state, mode);
	const at = by > 0 ? (hits.find(hit => hit > from) ?? hits[0]) : (hits.findLast(hit => hit < from) ?? hits.at(-1));
	return at === undefined ? undefined : showing(state, mode, at);
};

/** The first hit at or below the line where the search began, else that place. */
const withLine = (state: State, mode: HelpSearchMode, line: LineEditor): State => {
	const searched: HelpMode = { ...mode.from, search: lineText(line) };
	const help = toHit(state, searched, 1, mode.from.top - 1) ?? searched;
	return { ...state, mode: { ...mode, line, help } };
};

export const typeHelpSearch = (state: State, mode: HelpSearchMode, key: string): State => {
	const line = edit(mode.line, key);
	return line === undefined ? state : withLine(state, mode, line);
};

export const pasteHelpSearch = (state: State, mode: HelpSearchMode, text: string): State =>
	withLine(state, mode, insert(mode.line, text));

const goToHit = (state: State, by: 1 | -1): State => {
	const { mode } = state;
	if (mode.kind !== 'help') {
		return state;
	}
	if (mode.search === '') {
		return { ...state, notice: 'nothing is searched for: / begins' };
	}
	const found = toHit(state, mode, by, mode.at);
	return found === undefined ? { ...state, notice: `${mode.search} is not in this help` } : { ...state, mode: found };
};

/** Carries out what a key of the help orders. */
export const actInHelp = (state: State, action: HelpAction): Step => {
	const { mode } = state;
	switch (action.type) {
		case 'search-help':
			return only(
				mode.kind === 'help'
					? { ...state, mode: { kind: 'help-search', line: emptyLine, from: mode, help: { ...mode, search: '' } } }
					: state,
			);
		case 'keep-help-search':
			return only(mode.kind === 'help-search' ? { ...state, mode: mode.help } : state);
		case 'leave-help-search':
			return only(mode.kind === 'help-search' ? { ...state, mode: mode.from } : state);
		case 'next-in-help':
			return only(goToHit(state, action.by));
	}
};
