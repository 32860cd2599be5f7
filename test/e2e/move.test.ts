import { describe, expect, test } from 'vitest';
import { openMonitor } from '../support/monitor.ts';
import { cellsUnder, isLive, jobIdAt, selectedJob, selectedLine } from '../support/screens.ts';

const onLine = (line: number) => (lines: readonly string[]) => selectedLine(lines) === line;

/** Of a name that may be cut. */
const start = (name: string): string => name.slice(0, 8);

describe('moving in the list', () => {
	test('keys move one inverse bar, a burst of them in one write too, and the view follows', async () => {
		const terminal = await openMonitor();
		const first = await terminal.waitFor(isLive, 'the first rows');
		terminal.press('j');
		await terminal.waitFor(onLine(4), 'j: one row down');
		expect([2, 3, 4, 5].map(line => terminal.look(line).inverse)).toEqual([false, false, true, false]);
		expect(terminal.look(4).colors).toEqual([]);
		terminal.type('jj');
		await terminal.waitFor(onLine(6), 'jj: two rows down');
		terminal.press('k');
		await terminal.waitFor(onLine(5), 'k: one row up');
		terminal.press('down');
		await terminal.waitFor(onLine(6), 'the arrow down');
		terminal.type('kk\u001b[A');
		await terminal.waitFor(onLine(3), 'kk and the arrow up in one write');
		terminal.press('G');
		const last = await terminal.waitFor(onLine(27), 'G: the last row');
		expect(jobIdAt(last, 3)).not.toBe(jobIdAt(first, 3));
		terminal.press('g');
		await terminal.waitFor(lines => onLine(3)(lines) && jobIdAt(lines, 3) === jobIdAt(first, 3), 'g: the first row');
		terminal.press('ctrl+d');
		const half = await terminal.waitFor(lines => selectedJob(lines) === jobIdAt(first, 15), 'half a screen down');
		expect(jobIdAt(half, selectedLine(half))).toBe(jobIdAt(first, 15));
		terminal.press('ctrl+u');
		await terminal.waitFor(lines => selectedJob(lines) === jobIdAt(first, 3), 'half a screen up');
		terminal.press('end');
		await terminal.waitFor(onLine(27), 'End');
		terminal.press('home');
		await terminal.waitFor(onLine(3), 'Home');
	});

	test('n and p turn pages, and the ends of the list say so', async () => {
		const terminal = await openMonitor();
		const first = await terminal.waitFor(isLive, 'the first rows');
		terminal.press('p');
		await terminal.waitFor('this is the first page', 'the notice');
		terminal.press('n');
		const second = await terminal.waitFor(lines => lines[1]?.startsWith('page 2/') ?? false, 'page 2');
		expect(cellsUnder(second, 'JOB ID')).not.toContain(jobIdAt(first, 3));
		expect(selectedLine(second)).toBe(3);
		terminal.press('p');
		const back = await terminal.waitFor(lines => lines[1]?.startsWith('page 1/') ?? false, 'page 1');
		expect(jobIdAt(back, 3)).toBe(jobIdAt(first, 3));
	});

	test('e loads all pages around the selected job, n then turns screens, e again shows one page', async () => {
		const terminal = await openMonitor();
		await terminal.waitFor(lines => isLive(lines) && /\+ \d+ live older than/.test(lines[1] ?? ''), 'a quiet service');
		terminal.type('jj');
		const before = await terminal.waitFor(onLine(5), 'the third row');
		terminal.press('e');
		const all = await terminal.waitFor(/^everything · \d{3,} jobs · /m, 'all pages');
		expect(selectedLine(all)).toBe(5);
		expect(jobIdAt(all, 5)).toBe(jobIdAt(before, 5));
		terminal.press('n');
		const next = await terminal.waitFor(lines => jobIdAt(lines, 3) !== jobIdAt(all, 3), 'the next screen');
		expect(cellsUnder(all, 'JOB ID')).not.toContain(jobIdAt(next, 3));
		terminal.press('e');
		await terminal.waitFor(lines => isLive(lines) && /^page 1\/\d+ · 50 of /.test(lines[1] ?? ''), 'one page');
	});

	test('a page behind the last one lands on the last one, and says so', async () => {
		const terminal = await openMonitor({ args: ['--page-number', '99'] });
		const lines = await terminal.waitFor(isLive, 'the rows');
		expect(lines[1]).toMatch(/^page (\d+)\/\1 · /);
		expect(lines[28]).toContain('page 99 is gone');
	});

	test('the arrows scroll columns and keep the name, | shows all columns there is room for', async () => {
		const terminal = await openMonitor();
		const usual = await terminal.waitFor(isLive, 'the first rows');
		terminal.press('right', 'right');
		const scrolled = await terminal.waitFor(lines => /← \d/u.test(lines[2] ?? ''), 'columns scrolled away');
		expect(scrolled[2]).toMatch(/NAME/);
		expect(scrolled[2]).not.toMatch(/JOB ID/);
		expect(cellsUnder(scrolled, 'NAME').map(start)).toEqual(cellsUnder(usual, 'NAME').map(start));
		terminal.press('left', 'left');
		await terminal.waitFor(lines => lines[2] === usual[2], 'the usual columns again');
		terminal.press('|');
		const wide = await terminal.waitFor(lines => lines[2] !== usual[2], 'other columns');
		expect(wide[2]).toMatch(/NAME/);
		terminal.press('|');
		await terminal.waitFor(lines => lines[2] === usual[2], 'the usual columns');
	});
});
