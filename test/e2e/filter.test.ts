import { describe, expect, test } from 'vitest';
import { openMonitor } from '../support/monitor.ts';
import { cellsUnder, isLive, tableRows } from '../support/screens.ts';

type Lines = readonly string[];

/** The rows answer what the lines above say, and the rarer counts of older jobs are in as well. */
const settled = (lines: Lines): boolean => isLive(lines) && !/asking/.test(lines[1] ?? '');
const says = (text: string) => (lines: Lines) => settled(lines) && (lines[1] ?? '').includes(text);

describe('the filter prompt', () => {
	test('asks once for a word typed quickly, Enter keeps it, Esc puts the former one back', async () => {
		const terminal = await openMonitor();
		const first = await terminal.waitFor(
			lines => isLive(lines) && /\+ \d+ live older than/.test(lines[1] ?? ''),
			'a quiet service',
		);
		const before = terminal.service.requests();
		terminal.press('/');
		await terminal.waitFor(lines => lines[28]?.startsWith('/▏') ?? false, 'the prompt');
		terminal.press('l', 'l', 'a', 'm', 'a', '3');
		const typed = await terminal.waitFor(says('name:llama3'), 'the filtered rows');
		expect(typed[28]).toMatch(/^\/llama3▏/u);
		expect(terminal.service.requests() - before).toBe(1);
		expect(tableRows(typed).length).toBeGreaterThan(3);
		for (const name of cellsUnder(typed, 'NAME')) {
			expect(name).toContain('llama3');
		}
		terminal.press('enter');
		const kept = await terminal.waitFor(lines => !lines[28]?.startsWith('/'), 'the prompt closed');
		expect(kept[1]).toContain('name:llama3');
		terminal.press('/');
		await terminal.waitFor(lines => lines[28]?.startsWith('/llama3▏') ?? false, 'the prompt with the word');
		terminal.type('-8b-none');
		await terminal.waitFor('no job matches these filters in this window', 'the empty list');
		terminal.press('escape');
		const restored = await terminal.waitFor(
			lines => says('name:llama3')(lines) && tableRows(lines).length > 3,
			'the former rows',
		);
		expect(cellsUnder(restored, 'NAME')).toEqual(cellsUnder(kept, 'NAME'));
		terminal.press('0');
		const cleared = await terminal.waitFor(lines => settled(lines) && !/name:/.test(lines[1] ?? ''), 'no filter');
		expect(cellsUnder(cleared, 'NAME')).toEqual(cellsUnder(first, 'NAME'));
	});
});

describe('filters of one key', () => {
	test('f shows the failed, a the live of 90 days, m those of everyone, t a longer window, 0 clears all', async () => {
		const terminal = await openMonitor();
		await terminal.waitFor(isLive, 'the first rows');
		terminal.press('f');
		const failed = await terminal.waitFor(says('failed only'), 'failed jobs');
		for (const row of tableRows(failed)) {
			expect(row).toMatch(/ Failed/);
		}
		terminal.press('a');
		const live = await terminal.waitFor(lines => says('live only')(lines) && says('everything')(lines), 'live jobs');
		expect(live[0]).toContain('created in the last 90 d, for live jobs');
		for (const row of tableRows(live)) {
			expect(row).not.toMatch(/ (?:Failed|Succeeded|Stopped) /);
		}
		terminal.press('0');
		await terminal.waitFor(lines => settled(lines) && !/live only/.test(lines[1] ?? ''), 'no status filter');
		terminal.press('m');
		const everyone = await terminal.waitFor(
			lines => settled(lines) && new Set(cellsUnder(lines, 'USER')).size > 1,
			'jobs of several users',
		);
		expect(everyone[0]).toContain(' · everyone · ');
		terminal.press('t');
		await terminal.waitFor(lines => settled(lines) && (lines[0] ?? '').includes('created in the last 30 d'), '30 days');
		terminal.press('0');
		const cleared = await terminal.waitFor(
			lines => settled(lines) && (lines[0] ?? '').includes('last 7 d'),
			'no filter',
		);
		expect(cleared[0]).toContain(' · mine · ');
	});
});

describe('sorting', () => {
	test('s and a key sorts, the same again flips, I inverts', async () => {
		const terminal = await openMonitor();
		const first = await terminal.waitFor(isLive, 'the first rows');
		terminal.press('s');
		await terminal.waitFor(lines => lines[28]?.startsWith('sort by') ?? false, 'the choice of sorts');
		terminal.press('n');
		const byName = await terminal.waitFor(says('name ↑'), 'sorted by name');
		const names = cellsUnder(byName, 'NAME');
		expect(names).not.toEqual(cellsUnder(first, 'NAME'));
		terminal.type('sn');
		const flipped = await terminal.waitFor(says('name ↓'), 'sorted by name, downwards');
		expect(cellsUnder(flipped, 'NAME')).not.toEqual(names);
		terminal.press('I');
		const inverted = await terminal.waitFor(says('name ↑'), 'inverted');
		expect(cellsUnder(inverted, 'NAME').toSorted()).toEqual(names.toSorted());
		terminal.press('A');
		const byAge = await terminal.waitFor(says('created ↓'), 'sorted by age');
		expect(cellsUnder(byAge, 'NAME').toSorted()).toEqual(cellsUnder(first, 'NAME').toSorted());
		terminal.press('s');
		await terminal.waitFor(lines => lines[28]?.startsWith('sort by') ?? false, 'the choice of sorts');
		terminal.press('escape');
		await terminal.waitFor(lines => !lines[28]?.startsWith('sort by'), 'the choice closed');
	});
});
