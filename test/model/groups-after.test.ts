import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allOpen } from '../../source/model/folds.ts';
import { type Amend, groupedRows, groupsAfter, groupsOf } from '../../source/model/groups.ts';
import type { Job } from '../../source/model/job.ts';
import { Pieces, piecesBeside } from '../../source/model/pieces.ts';
import { amended, compare, type Order } from '../../source/model/sorted.ts';
import { namedJob } from '../support/jobs.ts';

describe('groups that go on from those before', () => {
	type Weighted = { readonly order: Order<Job>; readonly jobs: readonly Job[] };

	/** Jobs of a few users, in the order of these weights. */
	const weighted = (weights: ReadonlyMap<number, number>): Weighted => {
		const weightOf = ({ JobId }: Job): number => weights.get(Number(JobId.slice(3))) ?? 0;
		const order: Order<Job> = (a, b) => weightOf(a) - weightOf(b) || compare(a.key, b.key);
		const all = [...weights.keys()].map(id =>
			namedJob(`dlc${id}`, { Username: `user-${id % 7}`, RequestGPU: `${id}` }),
		);
		return { order, jobs: all.sort(order) };
	};

	test.each([
		['by their size', false],
		['by their first jobs', true],
	])('are what all jobs gathered anew would be, in the order %s', (_how, first) => {
		const anyWeights = fc
			.array(fc.tuple(fc.nat(60), fc.nat(9)), { maxLength: 60 })
			.map(pairs => new Map<number, number>(pairs));
		const anyFolds = fc.subarray(['group user user-1', 'group user user-4']).map(turned => ({
			...allOpen,
			turned: new Set(turned),
		}));
		fc.assert(
			fc.property(fc.array(anyWeights, { minLength: 2, maxLength: 5 }), anyFolds, ([start, ...rest], folds) => {
				let weights = start ?? new Map<number, number>();
				let before = weighted(weights);
				let groups = groupsOf(before.jobs, 'user', first ? before.order : undefined);
				for (const next of rest) {
					const now = weighted(next);
					const formerly = weights;
					const differs = ({ JobId }: Job): boolean =>
						formerly.get(Number(JobId.slice(3))) !== next.get(Number(JobId.slice(3)));
					const [less, more] = [before.jobs.filter(differs), now.jobs.filter(differs)];
					const was = before.order;
					groups = groupsAfter(groups, less, more, {
						amend: (list, leaving, coming) =>
							amended(amended(list, [...leaving].sort(was), [], was), [], [...coming].sort(now.order), now.order),
						...(first ? { was, is: now.order } : { was: undefined, is: undefined }),
					});
					const anew = groupsOf(now.jobs, 'user', first ? now.order : undefined);
					expect(groupedRows(groups, folds).slice()).toEqual(groupedRows(anew, folds).slice());
					[weights, before] = [next, now];
				}
			}),
		);
	});

	test('have the rows of before, however many groups there are, but for those near to what changed', () => {
		const many = Array.from({ length: 20_000 }, (_, index) =>
			namedJob(`dlc${index}`, { Username: `user-${index % 9000}` }),
		);
		const groups = groupsOf(many, 'user');
		const before = groupedRows(groups, allOpen);
		expect(before.pieces.length).toBeLessThan(100);
		const came = namedJob('dlc20000', { Username: 'user-77' });
		const amend: Amend = (list, _less, more) => Pieces.of([...list, ...more]);
		const after = groupedRows(groupsAfter(groups, [], [came], { amend, was: undefined, is: undefined }), allOpen);
		expect(after.length).toBe(before.length + 1);
		expect(piecesBeside(after, before).length).toBeLessThanOrEqual(8);
	});

	test('have the very rows of before where a job that moves with the time keeps its place', () => {
		const some = ['dlc1', 'dlc2', 'dlc3'].map(id => namedJob(id));
		const groups = groupsOf(some, 'status');
		const amend: Amend = list => Pieces.of(list.slice());
		const after = groupsAfter(groups, some.slice(1, 2), some.slice(1, 2), { amend, was: undefined, is: undefined });
		expect(piecesBeside(groupedRows(after, allOpen), groupedRows(groups, allOpen))).toEqual([]);
	});

	test('of many jobs keep them in the pieces of their group', () => {
		const many = Array.from({ length: 2000 }, (_, index) => namedJob(`dlc${index}`));
		const rows = groupedRows(groupsOf([...many, namedJob('dlc2000', { Status: 'Failed' })], 'status'), allOpen);
		expect(rows.pieces.map(({ length }) => length)).toEqual([1, 500, 500, 500, 500, 2]);
	});
});
