import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshAmong, goneFrom, jobWith, keepIdentity, withArrived } from '../../source/model/by-key.ts';
import type { Job } from '../../source/model/job.ts';
import { namedJob } from '../support/jobs.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const someJob = fc
	.record({ id: fc.constantFrom(...ids), Status: fc.constantFrom('Running', 'Failed') })
	.map(({ id, Status }) => namedJob(id, { Status }));
const someJobs = fc.uniqueArray(someJob, { selector: job => job.key });
const batches = fc.array(fc.array(someJob, { maxLength: 4 }), { maxLength: 6 });

const mapOf = (jobs: readonly Job[]) => new Map(jobs.map(job => [job.key, job]));
const found = (jobs: readonly Job[]) => ids.map(id => jobWith(jobs, id));
const inMap = (jobs: readonly Job[]) => ids.map(id => mapOf(jobs).get(id));

describe('jobs by their keys', () => {
	test('are what a map of them has, whatever arrives, also in the lists from before', () => {
		fc.assert(
			fc.property(someJobs, batches, (first, arrivals) => {
				const lists: (readonly Job[])[] = [first];
				for (const arrived of arrivals) {
					lists.push(withArrived(lists.at(-1) ?? [], arrived));
				}
				for (const [index, jobs] of lists.entries()) {
					expect([...jobs]).toEqual([...mapOf([...first, ...arrivals.slice(0, index).flat()]).values()]);
					expect(found(jobs)).toEqual(inMap(jobs));
				}
			}),
		);
	});

	test('go their own ways from one list, each as if it were the only one', () => {
		fc.assert(
			fc.property(someJobs, batches, batches, (first, one, other) => {
				let [left, right]: [readonly Job[], readonly Job[]] = [first, first];
				for (let turn = 0; turn < Math.max(one.length, other.length); turn++) {
					left = withArrived(left, one[turn] ?? []);
					right = withArrived(right, other[turn] ?? []);
				}
				expect(found(left)).toEqual(inMap([...first, ...one.flat()]));
				expect(found(right)).toEqual(inMap([...first, ...other.flat()]));
				expect(found(first)).toEqual(inMap(first));
			}),
		);
	});

	test('stay the same list when nothing new arrives', () => {
		const jobs = [namedJob('a'), namedJob('b')];
		expect(withArrived(jobs, jobs.slice(1))).toBe(jobs);
		expect(withArrived(jobs, [])).toBe(jobs);
	});
});

test('the index of a list keeps none of those that went on from it alive', async () => {
	setFlagsFromString('--expose-gc');
	const collect: unknown = runInNewContext('gc');
	const first = [namedJob('a')];
	const next = (() => new WeakRef(withArrived(first, [namedJob('b')])))();
	// What was made in a turn of the event loop stays until that is over.
	await new Promise(resolve => setImmediate(resolve));
	if (typeof collect === 'function') {
		collect();
	}
	expect(next.deref()).toBeUndefined();
	expect(jobWith(first, 'a')).toBe(first[0]);
});

test('what is fresh and what is gone is told by the objects, wherever they stand', () => {
	fc.assert(
		fc.property(someJobs, someJobs, fc.boolean(), (former, others, turned) => {
			const kept = turned ? former.toReversed() : former;
			const now = [...mapOf([...kept.slice(1), ...others]).values()];
			expect(freshAmong(now, former)).toEqual(now.filter(job => !former.includes(job)));
			expect(goneFrom(former, now)).toEqual(former.filter(({ key }) => now.every(job => job.key !== key)));
		}),
	);
});

test('a job that comes back equal keeps its object, a changed one does not', () => {
	const [a, b] = [namedJob('a', { Status: 'Running' }), namedJob('b', { Status: 'Running' })];
	const [same, changed] = [namedJob('a', { Status: 'Running' }), namedJob('b', { Status: 'Failed' })];
	const kept = keepIdentity([a, b], [changed, same]);
	expect(kept[0]).toBe(changed);
	expect(kept[1]).toBe(a);
});
