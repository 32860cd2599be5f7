import { describe, expect, test } from 'vitest';
import { openMonitor } from '../support/monitor.ts';
import { isLive, selectedLine } from '../support/screens.ts';
import type { Terminal } from '../support/terminal.ts';

type Lines = readonly string[];

/** As the screen of another size, once it is painted: its last lines say so. */
const drawnFor = (rows: number) => (lines: Lines) =>
	lines.length === rows && isLive(lines) && lines[rows - 1] === '' && /^dlc[0-9a-z]/.test(lines[rows - 2] ?? '');

const expectFrame = (terminal: Terminal, lines: Lines, columns: number): void => {
	expect(lines[0]).toMatch(/^dlctop/);
	expect(lines[2]).toMatch(/^ {2}STATUS .*NAME/);
	expect(selectedLine(lines)).toBeGreaterThanOrEqual(3);
	expect(lines.filter(line => /^dlctop/.test(line))).toHaveLength(1);
	expect(lines.at(-1), 'the last row stays unused').toBe('');
	for (const line of lines.keys()) {
		expect(terminal.cells(line).length).toBe(columns);
	}
};

describe('the frame', () => {
	test('fits 120 × 30, 80 × 24 and 40 × 10, says when it is too small, and comes back', async () => {
		const terminal = await openMonitor();
		const large = await terminal.waitFor(
			lines => drawnFor(30)(lines) && /\+ \d+ live older than/.test(lines[1] ?? ''),
			'the first rows',
		);
		expectFrame(terminal, large, 120);
		expect(large[2]).toMatch(/JOB ID/);

		terminal.resize(80, 24);
		const usual = await terminal.waitFor(drawnFor(24), '80 × 24');
		expectFrame(terminal, usual, 80);
		expect(usual[0]).toMatch(/^dlctop {2}ws 268 · mine · 7 d +● live 60m · \d\d:\d\d:\d\d$/u);
		expect(usual[1]).toMatch(/^1\/\d+ · 50 of \d+ · created ↓ · GPU \d+\/\d+\/\d+ · \+ \d+ older live: a(?: |$)/u);
		expect(usual[2]).not.toMatch(/JOB ID/);
		expect(usual[22]).toMatch(/\? help$/);

		terminal.resize(40, 10);
		const small = await terminal.waitFor(drawnFor(10), '40 × 10');
		expectFrame(terminal, small, 40);
		expect(small[0]).toMatch(/● live 60m · \d\d:\d\d:\d\d$/u);

		terminal.resize(20, 5);
		const tiny = await terminal.waitFor(/needs 40.10/, 'a word on the size');
		expect(tiny.slice(1).join('')).toBe('');

		terminal.resize(120, 30);
		const again = await terminal.waitFor(drawnFor(30), '120 × 30 again');
		expect(again.slice(1)).toEqual(large.slice(1));
	});

	test('is whole after a resize away and back at once, of which no size tells', async () => {
		const terminal = await openMonitor();
		const before = await terminal.waitFor(drawnFor(30), 'the first rows');
		terminal.resize(120, 12);
		terminal.resize(120, 30);
		const after = await terminal.waitFor(drawnFor(30), 'the screen again');
		expect(after.slice(2)).toEqual(before.slice(2));
	});

	test('is painted whole when only the height changes, and at Ctrl-L', async () => {
		const terminal = await openMonitor();
		const large = await terminal.waitFor(
			lines => drawnFor(30)(lines) && /\+ \d+ live older than/.test(lines[1] ?? ''),
			'the first rows',
		);
		terminal.resize(120, 20);
		const low = await terminal.waitFor(drawnFor(20), 'fewer rows');
		expect(low.slice(0, 10)).toEqual(large.slice(0, 10));
		terminal.resize(120, 30);
		const again = await terminal.waitFor(drawnFor(30), 'more rows');
		expect(again).toEqual(large);
		const written = terminal.bytes();
		terminal.press('ctrl+l');
		await terminal.waitFor(() => terminal.bytes() - written > 2000, 'the whole screen again');
		expect(await terminal.waitFor(drawnFor(30), 'the screen')).toEqual(large);
	});

	test('starts at 20 × 5 as well, and shows the list once there is room', async () => {
		const terminal = await openMonitor({ columns: 20, rows: 5 });
		await terminal.waitFor('dlctop needs', 'a word on the size');
		terminal.resize(80, 24);
		await terminal.waitFor(drawnFor(24), 'the list');
	});
});
