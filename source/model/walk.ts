import type { WalkTo } from '../tables/view-keys.ts';
import { andThen, only, type Step } from './effect.ts';
import { goOn, type Journey, mostStops, type Stop } from './journey.ts';
import { orderOf } from './kept-order.ts';
import { type Look, sameArrangement, sameLook } from './look.ts';
import { lookOf, looksAs, showLook } from './show-look.ts';
import type { State } from './state.ts';
import { lookWords } from './views/view-words.ts';

/**
 * What follows every event: a changed look becomes a stop of its own, and a changed order or grouping is kept for the next run.
 * While a filter is being typed, or columns are being chosen, nothing is noted, so that the prompt makes one stop and not one a letter.
 */
export const noteLook = (state: State): Step => {
	const { journey, mode } = state;
	const { current } = journey;
	if (
		mode.kind === 'filter' ||
		mode.kind === 'columns' ||
		mode.kind === 'column-search' ||
		(mode.kind === 'help' && mode.over === 'columns') ||
		(mode.kind === 'help-search' && mode.help.over === 'columns') ||
		(current !== undefined && looksAs(state, current.look))
	) {
		return only(state);
	}
	const look = lookOf(state);
	// Neither a view nor a walk comes this way, so other columns are those that a person chose.
	const ownColumns = look.columns === current?.look.columns ? current?.ownColumns : look.columns;
	if (current === undefined || sameLook(look, current.look)) {
		return only({ ...state, journey: { ...journey, current: { look, view: current?.view, ownColumns } } });
	}
	const next: State = { ...state, journey: goOn(journey, { look, view: undefined, ownColumns }) };
	const order = orderOf({ ...look, columns: ownColumns });
	return sameArrangement(look, current.look) ? only(next) : [next, [{ type: 'save-order', order }]];
};

/** A saved view is the next stop. Its order is the view's and not one's own, so it is not kept. */
export const goToView = (state: State, look: Look, view: string, at: number): Step =>
	andThen(showLook(state, look, at), shown => {
		const { journey } = shown;
		const stop: Stop = { look: lookOf(shown), view, ownColumns: journey.current?.ownColumns };
		const stays = journey.current !== undefined && sameLook(stop.look, journey.current.look);
		return only({ ...shown, journey: stays ? { ...journey, current: stop } : goOn(journey, stop) });
	});

const walkTo = (state: State, stop: Stop, journey: Omit<Journey, 'current'>, at: number): Step => {
	const { look, view } = stop;
	const place = journey.past.length + 1;
	const name = view === undefined ? '' : ` ${view}`;
	const notice = `view ${place} of ${place + journey.future.length}${name}: ${lookWords(look)}`;
	return andThen(showLook(state, look, at), shown =>
		only({ ...shown, notice, journey: { ...journey, current: { ...stop, look: lookOf(shown) } } }),
	);
};

const back = (state: State, at: number): Step => {
	const { past, current, future } = state.journey;
	const stop = past.at(-1);
	return stop === undefined || current === undefined
		? only({ ...state, notice: 'no view before this one' })
		: walkTo(
				state,
				stop,
				{ past: past.slice(0, -1), future: [current, ...future].slice(0, mostStops), last: 'future' },
				at,
			);
};

const forward = (state: State, at: number): Step => {
	const { past, current, future } = state.journey;
	const [stop, ...rest] = future;
	return stop === undefined || current === undefined
		? only({ ...state, notice: 'no view after this one' })
		: walkTo(state, stop, { past: [...past, current].slice(-mostStops), future: rest, last: 'past' }, at);
};

/** `[`, `]` and `-`. The last stop is always the one next to the present one, on the side one came from. */
export const walk = (state: State, to: WalkTo, at: number): Step => {
	switch (to) {
		case 'back':
			return back(state, at);
		case 'forward':
			return forward(state, at);
		case 'last':
			return state.journey.last === 'past' ? back(state, at) : forward(state, at);
	}
};
