import { canWait, showProgress, showSweep, showTouched } from './listing.ts';
import type { Plan } from './poll.ts';
import type { State } from './state.ts';
import { asShown, hasEnoughToShow, hasUnshown, type Sweep } from './sweep.ts';

/** The state with what a round has read so far, and the round that knows what of it is on the screen. */
type Landed = { readonly state: State; readonly sweep: Sweep };

/** A page of a sweep is on the screen at once while there are few; later ones wait until they are worth a look at all rows, or a period old. */
export const showWhileSweeping = (state: State, sweep: Sweep, at: number): Landed =>
	hasEnoughToShow(sweep) || !canWait(state, at)
		? { state: showSweep(state, sweep, false, at), sweep: asShown(sweep) }
		: { state: showProgress(state, sweep), sweep };

/** The state with all that an unfinished round has read: nobody knows when it goes on. */
export const showGathered = (state: State, { sweep, touched }: Plan, at: number): State => {
	if (sweep !== undefined && hasUnshown(sweep)) {
		return showSweep(state, sweep, false, at);
	}
	return touched.length > 0 ? showTouched(state, touched, false, at) : state;
};

/** The round after {@link showGathered}. */
export const allShown = <Round extends Plan>(round: Round): Round => ({
	...round,
	sweep: round.sweep && asShown(round.sweep),
	touched: [],
});
