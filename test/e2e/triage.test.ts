import { expect, test } from 'vitest';
import { openMonitor } from '../support/monitor.ts';
import { cellsUnder, isLive, selectedLine, tableRows } from '../support/screens.ts';

const everything = (lines: readonly string[]): boolean => isLive(lines) && (lines[1] ?? '').startsWith('everything');

test('T puts what needs a look first and says why, and in the demo’s world every rule has a case', async () => {
	const terminal = await openMonitor({ columns: 170, rows: 180 });
	await terminal.waitFor(isLive, 'the first rows');
	terminal.press('e');
	await terminal.waitFor(everything, 'all jobs');
	terminal.type('Tg');
	const lines = await terminal.waitFor(shown => /WHY/.test(shown[2] ?? '') && selectedLine(shown) === 3, 'the reasons');
	expect(lines[1]).toContain('triage ↑');
	const reasons = cellsUnder(lines, 'WHY').filter(cell => !cell.startsWith('dlc'));
	const rules = [
		/^failed \d+(?:s|m) ago/,
		/^\d+ restarts within 1h00/,
		/^in (?:EnvPreparing|SanityChecking) for \S+, 95 % take up to \S+/,
		/^waits \S+, others of its quota up to \S+/,
		/^ends in \d+m, at its limit/,
		/^ended, holds \d+ GPUs? for \S+/,
	];
	const firsts = rules.map(rule => reasons.findIndex(reason => rule.test(reason)));
	expect(firsts).not.toContain(-1);
	expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
	expect(firsts[0]).toBe(0);
	expect(tableRows(lines)[0]).toMatch(/ Failed/);
	terminal.press('I');
	const inverted = await terminal.waitFor(shown => (shown[1] ?? '').includes('triage ↓'), 'the reverse order');
	expect(cellsUnder(inverted, 'WHY')[0]).not.toMatch(/^failed/);
	terminal.press('A');
	const byAge = await terminal.waitFor(shown => (shown[1] ?? '').includes('created'), 'the order of the query');
	expect(byAge[2]).not.toContain('WHY');
});
