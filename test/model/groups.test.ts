import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allFolded, allOpen, type Folds, turnFold } from '../../source/model/folds.ts';
import { type GroupRow, groupedRows, groupsAfter, groupsOf, isGroupRow, type Row } from '../../source/model/groups.ts';
import type { Job } from '../../source/model/job.ts';
import { Pieces } from '../../source/model/pieces.ts';
import type { State } from '../../source/model/state.ts';
import { type GroupKey, groupKeys, nextGroupKey } from '../../source/tables/group-keys.ts';
import { patternOf } from '../../source/text/pattern.ts';
import { aState, namedJob } from '../support/jobs.ts';
import { later, polled, press, pressAll, showing } from '../support/moves.ts';

const jobs = [
	namedJob('dlc1', { Status: 'Failed', RequestGPU: '1' }),
	namedJob('dlc2', { RequestGPU: '8', GmtRunningTime: '2026-11-09T11:00:00Z' }),
	namedJob('dlc3', { RequestGPU: '2' }),
	namedJob('dlc4', { Status: 'Failed', RequestGPU: '1' }),
	namedJob('dlc5'),
];
const rowsOf = (state: State): readonly string[] => state.listing?.rows.map(row => row.key) ?? [];
const headersOf = (rows: Pieces<Row>): readonly GroupRow[] => rows.flatMap(row => (isGroupRow(row) ? [row] : []));
const running = 'group status Running';
const failed = 'group status Failed';

