import { type GroupKey, groupKeys } from '../tables/group-keys.ts';
import { byName } from './by-name.ts';
import { milliGpusOf } from './derive.ts';
import { type Folds, isFolded } from './folds.ts';
import type { Job } from './job.ts';
import { type List, Pieces } from './pieces.ts';
import { compare, type Order } from './sorted.ts';

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

export const noRows: Pieces<Row> = Pieces.of<Row>([]);

export const isGroupRow = (row: Row): row is GroupRow => 'kind' in row;

const newest = (job: Job): number =>
	Math.max(job.GmtFinishTime ?? 0, job.GmtRunningTime ?? 0, job.GmtSubmittedTime ?? 0, job.GmtCreateTime ?? 0);

const newestOf = (jobs: List<Job>): number => jobs.reduce((latest, job) => Math.max(latest, newest(job)), 0);

type Group = {
	readonly title: string;
	/** In the order of the list. */
	readonly jobs: Pieces<Job>;
	/** In whole thousandths of a GPU. */
	readonly milliGpus: number;
	/** Ms since the epoch; 0 where no job has a time. */
	readonly newestAt: number;
};

/** Jobs by what they have in common. */
export type Groups = { readonly by: GroupKey; readonly all: ReadonlyMap<string, Group> };

const gpusIn = (jobs: List<Job>): number => jobs.reduce((sum, job) => sum + milliGpusOf(job), 0);

const gather = (jobs: List<Job>, by: GroupKey): ReadonlyMap<string, readonly Job[]> => byName(jobs, groupKeys[by].of);

const groupOf = (title: string, jobs: readonly Job[]): Group => ({
	title,
	jobs: Pieces.of(jobs),
	milliGpus: gpusIn(jobs),
	newestAt: newestOf(jobs),
});

/** The jobs in groups, where they keep their order. */
export const groupsOf = (jobs: List<Job>, by: GroupKey): Groups => ({
	by,
	all: new Map([...gather(jobs, by)].map(([title, members]) => [title, groupOf(title, members)])),
});

/** The jobs of a list, in order, without some that are among them and with others. */
export type Amend = (jobs: Pieces<Job>, less: readonly Job[], more: readonly Job[]) => Pieces<Job>;

const amendedGroup = (group: Group, less: readonly Job[], more: readonly Job[], amend: Amend): Group => {
	const jobs = amend(group.jobs, less, more);
	const came = newestOf(more);
	const milliGpus = group.milliGpus - gpusIn(less) + gpusIn(more);
	// What is added to numbers of that size is not what is left once they are taken away.
	const isExact = Number.isSafeInteger(group.milliGpus) && Number.isSafeInteger(milliGpus);
	// Only where the newest of all leaves, and none as new comes, the others have to be looked at.
	const isKnown = came >= group.newestAt || newestOf(less) < group.newestAt;
	return {
		title: group.title,
		jobs,
		milliGpus: isExact ? milliGpus : gpusIn(jobs),
		newestAt: isKnown ? Math.max(group.newestAt, came) : newestOf(jobs),
	};
};

/** The groups without some of their jobs and with others: what costs are those. */
export const groupsAfter = ({ by, all }: Groups, less: readonly Job[], more: readonly Job[], amend: Amend): Groups => {
	const [leaving, coming] = [gather(less, by), gather(more, by)];
	const next = new Map(all);
	for (const title of new Set([...leaving.keys(), ...coming.keys()])) {
		const known = all.get(title) ?? groupOf(title, []);
		const group = amendedGroup(known, leaving.get(title) ?? [], coming.get(title) ?? [], amend);
		if (group.jobs.length === 0) {
			next.delete(title);
		} else {
			next.set(title, group);
		}
	}
	return { by, all: next };
};

/** The largest group first. */
const bySize: Order<Group> = (a, b) => b.jobs.length - a.jobs.length || compare(a.title, b.title);

/** The group first whose first job stands first. */
const byFirst =
	(order: Order<Job>): Order<Group> =>
	(a, b) => {
		const [first, second] = [a.jobs.at(0), b.jobs.at(0)];
		return first === undefined || second === undefined ? 0 : order(first, second);
	};

/** The rows of groups: a header for each, and below it its jobs. What order the jobs have decides on that of the groups where it is given. */
export const groupedRows = ({ by, all }: Groups, folds: Folds, order?: Order<Job>): Pieces<Row> =>
	new Pieces(
		[...all.values()].toSorted(order === undefined ? bySize : byFirst(order)).flatMap(group => {
			const { title, jobs, milliGpus, newestAt } = group;
			const key = `group ${by} ${title}`;
			const header: GroupRow = {
				kind: 'group',
				by,
				key,
				title,
				count: jobs.length,
				gpus: milliGpus / 1000,
				newestAt: newestAt || undefined,
				folded: isFolded(folds, key),
			};
			const headed: readonly (readonly Row[])[] = header.folded ? [[header]] : [[header], ...jobs.pieces];
			return headed;
		}),
	);
