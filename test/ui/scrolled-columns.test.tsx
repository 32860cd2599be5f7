import { afterEach, describe, expect, test } from 'vitest';
import { columnsInput, tableColumns } from '../../source/model/select/columns.ts';
import type { State } from '../../source/model/state.ts';
import { columnOf } from '../../source/tables/column-of.ts';
import { fit } from '../../source/text/fit.ts';
import { displayWidth } from '../../source/text/width.ts';
import { drawn } from '../support/drawing.ts';
import { cleanup, show } from '../support/ink.tsx';
import { aState, namedJob } from '../support/jobs.ts';
import { pressAll, showing } from '../support/moves.ts';

afterEach(cleanup);

/** The header as it has to be: each column's title over its values. */
const titles = (state: State): string =>
	tableColumns(columnsInput(state))
		.columns.map(({ id, width }) => {
			const column = columnOf(id);
			return fit(column?.title ?? id, width, column?.align === 'right' ? { align: 'right' } : {});
		})
		.join('  ')
		.trimEnd();

const sizes = [
	[160, 45],
	[120, 30],
	[80, 24],
	[60, 20],
	[40, 10],
] as const;

describe('scrolled columns', () => {
	test.each(sizes)('keep the title of every column in sight beside the mark, at %d × %d', async (columns, rows) => {
		const shown = await drawn({ columns, rows });
		// Where the first of them had no room, the first step brings it and scrolls nothing away yet.
		await shown.write('\u001b[C');
		for (let step = 2; step <= 20; step += 1) {
			await shown.write('\u001b[C');
			const header = shown.lines()[2] ?? '';
			expect(header.startsWith(`  ${titles(shown.program.getState())}`), header).toBe(true);
			expect(header).toMatch(/ ← \d+( → \d+)?$/);
			expect(displayWidth(header)).toBeLessThanOrEqual(columns);
		}
	});

	test.each(sizes)('keep it while rows arrive above, at %d × %d', (columns, rows) => {
		const jobs = Array.from({ length: 50 }, (_, index) => namedJob(`dlc${index}`, { DisplayName: 'n'.repeat(40) }));
		const scrolled = pressAll(showing(jobs, { ...aState(), size: { columns, rows } }), ['j', 'right', 'right']).state;
		const state = { ...scrolled, cursor: { ...scrolled.cursor, newAbove: 12 } };
		const header = show(state).lines()[2] ?? '';
		expect(header.startsWith(`  ${titles(state)}`), header).toBe(true);
		expect(header).toMatch(/ ↑ 12 new ← \d+( → \d+)?$/);
	});

	test.each(['T', 'D', 'W', 'I'])('go back to the column of a new order: %s', async key => {
		const jobs = [namedJob('dlc1', { Username: 'deborah' })];
		const scrolled = pressAll(showing(jobs), ['right', 'right', 'right']).state;
		expect(scrolled.columnOffset).toBe(3);
		expect(pressAll(scrolled, [key]).state.columnOffset).toBe(0);
		expect(pressAll(scrolled, ['j', 'z', 'space']).state.columnOffset).toBe(3);
	});

	test('show WHY after T', async () => {
		const shown = await drawn({ columns: 120, rows: 30 });
		await shown.write('\u001b[C\u001b[C\u001b[C');
		expect(shown.lines()[2]).toMatch(/← \d+/);
		await shown.write('T');
		expect(shown.lines()[2]).toContain('WHY');
		expect(shown.lines()[2]).not.toContain('←');
	});
});