describe('grouping', () => {
	test('keeps every job once, in its order, under the header of its group', () => {
		const some = fc.array(
			fc.record({ Status: fc.constantFrom('A', 'B', 'C', ''), Username: fc.constantFrom('x', 'y', '') }),
			{ maxLength: 12 },
		);
		const keys = fc.constantFrom<GroupKey>('status', 'user', 'image');
		fc.assert(
			fc.property(some, keys, (items, by) => {
				const all = items.map((item, index) => namedJob(`dlc${index}`, item));
				const rows = groupedRows(groupsOf(all, by), allOpen);
				expect(
					rows
						.filter(row => !isGroupRow(row))
						.map(row => row.key)
						.toSorted(),
				).toEqual(all.map(job => job.key).toSorted());
				expect(headersOf(rows).reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
				let title: string | undefined;
				let last = -1;
				for (const row of rows) {
					if (isGroupRow(row)) {
						title = row.title;
						last = -1;
					} else {
						expect(groupKeys[by].of(row)).toBe(title);
						expect(all.indexOf(row)).toBeGreaterThan(last);
						last = all.indexOf(row);
					}
				}
			}),
		);
	});

	test('sums jobs, GPUs and the newest time, the largest group first', () => {
		expect(headersOf(groupedRows(groupsOf(jobs, 'status'), allOpen))).toMatchObject([
			{ title: 'Running', count: 3, gpus: 10, newestAt: Date.parse('2026-11-09T11:00:00Z') },
			{ title: 'Failed', count: 2, gpus: 2 },
		]);
	});

	test('counts parts of a GPU without what halves of numbers leave behind', () => {
		const parts = ['dlc1', 'dlc2', 'dlc3'].map(id => namedJob(id, { RequestGPU: '0.1' }));
		expect(headersOf(groupedRows(groupsOf(parts, 'status'), allOpen))).toMatchObject([{ gpus: 0.3 }]);
	});

	test('keeps no trace of a job that claimed more than can be counted', () => {
		const [usual, absurd] = [
			namedJob('dlc1', { RequestGPU: '3' }),
			namedJob('dlc2', { RequestGPU: '999999999999999' }),
		];
		const only = Pieces.of([usual]);
		const amending = (jobs: Pieces<Job>) => ({ amend: () => jobs, was: undefined, is: undefined });
		const both = groupsAfter(groupsOf(only, 'status'), [], [absurd], amending(Pieces.of([usual, absurd])));
		const after = groupsAfter(both, [absurd], [], amending(only));
		expect(headersOf(groupedRows(after, allOpen))).toMatchObject([{ count: 1, gpus: 3 }]);
	});

	test('folds the groups that are folded, also of groups that were shown open', () => {
		const groups = groupsOf(jobs, 'status');
		const rowsWith = (folds: Folds): readonly string[] => groupedRows(groups, folds).map(({ key }) => key);
		expect(rowsWith(allOpen)).toEqual([running, 'dlc2', 'dlc3', 'dlc5', failed, 'dlc1', 'dlc4']);
		expect(rowsWith(turnFold(allOpen, running))).toEqual([running, failed, 'dlc1', 'dlc4']);
		expect(rowsWith(allFolded)).toEqual([running, failed]);
	});

	test('under triage has the group of what needs a look most first, however few they are', () => {
		const calm = ['dlc1', 'dlc2', 'dlc3'].map(id => namedJob(id, { Username: 'ann' }));
		const failing = namedJob('dlc4', { Username: 'bob', Status: 'Failed', GmtFinishTime: '2026-11-09T11:50:00Z' });
		const byUser = pressAll(showing([...calm, failing]), ['z', 'z', 'z']).state;
		const titles = ({ listing }: State) => listing && headersOf(listing.rows).map(({ title }) => title);
		expect(titles(byUser)).toEqual(['ann', 'bob']);
		expect(titles(press(byUser, 'T').state)).toEqual(['bob', 'ann']);
		expect(titles(pressAll(byUser, ['T', 'I']).state)).toEqual(['ann', 'bob']);
	});

	test('goes through every key and ends ungrouped', () => {
		const seen = new Set<GroupKey>();
		for (let key = nextGroupKey(undefined); key !== undefined; key = nextGroupKey(key)) {
			expect(seen).not.toContain(key);
			seen.add(key);
		}
		expect([...seen].toSorted()).toEqual(Object.keys(groupKeys).toSorted());
	});
});

describe('in the list', () => {
	const grouped = (): State => press(showing(jobs), 'z').state;

	test('z keeps the selected job, and headers take the cursor like rows', () => {
		const state = press(pressAll(showing(jobs), ['j', 'j', 'j']).state, 'z').state;
		expect(state.cursor.key).toBe('dlc4');
		expect(rowsOf(state)).toEqual([running, 'dlc2', 'dlc3', 'dlc5', failed, 'dlc1', 'dlc4']);
		expect(pressAll(state, ['k', 'k']).state.cursor.key).toBe(failed);
	});

	test('Enter on a header folds and opens, on a job opens its details', () => {
		const folded = pressAll(grouped(), ['g', 'enter']).state;
		expect(rowsOf(folded)).toEqual([running, failed, 'dlc1', 'dlc4']);
		expect(folded.cursor).toMatchObject({ key: running, index: 0 });
		expect(rowsOf(press(folded, 'enter').state)).toEqual(rowsOf(grouped()));
		expect(pressAll(folded, ['G', 'enter']).state).toMatchObject({
			mode: { kind: 'detail' },
			detail: { job: jobs[3] },
		});
	});

	test('Z folds all with the selection on its header, and opens all', () => {
		const folded = press(grouped(), 'Z').state;
		expect(rowsOf(folded)).toEqual([running, failed]);
		expect(folded.cursor.key).toBe(failed);
		expect(rowsOf(press(folded, 'Z').state)).toEqual(rowsOf(grouped()));
	});

	test('a folded group stays folded over polls, and counts what arrived', () => {
		const folded = pressAll(grouped(), ['g', 'enter']).state;
		const next = polled(folded, [...jobs, namedJob('dlc6')], later(10));
		expect(rowsOf(next)).toEqual([running, failed, 'dlc1', 'dlc4']);
		expect(next.listing?.rows.at(0)).toMatchObject({ count: 4, folded: true });
	});

	test('a group that comes after Z is as Z left the others: folded until it or all of them are opened', () => {
		const stopped = 'group status Stopped';
		const arrived = [...jobs, namedJob('dlc6', { Status: 'Stopped' })];
		const folded = polled(press(grouped(), 'Z').state, arrived, later(10));
		expect(rowsOf(folded)).toEqual([running, failed, stopped]);
		const one = pressAll(folded, ['G', 'enter']).state;
		expect(rowsOf(one)).toEqual([running, failed, stopped, 'dlc6']);
		const gone = polled(polled(one, jobs, later(20)), arrived, later(30));
		expect(rowsOf(gone)).toEqual(rowsOf(one));
		expect(rowsOf(press(one, 'Z').state)).toEqual([running, failed, stopped]);
		const open = press(folded, 'Z').state;
		expect(rowsOf(polled(open, [...arrived, namedJob('dlc7', { Status: 'Queuing' })], later(20))).slice(-2)).toEqual([
			'group status Stopped',
			'dlc6',
		]);
	});

	test('J and K in the detail pane pass over headers', () => {
		const open = pressAll(grouped(), ['g', 'j', 'j', 'j', 'enter']).state;
		expect(open.detail?.job.key).toBe('dlc5');
		const next = press(open, 'J').state;
		expect(next.detail?.job.key).toBe('dlc1');
		expect(press(next, 'K').state.detail?.job.key).toBe('dlc5');
	});

	test('Z without groups says how to group', () => {
		expect(press(showing(jobs, aState()), 'Z').state.notice).toBe('not grouped: z groups');
		const grouped = { ...aState(), arrangement: { ...aState().arrangement, group: 'user' as const } };
		expect(press(showing([], grouped), 'Z').state.notice).toBe('no groups here');
	});
});

describe('the pattern of a reason', () => {
	test.each([
		['Pod dlc1k3b7x2m4f9qz-worker-0 exited with code 137', 'Pod <id> exited with code <number>'],
		['cannot reach 10.0.0.12:2379 after 3.5 s', 'cannot reach <address> after <number> s'],
		['job 550e8400-e29b-41d4-a716-446655440000 gone', 'job <id> gone'],
		['pull https://r.example.com/a:1 failed', 'pull <url> failed'],
		['CUDA out of memory', 'CUDA out of memory'],
		['显存不足 16 GiB', '显存不足 <number> GiB'],
	])('of %s is %s', (text, expected) => {
		expect(patternOf(text)).toBe(expected);
	});

	test('is short whatever the text, and quickly found', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 3000, unit: fc.constantFrom('a', '1', '-', '.', ':', '/', ' ') }), text => {
				expect(patternOf(text).length).toBeLessThanOrEqual(200);
			}),
		);
	});
});
