import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldLine } from '../../../source/model/detail/line.ts';
import { rowsOf, type TextRow } from '../../../source/model/detail/rows.ts';
import { hitRows, hitsOfRow, spansIn } from '../../../source/model/detail/search.ts';
import { drawnCell, layOutTable, tableHeight, tableLines } from '../../../source/model/detail/table.ts';
import { sanitize } from '../../../source/text/sanitize.ts';
import { displayWidth } from '../../../source/text/width.ts';

const texts = fc.string({ unit: fc.constantFrom('a', ' ', '中', '👩‍👩‍👧', 'é', '\u001b', '\t', '-'), maxLength: 200 });
const textRows = (text: string, width: number, wraps = true, depth = 0): readonly TextRow[] =>
	rowsOf([fieldLine(depth, 'label', text)], width, wraps).flatMap(row => (row.kind === 'text' ? [row] : []));

describe('the rows of a line', () => {
	test('hold all of its text, each within the width', () => {
		fc.assert(
			fc.property(texts, fc.integer({ min: 12, max: 120 }), fc.integer({ min: 0, max: 30 }), (text, width, depth) => {
				const rows = textRows(text, width, true, depth);
				expect(rows.map(row => row.text.slice(row.start, row.end)).join('')).toBe(rows[0]?.text);
				for (const row of rows) {
					expect(row.indent + displayWidth(row.text.slice(row.start, row.end))).toBeLessThanOrEqual(width);
				}
			}),
		);
	});

	test('break at spaces where they can', () => {
		const rows = textRows('one two three four five six', 16);
		expect(rows.map(row => row.text.slice(row.start, row.end))).toEqual(['label  one two ', 'three four ', 'five six']);
	});

	test('are one without wrapping', () => {
		expect(textRows('word '.repeat(50), 20, false)).toHaveLength(1);
	});

	test('are safe for the terminal, with tabs as spaces', () => {
		expect(textRows('a\u001b[2J\tb', 80)[0]?.text).toBe('label  a␛[2J    b');
	});

	test('are computed once for the same lines and width', () => {
		const lines = [fieldLine(0, 'a', 'b')];
		expect(rowsOf(lines, 20, true)).toBe(rowsOf(lines, 20, true));
		expect(rowsOf(lines, 20, true)).not.toBe(rowsOf(lines, 30, true));
	});
});

describe('the hits of a word', () => {
	test.each([
		['Error error', 'ERROR', [0, 6]],
		['a.b a*b', 'a.b', [0]],
		['(x) [y]', '[y', [4]],
		['節点 故障', '故', [3]],
		['aaa', 'aa', [0]],
		['anything', '', []],
	])('of %j in %j', (text, word, starts) => {
		expect(spansIn(text, word).map(({ start }) => start)).toEqual(starts);
	});

	test('are marked on both rows where a break cuts one, and counted where they begin', () => {
		const rows = textRows('x'.repeat(40), 20);
		const word = 'x'.repeat(40);
		expect(rows.length).toBeGreaterThan(1);
		expect(rows.every(row => hitsOfRow(row, word).length === 1)).toBe(true);
		expect(hitRows(rows, word)).toEqual([0]);
	});

	test('are found in a cell also behind the cut', () => {
		const lines = tableLines(['NAME', 'WHAT'], [{ cells: ['a'.repeat(60), `${'b'.repeat(60)}needle`] }], 40);
		expect(hitRows(rowsOf(lines, 40, true), 'needle')).toEqual([3]);
	});
});

