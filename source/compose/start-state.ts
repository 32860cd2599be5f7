import process from 'node:process';
import type { Arguments } from '../adapters/arguments.ts';
import { openerOf } from '../adapters/desktop.ts';
import { sameConnection } from '../adapters/same-connection.ts';
import type { LocalSort } from '../model/arrangement.ts';
import { doubtsAbout } from '../model/grammar/doubts.ts';
import { inOrder, type KeptOrder } from '../model/kept-order.ts';
import type { Seen } from '../model/places.ts';
import type { Sort } from '../model/query.ts';
import { initialState, type Size, type State } from '../model/state.ts';
import { named, startWithView } from '../model/views/start-view.ts';
import { isLocalSortKey } from '../tables/sort-keys.ts';
import type { SavedView } from '../tables/views.ts';
import { askedQuery } from './asked-query.ts';
import type { Connection } from './connect.ts';
import { asksForJobs } from './flag-settings.ts';
import type { Start } from './prepare.ts';
import { configuredBy } from './set-up.ts';

/** Where a run begins, as the screen says it. */
type Place = Pick<Connection, 'region' | 'credentials'>;

const namesOrder = ({ parameters }: Arguments): boolean =>
	parameters.SortBy !== undefined || parameters.Order !== undefined;

/** The order that only dlctop knows, of the flags or else of the view. */
const localSortOf = (given: Arguments, view: SavedView | undefined): LocalSort | undefined => {
	const { sort } = view ?? {};
	const ofView = sort !== undefined && isLocalSortKey(sort.by) ? { by: sort.by, order: sort.order } : undefined;
	return given.look.sort ?? (namesOrder(given) ? undefined : ofView);
};

/** The state of flags and settings alone, whatever former runs left, at a time of the run's clock (ms since the epoch). */
export const stateFrom = (
	{ given, view, setUp }: Start,
	{ region, credentials }: Place,
	size: Size,
	now: number,
): State => {
	const configured = configuredBy(setUp);
	const settings = {
		...configured,
		columns: given.look.afresh ? given.columns : configured.columns,
		configured,
		region,
		credentials,
		demo: given.demo,
		chaos: given.chaos !== undefined,
		ascii: given.ascii,
		showSecrets: given.showSecrets,
		opensWith: sameConnection(given, region),
		notifies: !given.noNotify,
		opensLinks: openerOf(process.env, process.platform) !== undefined,
	};
	const query = askedQuery(given, now, view);
	const state = initialState(settings, size, query, given.parameters.PageNumber);
	const arrangement = { ...state.arrangement, sort: localSortOf(given, view) };
	return { ...state, arrangement, everything: given.everything, opensOn: given.jobId };
};

/** The order and groups of former runs. */
const asBefore = (state: State, kept: KeptOrder, { given: { look } }: Start): State =>
	look.afresh ? state : inOrder(state, kept);

/** What flags say of order, groups and pages goes before a view and former runs. */
const withFlags = (state: State, asked: Sort, given: Arguments): State => {
	const { arrangement } = state;
	const { look, everything } = given;
	const ordered = namesOrder(given);
	return {
		...state,
		query: ordered ? { ...state.query, sort: asked } : state.query,
		wide: look.wide,
		everything: everything || state.everything,
		arrangement: {
			...arrangement,
			sort: look.sort ?? (ordered ? undefined : arrangement.sort),
			group: look.group === undefined ? arrangement.group : look.group === 'none' ? undefined : look.group,
		},
	};
};

const saysNothingOfView = (given: Arguments): boolean => {
	const { columns, look, everything } = given;
	const said = [columns, look.sort, look.group].some(value => value !== undefined);
	return !(said || everything || namesOrder(given) || asksForJobs(given));
};

/** What former runs left. */
export type Remembered = { readonly kept: KeptOrder; readonly seen: Seen };

/** The state that a run begins with: flags, then the view, then one's own order of former runs. */
export const startState = (start: Start, place: Place, { kept, seen }: Remembered, size: Size, now: number): State => {
	const { given, view, setUp } = start;
	const fresh = stateFrom(start, place, size, now);
	const state: State = { ...fresh, places: { ...fresh.places, seen } };
	const notice = setUp.warnings[0] ?? doubtsAbout(fresh.query)[0];
	if (view === undefined) {
		const before = withFlags({ ...asBefore(state, kept, start), notice }, fresh.query.sort, given);
		return named(before, undefined, before.settings.columns);
	}
	// Of former runs a view takes the columns alone, and those only where it has none.
	const own = asBefore(state, { sort: undefined, group: undefined, columns: kept.columns }, start);
	const shown = startWithView(own, view, given.columns !== undefined, now);
	const flagged = withFlags({ ...shown, notice: shown.notice ?? notice }, fresh.query.sort, given);
	return named(flagged, saysNothingOfView(given) ? view.name : undefined, own.settings.columns);
};
