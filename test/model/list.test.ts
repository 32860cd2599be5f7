import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as list from '../../source/model/list.ts';
import { Pieces } from '../../source/model/pieces.ts';
import { namedJob } from '../support/jobs.ts';

type Cursor = list.Cursor;
const { emptyCursor } = list;

type Row = { readonly key: string };

const pool = Array.from({ length: 80 }, (_, index) => namedJob(`dlc${index}`));
const rows = (...ids: readonly number[]): readonly Row[] => ids.flatMap(id => pool[id] ?? []);
const range = (from: number, to: number): readonly Row[] => pool.slice(from, to);
const height = 10;

/** Rows in pieces of three: two lists that have the same three rows one behind the other share that piece. */
const shared = new Map<string, readonly Row[]>();
const listed = (all: readonly Row[]): Pieces<Row> =>
	new Pieces(
		Array.from({ length: Math.ceil(all.length / 3) }, (_, index) => {
			const piece = all.slice(index * 3, index * 3 + 3);
			const name = piece.map(({ key }) => key).join();
			shared.set(name, shared.get(name) ?? piece);
			return shared.get(name) ?? piece;
		}),
	);

const moveTo = (cursor: Cursor, all: readonly Row[], wanted: number, size: number): Cursor =>
	list.moveTo(cursor, listed(all), wanted, size);
const moveByScreens = (cursor: Cursor, all: readonly Row[], screens: number, size: number): Cursor =>
	list.moveByScreens(cursor, listed(all), screens, size);
const resize = (cursor: Cursor, all: readonly Row[], size: number): Cursor => list.resize(cursor, listed(all), size);
const follow = (cursor: Cursor, before: readonly Row[], after: readonly Row[], size: number): Cursor =>
	list.follow(cursor, listed(before), listed(after), size);
const reorder = (cursor: Cursor, all: readonly Row[], size: number): Cursor => list.reorder(cursor, listed(all), size);

const cursorOn = (jobs: readonly Row[], index: number, top: number): Cursor => ({
	...emptyCursor,
	key: jobs[index]?.key,
	index,
	top,
	pinned: false,
});

describe('a move', () => {
	test.each([
		{ from: 5, wanted: 6, index: 6, top: 0, why: 'scrolls nothing while the row is in sight' },
		{ from: 9, wanted: 10, index: 10, top: 1, why: 'scrolls by one at the lower edge' },
		{ from: 0, wanted: -3, index: 0, top: 0, why: 'stops at the first row' },
		{ from: 0, wanted: 99, index: 39, top: 30, why: 'stops at the last row' },
	])('$why', ({ from, wanted, index, top }) => {
		const jobs = range(0, 40);
		expect(moveTo(cursorOn(jobs, from, 0), jobs, wanted, height)).toMatchObject({ index, top, key: jobs[index]?.key });
	});

	test('to the first row pins the view to the top, one away from it lets go', () => {
		const jobs = range(0, 40);
		const first = moveTo(cursorOn(jobs, 20, 15), jobs, 0, height);
		expect(first).toMatchObject({ pinned: true, top: 0 });
		expect(moveTo(first, jobs, 1, height).pinned).toBe(false);
	});

	test('by half a screen takes the view along, and back again', () => {
		const jobs = range(0, 40);
		const down = moveByScreens(cursorOn(jobs, 3, 0), jobs, 0.5, height);
		expect(down).toMatchObject({ index: 8, top: 5 });
		expect(moveByScreens(down, jobs, -0.5, height)).toMatchObject({ index: 3, top: 0 });
	});

	test('in an empty list selects nothing', () => {
		expect(moveTo(emptyCursor, [], 3, height)).toMatchObject({ key: undefined, index: 0, top: 0 });
	});
});

describe('the view in another height', () => {
	test('keeps the selected row in sight', () => {
		const jobs = range(0, 40);
		expect(resize(cursorOn(jobs, 9, 0), jobs, 4)).toMatchObject({ index: 9, top: 6 });
		expect(resize(cursorOn(jobs, 39, 30), jobs, 30)).toMatchObject({ index: 39, top: 10 });
	});

	test('no longer speaks of arrivals above once they are in sight', () => {
		const jobs = range(0, 20);
		expect(resize({ ...cursorOn(jobs, 12, 5), newAbove: 5 }, jobs, 30)).toMatchObject({ top: 0, newAbove: 0 });
	});
});

