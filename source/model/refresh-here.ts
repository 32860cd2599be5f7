import { askForBoth } from './comparison/ask.ts';
import { askForJob } from './detail/request.ts';
import { andThen, only, type Step } from './effect.ts';
import { askForLines } from './logs/ask.ts';
import { refresh } from './rounds.ts';
import type { State } from './state.ts';
import { retakeFigures } from './stats/act-stats.ts';

/** The list, and what is open over it. */
const refreshAll = (state: State, at: number): Step =>
	andThen(refresh(state, at), next => {
		if (next.mode.kind === 'comparison') {
			return askForBoth(next);
		}
		if (next.mode.kind === 'stats') {
			return retakeFigures(next);
		}
		return next.mode.kind === 'detail' ? askForJob(next) : only(next);
	});

/** `r`: the time in the first line of the list is the answer there; on the other screens a word says that it is asked for. */
export const refreshHere = (state: State, at: number): Step => {
	const [next, effects] = state.mode.kind === 'logs' ? askForLines(state, at) : refreshAll(state, at);
	return [state.mode.kind === 'list' ? next : { ...next, notice: next.notice ?? 'asking now' }, effects];
};
