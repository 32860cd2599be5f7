import type { Job, JobPage } from '../../source/model/job.ts';
import type { ListJobsParameters } from '../../source/tables/parameters.ts';
import { aPage, namedJob } from './jobs.ts';

/** What happens to the list between two answers. */
export type Shift =
	| { readonly kind: 'none' }
	| { readonly kind: 'arrival' }
	| { readonly kind: 'leave'; readonly at: number };

/** A list as the service keeps it, newest first, that changes while it is read page by page. */
export type ShiftingList = {
	readonly shift: (shift: Shift) => void;
	/** The page that these parameters ask for, as of now. */
	readonly page: (parameters: ListJobsParameters) => JobPage;
	readonly keys: () => readonly string[];
	/** Keys of all jobs that ever were in the list. */
	readonly everSeen: () => ReadonlySet<string>;
};

const numbered = (number: number): Job =>
	namedJob(`dlc${number}`, { GmtCreateTime: new Date(Date.UTC(2026, 10, 1) + number * 1000).toISOString() });

export const createShiftingList = (count: number): ShiftingList => {
	let jobs = Array.from({ length: count }, (_, index) => numbered(count - index));
	let next = count + 1;
	const seen = new Set(jobs.map(job => job.key));
	return {
		shift: shift => {
			if (shift.kind === 'arrival') {
				const job = numbered(next);
				next += 1;
				seen.add(job.key);
				jobs = [job, ...jobs];
			} else if (shift.kind === 'leave' && jobs.length > 0) {
				jobs = jobs.toSpliced(shift.at % jobs.length, 1);
			}
		},
		page: ({ PageNumber = 1, PageSize = 10 }) =>
			aPage(jobs.slice((PageNumber - 1) * PageSize, PageNumber * PageSize), jobs.length),
		keys: () => jobs.map(job => job.key),
		everSeen: () => seen,
	};
};
