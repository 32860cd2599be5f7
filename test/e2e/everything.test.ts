import { describe, expect, test } from 'vitest';
import { openMonitor } from '../support/monitor.ts';
import { isLive, tableRows } from '../support/screens.ts';

type Lines = readonly string[];
const everything = (lines: Lines): boolean => isLive(lines) && (lines[1] ?? '').startsWith('everything');

describe('everything', () => {
	test('loads all pages, sorts them by keys that the service does not know, and goes back to one page', async () => {
		const terminal = await openMonitor();
		const first = await terminal.waitFor(isLive, 'the first rows');
		const total = /of (\d+) jobs/.exec(first[1] ?? '')?.[1] ?? '';
		terminal.press('e');
		const all = await terminal.waitFor(
			lines => everything(lines) && /\+ \d+ live older than/.test(lines[1] ?? ''),
			'all jobs, and the counts of older ones',
		);
		expect(all[1]).toContain(`everything · ${total} jobs`);
		const before = terminal.service.requests();
		terminal.type('sg');
		const byGpus = await terminal.waitFor(lines => (lines[1] ?? '').includes('GPUs ↓'), 'the largest jobs first');
		expect(byGpus[1]).not.toContain('this page');
		terminal.press('g');
		const gpusOf = (lines: Lines) => tableRows(lines).map(row => Number(/ alice +(\d+) /.exec(row)?.[1]));
		const top = await terminal.waitFor(lines => (gpusOf(lines)[0] ?? 0) > 8, 'the top');
		const gpus = gpusOf(top);
		expect(gpus).toEqual(gpus.toSorted((a, b) => b - a));
		expect(terminal.service.requests()).toBe(before);
		terminal.press('e');
		const page = await terminal.waitFor(lines => isLive(lines) && (lines[1] ?? '').startsWith('page 1/'), 'one page');
		expect(page[1]).toContain('GPUs ↓, this page');
	});

	test('shows what a part of a name leaves before the service has answered, and then what it says', async () => {
		const terminal = await openMonitor({ args: ['--everything'] });
		await terminal.waitFor(lines => everything(lines) && /\+ \d+ live older than/.test(lines[1] ?? ''), 'all jobs');
		const before = terminal.service.requests();
		terminal.type('/llama');
		const typed = await terminal.waitFor('filtered here, over ', 'the rows that are left');
		const left = /everything · (\d+) match/.exec(typed[1] ?? '')?.[1];
		expect(tableRows(typed).filter(row => !row.includes('llama'))).toEqual([]);
		const answered = await terminal.waitFor(lines => / · \d+ jobs · name:llama/.test(lines[1] ?? ''), 'the answer');
		expect(answered[1]).toContain(`everything · ${left} jobs`);
		expect(terminal.service.requests()).toBeGreaterThan(before);
	});

	test('stops at --max-jobs and says so', async () => {
		const terminal = await openMonitor({ args: ['--max-jobs', '200'] });
		await terminal.waitFor(isLive, 'the first rows');
		terminal.press('e');
		const cut = await terminal.waitFor(everything, 'as many as allowed');
		expect(cut[1]).toMatch(/everything · 200 of \d+ jobs, cut at --max-jobs/);
	});

	test('shows several workspaces with their names, and all of one’s own', async () => {
		const terminal = await openMonitor({ args: ['--workspace-id', '268,1042'] });
		const two = await terminal.waitFor(everything, 'both workspaces');
		expect(two[0]).toContain('2 workspaces');
		expect(two[2]).toContain('WORKSPACE');
		const other = await openMonitor({ args: ['--from-all-workspaces'] });
		const all = await other.waitFor(isLive, 'the first rows');
		expect(all[0]).toContain('all workspaces');
		expect(all[2]).toContain('WORKSPACE');
	});
});
