import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaneRow } from '../../source/model/detail/rows.ts';
import { drawnCell } from '../../source/model/detail/table.ts';
import { openRows, sectionHeight } from '../../source/model/detail/view.ts';
import { layoutOf } from '../../source/model/layout.ts';
import type { Size, State } from '../../source/model/state.ts';
import { sanitize } from '../../source/text/sanitize.ts';
import { displayWidth } from '../../source/text/width.ts';
import { openedPane } from '../support/opened-pane.ts';

const sizes = fc.record({ columns: fc.integer({ min: 40, max: 220 }), rows: fc.integer({ min: 10, max: 60 }) });
const sections = fc.constantFrom('1', '2', '3', '4', '5', '6', '7');

const placeIn = ({ columns, rows }: Size, zoomed: boolean): string => {
	if (zoomed) {
		return 'full';
	}
	return columns >= 140 ? 'right' : rows >= 30 ? 'below' : 'full';
};

/** Rows of the section that are in sight, as they should read. */
const rowsInSight = (state: State): readonly PaneRow[] =>
	state.detail === undefined ? [] : openRows(state, state.detail).slice(0, sectionHeight(state));

/** Whether a row stands on the screen whole, or cut with a mark. */
const isTold = (row: PaneRow, lines: readonly string[]): boolean => {
	if (row.kind === 'text') {
		const whole = row.text.slice(row.start, row.end).trim();
		return lines.some(line => line.includes(whole) || (line.includes(whole.slice(0, 8)) && line.includes('…')));
	}
	return row.table.rows.every(({ cells }, at) =>
		row.table.columns.every((_, column) => {
			const drawn = drawnCell(row.table, at, column).trimEnd();
			return drawn.endsWith('…') || drawn === sanitize(cells[column] ?? '').trimEnd();
		}),
	);
};

test('the pane of any size is within the screen, says who has the keys, covers no selected row, and cuts nothing without a mark', async () => {
	await fc.assert(
		fc.asyncProperty(sizes, sections, fc.constantFrom('', 'w', 'z', 'wz'), async (size, section, keys) => {
			const shown = await openedPane(size);
			for (const key of section + keys) {
				await shown.write(key);
			}
			const state = shown.program.getState();
			const lines = shown.lines();
			const place = layoutOf(state).detail?.place;
			expect(place).toBe(placeIn(size, keys.includes('z')));
			expect(lines.length).toBeLessThanOrEqual(size.rows - 1);
			expect(lines.filter(line => displayWidth(line) > size.columns)).toEqual([]);
			expect(lines.filter(line => line.includes('▸ DETAIL'))).toHaveLength(1);
			expect(lines.filter(line => line.startsWith('▸ ✗'))).toHaveLength(place === 'full' ? 0 : 1);
			expect(rowsInSight(state).filter(row => !isTold(row, lines))).toEqual([]);
			await shown.write(':');
			expect(shown.lines().filter(line => line.includes('─ DETAIL'))).toHaveLength(1);
		}),
		{ numRuns: 14 },
	);
});
