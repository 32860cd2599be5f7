import { describe, expect, test } from 'vitest';
import { openMonitor } from '../support/monitor.ts';
import { isLive, jobIdAt, selectedJob, selectedLine, tableRows } from '../support/screens.ts';

type Lines = readonly string[];
const hasPane = (lines: Lines): boolean => lines.some(line => line.includes('DETAIL dlc'));

describe('the detail pane', () => {
	test('opens below the list at 30 rows, scrolls, goes on to the next job, and never covers the selected row', async () => {
		const terminal = await openMonitor();
		await terminal.waitFor(isLive, 'the first rows');
		terminal.press('G');
		const last = await terminal.waitFor(lines => selectedLine(lines) === 27, 'the last row');
		terminal.press('enter');
		const pane = await terminal.waitFor(hasPane, 'the pane');
		const title = pane.findIndex(line => line.includes('DETAIL'));
		expect(pane[title]).toContain(`▸ DETAIL ${selectedJob(last)} `);
		const row = pane.findIndex(line => !line.includes('DETAIL') && jobIdAt([line], 0) === selectedJob(last));
		expect(row).toBeGreaterThan(2);
		expect(row).toBeLessThan(title);
		expect(terminal.look(row).inverse).toBe(true);
		expect(pane[title + 1]).toContain('1 Overview  2 Timeline');
		expect(pane[title + 2]).toMatch(/^ {4}status +\S/u);
		terminal.press('j');
		await terminal.waitFor(
			lines => /^ +(?:sub-status|reason|message|name) +\S/u.test(lines[title + 2] ?? ''),
			'the pane one line on',
		);
		terminal.press('K');
		const former = await terminal.waitFor(lines => !(lines[title] ?? '').includes(selectedJob(last)), 'the job before');
		expect(former[title]).toContain(`DETAIL ${selectedJob(former)} `);
		terminal.press('z');
		await terminal.waitFor(
			lines => hasPane(lines) && (lines[2] ?? '').includes('DETAIL'),
			'the pane on the whole screen',
		);
		terminal.press('z');
		await terminal.waitFor(lines => (lines[title] ?? '').includes('DETAIL'), 'the pane below the list');
		terminal.press('escape');
		const closed = await terminal.waitFor(lines => !hasPane(lines), 'the list alone');
		expect(tableRows(closed)).toHaveLength(25);
		expect(jobIdAt(closed, selectedLine(closed))).toBe(selectedJob(former));
	});

	test('stands beside the list at 140 columns, and alone at 80 × 24', async () => {
		const terminal = await openMonitor({ columns: 150 });
		await terminal.waitFor(isLive, 'the first rows');
		terminal.press('enter');
		const beside = await terminal.waitFor(hasPane, 'the pane');
		expect(beside[2]).toMatch(/STATUS .*NAME.*▸ DETAIL dlc/u);
		terminal.resize(80, 24);
		const alone = await terminal.waitFor(
			lines => lines.length === 24 && lines[2]?.startsWith('▸ DETAIL') === true,
			'the pane alone',
		);
		expect(alone.join('\n')).not.toContain('STATUS ');
	});

	test('masks secrets', async () => {
		const terminal = await openMonitor({ rows: 150, args: ['--display-name', 'secrets-everywhere'] });
		await terminal.waitFor(lines => isLive(lines) && tableRows(lines).length === 1, 'the job');
		terminal.press('enter', 'z');
		await terminal.waitFor(hasPane, 'the pane');
		for (const [section, word] of [
			['3', 'Password'],
			['4', 'WANDB_API_KEY'],
			['5', 'CredentialConfig'],
			['7', '"CredentialConfig"'],
		] as const) {
			terminal.press(section);
			const pane = await terminal.waitFor(lines => lines.some(line => line.includes(word)), `section ${section}`);
			expect(pane.join('\n')).toContain(word);
		}
		for (const secret of ['demo-hunter2', 'demo-not-a-key', 'hf_demo', 'demo01234', 'CAISdemo', 'demoDemoDemo']) {
			expect(terminal.output()).not.toContain(secret);
		}
	});
});

describe('the help screen', () => {
	test('shows the keys of where it was asked for, scrolls, and goes back', async () => {
		const terminal = await openMonitor();
		const list = await terminal.waitFor(isLive, 'the first rows');
		terminal.press('?');
		const help = await terminal.waitFor('Keys of the list', 'the help');
		expect(help.join('\n')).toMatch(/j ↓ +one row down/u);
		terminal.press('G');
		await terminal.waitFor(lines => !/more below/.test(lines[0] ?? '') && /Ctrl-c/.test(lines.join('\n')), 'its end');
		terminal.press('escape');
		const back = await terminal.waitFor(isLive, 'the list');
		expect(tableRows(back)).toEqual(tableRows(list));
		terminal.press('enter');
		await terminal.waitFor(hasPane, 'the pane');
		terminal.press('?');
		await terminal.waitFor('Keys of the detail pane', 'the help of the pane');
		terminal.press('q');
		await terminal.waitFor(hasPane, 'the pane again');
	});
});
