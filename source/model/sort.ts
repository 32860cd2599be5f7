import { type AnySortKey, type SortContext, sortKeys } from '../tables/sort-keys.ts';
import type { Job } from './job.ts';
import { type List, Pieces } from './pieces.ts';
import { compare, type Order, reordered } from './sorted.ts';

type Value = string | number | undefined;

export type AnySort = { readonly by: AnySortKey; readonly order: 'asc' | 'desc' };

/** Within one key all values are of one type. An unknown one stands last in either order. */
const compareKnown = (a: Value, b: Value, sign: 1 | -1): number => {
	if (a === undefined || b === undefined) {
		return Number(a === undefined) - Number(b === undefined);
	}
	return sign * compare(a, b);
};

/** For keys that look at nothing but the job. */
export const bare: SortContext = { now: 0, urgency: () => 0 };

/** The jobs in order, by the service's keys as it would sort them; equal ones by JobId, so that the order is total. */
export const sortJobs = (jobs: List<Job>, { by, order }: AnySort, context: SortContext = bare): readonly Job[] => {
	const { value } = sortKeys[by];
	const sign = order === 'asc' ? 1 : -1;
	return jobs
		.map(job => ({ job, value: value(job, context) }))
		.sort((a, b) => compareKnown(a.value, b.value, sign) || compare(a.job.key, b.job.key))
		.map(({ job }) => job);
};

/** The order of jobs by a key, as of one time. */
export const orderOf = ({ by, order }: AnySort, context: SortContext): Order<Job> => {
	const { value } = sortKeys[by];
	const sign = order === 'asc' ? 1 : -1;
	return (a, b) => compareKnown(value(a, context), value(b, context), sign) || compare(a.key, b.key);
};

/** Where more than this share of all jobs moves, sorting all of them anew costs less: each value is read once. */
const mostMoved = 1 / 8;

/** Jobs in an order that look at a clock and at the others: as of then, and as of now. */
export type Resort = { readonly sort: AnySort; readonly was: SortContext; readonly is: SortContext };

/**
 * Jobs that were in order as of then, without some, which need not be among them, and with more, in order as of now; the same list where
 * that changes nothing. Those that stay have the values that they had.
 */
export const resorted = (
	sorted: Pieces<Job>,
	less: readonly Job[],
	more: readonly Job[],
	{ sort, was, is }: Resort,
): Pieces<Job> => {
	if (less.length + more.length > sorted.length * mostMoved) {
		const gone = new Set(less.map(({ key }) => key));
		return Pieces.of(sortJobs([...sorted.filter(({ key }) => !gone.has(key)), ...more], sort, is));
	}
	return reordered(sorted, sortJobs(less, sort, was), sortJobs(more, sort, is), orderOf(sort, was), orderOf(sort, is));
};
