import { isLocalSortKey, sortKeys } from '../../tables/sort-keys.ts';
import type { SavedView } from '../../tables/views.ts';
import { failed, type Result, success } from '../failure.ts';
import { printWholeQuery } from '../grammar/from-query.ts';
import { parseQuery } from '../grammar/to-query.ts';
import type { Look } from '../look.ts';
import { defaultQuery, type Query, type Sort } from '../query.ts';
import type { AnySort } from '../sort.ts';

/** The order of a view for the service; a key of dlctop leaves the usual one. */
export const sentSort = (sort: AnySort | undefined): Sort => {
	const { by, order } = sort ?? defaultQuery.sort;
	return isLocalSortKey(by) ? defaultQuery.sort : { by, order };
};

/** What a view leaves as it is where it says nothing of it: the workspace, and whose jobs. */
const baseOf = ({ query }: Pick<Look, 'query'>, sort: AnySort | undefined): Query => {
	const { WorkspaceId } = query.others;
	return {
		...defaultQuery,
		mine: query.mine,
		others: WorkspaceId === undefined ? {} : { WorkspaceId },
		sort: sentSort(sort),
	};
};

/** How a view looks at the jobs, seen from a look with one's own columns, which a view without any shows. `now` is ms since the epoch. The problem is one sentence. */
export const viewLook = (view: SavedView, present: Look, now: number): Result<Look, string> => {
	const { name, sort, group, columns, everything } = view;
	const query = parseQuery(view.query, baseOf(present, sort), now);
	if (!query.ok) {
		return failed(`view ${name}: ${query.problem.message}`);
	}
	return success({
		query: query.value,
		sort: sort !== undefined && isLocalSortKey(sort.by) ? { by: sort.by, order: sort.order } : undefined,
		group,
		columns: columns === undefined ? present.columns : columns === 'usual' ? undefined : columns,
		everything,
	});
};

/** A look as a view to save: everything is said, so that it is the same from wherever it is opened. */
export const lookAsView = (name: string, look: Look): SavedView => ({
	name,
	key: undefined,
	query: `${look.query.mine ? 'mine:yes ' : ''}${printWholeQuery(look.query)}`.trim(),
	sort: look.sort ?? look.query.sort,
	group: look.group,
	columns: look.columns ?? 'usual',
	everything: look.everything,
	problem: undefined,
});

/** `gpus desc`: an order as the settings file writes it. */
export const sortText = ({ by, order }: AnySort): string =>
	`${sortKeys[by].word.toLowerCase().replaceAll(' ', '-')} ${order}`;
