import type { Move } from './detail/scroll.ts';
import { only, type Step } from './effect.ts';
import { helpLines } from './help.ts';
import type { State } from './state.ts';

/** Lines of the help screen that fit below its title. */
export const helpHeight = (state: State): number => Math.max(1, state.size.rows - 3);

export const openHelp = (state: State): State =>
	state.mode.kind === 'detail' ||
	state.mode.kind === 'list' ||
	state.mode.kind === 'logs' ||
	state.mode.kind === 'comparison'
		? { ...state, mode: { kind: 'help', top: 0, over: state.mode.kind } }
		: state;

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
	const height = helpHeight(state);
	const last = Math.max(0, helpLines(mode.over, state.settings.keys, state.settings.views).length - height);
	return only({ ...state, mode: { ...mode, top: topAfter(mode.top, action, last, height) } });
};
