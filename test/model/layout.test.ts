import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutOf, listHeight } from '../../source/model/layout.ts';
import { aState, namedJob } from '../support/jobs.ts';
import { press, showing } from '../support/moves.ts';

const detail = (zoomed = false) => ({ job: namedJob('dlc1'), top: 0, zoomed, leftAt: undefined });
const sizes = fc.record({ columns: fc.integer({ min: 40, max: 300 }), rows: fc.integer({ min: 10, max: 120 }) });

test('the list has all lines but scope, counts, header, the last line, and one that stays free', () => {
	expect(layoutOf({ size: { columns: 120, rows: 30 }, detail: undefined })).toEqual({
		tooSmall: false,
		list: { width: 120, height: 25 },
		detail: undefined,
	});
});

test.each([
	{ columns: 140, rows: 24, zoomed: false, place: 'right', why: 'beside the list from 140 columns' },
	{ columns: 139, rows: 30, zoomed: false, place: 'below', why: 'below the list from 30 rows' },
	{ columns: 139, rows: 29, zoomed: false, place: 'full', why: 'over the whole screen where it is smaller' },
	{ columns: 200, rows: 60, zoomed: true, place: 'full', why: 'over the whole screen when it is zoomed' },
])('the pane opens $why', ({ columns, rows, zoomed, place }) => {
	expect(layoutOf({ size: { columns, rows }, detail: detail(zoomed) }).detail?.place).toBe(place);
});

test.each([
	[40, 10, false],
	[39, 10, true],
	[40, 9, true],
])('%d × %d is too small: %s', (columns, rows, tooSmall) => {
	expect(layoutOf({ size: { columns, rows }, detail: undefined }).tooSmall).toBe(tooSmall);
});

test('no frame has more than rows − 1 lines or more than columns cells, in any size', () => {
	fc.assert(
		fc.property(sizes, fc.constantFrom(undefined, detail(), detail(true)), (size, shown) => {
			const { list, detail: pane } = layoutOf({ size, detail: shown });
			const header = pane?.place === 'full' ? 0 : 1;
			const listLines = list.height + header;
			const beside = pane?.place === 'right' ? Math.max(listLines, pane.height) : listLines + (pane?.height ?? 0);
			expect(3 + beside).toBeLessThanOrEqual(size.rows - 1);
			expect(list.width + (pane?.place === 'right' ? pane.width + 1 : 0)).toBeLessThanOrEqual(size.columns);
			expect(listHeight({ size, detail: shown })).toBeGreaterThan(0);
		}),
	);
});

describe('the selected row', () => {
	const jobs = Array.from({ length: 50 }, (_, index) => namedJob(`dlc${index}`));

	test('stays in sight when the pane takes room below the list, and when it gives it back', () => {
		const last = press(showing(jobs), 'G').state;
		const open = press(last, 'enter').state;
		expect(open.cursor.index).toBe(49);
		expect(open.cursor.index - open.cursor.top).toBeLessThan(layoutOf(open).list.height);
		const closed = press(open, 'escape').state;
		expect(closed.cursor).toMatchObject({ index: 49, top: 25 });
	});

	test('keeps its place under a pane that covers the list', () => {
		const small = showing(jobs, { ...aState(), size: { columns: 80, rows: 24 } });
		const chosen = press(press(small, 'ctrl+d').state, 'j').state;
		expect(press(press(chosen, 'enter').state, 'escape').state.cursor).toEqual(chosen.cursor);
	});
});
