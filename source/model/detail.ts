import type { Action } from '../tables/keymap.ts';
import { detailLines } from './detail-tree.ts';
import { only, type Step } from './effect.ts';
import { helpLines } from './help.ts';
import { layoutOf, listHeight } from './layout.ts';
import { moveTo, resize } from './list.ts';
import type { State } from './state.ts';

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/** Lines of text the pane has room for, below its title. */
export const paneHeight = (state: State): number => Math.max(1, (layoutOf(state).detail?.height ?? 1) - 1);

/** Lines of the help screen that fit below its title. */
export const helpHeight = (state: State): number => Math.max(1, state.size.rows - 3);

/** The last line the pane may begin with. */
const lastTop = (lines: number, height: number): number => Math.max(0, lines - height);

const fitPane = (state: State): State['detail'] => {
	const { detail } = state;
	const last = detail === undefined ? 0 : lastTop(detailLines(detail.job).length, paneHeight(state));
	return detail === undefined || detail.top <= last ? detail : { ...detail, top: last };
};

/** Keeps the selected row in sight and the pane filled, after either got another height or other lines. */
export const refit = (state: State): State => ({
	...state,
	cursor: resize(state.cursor, state.listing?.jobs ?? [], listHeight(state)),
	detail: fitPane(state),
});

/** Opens the pane on the selected job; without one, says so. */
export const open = (state: State): State => {
	const job = state.listing?.jobs[state.cursor.index];
	return job === undefined
		? { ...state, notice: 'no job is selected' }
		: refit({ ...state, mode: { kind: 'detail' }, detail: { job, top: 0, zoomed: false, leftAt: undefined } });
};

export const close = (state: State): State => refit({ ...state, mode: { kind: 'list' }, detail: undefined });

export const zoom = (state: State): State =>
	state.detail === undefined ? state : refit({ ...state, detail: { ...state.detail, zoomed: !state.detail.zoomed } });

/** `J` and `K`: the next or previous job of the list, in the list and in the pane. */
export const neighbour = (state: State, by: 1 | -1): State => {
	const jobs = state.listing?.jobs ?? [];
	const cursor = moveTo(state.cursor, jobs, state.cursor.index + by, listHeight(state));
	const job = jobs[cursor.index];
	return job === undefined || state.detail === undefined
		? state
		: { ...state, cursor, detail: { ...state.detail, job, leftAt: undefined, top: 0 } };
};

export const openHelp = (state: State): State =>
	state.mode.kind === 'detail' || state.mode.kind === 'list'
		? { ...state, mode: { kind: 'help', top: 0, over: state.mode.kind } }
		: state;

type Move = Extract<Action, { type: 'move' | 'move-to' }>;

const scrolled = (top: number, action: Move, lines: number, height: number): number => {
	const last = lastTop(lines, height);
	if (action.type === 'move-to') {
		return action.end === 'first' ? 0 : last;
	}
	const by = action.unit === 'row' ? action.by : Math.trunc(action.by * height);
	return clamp(top + by, 0, last);
};

/** Moves in whatever scrolls and has the keys: the pane or the help. */
export const scroll = (state: State, action: Move): Step => {
	const { mode, detail } = state;
	if (mode.kind === 'help') {
		const top = scrolled(mode.top, action, helpLines(mode.over).length, helpHeight(state));
		return only({ ...state, mode: { ...mode, top } });
	}
	if (mode.kind !== 'detail' || detail === undefined) {
		return only(state);
	}
	const top = scrolled(detail.top, action, detailLines(detail.job).length, paneHeight(state));
	return only({ ...state, detail: { ...detail, top } });
};
