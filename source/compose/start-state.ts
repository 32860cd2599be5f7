import process from 'node:process';
import { systemClock } from '../adapters/clock.ts';
import { openerOf } from '../adapters/desktop.ts';
import { sameConnection } from '../adapters/same-connection.ts';
import { inOrder, type KeptOrder } from '../model/kept-order.ts';
import type { Seen } from '../model/places.ts';
import { initialState, type Size, type State } from '../model/state.ts';
import { named, startWithView } from '../model/views/start-view.ts';
import { askedQuery } from './asked-query.ts';
import type { Connection } from './connect.ts';
import { asksForJobs } from './flag-settings.ts';
import type { Start } from './prepare.ts';
import { configuredBy } from './set-up.ts';

/** The state of flags and settings alone, whatever former runs left. */
export const stateFrom = ({ given, view, setUp }: Start, { region, credentials }: Connection, size: Size): State => {
	const configured = configuredBy(setUp);
	const settings = {
		...configured,
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
	const query = askedQuery(given, systemClock.now(), view);
	const state = initialState(settings, size, query, given.parameters.PageNumber);
	return { ...state, everything: given.everything, opensOn: given.jobId };
};

/** The order and groups of former runs, unless the flags name an order. */
const inKeptOrder = (state: State, kept: KeptOrder, { given: { parameters } }: Start): State =>
	inOrder(
		state,
		parameters.SortBy === undefined && parameters.Order === undefined ? kept : { ...kept, sort: undefined },
	);

/** What former runs left. */
export type Remembered = { readonly kept: KeptOrder; readonly seen: Seen };

/** The state that a run begins with: flags, then the view, then one's own order of former runs. */
export const startState = (start: Start, connection: Connection, { kept, seen }: Remembered, size: Size): State => {
	const { given, view, setUp } = start;
	const fresh = stateFrom(start, connection, size);
	const state: State = { ...fresh, places: { ...fresh.places, seen } };
	const notice = setUp.warnings[0];
	if (view === undefined) {
		return named({ ...inKeptOrder(state, kept, start), notice }, undefined);
	}
	const isWhole = !asksForJobs(given) && given.parameters.SortBy === undefined && given.columns === undefined;
	const shown = startWithView(state, view, given.columns !== undefined, systemClock.now());
	return named(
		{ ...shown, everything: given.everything || shown.everything, notice: shown.notice ?? notice },
		isWhole ? view.name : undefined,
	);
};
