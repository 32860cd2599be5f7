import { expect, test } from 'vitest';
import { openMonitor } from '../support/monitor.ts';
import { cellsUnder, isLive, tableRows } from '../support/screens.ts';

test('goes to another workspace, region and profile without leaving, and stays where a switch fails', async () => {
	const terminal = await openMonitor();
	const first = await terminal.waitFor(isLive, 'the first rows');
	const here = cellsUnder(first, 'JOB ID');
	terminal.press('space');
	terminal.type(':workspace ');
	await terminal.waitFor('vision-lab', 'the names that AIWorkSpace lists');
	terminal.type('vis');
	terminal.press('tab', 'enter');
	const there = await terminal.waitFor(
		lines => isLive(lines) && (lines[0] ?? '').includes('ws 1042 vision-lab') && tableRows(lines).length > 0,
		'the other workspace',
	);
	expect(there[1]).not.toContain('marked');
	expect(cellsUnder(there, 'JOB ID').filter(id => here.includes(id))).toEqual([]);
	terminal.type(':region cn-beijing\r');
	const beijing = await terminal.waitFor(
		lines => isLive(lines) && /^dlctop +cn-beijing/.test(lines[0] ?? ''),
		'the region',
	);
	expect(beijing[0]).toContain('ws 268');
	expect(cellsUnder(beijing, 'JOB ID')).toEqual(here);
	terminal.type(':profile nobody\r');
	const stays = await terminal.waitFor('still here, not at profile nobody', 'the refusal');
	expect(stays[0]).toContain('cn-beijing');
	expect(cellsUnder(stays, 'JOB ID')).toEqual(here);
	terminal.type(':region \t');
	await terminal.waitFor(':region ▏  cn-beijing cn-hangzhou', 'the regions that were seen, first');
});
