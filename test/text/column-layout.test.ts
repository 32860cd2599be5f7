import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ColumnDemand, gapBetweenColumns, layOutColumns } from '../../source/text/column-layout.ts';

const column = (id: string, natural: number, more: Partial<ColumnDemand> = {}): ColumnDemand => ({
	id,
	natural,
	most: 60,
	least: 1,
	priority: 5,
	grows: false,
	frozen: false,
	...more,
});

const jobs = [
	column('status', 11, { priority: 1, frozen: true }),
	column('name', 30, { priority: 1, frozen: true, grows: true, least: 12 }),
	column('id', 16, { priority: 7 }),
	column('user', 6, { priority: 5 }),
	column('gpus', 3, { priority: 3 }),
	column('age', 5, { priority: 2 }),
	column('image', 80, { priority: 9 }),
];

const shown = (available: number, offset = 0, demands: readonly ColumnDemand[] = jobs): string => {
	const { columns, hiddenLeft, hiddenRight } = layOutColumns(demands, available, offset);
	return `${hiddenLeft} ${columns.map(({ id, width }) => `${id}:${width}`).join(' ')} ${hiddenRight}`;
};

describe('columns in a window', () => {
	test.each([
		['all that fit are as wide as their texts', 143, '0 status:11 name:30 id:16 user:6 gpus:3 age:5 image:60 0'],
		['the growing one gives way first', 125, '0 status:11 name:12 id:16 user:6 gpus:3 age:5 image:60 0'],
		['then the least important goes', 124, '0 status:11 name:30 id:16 user:6 gpus:3 age:5 1'],
		['and the next', 62, '0 status:11 name:29 user:6 gpus:3 age:5 2'],
		['and the next', 42, '0 status:11 name:17 gpus:3 age:5 3'],
		['down to the frozen ones', 25, '0 status:11 name:12 5'],
		['down to one', 24, '0 status:11 6'],
		['which is cut at last', 4, '0 status:4 6'],
		['to nothing', 0, '0 status:0 6'],
	])('%s', (_, available, layout) => {
		expect(shown(available)).toBe(layout);
	});

	test.each([
		[
			'a step to the right leaves out the first that moves',
			143,
			1,
			'1 status:11 name:30 user:6 gpus:3 age:5 image:60 0',
		],
		[
			'a step brings the first one when it had gone for want of room',
			62,
			1,
			'0 status:11 name:18 id:16 user:6 gpus:3 2',
		],
		['the next step leaves it out', 62, 2, '1 status:11 name:29 user:6 gpus:3 age:5 1'],
		['the last one is cut so that the name can stay', 62, 5, '4 status:11 name:12 image:35 0'],
		['it is never scrolled out', 62, 40, '4 status:11 name:12 image:35 0'],
		['a frozen one goes where there is no other way', 30, 40, '5 status:11 image:17 0'],
		['and the next', 20, 40, '6 image:20 0'],
	])('scrolled: %s', (_, available, offset, layout) => {
		expect(shown(available, offset)).toBe(layout);
	});

	test('no columns are none', () => {
		expect(layOutColumns([], 80, 0)).toEqual({ columns: [], hiddenLeft: 0, hiddenRight: 0 });
		expect(layOutColumns([], 80, 3)).toEqual({ columns: [], hiddenLeft: 0, hiddenRight: 0 });
	});

	test('frozen columns alone cannot be scrolled', () => {
		expect(shown(80, 3, jobs.slice(0, 2))).toBe('0 status:11 name:30 0');
	});
});

const demand = fc.record({
	natural: fc.integer({ min: 1, max: 90 }),
	most: fc.integer({ min: 1, max: 60 }),
	least: fc.integer({ min: 1, max: 14 }),
	priority: fc.integer({ min: 1, max: 6 }),
	grows: fc.boolean(),
});
const demands = fc
	.tuple(fc.array(demand, { maxLength: 3 }), fc.array(demand, { minLength: 1, maxLength: 9 }))
	.map(([frozen, moving]) =>
		[...frozen, ...moving].map((each, index) => ({ ...each, id: `c${index}`, frozen: index < frozen.length })),
	);
