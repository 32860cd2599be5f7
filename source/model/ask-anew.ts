import type { Step } from './effect.ts';
import { narrowAtOnce } from './listing.ts';
import { fetchNow } from './rounds.ts';
import { isSwept, type State } from './state.ts';

/** Asks for another query, of which the loaded rows show at once what they know; older jobs are counted for it anew. */
export const askAnew = (state: State, at: number): Step => {
	const asking: State = { ...state, older: undefined };
	return fetchNow(isSwept(asking) ? narrowAtOnce(asking) : asking, at);
};
