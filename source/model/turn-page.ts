import { only, type Step } from './effect.ts';
import { moveInList } from './move.ts';
import { fetchNow } from './rounds.ts';
import { isSwept, type State } from './state.ts';

/** The greatest PageNumber that the service takes. */
const mostPages = 1000;

/** The last page that the count of the last answer leaves room for; without a count, every page may exist. */
export const lastPage = ({ listing, settings }: State): number =>
	listing === undefined || listing.uncounted
		? mostPages
		: Math.min(mostPages, Math.max(1, Math.ceil(listing.TotalCount / settings.pageSize)));

/** A page of the service; where all rows are here, a screen of them (rule 9). */
export const turnPage = (state: State, by: 1 | -1, at: number): Step => {
	if (isSwept(state)) {
		return moveInList(state, { type: 'move', by, unit: 'screen' });
	}
	const pageNumber = Math.max(1, Math.min(state.pageNumber + by, lastPage(state)));
	return pageNumber === state.pageNumber
		? only({ ...state, notice: by > 0 ? 'this is the last page' : 'this is the first page' })
		: fetchNow({ ...state, pageNumber }, at);
};
