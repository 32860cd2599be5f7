import { type AnySortKey, type SortContext, sortKeys } from '../tables/sort-keys.ts';
import { firstPlace } from './first-place.ts';
import type { Job } from './job.ts';

type Value = string | number | undefined;

export type AnySort = { readonly by: AnySortKey; readonly order: 'asc' | 'desc' };

/** Ascending order of two values that are known. Within one key all of them are of one type. */
const compare = (a: string | number, b: string | number): number => (a < b ? -1 : Number(a > b));

/** An unknown value stands last in either order. */
const compareKnown = (a: Value, b: Value, sign: 1 | -1): number => {
	if (a === undefined || b === undefined) {
		return Number(a === undefined) - Number(b === undefined);
	}
	return sign * compare(a, b);
};

/** For keys that look at nothing but the job. */
const bare: SortContext = { now: 0, urgency: () => 0 };

/** The jobs in order, by the service's keys as it would sort them; equal ones by JobId, so that the order is total. */
export const sortJobs = (jobs: readonly Job[], { by, order }: AnySort, context: SortContext = bare): readonly Job[] => {
	const { value } = sortKeys[by];
	const sign = order === 'asc' ? 1 : -1;
	return jobs
		.map(job => ({ job, value: value(job, context) }))
		.sort((a, b) => compareKnown(a.value, b.value, sign) || compare(a.job.key, b.job.key))
		.map(({ job }) => job);
};

/** The place of a job among sorted ones: before the first that stands behind it in the order. */
const placeOf = (job: Job, sorted: readonly Job[], { by, order }: AnySort): number => {
	const { value } = sortKeys[by];
	const sign = order === 'asc' ? 1 : -1;
	const own = value(job, bare);
	return firstPlace(0, sorted.length, place => {
		const other = sorted[place];
		return other === undefined || (compareKnown(value(other, bare), own, sign) || compare(other.key, job.key)) > 0;
	});
};

/** So many jobs are moved one by one, each at the cost of shifting what stands behind it: less than half of sorting all anew. Thousands would cost more. */
const mostOneByOne = 1000;

const takeOut = (all: Job[], job: Job, sort: AnySort): void => {
	const place = placeOf(job, all, sort) - 1;
	if (all[place]?.key === job.key) {
		all.splice(place, 1);
	}
};

/**
 * Sorted jobs without some, which need not be among them, and with more, each in its place; the same list where that changes nothing. For keys
 * that look at nothing but the job; where few come and go, it costs little more than a copy of the list.
 */
export const sortAnew = (
	sorted: readonly Job[],
	less: readonly Job[],
	more: readonly Job[],
	sort: AnySort,
): readonly Job[] => {
	if (less.length === 0 && more.length === 0) {
		return sorted;
	}
	if (less.length + more.length > mostOneByOne) {
		const gone = new Set(less.map(({ key }) => key));
		return sortJobs([...sorted.filter(({ key }) => !gone.has(key)), ...more], sort);
	}
	const all = sorted.slice();
	for (const job of less) {
		takeOut(all, job, sort);
	}
	for (const job of more) {
		all.splice(placeOf(job, all, sort), 0, job);
	}
	return more.length === 0 && all.length === sorted.length ? sorted : all;
};
