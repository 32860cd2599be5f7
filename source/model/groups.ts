import { type GroupKey, groupKeys } from '../tables/group-keys.ts';
import { type Folds, isFolded } from './folds.ts';
import type { Job } from './job.ts';

/** The row that stands above the jobs of a group. */
export type GroupRow = {
	readonly kind: 'group';
	readonly by: GroupKey;
	/** Its identity among the rows. No JobId holds a space. */
	readonly key: string;
	/** What its jobs have in common; `''` where nothing is known. */
	readonly title: string;
	readonly count: number;
	readonly gpus: number;
	/** The newest thing that the service tells of a job of it, ms since the epoch. */
	readonly newestAt: number | undefined;
	/** Its jobs are not among the rows. */
	readonly folded: boolean;
};

/** One row of the table. */
export type Row = Job | GroupRow;

export const isGroupRow = (row: Row): row is GroupRow => 'kind' in row;

const newest = (job: Job): number =>
	Math.max(job.GmtFinishTime ?? 0, job.GmtRunningTime ?? 0, job.GmtSubmittedTime ?? 0, job.GmtCreateTime ?? 0);

type Group = { readonly title: string; readonly jobs: Job[] };

const rowOf = (by: GroupKey, key: string, { title, jobs }: Group, folded: boolean): GroupRow => {
	const newestAt = jobs.reduce((latest, job) => Math.max(latest, newest(job)), 0);
	return {
		kind: 'group',
		by,
		key,
		title,
		count: jobs.length,
		gpus: jobs.reduce((sum, { gpus = 0 }) => sum + gpus, 0),
		newestAt: newestAt === 0 ? undefined : newestAt,
		folded,
	};
};

/** What stands first: the group with the most jobs, or the one whose first job stands first. */
export type GroupOrder = 'largest' | 'as-found';

const gather = (jobs: readonly Job[], by: GroupKey, order: GroupOrder): readonly Group[] => {
	const groups = new Map<string, Group>();
	for (const job of jobs) {
		const title = groupKeys[by].of(job);
		const group = groups.get(title) ?? { title, jobs: [] };
		group.jobs.push(job);
		groups.set(title, group);
	}
	const found = [...groups.values()];
	return order === 'as-found'
		? found
		: found.toSorted((a, b) => b.jobs.length - a.jobs.length || (a.title < b.title ? -1 : Number(a.title > b.title)));
};

/** The jobs under a header for each group; within a group they keep their order. */
export const groupJobs = (
	jobs: readonly Job[],
	by: GroupKey,
	folds: Folds,
	order: GroupOrder = 'largest',
): readonly Row[] =>
	gather(jobs, by, order).flatMap(group => {
		const key = `group ${by} ${group.title}`;
		const header = rowOf(by, key, group, isFolded(folds, key));
		return header.folded ? [header] : [header, ...group.jobs];
	});
