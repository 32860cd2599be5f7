import { failed, type Result, success } from '../model/failure.ts';
import { readGroup, readOrder } from '../model/named-keys.ts';
import type { AnySort } from '../model/sort.ts';
import type { GroupKey } from '../tables/group-keys.ts';
import type { ListJobsParameters } from '../tables/parameters.ts';
import { isLocalSortKey, type LocalSortKey } from '../tables/sort-keys.ts';
import { wrongValue } from './wrong-value.ts';

/** How the command line wants the jobs looked at, beside which jobs. */
export type GivenLook = {
	/** An order that only dlctop knows; one of the service is a parameter. */
	readonly sort: { readonly by: LocalSortKey; readonly order: 'asc' | 'desc' } | undefined;
	readonly group: GroupKey | 'none' | undefined;
	readonly wide: boolean;
	/** Nothing of settings and former runs decides what is shown. */
	readonly afresh: boolean;
};

/** A command line that says nothing of it. */
export const noLook: GivenLook = { sort: undefined, group: undefined, wide: false, afresh: false };

const parseSort = (raw: string | undefined): Result<AnySort | undefined, string> => {
	if (raw === undefined) {
		return success(undefined);
	}
	const order = readOrder(raw);
	return order.ok ? order : failed(wrongValue('sort', raw, order.problem));
};

const parseGroup = (raw: string | undefined): Result<GroupKey | 'none' | undefined, string> => {
	if (raw === undefined) {
		return success(undefined);
	}
	const group = readGroup(raw);
	return group.ok ? success(group.value ?? 'none') : failed(wrongValue('group', raw, group.problem));
};

/** The look, and the parameters with an order of the service among them. The problem is one sentence. */
export const parseLook = (
	text: (name: string) => string | undefined,
	parameters: ListJobsParameters,
): Result<{ readonly look: GivenLook; readonly parameters: ListJobsParameters }, string> => {
	const sort = parseSort(text('sort'));
	const group = parseGroup(text('group'));
	if (!sort.ok || !group.ok) {
		return sort.ok ? (group.ok ? failed('') : group) : sort;
	}
	const shared = { group: group.value, wide: text('wide') !== undefined, afresh: text('afresh') !== undefined };
	if (sort.value === undefined) {
		return success({ look: { ...shared, sort: undefined }, parameters });
	}
	const { by, order } = sort.value;
	if (isLocalSortKey(by)) {
		return success({ look: { ...shared, sort: { by, order } }, parameters });
	}
	const { SortBy, Order } = parameters;
	return SortBy === undefined && Order === undefined
		? success({ look: { ...shared, sort: undefined }, parameters: { ...parameters, SortBy: by, Order: order } })
		: failed(`--sort ${text('sort')}: --${SortBy === undefined ? 'order' : 'sort-by'} says it already`);
};
