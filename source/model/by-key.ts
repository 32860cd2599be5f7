import type { Job } from './job.ts';

const indexes = new WeakMap<readonly Job[], ReadonlyMap<string, Job>>();

/** The jobs by their keys. Made once for each list: every answer compares its rows with those before, in several ways. */
export const byKey = (jobs: readonly Job[]): ReadonlyMap<string, Job> => {
	const known = indexes.get(jobs);
	if (known !== undefined) {
		return known;
	}
	const index = new Map(jobs.map(job => [job.key, job]));
	indexes.set(jobs, index);
	return index;
};
