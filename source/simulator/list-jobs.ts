import { type Result, success } from '../model/failure.ts';
import type { JsonObject } from '../model/json.ts';
import type { FilterContext } from './filter.ts';
import { predicatesOf } from './filters.ts';
import { itemAt } from './item.ts';
import { type Parameters, whole } from './readers.ts';
import type { Refusal } from './refusal.ts';
import { sortOf } from './sort.ts';
import type { World } from './world.ts';

type Page = { readonly skip: number; readonly take: number };

const pageOf = (parameters: Parameters): Result<Page, Refusal> => {
	const size = whole(parameters, 'PageSize', 1, 100);
	const number = whole(parameters, 'PageNumber', 1, 1_000);
	if (!size.ok) {
		return size;
	}
	if (!number.ok) {
		return number;
	}
	const take = size.value ?? 10;
	return success({ skip: ((number.value ?? 1) - 1) * take, take });
};

export type JobList = { readonly Jobs: readonly JsonObject[]; readonly TotalCount: number };

/** One page of the jobs that the parameters ask for, and how many there are on all pages, as of `context.now`. */
export const listJobs = (world: World, parameters: Parameters, context: FilterContext): Result<JobList, Refusal> => {
	const predicates = predicatesOf(parameters, context);
	const sort = sortOf(parameters);
	const page = pageOf(parameters);
	if (!predicates.ok) {
		return predicates;
	}
	if (!sort.ok) {
		return sort;
	}
	if (!page.ok) {
		return page;
	}
	const { now } = context;
	const { skip, take } = page.value;
	const found = world.jobsAt(now).filter(job => predicates.value.every(wants => wants(job, now)));
	const Jobs = sort
		.value(found, now)
		.slice(skip, skip + take)
		.map(job => itemAt(job, now));
	return success({ Jobs, TotalCount: found.length });
};
