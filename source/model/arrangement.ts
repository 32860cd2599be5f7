import type { GroupKey } from '../tables/group-keys.ts';
import type { LocalSortKey } from '../tables/sort-keys.ts';
import { allOpen, type Folds } from './folds.ts';
import type { AnySort } from './sort.ts';
import type { State } from './state.ts';

export type LocalSort = { readonly by: LocalSortKey; readonly order: 'asc' | 'desc' };

/** How the loaded rows are laid out on the screen. None of it is a question to the service. */
export type Arrangement = {
	/** A key that only dlctop sorts by; undefined leaves the order of the query. */
	readonly sort: LocalSort | undefined;
	readonly group: GroupKey | undefined;
	readonly folds: Folds;
};

export const plainArrangement: Arrangement = { sort: undefined, group: undefined, folds: allOpen };

/** The order that the rows are in: the local one, else that of the query. */
export const orderOf = ({ arrangement, query }: Pick<State, 'arrangement' | 'query'>): AnySort =>
	arrangement.sort ?? query.sort;
