import { describe, expect, test } from 'vitest';
import { openMonitor } from '../support/monitor.ts';
import { answerTime, isLive, jobIdAt, selectedJob, selectedLine } from '../support/screens.ts';

const totalOf = (lines: readonly string[]): number => Number(/of (\d+) jobs/.exec(lines[1] ?? '')?.[1] ?? 0);
const minutes = 60_000;

describe('answers while one looks', () => {
	test('below the first row the selected job stays on its line, and the edge counts what arrived above', async () => {
		const terminal = await openMonitor();
		await terminal.waitFor(isLive, 'the first rows');
		terminal.type('jjjj');
		const before = await terminal.waitFor(lines => selectedLine(lines) === 7, 'the fifth row');
		terminal.service.skip(3 * minutes);
		terminal.press('r');
		const after = await terminal.waitFor(lines => totalOf(lines) > totalOf(before), 'arrivals');
		expect(selectedLine(after)).toBe(7);
		expect(jobIdAt(after, 7)).toBe(jobIdAt(before, 7));
		expect(selectedJob(after)).toBe(jobIdAt(before, 7));
		expect(terminal.look(7).inverse).toBe(true);
		expect(after[2]).toMatch(/↑ \d+ new$/u);
		terminal.press('g');
		const top = await terminal.waitFor(lines => !/new$/.test(lines[2] ?? ''), 'the top');
		expect(jobIdAt(top, 3)).not.toBe(jobIdAt(before, 3));
	});

	test('at the top arrivals push the rows down, the selection is still the same job, and changes carry a sign for two polls', async () => {
		const terminal = await openMonitor({ interval: 2 });
		const before = await terminal.waitFor(isLive, 'the first rows');
		expect(before.join('\n')).not.toContain(' • ');
		terminal.service.skip(3 * minutes);
		const after = await terminal.waitFor(lines => totalOf(lines) > totalOf(before), 'arrivals');
		expect(selectedLine(after)).toBeGreaterThan(3);
		expect(jobIdAt(after, selectedLine(after))).toBe(jobIdAt(before, 3));
		expect(after[3]).toMatch(/^ {2}\S+ \w+ • /u);
		const second = await terminal.waitFor(lines => answerTime(lines) !== answerTime(after), 'one more answer');
		expect(second[3]).toMatch(/^ {2}\S+ \w+ • /u);
		const third = await terminal.waitFor(lines => answerTime(lines) !== answerTime(second), 'another answer');
		expect(third.join('\n')).not.toContain(' • ');
		expect(jobIdAt(third, 3)).toBe(jobIdAt(after, 3));
	});
});