const width = fc.integer({ min: 0, max: 160 });
const offsets = fc.nat({ max: 12 });

describe('columns of any kind, in any window,', () => {
	const law = (holds: (all: readonly ColumnDemand[], available: number, offset: number) => void): void => {
		fc.assert(fc.property(demands, width, offsets, holds), { numRuns: 3000 });
	};

	test('never take more than there is', () => {
		law((all, available, offset) => {
			const { columns } = layOutColumns(all, available, offset);
			const cells = columns.reduce((sum, each) => sum + each.width, 0) + (columns.length - 1) * gapBetweenColumns;
			expect(columns.length).toBeGreaterThan(0);
			expect(cells).toBeLessThanOrEqual(available);
		});
	});

	test('are each shown or counted as hidden', () => {
		law((all, available, offset) => {
			const { columns, hiddenLeft, hiddenRight } = layOutColumns(all, available, offset);
			expect(hiddenLeft + columns.length + hiddenRight).toBe(all.length);
			expect(Math.min(hiddenLeft, hiddenRight)).toBeGreaterThanOrEqual(0);
		});
	});

	test('keep their order, and are no wider than they ask', () => {
		law((all, available, offset) => {
			const { columns } = layOutColumns(all, available, offset);
			const places = columns.map(({ id }) => all.findIndex(each => each.id === id));
			expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
			for (const [index, place] of places.entries()) {
				const { natural = 0, most = 0 } = all[place] ?? {};
				expect(columns[index]?.width).toBeLessThanOrEqual(Math.min(natural, most));
			}
		});
	});

	test('are not left narrower than they may be while another could go', () => {
		law((all, available, offset) => {
			const { columns } = layOutColumns(all, available, offset);
			for (const { id, width: cells } of columns.length > 1 ? columns : []) {
				const { natural = 0, most = 0, least = 0, grows } = all.find(each => each.id === id) ?? {};
				const whole = Math.min(natural, most);
				expect(cells).toBeGreaterThanOrEqual(grows || offset > 0 ? Math.min(least, whole) : whole);
			}
		});
	});

	test('leave no room unused that a growing one wants', () => {
		law((all, available, offset) => {
			const { columns } = layOutColumns(all, available, offset);
			const used = columns.reduce((sum, each) => sum + each.width + gapBetweenColumns, -gapBetweenColumns);
			const hungry = columns.filter(({ id, width: cells }) => {
				const { grows, natural = 0, most = 0 } = all.find(each => each.id === id) ?? {};
				return grows && cells < Math.min(natural, most);
			});
			expect(hungry.length === 0 || used === available).toBe(true);
		});
	});

	test('are all reached by scrolling, one step at a time', () => {
		fc.assert(
			fc.property(demands, width, (all, available) => {
				const moving = all.filter(({ frozen }) => !frozen);
				const seen = new Set<string>();
				for (let offset = 0; offset <= moving.length; offset += 1) {
					for (const { id } of layOutColumns(all, available, offset).columns) {
						seen.add(id);
					}
				}
				expect(moving.filter(({ id }) => !seen.has(id))).toEqual([]);
			}),
			{ numRuns: 1000 },
		);
	});

	test('keep the frozen ones in sight while they leave room for what is scrolled to', () => {
		law((all, available, offset) => {
			const frozen = all.filter(each => each.frozen);
			const needed = frozen.reduce((sum, { natural, most }) => sum + Math.min(natural, most) + gapBetweenColumns, 0);
			const { columns } = layOutColumns(all, available, offset + 1);
			const kept = frozen.filter(({ id }) => columns.some(each => each.id === id));
			expect(needed + 14 > available || kept.length === frozen.length).toBe(true);
		});
	});
});
