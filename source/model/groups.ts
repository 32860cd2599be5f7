import { type GroupKey, groupKeys } from '../tables/group-keys.ts';
import { byName } from './by-name.ts';
import { milliGpusOf } from './derive.ts';
import { type Folds, isFolded } from './folds.ts';
import type { Job } from './job.ts';
import { inPieces, type List, Pieces } from './pieces.ts';
import { amended, compare, foundIn, type Order, reordered } from './sorted.ts';

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
export type Groups = {
	readonly by: GroupKey;
	/** In the order of their titles. */
	readonly all: Pieces<Group>;
	/** The same, in the order in which they are shown. */
	readonly inOrder: Pieces<Group>;
};

const gpusIn = (jobs: List<Job>): number => jobs.reduce((sum, job) => sum + milliGpusOf(job), 0);

const gather = (jobs: List<Job>, by: GroupKey): ReadonlyMap<string, readonly Job[]> => byName(jobs, groupKeys[by].of);

const groupOf = (title: string, jobs: readonly Job[]): Group => ({
	title,
	jobs: Pieces.of(jobs),
	milliGpus: gpusIn(jobs),
	newestAt: newestOf(jobs),
});

type Titled = Pick<Group, 'title'>;

const byTitle: Order<Titled> = (a, b) => compare(a.title, b.title);

/** The largest group first. */
const bySize: Order<Group> = (a, b) => b.jobs.length - a.jobs.length || byTitle(a, b);

/** The group first whose first job stands first. */
const byFirst =
	(order: Order<Job>): Order<Group> =>
	(a, b) => {
		const [first, second] = [a.jobs.at(0), b.jobs.at(0)];
		return first === undefined || second === undefined ? 0 : order(first, second);
	};

const orderOfGroups = (ofJobs: Order<Job> | undefined): Order<Group> =>
	ofJobs === undefined ? bySize : byFirst(ofJobs);

/** The jobs in groups, where they keep their order; what order they have decides on that of the groups where it is given. */
export const groupsOf = (jobs: List<Job>, by: GroupKey, ofJobs?: Order<Job>): Groups => {
	const groups = [...gather(jobs, by)].map(([title, members]) => groupOf(title, members));
	return {
		by,
		all: Pieces.of(groups.toSorted(byTitle)),
		inOrder: Pieces.of(groups.toSorted(orderOfGroups(ofJobs))),
	};
};

/** The jobs of a list, in order, without some that are among them and with others. */
export type Amend = (jobs: Pieces<Job>, less: readonly Job[], more: readonly Job[]) => Pieces<Job>;

/** How the jobs of groups are put in order; and their order as of then and as of now, where it decides on that of the groups. */
export type Regroup = {
	readonly amend: Amend;
	readonly was: Order<Job> | undefined;
	readonly is: Order<Job> | undefined;
};

const isSame = (a: Pieces<Job>, b: Pieces<Job>): boolean => {
	if (a.length !== b.length) {
		return false;
	}
	const others = b.slice();
	return a.slice().every((job, place) => job === others[place]);
};

const amendedGroup = (group: Group, less: readonly Job[], more: readonly Job[], amend: Amend): Group => {
	const jobs = amend(group.jobs, less, more);
	if (isSame(jobs, group.jobs)) {
		return group;
	}
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
export const groupsAfter = (
	{ by, all, inOrder }: Groups,
	left: readonly Job[],
	came: readonly Job[],
	{ amend, was, is }: Regroup,
): Groups => {
	const [leaving, coming] = [gather(left, by), gather(came, by)];
	const titles = [...new Set([...leaving.keys(), ...coming.keys()])].sort(compare);
	const before = titles.flatMap(title => foundIn<Group, Titled>(all, { title }, byTitle) ?? []);
	const known = new Map(before.map(group => [group.title, group]));
	const after = titles
		.map(title => {
			const group = known.get(title) ?? groupOf(title, []);
			return amendedGroup(group, leaving.get(title) ?? [], coming.get(title) ?? [], amend);
		})
		.filter(({ jobs }) => jobs.length > 0);
	// A group that is as it was stands where it stood, unless its first job decides on that, whose place may be another by now.
	const still = new Set(is === undefined ? after.filter(group => known.get(group.title) === group) : []);
	const [less, more] = [before.filter(group => !still.has(group)), after.filter(group => !still.has(group))];
	const [orderThen, orderNow] = [orderOfGroups(was), orderOfGroups(is)];
	return {
		by,
		all: amended(all, less, more, byTitle),
		inOrder: reordered(inOrder, less.toSorted(orderThen), more.toSorted(orderNow), orderThen, orderNow),
	};
};

const headerOf = (by: GroupKey, { title, jobs, milliGpus, newestAt }: Group, folds: Folds): GroupRow => {
	const key = `group ${by} ${title}`;
	return {
		kind: 'group',
		by,
		key,
		title,
		count: jobs.length,
		gpus: milliGpus / 1000,
		newestAt: newestAt || undefined,
		folded: isFolded(folds, key),
	};
};

/**
 * So many jobs stand in pieces together with those of other groups: a piece for each small group would cost more than its rows. With more
 * of them, the rows that are made anew beside a group that changes would cost more than the pieces.
 */
const mostTogether = 8;

/** The rows of some groups that follow one another. Those of a large one are in its own pieces. */
const rowsOf = (by: GroupKey, groups: readonly Group[], folds: Folds): Pieces<Row>['pieces'] => {
	const pieces: (readonly Row[])[] = [];
	let together: Row[] = [];
	for (const group of groups) {
		const header = headerOf(by, group, folds);
		together.push(header);
		if (!header.folded && group.jobs.length <= mostTogether) {
			together.push(...group.jobs);
		} else if (!header.folded) {
			pieces.push(...inPieces(together), ...group.jobs.pieces);
			together = [];
		}
	}
	return [...pieces, ...inPieces(together)];
};

type KnownRows = { readonly folds: Folds; readonly rows: Pieces<Row>['pieces'] };

const knownRows = new WeakMap<readonly Group[], KnownRows>();

/** The rows of groups: a header for each, and below it its jobs. Groups in a piece that was asked for last with the same folds have the same rows. */
export const groupedRows = ({ by, inOrder }: Groups, folds: Folds): Pieces<Row> =>
	new Pieces(
		inOrder.pieces.flatMap(groups => {
			const known = knownRows.get(groups);
			if (known?.folds === folds) {
				return known.rows;
			}
			const rows = rowsOf(by, groups, folds);
			knownRows.set(groups, { folds, rows });
			return rows;
		}),
	);
