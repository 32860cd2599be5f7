import { parseColumnList } from '../tables/column-of.ts';
import { type GroupKey, isGroupKey } from '../tables/group-keys.ts';
import { isLocalSortKey, isSortKey } from '../tables/sort-keys.ts';
import type { Look } from './look.ts';
import type { AnySort } from './sort.ts';
import type { State } from './state.ts';

/** A person's own order and grouping, which are kept from one run to the next. */
export type KeptOrder = {
	readonly sort: AnySort | undefined;
	readonly group: GroupKey | undefined;
	readonly columns?: readonly string[] | undefined;
};

export const orderOf = ({ sort, query, group, columns }: Look): KeptOrder => ({
	sort: sort ?? query.sort,
	group,
	columns,
});

/** The text of the file: `sort gpus desc`, `group user`. */
export const orderText = ({ sort, group, columns }: KeptOrder): string =>
	[
		...(sort === undefined ? [] : [`sort ${sort.by} ${sort.order}\n`]),
		...(group === undefined ? [] : [`group ${group}\n`]),
		...(columns === undefined ? [] : [`columns ${columns.join(',')}\n`]),
	].join('');

const readSort = (by: string, order: string): AnySort | undefined =>
	isSortKey(by) && (order === 'asc' || order === 'desc') ? { by, order } : undefined;

/** What such a file says, whatever it holds. */
export const orderFrom = (text: string): KeptOrder => {
	const lines = text.split(/\r?\n/).map(line => line.split(' '));
	const rest = (name: string): readonly string[] | undefined => lines.find(([first]) => first === name)?.slice(1);
	const [by = '', order = ''] = rest('sort') ?? [];
	const [group = ''] = rest('group') ?? [];
	const named = rest('columns')?.join(' ');
	const columns = named === undefined ? undefined : parseColumnList(named);
	return {
		sort: readSort(by, order),
		group: isGroupKey(group) ? group : undefined,
		columns: columns?.ok === true ? columns.value : undefined,
	};
};

/** The state in a kept order, before anything was asked. */
export const inOrder = (before: State, { sort, group, columns }: KeptOrder): State => {
	const { settings } = before;
	const state: State =
		columns === undefined ? before : { ...before, settings: { ...settings, columns: settings.columns ?? columns } };
	if (sort === undefined) {
		return { ...state, arrangement: { ...state.arrangement, group } };
	}
	const { by, order } = sort;
	return isLocalSortKey(by)
		? { ...state, arrangement: { ...state.arrangement, sort: { by, order }, group } }
		: { ...state, query: { ...state.query, sort: { by, order } }, arrangement: { ...state.arrangement, group } };
};
