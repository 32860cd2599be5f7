import type { Job } from './job.ts';
import { sameJson } from './json.ts';
import { Pieces, piecesBeside } from './pieces.ts';
import { amended, compare, foundIn, type Order } from './sorted.ts';

/** Whatever has a key that tells it from all others. */
type Keyed = { readonly key: string };

/** Jobs in the order of their keys, each key once. */
export type JobsByKey = Pieces<Job>;

const keyOrder: Order<Keyed> = (a, b) => compare(a.key, b.key);

export const noJobs: JobsByKey = Pieces.of<Job>([]);

/** The last of the jobs with each key, in the order of the keys. */
const lastOfEach = (jobs: readonly Job[]): readonly Job[] =>
	[...new Map(jobs.map(job => [job.key, job])).values()].sort(keyOrder);

export const jobsByKey = (jobs: readonly Job[]): JobsByKey => Pieces.of(lastOfEach(jobs));

/** The job of this key among them. */
export const jobWith = (jobs: JobsByKey, key: string): Job | undefined => foundIn<Job, Keyed>(jobs, { key }, keyOrder);

/** Those of the keys that are among the jobs. */
export const jobsWith = (jobs: JobsByKey, keys: Iterable<string>): readonly Job[] =>
	[...keys].flatMap(key => jobWith(jobs, key) ?? []);

/** The jobs with those that arrived, each in the place of the one with its key; the same list where it has them all. */
export const withArrived = (jobs: JobsByKey, arrived: readonly Job[]): JobsByKey => {
	const news = lastOfEach(arrived).filter(job => jobWith(jobs, job.key) !== job);
	return news.length === 0 ? jobs : amended(jobs, news, news, keyOrder);
};

/** The jobs of both, in the form of the newer ones; these themselves where they have all keys of the former ones. */
export const joined = (former: JobsByKey, newer: JobsByKey): JobsByKey => {
	const { fresh, gone } = differenceOf(former, newer);
	return gone.length === 0 ? newer : amended(former, fresh, fresh, keyOrder);
};

/** The jobs without those that have the keys of these. */
export const withoutThem = (jobs: JobsByKey, gone: readonly Job[]): JobsByKey =>
	gone.length === 0 ? jobs : amended(jobs, lastOfEach(gone), [], keyOrder);

/** What became of the jobs of a list in one that came after it. */
export type Difference = {
	/** Jobs that are not among the former ones as they are: new ones, and changed ones. */
	readonly fresh: readonly Job[];
	/** The changed ones as they were. */
	readonly replaced: readonly Job[];
	/** Former jobs that are not there any more. */
	readonly gone: readonly Job[];
};

/** How the jobs differ from those before. What both have in the same pieces is not looked at. */
export const differenceOf = (before: JobsByKey, jobs: JobsByKey): Difference => {
	const [was, is] = [piecesBeside(before, jobs).flat(), piecesBeside(jobs, before).flat()];
	const [fresh, replaced, gone]: [Job[], Job[], Job[]] = [[], [], []];
	let place = 0;
	for (const job of is) {
		for (let former = was[place]; former !== undefined && former.key < job.key; former = was[place]) {
			gone.push(former);
			place += 1;
		}
		const former = was[place];
		const isKnown = former?.key === job.key;
		if (former !== job) {
			fresh.push(job);
		}
		if (isKnown && former !== job) {
			replaced.push(former);
		}
		place += Number(isKnown);
	}
	return { fresh, replaced, gone: [...gone, ...was.slice(place)] };
};

/** The jobs, each as the former object of its key where that came back equal: of what stays the same object nothing need be looked at again. */
export const keepIdentity = (former: JobsByKey, jobs: readonly Job[]): readonly Job[] =>
	jobs.map(job => {
		const known = jobWith(former, job.key);
		return known !== undefined && known !== job && sameJson(known.sent, job.sent) ? known : job;
	});
