import type { Job } from './job.ts';
import { sameJson } from './json.ts';

type Jobs = readonly Job[];

/**
 * Where each key stands in a list of jobs. A list that only replaces and appends goes on with the places of the one before it, of
 * which it is then the newest: no list finds what only a later one has, since it looks at its own row before it believes a place.
 */
type Index = { readonly places: Map<string, number>; newest: Jobs };

const indexes = new WeakMap<Jobs, Index>();

const indexOf = (jobs: Jobs): Index => {
	const known = indexes.get(jobs);
	if (known !== undefined) {
		return known;
	}
	const index = { places: new Map(jobs.map((job, place) => [job.key, place])), newest: jobs };
	indexes.set(jobs, index);
	return index;
};

/** The job of this key among them. Their index is made once, however often they are asked. */
export const jobWith = (jobs: Jobs, key: string): Job | undefined => {
	const place = indexOf(jobs).places.get(key);
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
	const former = indexOf(jobs);
	const merged = jobs.slice();
	// Somebody went on from these jobs before: their places are taken.
	const places = former.newest === jobs ? former.places : new Map(jobs.map((job, place) => [job.key, place]));
	for (const job of news) {
		const place = places.get(job.key) ?? merged.length;
		places.set(job.key, place);
		merged[place] = job;
	}
	const index = { places, newest: merged };
	former.newest = former.newest === jobs ? merged : former.newest;
	indexes.set(merged, index);
	return merged;
};

/** Those of the jobs that are not among the former ones as they are: new ones, and changed ones. */
export const freshAmong = (jobs: Jobs, former: Jobs): Jobs =>
	jobs === former ? [] : jobs.filter((job, place) => job !== former[place] && job !== jobWith(former, job.key));

/** Those of the former jobs that are gone. */
export const goneFrom = (former: Jobs, jobs: Jobs): Jobs =>
	jobs === former
		? []
		: former.filter((job, place) => job.key !== jobs[place]?.key && jobWith(jobs, job.key) === undefined);

/** The jobs, each as the former object of its key where that came back equal: of what stays the same object nothing need be looked at again. */
export const keepIdentity = (former: Jobs, jobs: Jobs): Jobs =>
	jobs.map(job => {
		const known = jobWith(former, job.key);
		return known !== undefined && known !== job && sameJson(known.sent, job.sent) ? known : job;
	});
