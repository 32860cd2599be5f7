import type { Arguments } from '../adapters/arguments.ts';
import { queryFrom } from '../model/from-parameters.ts';
import { parseQuery } from '../model/grammar/to-query.ts';
import { defaultQuery, type Query } from '../model/query.ts';
import { sentSort } from '../model/views/view-look.ts';
import type { SavedView } from '../tables/views.ts';

type Asked = Pick<Arguments, 'parameters' | 'filter' | 'jobId'>;

/** A view's query under what flags ask for: each flag goes before the view. */
const overView = (view: SavedView, { parameters, filter }: Asked, now: number): Query => {
	const flags = queryFrom(parameters);
	const { WorkspaceId } = flags.others;
	const base: Query = { ...defaultQuery, mine: flags.mine, others: WorkspaceId === undefined ? {} : { WorkspaceId } };
	const parsed = parseQuery(filter === undefined ? view.query : `${view.query} ${filter}`, base, now);
	const query = parsed.ok ? parsed.value : base;
	const { DisplayName, Status, ShowOwn, StartTime, EndTime, SortBy, Order } = parameters;
	return {
		...query,
		name: DisplayName === undefined ? query.name : flags.name,
		statuses: Status === undefined ? query.statuses : flags.statuses,
		mine: ShowOwn === undefined ? query.mine : flags.mine,
		window: StartTime === undefined && EndTime === undefined ? query.window : flags.window,
		sort: SortBy === undefined && Order === undefined ? sentSort(view.sort) : flags.sort,
		others: { ...query.others, ...flags.others },
	};
};

const ofFlags = ({ parameters, filter }: Asked, now: number): Query => {
	const base = queryFrom(parameters);
	const parsed = filter === undefined ? undefined : parseQuery(filter, base, now);
	return parsed?.ok === true ? parsed.value : base;
};

/** What the command line asks for: its parameters, and the terms of `--filter` on top of them; both go before a view. `now` is ms since the epoch. */
export const askedQuery = (asked: Asked, now: number, view?: SavedView): Query => {
	const query = view === undefined ? ofFlags(asked, now) : overView(view, asked, now);
	return asked.jobId === undefined ? query : { ...query, name: asked.jobId };
};
