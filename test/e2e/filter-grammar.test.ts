import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openMonitor } from '../support/monitor.ts';
import { cellsUnder, isLive, tableRows } from '../support/screens.ts';

type Lines = readonly string[];

const says = (text: string) => (lines: Lines) =>
	isLive(lines) && !/asking/.test(lines[1] ?? '') && (lines[1] ?? '').includes(text);
const prompt = (text: string) => (lines: Lines) => lines[28]?.startsWith(`/${text}▏`) ?? false;

const aStateHome = async (): Promise<string> => {
	const home = await mkdtemp(join(tmpdir(), 'dlctop-state-'));
	onTestFinished(() => rm(home, { recursive: true }));
	return home;
};

describe('the grammar of the prompt', () => {
	test('sends one half, looks through the rows for the other, names a mistake, completes, and remembers', async () => {
		const XDG_STATE_HOME = await aStateHome();
		const terminal = await openMonitor({ env: { XDG_STATE_HOME } });
		await terminal.waitFor(isLive, 'the first rows');
		terminal.press('/');
		await terminal.waitFor(prompt(''), 'the prompt');
		terminal.type('status:Running gpu>=4');
		const filtered = await terminal.waitFor(says('1 of 2 terms here, over 50 of '), 'the filtered rows');
		expect(filtered[1]).toMatch(/^page 1\/\d+ · \d+ match · /);
		expect(tableRows(filtered).length).toBeGreaterThan(0);
		expect(cellsUnder(filtered, 'STATUS').filter(status => !/Running( •)?$/.test(status))).toEqual([]);
		const column = (filtered[2] ?? '').indexOf(' GPU');
		for (const row of tableRows(filtered)) {
			expect(Number.parseInt(row.slice(column), 10)).toBeGreaterThanOrEqual(4);
		}
		terminal.type(' foo:x');
		const wrong = await terminal.waitFor('✗ there is no field foo', 'the mistake');
		expect(tableRows(wrong)).toEqual(tableRows(filtered));
		terminal.press('ctrl+w');
		terminal.type('us\t');
		await terminal.waitFor(prompt('status:Running gpu>=4 user:'), 'the completed field');
		terminal.press('escape');
		await terminal.waitFor(lines => isLive(lines) && !/match|asking/.test(lines[1] ?? ''), 'the former list');
		terminal.press('/');
		terminal.type('gpu>=8\r');
		await terminal.waitFor(lines => says('1 of 1 term here')(lines) && !lines[28]?.startsWith('/'), 'the kept filter');
		terminal.press('Q');
		await terminal.exited;
		expect(await readFile(join(XDG_STATE_HOME, 'dlctop/history'), 'utf8')).toBe('gpu>=8\n');

		const next = await openMonitor({ env: { XDG_STATE_HOME }, args: ['--filter', 'status:Succeeded'] });
		await next.waitFor(says('status:Succeeded'), 'the filter of the flag');
		next.press('/');
		await next.waitFor(prompt('status:Succeeded '), 'the prompt with it');
		next.press('up');
		await next.waitFor(prompt('gpu>=8'), 'the filter of the former run');
	});
});

describe('the filter form', () => {
	test('chooses values, says what is wrong, applies, and edits the query of the prompt', async () => {
		const terminal = await openMonitor();
		await terminal.waitFor(isLive, 'the first rows');
		terminal.press('F');
		await terminal.waitFor('▸ DisplayName', 'the form');
		terminal.press('down', 'down', 'down', 'down', 'right', 'right', 'right', 'right', 'right', 'right');
		await terminal.waitFor('▸ Status                Running▏', 'a chosen value');
		terminal.press('up', 'up', 'up', 'up', 'up', 'up');
		await terminal.waitFor(/▸ PageSize {14}50▏/, 'the page size');
		terminal.type('0');
		await terminal.waitFor('✗ 500: ListJobs allows 1 to 100', 'what is wrong with it');
		terminal.press('backspace', 'enter');
		const applied = await terminal.waitFor(says('status:Running'), 'the rows');
		expect(cellsUnder(applied, 'STATUS').filter(status => !/Running( •)?$/.test(status))).toEqual([]);
		terminal.press('/');
		await terminal.waitFor(prompt('status:Running '), 'the same query in the prompt');
	});
});
