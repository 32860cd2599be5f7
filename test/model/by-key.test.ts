import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf, jobWith, keepIdentity, withArrived } from '../../source/model/by-key.ts';
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

test('where more came than is worth keeping, what became of the list is found out by comparing', () => {
	const arrived = Array.from({ length: 1500 }, (_, index) => namedJob(`dlc${index}`));
	const told = (came: readonly Job[]) => {
		const before = [namedJob('a'), namedJob('b')];
		const after = withArrived(before, came);
		const difference = differenceOf(before, after);
		return { difference, isKept: differenceOf(before, after) === difference };
	};
	expect(told(arrived)).toEqual({ difference: { fresh: arrived, replaced: [], gone: [] }, isKept: false });
	expect(told(arrived.slice(0, 9)).isKept).toBe(true);
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

test('what became of a list in the one that went on from it is told as if all were compared', () => {
	const inPlace = (jobs: readonly Job[]) => jobs.toSorted((a, b) => (a.key < b.key ? -1 : 1));
	fc.assert(
		fc.property(someJobs, batches, (first, arrivals) => {
			let before: readonly Job[] = first;
			for (const arrived of arrivals) {
				const after = withArrived(before, arrived);
				const [told, compared] = [differenceOf(before, after), comparedOneByOne(before, [...after])];
				expect([told.fresh, told.replaced, told.gone].map(inPlace)).toEqual(
					[compared.fresh, compared.replaced, compared.gone].map(inPlace),
				);
				before = after;
			}
		}),
	);
});

const comparedOneByOne = (former: readonly Job[], now: readonly Job[]) => {
	const fresh = now.filter(job => !former.includes(job));
	return {
		fresh,
		replaced: fresh.flatMap(({ key }) => former.filter(job => job.key === key)),
		gone: former.filter(({ key }) => now.every(job => job.key !== key)),
	};
};

test('what is fresh and what is gone is told by the objects, wherever they stand', () => {
	fc.assert(
		fc.property(someJobs, someJobs, fc.boolean(), (former, others, turned) => {
			const kept = turned ? former.toReversed() : former;
			const now = [...mapOf([...kept.slice(1), ...others]).values()];
			expect(differenceOf(former, now)).toEqual(comparedOneByOne(former, now));
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
