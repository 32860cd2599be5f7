import type { Move } from '../detail/scroll.ts';
import { type Effect, only, type Step } from '../effect.ts';
import type { Event } from '../event.ts';
import type { Mode } from '../mode.ts';
import type { State } from '../state.ts';
import type { Figures } from './figures.ts';
import { statsLines } from './lines.ts';

type StatsMode = Extract<Mode, { kind: 'stats' }>;

const takeFigures: Effect = { type: 'take-figures' };

/** Lines that fit between the title and the hints. */
export const statsHeight = ({ size }: State): number => Math.max(1, size.rows - 3);

const placeOf = ({ mode }: State): StatsMode['over'] =>
	mode.kind === 'detail' || mode.kind === 'logs' || mode.kind === 'comparison' ? mode.kind : 'list';

/** `:stats` and its key: opens over whatever has the keys, and takes the figures. */
export const openStats = (state: State): Step => [
	{ ...state, figures: undefined, mode: { kind: 'stats', over: placeOf(state), top: 0 } },
	[takeFigures],
];

/** `r` on the screen: the figures anew, with the list. */
export const retakeFigures = (state: State): Step => [state, [takeFigures]];

export const figuresTaken = (state: State, figures: Figures): State =>
	state.mode.kind === 'stats' ? { ...state, figures } : state;

/** While the screen is open each answer brings new figures. */
export const followFigures = (state: State, { type }: Event): Step =>
	state.mode.kind === 'stats' && (type === 'page-arrived' || type === 'fetch-failed')
		? [state, [takeFigures]]
		: only(state);

const lastTop = (state: State): number => Math.max(0, statsLines(state).length - statsHeight(state));

export const scrollStats = (state: State, mode: StatsMode, action: Move): State => {
	const last = lastTop(state);
	if (action.type === 'move-to') {
		return { ...state, mode: { ...mode, top: action.end === 'first' ? 0 : last } };
	}
	const by = action.unit === 'row' ? action.by : Math.trunc(action.by * statsHeight(state));
	return { ...state, mode: { ...mode, top: Math.max(0, Math.min(mode.top + by, last)) } };
};
