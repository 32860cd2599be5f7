import type { Place } from '../detail/detail.ts';
import type { State } from '../state.ts';
import type { Comparison } from './comparison.ts';
import { comparedView, fitted } from './view.ts';

/** The screen at the next hit after (or before) a row, around the end; undefined without a hit. */
const toHit = (state: State, comparison: Comparison, by: 1 | -1, from: number): Comparison | undefined => {
	const view = comparedView(state, comparison);
	const { hits, height } = view;
	const at = by > 0 ? (hits.find(hit => hit > from) ?? hits[0]) : (hits.findLast(hit => hit < from) ?? hits.at(-1));
	if (at === undefined) {
		return undefined;
	}
	const { top } = comparison.place;
	const inSight = at >= top && at < top + height;
	return { ...comparison, place: fitted({ top: inSight ? top : at - Math.floor(height / 3), at }, view) };
};

/** While a word is typed: its first hit from where the search began, else that place. */
export const searchCompared = (state: State, word: string, from: Place): State => {
	if (state.comparison === undefined) {
		return state;
	}
	const comparison = { ...state.comparison, search: word, place: from };
	return { ...state, comparison: toHit(state, comparison, 1, from.at - 1) ?? comparison };
};

/** `n` and `N`. */
export const nextCompared = (state: State, by: 1 | -1): State => {
	const { comparison } = state;
	if (comparison === undefined) {
		return state;
	}
	if (comparison.search === '') {
		return { ...state, notice: 'nothing is searched for: / begins' };
	}
	const found = toHit(state, comparison, by, comparison.place.at);
	return found === undefined
		? { ...state, notice: `${comparison.search} is in none of the differences` }
		: { ...state, comparison: found };
};