describe('a table', () => {
	test('fits the width, its cells theirs, or leaves columns out and says which of them have a text', () => {
		const cells = fc.array(texts, { minLength: 4, maxLength: 4 });
		fc.assert(
			fc.property(
				fc.array(cells, { minLength: 1, maxLength: 5 }),
				fc.integer({ min: 24, max: 160 }),
				(given, width) => {
					const titles = ['FIRST', 'SECOND', 'THIRD', 'FOURTH'];
					const { table, leftOut } = layOutTable(
						titles,
						given.map(row => ({ cells: row })),
						width,
					);
					expect(table.columns.reduce((sum, column) => sum + column.width + 3, 1)).toBeLessThanOrEqual(width);
					const told = [...table.columns.map(({ title }) => title), ...leftOut];
					const empty = titles.filter((_, index) => given.every(row => sanitize(row[index] ?? '') === ''));
					expect(told).toEqual(titles.filter(title => told.includes(title)));
					expect(titles.filter(title => !told.includes(title) && !empty.includes(title))).toEqual([]);
					given.forEach((_, row) => {
						table.columns.forEach((column, index) => {
							expect(displayWidth(drawnCell(table, row, index))).toBe(column.width);
						});
					});
				},
			),
		);
	});

	test('has as many lines as ink-table draws, and a word on columns without room', () => {
		const rows = [{ cells: ['a', 'b'] }, { cells: ['c', 'd'] }];
		const lines = tableLines(['ONE', 'TWO'], rows, 80);
		expect(lines).toHaveLength(tableHeight({ columns: [], rows }));
		expect(tableLines(['ONE', 'TWO-THAT-IS-LONG'], [{ cells: ['a', 'b'.repeat(20)] }], 24).at(-1)).toMatchObject({
			text: expect.stringContaining('TWO-THAT-IS-LONG'),
		});
	});

	test('tells paths apart by their ends', () => {
		const images = [
			'registry.cn-hangzhou.aliyuncs.com/pai/torch:2.6',
			'registry.cn-hangzhou.aliyuncs.com/pai/torch:2.7',
		];
		const { table } = layOutTable(
			['IMAGE'],
			images.map(image => ({ cells: [image] })),
			24,
			{ paths: ['IMAGE'] },
		);
		expect([drawnCell(table, 0, 0), drawnCell(table, 1, 0)]).toEqual(['regis…/pai/torch:2.6', 'regis…/pai/torch:2.7']);
	});

	const shapeOf = (rows: readonly (readonly string[])[], width: number) => {
		const given = rows.map(cells => ({ cells }));
		const { table, leftOut } = layOutTable(['NAME', 'EMPTY ONE', 'LONG HEADING', 'TEXT', 'IMAGE'], given, width, {
			yield: ['IMAGE'],
			least: { IMAGE: 12 },
		});
		const shown = table.columns.map(({ title, width: cells }) => [title, cells]);
		return { shown, leftOut, rows: table.rows.map(({ cells }) => cells) };
	};
	const text = 'a text of thirty cells in all.';
	const rows = [
		['one', '', '12', text, 'registry/image:1'],
		['two', '', '34', '', ''],
	];

	test('gives the room of columns without any text to those that are cut, then that of headings longer than their texts', () => {
		expect(shapeOf(rows, 90)).toMatchObject({
			shown: [
				['NAME', 4],
				['EMPTY ONE', 9],
				['LONG HEADING', 12],
				['TEXT', 30],
				['IMAGE', 16],
			],
			rows,
		});
		expect(shapeOf(rows, 80)).toMatchObject({
			shown: [
				['NAME', 4],
				['LONG HEADING', 12],
				['TEXT', 30],
				['IMAGE', 16],
			],
			rows: [
				['one', '12', text, 'registry/image:1'],
				['two', '34', '', ''],
			],
		});
		expect(shapeOf(rows, 74).shown).toEqual([
			['NAME', 4],
			['LONG HEADING', 11],
			['TEXT', 30],
			['IMAGE', 16],
		]);
	});

	test('cuts a column that yields down to what still tells something, then leaves it out and says so', () => {
		expect(shapeOf(rows, 72)).toMatchObject({ leftOut: [] });
		expect(shapeOf(rows, 60)).toMatchObject({
			shown: [
				['NAME', 4],
				['LONG HEADING', 12],
				['TEXT', 30],
			],
			leftOut: ['IMAGE'],
		});
	});
});
