import type { Job } from './job.ts';
import { sameJson } from './json.ts';

type Jobs = readonly Job[];

/** Where each key stands in a list and in those that went on from it; `generation` counts them. */
type Places = { readonly of: Map<string, number>; generation: number };

/**
 * The index of one list. A list that only replaces and appends goes on with the places of the one before it: no list finds what only a
 * later one has, since it looks at its own row before it believes a place. An index names no other list, which it would keep alive.
 */
type Index = {
	readonly places: Places;
	readonly generation: number;
	/** How the list differs from the one before it; undefined where that is not known, or too much to keep. */
	readonly step?: Difference | undefined;
};

/** What became of the jobs of a list in one that came after it. */
export type Difference = {
	/** Jobs that are not among the former ones as they are: new ones, and changed ones. */
	readonly fresh: Jobs;
	/** The changed ones as they were. */
	readonly replaced: Jobs;
	/** Former jobs that are not there any more. */
	readonly gone: Jobs;
};

/** A longer step is not kept with the list: it would hold as many jobs that nobody shows any more. */
const longestStepKept = 1000;

const indexes = new WeakMap<Jobs, Index>();

const indexAnew = (jobs: Jobs): Index => ({
	places: { of: new Map(jobs.map((job, place) => [job.key, place])), generation: 0 },
	generation: 0,
});

const indexOf = (jobs: Jobs): Index => {
	const index = indexes.get(jobs) ?? indexAnew(jobs);
	indexes.set(jobs, index);
	return index;
};

/** The job of this key among them. Their index is made once, however often they are asked. */
export const jobWith = (jobs: Jobs, key: string): Job | undefined => {
	const place = indexOf(jobs).places.of.get(key);
	const job = place === undefined ? undefined : jobs[place];
	return job?.key === key ? job : undefined;
};

/**
 * The jobs with those that arrived: each in the place of the one with its key, new ones behind the others. Costs what arrived costs, but for
 * the copy of the list; the same list comes back when it has them all.
 */
export const withArrived = (jobs: Jobs, arrived: Jobs): Jobs => {
	const news = arrived.filter(job => jobWith(jobs, job.key) !== job);
	if (news.length === 0) {
		return jobs;
	}
	const known = indexOf(jobs);
	// Where somebody went on from these jobs before, the places behind them are taken.
	const { places } = known.generation === known.places.generation ? known : indexAnew(jobs);
	const merged = jobs.slice();
	for (const job of news) {
		const place = places.of.get(job.key) ?? merged.length;
		places.of.set(job.key, place);
		merged[place] = job;
	}
	places.generation += 1;
	const step = news.length > longestStepKept ? undefined : stepOf(jobs, news);
	indexes.set(merged, { places, generation: places.generation, step });
	return merged;
};

const asTheyWere = (jobs: Jobs, changed: Jobs): Jobs => changed.flatMap(({ key }) => jobWith(jobs, key) ?? []);

/** The step to a list that news were merged into. Of two that have one key, the later one is there. */
const stepOf = (jobs: Jobs, news: Jobs): Difference => {
	const last = new Map(news.map(job => [job.key, job]));
	const fresh = [...last.values()];
	return { fresh, replaced: asTheyWere(jobs, fresh), gone: [] };
};

const nothing: Difference = { fresh: [], replaced: [], gone: [] };

const compare = (before: Jobs, jobs: Jobs): Difference => {
	const fresh = jobs.filter((job, place) => job !== before[place] && job !== jobWith(before, job.key));
	return {
		fresh,
		replaced: asTheyWere(before, fresh),
		gone: before.filter((job, place) => job.key !== jobs[place]?.key && jobWith(jobs, job.key) === undefined),
	};
};

/** How the jobs differ from those before. Of a list that went on from them (`withArrived`) it is known; else all jobs of both are looked at. */
export const differenceOf = (before: Jobs, jobs: Jobs): Difference => {
	if (before === jobs) {
		return nothing;
	}
	const [was, is] = [indexes.get(before), indexes.get(jobs)];
	const goesOn = was !== undefined && was.places === is?.places && was.generation === is.generation - 1;
	return (goesOn ? is?.step : undefined) ?? compare(before, jobs);
};

/** The jobs, each as the former object of its key where that came back equal: of what stays the same object nothing need be looked at again. */
export const keepIdentity = (former: Jobs, jobs: Jobs): Jobs =>
	jobs.map(job => {
		const known = jobWith(former, job.key);
		return known !== undefined && known !== job && sameJson(known.sent, job.sent) ? known : job;
	});