describe('after the rows changed by themselves', () => {
	test('the same job stays selected on the same screen line when jobs arrive above', () => {
		const jobs = range(10, 40);
		const cursor = follow(cursorOn(jobs, 12, 8), jobs, range(7, 40), height);
		expect(cursor).toMatchObject({ key: 'dlc22', index: 15, top: 11, newAbove: 3 });
	});

	test('arrivals above are counted on from poll to poll until they are seen', () => {
		const first = follow(cursorOn(range(10, 40), 12, 8), range(10, 40), range(8, 40), height);
		const second = follow(first, range(8, 40), range(7, 40), height);
		expect(second.newAbove).toBe(3);
		expect(moveTo(second, range(7, 40), 1, height).newAbove).toBe(1);
		expect(moveTo(second, range(7, 40), 0, height).newAbove).toBe(0);
	});

	test('arrivals above are those that were nowhere before, whatever else came, went or moved', () => {
		const some = fc.uniqueArray(fc.nat(79), { minLength: 1, maxLength: 60 });
		fc.assert(
			fc.property(some, some, fc.nat(59), fc.nat(9), (was, is, place, line) => {
				const [before, after] = [rows(...was), rows(...is)];
				const index = place % before.length;
				const next = follow(cursorOn(before, index, Math.max(0, index - line)), before, after, height);
				const above = after.slice(0, next.top).filter(job => !before.includes(job));
				expect(next.newAbove).toBe(above.length);
				const stays = after.indexOf(before[index] ?? namedJob(''));
				expect(next.index).toBe(stays === -1 ? Math.min(index, after.length - 1) : stays);
				expect(next.key).toBe(after[next.index]?.key);
			}),
		);
	});

	test('a job that only moved up past the first line is no arrival', () => {
		const jobs = rows(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
		const sorted = rows(14, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
		expect(follow(cursorOn(jobs, 5, 3), jobs, sorted, height)).toMatchObject({ key: 'dlc5', top: 4, newAbove: 0 });
	});

	test('a selected job that is gone leaves the selection on its line', () => {
		const jobs = range(0, 40);
		const cursor = follow(cursorOn(jobs, 12, 8), jobs, [...range(0, 12), ...range(13, 40)], height);
		expect(cursor).toMatchObject({ key: 'dlc13', index: 12, top: 8 });
	});

	test('the last row that is gone leaves the selection on the new last row', () => {
		const jobs = range(0, 40);
		expect(follow(cursorOn(jobs, 39, 30), jobs, range(0, 20), height)).toMatchObject({
			key: 'dlc19',
			index: 19,
			top: 10,
		});
	});

	test('pinned to the top the arrivals show and the selection still is its job', () => {
		const jobs = range(10, 40);
		const pinned = follow(emptyCursor, [], jobs, height);
		expect(pinned).toMatchObject({ key: 'dlc10', index: 0, top: 0, pinned: true });
		const later = follow(pinned, jobs, range(7, 40), height);
		expect(later).toMatchObject({ key: 'dlc10', index: 3, top: 0, pinned: true, newAbove: 0 });
	});

	test('a pinned view lets go rather than lose its job out of sight', () => {
		const jobs = range(20, 60);
		const cursor = follow(follow(emptyCursor, [], jobs, height), jobs, range(5, 60), height);
		expect(cursor).toMatchObject({ key: 'dlc20', index: 15, top: 15, pinned: false, newAbove: 15 });
	});

	test('in an empty list nothing is selected, and the next rows are shown from the top', () => {
		const jobs = range(0, 40);
		const empty = follow(cursorOn(jobs, 12, 8), jobs, [], height);
		expect(empty).toEqual(emptyCursor);
		expect(follow(empty, [], jobs, height)).toMatchObject({ key: 'dlc0', top: 0, pinned: true });
	});

	test('for any rows before and after, a job that is still there stays selected, on its line where the ends allow it', () => {
		const someRows = fc.shuffledSubarray([...pool]);
		fc.assert(
			fc.property(
				someRows,
				someRows,
				fc.nat(),
				fc.nat(),
				fc.integer({ min: 1, max: 30 }),
				(before, jobs, at, up, size) => {
					const index = before.length === 0 ? 0 : at % before.length;
					const line = Math.min(index, up % size);
					const cursor = cursorOn(before, index, index - line);
					const next = follow(cursor, before, jobs, size);
					const found = jobs.findIndex(job => job.key === cursor.key);
					expect(next.key).toBe(found === -1 ? jobs[Math.min(index, jobs.length - 1)]?.key : cursor.key);
					if (found !== -1) {
						const top = Math.max(0, Math.min(found - line, jobs.length - size));
						expect(next.top).toBe(top);
					}
				},
			),
		);
	});
});

describe('another order of the same rows', () => {
	const rows = Array.from({ length: 40 }, (_, index) => ({ key: `j${index}` }));
	const turned = rows.toReversed();

	test('shows the new top where the view was pinned, with the selection if it is in sight there', () => {
		const start = moveTo(emptyCursor, rows, 0, 10);
		expect(reorder(start, [...rows.slice(1, 4), ...rows.slice(0, 1), ...rows.slice(4)], 10)).toMatchObject({
			key: 'j0',
			index: 3,
			top: 0,
			pinned: true,
		});
		expect(reorder(start, turned, 10)).toMatchObject({ key: 'j39', index: 0, top: 0, pinned: true });
	});

	test('leaves the selected job on its line elsewhere', () => {
		const cursor = moveTo(emptyCursor, rows, 20, 10);
		const line = cursor.index - cursor.top;
		const after = reorder(cursor, turned, 10);
		expect(after).toMatchObject({ key: 'j20', index: 19, pinned: false });
		expect(after.index - after.top).toBe(line);
	});

	test('of no rows is no selection', () => {
		expect(reorder(moveTo(emptyCursor, rows, 0, 10), [], 10)).toEqual(emptyCursor);
	});
});
