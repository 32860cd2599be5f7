import { failed, type Result, success } from '../model/failure.ts';
import { readGroup, readOrder } from '../model/named-keys.ts';
import type { GroupKey } from '../tables/group-keys.ts';
import type { ListJobsParameters } from '../tables/parameters.ts';
import { isLocalSortKey, type LocalSortKey } from '../tables/sort-keys.ts';
import { readValue } from './wrong-value.ts';

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

const groupOrNone = (text: string): Result<GroupKey | 'none', string> => {
	const group = readGroup(text);
	return group.ok ? success(group.value ?? 'none') : group;
};

/** The look, and the parameters with an order of the service among them. The problem is one sentence. */
export const parseLook = (
	text: (name: string) => string | undefined,
	parameters: ListJobsParameters,
): Result<{ readonly look: GivenLook; readonly parameters: ListJobsParameters }, string> => {
	const sort = readValue('sort', text('sort'), readOrder);
	const group = readValue('group', text('group'), groupOrNone);
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
