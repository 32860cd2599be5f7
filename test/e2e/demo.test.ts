import { describe, expect, test } from 'vitest';
import { runInTerminal } from '../support/monitor.ts';
import { isLive, selectedJob, selectedLine, tableRows } from '../support/screens.ts';

describe('dlctop --demo', () => {
	test('shows jobs, says DEMO, asks the terminal nothing, and leaves it as it was found', async () => {
		const terminal = runInTerminal({ args: ['--demo'] });
		const lines = await terminal.waitFor(isLive, 'the first rows');
		expect(lines[0]).toMatch(/^dlctop DEMO {2}cn-hangzhou · ws \d+ \S+ · mine · created in the last 7 d/u);
		expect(lines[1]).toMatch(/^page 1\/\d+ · 50 of \d+ jobs · created ↓ · GPUs here/u);
		expect(lines[2]).toMatch(/^ {2}STATUS .* NAME .* JOB ID .* TYPE .* AGE/);
		expect(tableRows(lines)).toHaveLength(25);
		expect(selectedLine(lines)).toBe(3);
		expect(lines[28]).toContain(selectedJob(lines));
		expect(lines[28]).toMatch(/\? help {2}\/ filter .* q quit$/);
		expect(terminal.isAlternate()).toBe(true);
		expect(terminal.modes.isOn(25), 'the cursor').toBe(false);
		terminal.press('q');
		expect(await terminal.exited).toEqual({ exitCode: 0, signal: 0 });
		expect(terminal.isAlternate()).toBe(false);
		expect(terminal.modes.leftOver()).toEqual([]);
		expect(terminal.noises()).toEqual([]);
		expect(terminal.screen().join('')).toBe('');
	});
});
