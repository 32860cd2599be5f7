import { wrapLine } from '../text/wrap-line.ts';
import type { Move } from './detail/scroll.ts';
import { only, type Step } from './effect.ts';
import { type HelpLine, helpLines } from './help.ts';
import { type Helped, helped } from './mode.ts';
import type { State } from './state.ts';

/** Lines of the help screen that fit below its title. */
export const helpHeight = (state: State): number => Math.max(1, state.size.rows - 3);

/** From here on the help stands in two columns (cells). */
const twoColumnsFrom = 100;
export const gapBetweenHelpColumns = 2;
/** Cells of the keys before the text, with the step to the right and the gap. */
export const widthOfHelpKeys = 18;

/** How many columns the help has, and how wide each is. */
export const helpColumns = ({ size }: Pick<State, 'size'>): { readonly count: number; readonly width: number } =>
	size.columns < twoColumnsFrom
		? { count: 1, width: size.columns }
		: { count: 2, width: Math.floor((size.columns - gapBetweenHelpColumns) / 2) };

/** A text that does not fit goes on below itself. */
const wrapped = (line: HelpLine, width: number): readonly HelpLine[] =>
	line.kind === 'entry'
		? wrapLine(line.text, Math.max(1, width - widthOfHelpKeys)).map(
				(text, index): HelpLine => ({ kind: 'entry', keys: index === 0 ? line.keys : '', text: text.trimEnd() }),
			)
		: [line];

/** The lines of the help of a mode, as wide as they are shown. */
export const helpRows = (state: State, over: Helped): readonly HelpLine[] => {
	const { width } = helpColumns(state);
	return helpLines(over, state.settings.keys, state.settings.views).flatMap(line => wrapped(line, width));
};

/** The last line that can be the first in sight. */
export const lastTop = (state: State, over: Helped): number =>
	Math.max(0, helpRows(state, over).length - helpHeight(state) * helpColumns(state).count);

/** The help of whoever has the keys, from the line with this heading on. */
export const openHelp = (state: State, heading?: string): State => {
	const over = helped.find(kind => kind === state.mode.kind);
	if (over === undefined) {
		return state;
	}
	const found = helpRows(state, over).findIndex(line => line.kind === 'heading' && line.text === heading);
	const top = Math.min(Math.max(0, found), lastTop(state, over));
	return { ...state, mode: { kind: 'help', top, over, back: state.mode, search: '', at: -1 } };
};

const topAfter = (top: number, action: Move, last: number, height: number): number => {
	if (action.type === 'move-to') {
		return action.end === 'first' ? 0 : last;
	}
	const by = action.unit === 'row' ? action.by : Math.trunc(action.by * height);
	return Math.max(0, Math.min(top + by, last));
};

export const scrollHelp = (state: State, action: Move): Step => {
	const { mode } = state;
	if (mode.kind !== 'help') {
		return only(state);
	}
	const { count } = helpColumns(state);
	const top = topAfter(mode.top, action, lastTop(state, mode.over), helpHeight(state) * count);
	return only({ ...state, mode: { ...mode, top } });
};
