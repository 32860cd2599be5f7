import { askAnew } from './ask-anew.ts';
import { showColumns } from './chosen-columns.ts';
import { only, type Step } from './effect.ts';
import { allOpen } from './folds.ts';
import { printSent } from './grammar/from-query.ts';
import { rearrange } from './listing.ts';
import { type Look, sameOrder } from './look.ts';
import { fetchNow } from './rounds.ts';
import { isSwept, type Standing, type State } from './state.ts';

export const lookOf = ({ query, arrangement, settings, everything }: State): Look => ({
	query,
	sort: arrangement.sort,
	group: arrangement.group,
	columns: settings.columns,
	everything,
});

/** Whether the state is looked at in this way, by identity: a few comparisons, made at each event. */
export const looksAs = ({ query, arrangement, settings, everything }: Standing, look: Look): boolean =>
	look.query === query &&
	look.sort === arrangement.sort &&
	look.group === arrangement.group &&
	look.columns === settings.columns &&
	look.everything === everything;

/** Whether the loaded rows answer another query as well: the same question, and in an order that can be had here. */
const answersAlready = (state: State, next: State): boolean => {
	const sorted = sameOrder(state.query.sort, next.query.sort) || state.listing?.sweep?.done === true;
	return sorted && isSwept(state) === isSwept(next) && printSent(state.query) === printSent(next.query);
};

const lookingAt = (state: State, { query, sort, group, columns, everything }: Look): State => {
	const { arrangement } = state;
	const folds = group === arrangement.group ? arrangement.folds : allOpen;
	const next: State = { ...state, query, everything, arrangement: { sort, group, folds } };
	return columns === state.settings.columns ? next : showColumns({ ...next, columnOffset: 0 }, columns);
};

/** Looks at the jobs in another way: at once where the loaded rows answer it already, else the service is asked. */
export const showLook = (state: State, look: Look, at: number): Step => {
	const next = lookingAt(state, look);
	if (!answersAlready(state, next)) {
		return askAnew({ ...next, pageNumber: 1 }, at);
	}
	const { listing } = next;
	const { query } = look;
	const known = listing?.query === state.query ? rearrange({ ...next, listing: { ...listing, query } }) : next;
	// A sweep under way began in the former order: its pages and those of the new one would not add up.
	const sweeping = state.poll.kind === 'fetching' && !sameOrder(state.query.sort, query.sort);
	return sweeping ? fetchNow(known, at) : only(known);
};
