import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	differenceOf,
	type JobsByKey,
	jobsByKey,
	jobWith,
	joined,
	keepIdentity,
	noJobs,
	withArrived,
	withoutThem,
} from '../../source/model/by-key.ts';
import type { Job } from '../../source/model/job.ts';
import { piecesBeside } from '../../source/model/pieces.ts';
import { namedJob } from '../support/jobs.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'A', '?1', 'é'];
const someJob = fc
	.record({ id: fc.constantFrom(...ids), Status: fc.constantFrom('Running', 'Failed') })
	.map(({ id, Status }) => namedJob(id, { Status }));
const someJobs = fc.array(someJob, { maxLength: 8 });
const batches = fc.array(fc.record({ came: someJobs, went: someJobs }), { maxLength: 6 });
type Batch = { readonly came: readonly Job[]; readonly went: readonly Job[] };

const after = (jobs: JobsByKey, { came, went }: Batch): JobsByKey => withoutThem(withArrived(jobs, came), went);

const mapAfter = (jobs: ReadonlyMap<string, Job>, { came, went }: Batch): ReadonlyMap<string, Job> => {
	const map = new Map([...jobs, ...came.map(job => [job.key, job] as const)]);
	for (const { key } of went) {
		map.delete(key);
	}
	return map;
};
const mapOf = (jobs: readonly Job[]) => mapAfter(new Map(), { came: jobs, went: [] });
const found = (jobs: JobsByKey) => ids.map(id => jobWith(jobs, id));
const inMap = (map: ReadonlyMap<string, Job>) => ids.map(id => map.get(id));

describe('jobs by their keys', () => {
	test('are what a map of them has, whatever comes and goes, also in the lists from before', () => {
		fc.assert(
			fc.property(someJobs, batches, (first, changes) => {
				let [jobs, map] = [jobsByKey(first), mapOf(first)];
				const seen = [{ jobs, map }];
				for (const change of changes) {
					[jobs, map] = [after(jobs, change), mapAfter(map, change)];
					seen.push({ jobs, map });
				}
				for (const one of seen) {
					expect(one.jobs.map(({ key }) => key)).toEqual([...one.map.keys()].toSorted());
					expect(found(one.jobs)).toEqual(inMap(one.map));
				}
			}),
		);
	});

	test('of two lists are those of both, the newer form of each; the newer list itself where it has all', () => {
		fc.assert(
			fc.property(someJobs, someJobs, (former, newer) => {
				const [before, after] = [jobsByKey(former), jobsByKey(newer)];
				expect(joined(before, after).slice()).toEqual(jobsByKey([...former, ...newer]).slice());
				expect(joined(noJobs, after)).toBe(after);
			}),
		);
	});

	test('stay the same list when nothing new comes and nobody goes', () => {
		const jobs = jobsByKey([namedJob('a'), namedJob('b')]);
		expect(withArrived(jobs, jobs.slice(1))).toBe(jobs);
		expect(withArrived(jobs, [])).toBe(jobs);
		expect(withoutThem(jobs, [])).toBe(jobs);
		expect(withoutThem(jobs, [namedJob('c')])).toBe(jobs);
	});

	test('of a hundred thousand are copied where some change, and nowhere else', () => {
		const many = jobsByKey(Array.from({ length: 100_000 }, (_, index) => namedJob(`dlc${index}`)));
		const changed = withArrived(many, [namedJob('dlc777', { Status: 'Failed' }), namedJob('dlcNew')]);
		expect(changed).toHaveLength(100_001);
		expect(piecesBeside(changed, many).length).toBeLessThanOrEqual(3);
	});
});

const comparedOneByOne = (former: JobsByKey, now: JobsByKey) => {
	const [before, after] = [former.slice(), now.slice()];
	const fresh = after.filter(job => !before.includes(job));
	return {
		fresh,
		replaced: fresh.flatMap(({ key }) => before.filter(job => job.key === key)),
		gone: before.filter(({ key }) => after.every(job => job.key !== key)),
	};
};

describe('what became of a list', () => {
	test('is told as if all jobs were compared, in one that went on from it and in any other', () => {
		fc.assert(
			fc.property(someJobs, batches, someJobs, (first, changes, others) => {
				const before = jobsByKey(first);
				let jobs = before;
				for (const change of changes) {
					const next = after(jobs, change);
					expect(differenceOf(jobs, next)).toEqual(comparedOneByOne(jobs, next));
					jobs = next;
				}
				expect(differenceOf(before, jobs)).toEqual(comparedOneByOne(before, jobs));
				const other = jobsByKey([...first.slice(1), ...others]);
				expect(differenceOf(before, other)).toEqual(comparedOneByOne(before, other));
			}),
		);
	});

	test('is told over many pieces, of which some are the same', () => {
		const many = Array.from({ length: 3000 }, (_, index) => namedJob(`dlc${index}`));
		const [before, gone] = [jobsByKey(many), many.filter((_, index) => index % 900 === 0)];
		const fresh = ['dlc1500', 'dlc2', 'new'].map(id => namedJob(id, { Status: 'Failed' }));
		const now = withoutThem(withArrived(before, fresh), gone);
		expect(differenceOf(before, now)).toEqual(comparedOneByOne(before, now));
		expect(differenceOf(noJobs, now).fresh).toEqual(now.slice());
	});
});

test('a job that comes back equal keeps its object, a changed one does not', () => {
	const [a, b] = [namedJob('a', { Status: 'Running' }), namedJob('b', { Status: 'Running' })];
	const [same, changed] = [namedJob('a', { Status: 'Running' }), namedJob('b', { Status: 'Failed' })];
	const kept = keepIdentity(jobsByKey([a, b]), [changed, same]);
	expect(kept[0]).toBe(changed);
	expect(kept[1]).toBe(a);
});
