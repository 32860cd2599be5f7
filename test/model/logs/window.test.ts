import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moved, type Place, type Shape, topOf, visibleRows } from '../../../source/model/logs/window.ts';
import { displayWidth, graphemes } from '../../../source/text/width.ts';

const shapeOf = (lines: readonly string[], more: Partial<Shape> = {}): Shape => ({
	held: { lines, dropped: 0 },
	width: 10,
	height: 4,
	wraps: true,
	stamps: true,
	...more,
});
const texts = (shape: Shape, place?: Place): readonly string[] => visibleRows(shape, place).map(({ text }) => text);
const six = shapeOf(['1', '2', '3', '4', '5', '6']);

describe('the window', () => {
	test('shows the end unless it was moved, and stays there when lines come', () => {
		expect(texts(six)).toEqual(['3', '4', '5', '6']);
		expect(texts({ ...six, held: { lines: [...six.held.lines, '7'], dropped: 0 } })).toEqual(['4', '5', '6', '7']);
	});

	test('stays at its line once it was moved up, also when older lines go', () => {
		const place = moved(six, undefined, -1);
		expect(texts(six, place)).toEqual(['2', '3', '4', '5']);
		const later = shapeOf(['2', '3', '4', '5', '6', '7', '8'], {
			held: { lines: ['2', '3', '4', '5', '6', '7'], dropped: 1 },
		});
		expect(texts(later, place)).toEqual(['2', '3', '4', '5']);
	});

	test('wraps what is longer than a row, or cuts it with a mark', () => {
		const long = shapeOf(['a', '0123456789训练日志xy', 'b']);
		expect(texts(long)).toEqual(['a', '0123456789', '训练日志xy', 'b']);
		expect(texts({ ...long, wraps: false })).toEqual(['a', '012345678…', 'b']);
	});

	test('leaves times away when they are hidden', () => {
		expect(texts(shapeOf(['2026-11-09 12:00:00  go', 'no time'], { width: 30, stamps: false }))).toEqual([
			'go',
			'no time',
		]);
	});

	test('shows less than its height only when there is no more', () => {
		expect(texts(shapeOf(['a', 'b']))).toEqual(['a', 'b']);
		expect(texts(shapeOf([]))).toEqual([]);
	});

	const anyShape = fc
		.record({
			lines: fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 1, maxLength: 30 }),
			dropped: fc.nat(100),
			width: fc.integer({ min: 2, max: 30 }),
			height: fc.integer({ min: 1, max: 12 }),
			wraps: fc.boolean(),
		})
		.map(({ lines, dropped, ...more }) => shapeOf(lines, { held: { lines, dropped }, ...more }));
	const steps = fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 12 });

	test('is always full as far as there are rows, and no row is wider than it, wherever one moves', () => {
		fc.assert(
			fc.property(anyShape, steps, (shape, by) => {
				const all = visibleRows({ ...shape, height: 10_000 }, undefined);
				let place: Place | undefined;
				for (const step of by) {
					place = moved(shape, place, step);
					const rows = visibleRows(shape, place);
					expect(rows).toHaveLength(Math.min(shape.height, all.length));
					// A note of music has three cells: it has a row of its own, however narrow the window is.
					const tooWide = rows.filter(({ text }) => graphemes(text).length > 1 && displayWidth(text) > shape.width);
					expect(tooWide).toEqual([]);
				}
			}),
		);
	});

	test('goes by exactly as many rows as asked, as far as there are any', () => {
		fc.assert(
			fc.property(anyShape, steps, (shape, by) => {
				const all = visibleRows({ ...shape, height: 10_000 }, undefined);
				const last = Math.max(0, all.length - shape.height);
				let place: Place | undefined;
				let expected = last;
				for (const step of by) {
					place = moved(shape, place, step);
					expected = Math.max(0, Math.min(expected + step, last));
					expect(topOf(shape, place)).toEqual({ line: all[expected]?.line, row: all[expected]?.row });
				}
			}),
		);
	});
});
