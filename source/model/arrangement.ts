import type { GroupKey } from '../tables/group-keys.ts';
import type { LocalSortKey } from '../tables/sort-keys.ts';
import type { AnySort } from './sort.ts';
import type { State } from './state.ts';

export type LocalSort = { readonly by: LocalSortKey; readonly order: 'asc' | 'desc' };

/** How the loaded rows are laid out on the screen. None of it is a question to the service. */
export type Arrangement = {
	/** A key that only dlctop sorts by; undefined leaves the order of the query. */
	readonly sort: LocalSort | undefined;
	readonly group: GroupKey | undefined;
	/** Keys of the groups whose jobs are hidden. */
	readonly folded: ReadonlySet<string>;
};

export const plainArrangement: Arrangement = { sort: undefined, group: undefined, folded: new Set() };

/** The order that the rows are in: the local one, else that of the query. */
export const orderOf = ({ arrangement, query }: Pick<State, 'arrangement' | 'query'>): AnySort =>
	arrangement.sort ?? query.sort;
