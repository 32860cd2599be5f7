import type { Job } from './job.ts';
import type { Sort, SortKey } from './query.ts';

type Comparison = (a: Job, b: Job) => number;

const byText =
	(text: (job: Job) => string): Comparison =>
	(a, b) => {
		const left = text(a).toLowerCase();
		const right = text(b).toLowerCase();
		return left < right ? -1 : Number(left > right);
	};

const byNumber =
	(value: (job: Job) => number): Comparison =>
	(a, b) =>
		value(a) - value(b);

/** Ascending orders on raw values. A time that was not reached sorts as the latest. */
const comparisons: Readonly<Record<SortKey, Comparison>> = {
	DisplayName: byText(job => job.DisplayName),
	JobType: byText(job => job.JobType),
	Status: byText(job => job.Status),
	GmtCreateTime: byNumber(job => job.GmtCreateTime ?? 0),
	GmtFinishTime: byNumber(job => job.GmtFinishTime ?? Number.MAX_SAFE_INTEGER),
};

const byKey: Comparison = (a, b) => (a.key < b.key ? -1 : Number(a.key > b.key));

/** The jobs in order, as the service would sort them; equal ones by JobId, so that the order is total. */
export const sortJobs = (jobs: readonly Job[], { by, order }: Sort): readonly Job[] => {
	const compare = comparisons[by];
	const sign = order === 'asc' ? 1 : -1;
	return jobs.toSorted((a, b) => sign * compare(a, b) || byKey(a, b));
};
