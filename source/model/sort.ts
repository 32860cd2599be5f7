import { type AnySortKey, type SortContext, sortKeys } from '../tables/sort-keys.ts';
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
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		const other = sorted[middle];
		const isBehind =
			other === undefined || (compareKnown(value(other, bare), own, sign) || compare(other.key, job.key)) > 0;
		[low, high] = isBehind ? [low, middle] : [middle + 1, high];
	}
	return low;
};

/** Sorted jobs with more of them, each in its place. For keys that look at nothing but the job; a few cost next to nothing. */
export const sortInto = (sorted: readonly Job[], more: readonly Job[], sort: AnySort): readonly Job[] => {
	const parts: Job[][] = [];
	let from = 0;
	for (const job of sortJobs(more, sort)) {
		const place = placeOf(job, sorted, sort);
		parts.push(sorted.slice(from, place), [job]);
		from = place;
	}
	return parts.length === 0 ? sorted : [...parts.flat(), ...sorted.slice(from)];
};
