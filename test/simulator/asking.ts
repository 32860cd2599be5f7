import { expect } from 'vitest';
import type { JsonObject } from '../../source/model/json.ts';
import type { Disputed } from '../../source/simulator/filter.ts';
import { type JobList, listJobs } from '../../source/simulator/list-jobs.ts';
import { start, world } from './moments.ts';
import { textOf } from './reading.ts';

export type Asked = Readonly<Record<string, string>>;

const asDocumented: Disputed = { fuzzyJobId: true, commaStatus: false };
export const answer = (asked: Asked, now = start, disputed = asDocumented) =>
	listJobs(world, new Map(Object.entries(asked)), { now, disputed });

export const page = (asked: Asked, now = start, disputed = asDocumented): JobList => {
	const given = answer(asked, now, disputed);
	if (!given.ok) {
		throw new Error(given.problem.Message);
	}
	return given.value;
};

export const idsOf = (jobs: readonly JsonObject[]): readonly string[] => jobs.map(job => textOf(job, 'JobId'));

/** Every page of a query, in order. */
export const everything = (asked: Asked, now = start, disputed = asDocumented): readonly JsonObject[] => {
	const { TotalCount } = page({ ...asked, PageSize: '1' }, now, disputed);
	const pages = Math.ceil(TotalCount / 100);
	const jobs = Array.from({ length: pages }, (_, index) =>
		page({ ...asked, PageSize: '100', PageNumber: String(index + 1) }, now, disputed),
	).flatMap(({ Jobs }) => Jobs);
	expect(jobs).toHaveLength(TotalCount);
	return jobs;
};

export const ever = { StartTime: '2000-01-01T00:00:00Z', ShowOwn: 'false' };
