import { only, type Step } from './effect.ts';
import { setPeriod } from './rounds.ts';
import type { State } from './state.ts';

/** The stops of `<` and `>`, in seconds. */
const periods = [2, 3, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600];

/** `<` and `>`: the next stop below or above the period. */
export const changePeriod = (state: State, by: 1 | -1): Step => {
	const seconds = state.settings.periodMs / 1000;
	const next = by > 0 ? periods.find(stop => stop > seconds) : periods.findLast(stop => stop < seconds);
	return next === undefined
		? only({ ...state, notice: `the poll interval is 2 to 3600 s` })
		: setPeriod(state, next * 1000);
};
