import { expect, test } from 'vitest';
import { openMonitor } from '../support/monitor.ts';
import { isLive, selectedLine } from '../support/screens.ts';

const headers = (lines: readonly string[]): readonly string[] =>
	lines.filter(line => /^(?:▸| ) [-+] .* jobs? · /u.test(line));

test('z groups by one key after the other, Enter folds and opens a group, Z all of them', async () => {
	const terminal = await openMonitor();
	await terminal.waitFor(isLive, 'the first rows');
	terminal.press('z', 'g');
	const byStatus = await terminal.waitFor(lines => headers(lines).length > 0, 'the headers');
	expect(byStatus[1]).toContain('by status');
	expect(selectedLine(byStatus)).toBe(3);
	expect(byStatus[3]).toMatch(/^▸ - \w+ {2}\d+ jobs · \d+ GPUs? · newest \S+ ago/u);
	terminal.press('enter');
	const folded = await terminal.waitFor(lines => lines[3]?.startsWith('▸ + ') ?? false, 'the group folded');
	expect(folded[4]).toMatch(/^ {2}- /);
	terminal.press('enter');
	const open = await terminal.waitFor(lines => lines[3]?.startsWith('▸ - ') ?? false, 'the group open again');
	expect(open[4]).toBe(byStatus[4]);
	terminal.press('Z');
	const overview = await terminal.waitFor(lines => headers(lines).every(line => line[2] === '+'), 'all groups folded');
	const counted = headers(overview).reduce((sum, line) => sum + Number(/(\d+) jobs?/.exec(line)?.[1]), 0);
	expect(counted).toBe(50);
	terminal.press('z');
	const byReason = await terminal.waitFor(lines => (lines[1] ?? '').includes('by reason'), 'groups by reason');
	expect(headers(byReason).length).toBeGreaterThan(0);
	terminal.type('zzzzzz');
	const flat = await terminal.waitFor('not grouped', 'no groups');
	expect(headers(flat)).toEqual([]);
	terminal.press('j', 'enter');
	await terminal.waitFor(lines => lines.some(line => line.startsWith('▸ DETAIL')), 'the details of a job');
});
