import type { SavedView } from '../../tables/views.ts';
import type { Look } from '../look.ts';
import { lookOf } from '../show-look.ts';
import type { State } from '../state.ts';
import { viewLook } from './view-look.ts';

/**
 * The state of a start with a view, before anything was asked. `state` has the query that flags and view lead to; where flags changed
 * nothing of the view, it is the view that is shown. `now` is ms since the epoch.
 */
export const startWithView = (state: State, view: SavedView, columnsGiven: boolean, now: number): State => {
	const look = viewLook(view, lookOf(state), now);
	const { problem } = view;
	const notice = problem === undefined ? state.notice : `view ${view.name}: ${problem}`;
	if (!look.ok) {
		return { ...state, notice: look.problem };
	}
	const { sort, group, columns, everything } = look.value;
	return {
		...state,
		notice,
		everything,
		arrangement: { ...state.arrangement, sort, group },
		settings: columnsGiven ? state.settings : { ...state.settings, columns },
	};
};

/** The start as the first stop of the journey, under the name of the view that it is, and one's own columns. */
export const named = (state: State, view: string | undefined, ownColumns: Look['columns']): State => ({
	...state,
	journey: { ...state.journey, current: { look: lookOf(state), view, ownColumns } },
});
