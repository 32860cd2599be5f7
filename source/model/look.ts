import type { GroupKey } from '../tables/group-keys.ts';
import type { LocalSort } from './arrangement.ts';
import { printWholeQuery } from './grammar/from-query.ts';
import type { Query, Sort } from './query.ts';

/** How the jobs are looked at: what `[ ] -` walk through, and what a saved view holds. */
export type Look = {
	readonly query: Query;
	readonly sort: LocalSort | undefined;
	readonly group: GroupKey | undefined;
	readonly columns: readonly string[] | undefined;
	readonly everything: boolean;
};

type Order = LocalSort | Sort;
/** Whether two orders are the same; none is the same as none. */
export const sameOrder = (a: Order | undefined, b: Order | undefined): boolean =>
	a?.by === b?.by && a?.order === b?.order;

/** Whether two looks have the same order, groups and columns. */
export const sameArrangement = (a: Look, b: Look): boolean =>
	sameOrder(a.sort ?? a.query.sort, b.sort ?? b.query.sort) &&
	a.group === b.group &&
	a.columns?.join() === b.columns?.join();

/** Whether two looks are the same to a person. */
export const sameLook = (a: Look, b: Look): boolean =>
	a.everything === b.everything &&
	a.group === b.group &&
	sameOrder(a.sort, b.sort) &&
	sameOrder(a.query.sort, b.query.sort) &&
	a.columns?.join() === b.columns?.join() &&
	printWholeQuery(a.query) === printWholeQuery(b.query);
