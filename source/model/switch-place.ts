import { looksLikeRegion, regions } from '../tables/regions.ts';
import { nearestWords } from '../text/nearest.ts';
import { noJobs } from './by-key.ts';
import { andThen, type Effect, only, type Step } from './effect.ts';
import type { Failure } from './failure.ts';
import { changeQuery } from './filter.ts';
import { allOpen } from './folds.ts';
import { startOfJourney } from './journey.ts';
import { emptyCursor } from './list.ts';
import { noMarks } from './marks.ts';
import { type OpenedPlace, seeing, type Wish } from './places.ts';
import type { Query } from './query.ts';
import { fetchNow } from './rounds.ts';
import type { State } from './state.ts';
import { named } from './views/start-view.ts';
import { workspaceNamed } from './workspaces.ts';

const refuse = (state: State, notice: string): Step => only({ ...state, notice });

/** Which workspaces a query asks about. */
const placeOf = ({ others }: Query): string => `${others.FromAllWorkspaces === true} ${others.WorkspaceId ?? ''}`;

const stopPanes: readonly Effect[] = [
	{ type: 'abort-job' },
	{ type: 'abort-lines' },
	{ type: 'abort-compared' },
	{ type: 'stop-timer', timer: 'logs' },
	{ type: 'stop-timer', timer: 'late' },
];

/** Nothing of the former place is left: no row, no mark, no selection, no figure, no pane. */
const forget = (state: State): State => ({
	...state,
	mode:
		state.detail === undefined && state.logs === undefined && state.comparison === undefined
			? state.mode
			: { kind: 'list' },
	listing: undefined,
	cursor: emptyCursor,
	arrangement: { ...state.arrangement, folds: allOpen },
	marks: noMarks,
	older: undefined,
	detail: undefined,
	logs: undefined,
	comparison: undefined,
	opensOn: undefined,
	transitions: [],
	lateByMs: undefined,
	lastFailure: undefined,
	sweptAt: undefined,
	idsRefused: false,
});

/** Remembers where one was, and what there was to see of workspaces, for completion in this run and the next. */
const remember = (state: State, before: State, profile = ''): Step => {
	const { seen } = state.places;
	const jobs = before.listing?.loaded ?? noJobs;
	const known = seeing(seeing(seen, { region: before.settings.region, profile: '', jobs }), {
		region: state.settings.region,
		profile,
		jobs: [],
	});
	return known === seen
		? only(state)
		: [{ ...state, places: { ...state.places, seen: known } }, [{ type: 'save-places', seen: known }]];
};

/** What follows every event: where another workspace is asked for, by whatever key or word, nothing of the former one stays. */
export const settlePlace = (before: State, after: State): Step =>
	before.query === after.query || placeOf(before.query) === placeOf(after.query)
		? only(after)
		: andThen([forget(after), stopPanes], state => remember(state, before));

const open = (state: State, wish: Wish, to: string): Step => {
	const request = state.lastRequest + 1;
	return [
		{ ...state, lastRequest: request, places: { ...state.places, opening: { request, to } } },
		[{ type: 'open-place', request, wish }],
	];
};

/** `:region ID`. */
export const setRegion = (state: State, region: string): Step => {
	if (state.settings.demo) {
		return refuse(state, `the demo has the one region ${state.settings.region}`);
	}
	if (!looksLikeRegion(region)) {
		const ids = regions.map(({ id }) => id);
		return refuse(state, `:region ${region}: not the id of a region${nearestWords(region, ids)}`);
	}
	return region === state.settings.region
		? refuse(state, `this is ${region} already`)
		: open(state, { kind: 'region', region }, region);
};

/** `:profile NAME`. Another profile may be another region as well. */
export const setProfile = (state: State, profile: string): Step =>
	state.settings.demo
		? refuse(state, 'the demo needs no profile')
		: open(state, { kind: 'profile', profile }, `profile ${profile}`);

/** The workspace of one region says nothing in another. */
const withoutWorkspace = (query: Query): Query => {
	const { WorkspaceId, ...others } = query.others;
	return WorkspaceId === undefined ? query : { ...query, others };
};

/** `:workspace ID`, or several with commas; `default` leaves the choice to the service, `all` asks for one's own jobs in all of them. */
export const setWorkspace = (state: State, text: string, at: number): Step => {
	const { WorkspaceId, FromAllWorkspaces, ...others } = state.query.others;
	const go = (more: Query['others']): Step =>
		andThen(changeQuery(state, { ...state.query, others: { ...others, ...more } }, at), next =>
			// Where it is the same workspace the rows are asked for anew, and stay meanwhile.
			only({ ...next, mode: { kind: 'list' } }),
		);
	if (text === 'default') {
		return go({});
	}
	if (text === 'all') {
		return state.query.mine
			? go({ FromAllWorkspaces: true })
			: refuse(state, 'ListJobs gives all workspaces for your own jobs only: m');
	}
	const found = workspaceNamed(state, text);
	return found.ok ? go({ WorkspaceId: found.value }) : refuse(state, `:workspace ${found.problem}`);
};

/** A connection to the new place stands. Where another switch was asked for meanwhile, it is closed again. */
export const placeOpened = (state: State, request: number, place: OpenedPlace, profile: string, at: number): Step => {
	if (state.places.opening?.request !== request) {
		return [state, [{ type: 'drop-place', request }]];
	}
	const moved: State = named(
		{
			...forget(state),
			mode: { kind: 'list' },
			// What the former service asked for is not asked by the new one.
			quiet: undefined,
			query: withoutWorkspace(state.query),
			pageNumber: 1,
			settings: { ...state.settings, ...place },
			journey: startOfJourney,
			places: { ...state.places, opening: undefined, workspaces: { kind: 'unasked' } },
		},
		undefined,
		state.journey.current?.ownColumns,
	);
	return andThen(
		[
			moved,
			[
				{ type: 'abort-fetches' },
				{ type: 'stop-timer', timer: 'typing' },
				...stopPanes,
				{ type: 'use-place', request },
			],
		],
		next => andThen(remember(next, state, profile), known => fetchNow(known, at)),
	);
};

/** The switch failed: everything stays as it is, and the reason is said. */
export const placeRefused = (state: State, request: number, failure: Failure): Step => {
	const { opening } = state.places;
	if (opening?.request !== request) {
		return only(state);
	}
	const [reason = ''] = failure.message.split('\n');
	return only({
		...state,
		notice: `still here, not at ${opening.to}: ${reason}`,
		places: { ...state.places, opening: undefined },
	});
};
