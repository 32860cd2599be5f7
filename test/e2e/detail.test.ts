import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openMonitor } from '../support/monitor.ts';
import { isLive, jobIdAt, selectedLine, tableRows } from '../support/screens.ts';

type Lines = readonly string[];
const hasPane = (lines: Lines): boolean => lines.some(line => line.includes('DETAIL dlc'));
const shows =
	(...words: readonly string[]) =>
	(lines: Lines): boolean =>
		words.every(word => lines.join('\n').includes(word));

describe('the detail pane of the whole program', () => {
	test('tells why a job failed, section by section, and finds a word in it', async () => {
		const terminal = await openMonitor({ rows: 50 });
		await terminal.waitFor(isLive, 'the first rows');
		terminal.press('f');
		await terminal.waitFor(lines => isLive(lines) && (lines[3] ?? '').includes('Failed'), 'failed jobs');
		terminal.press('enter', 'z');
		await terminal.waitFor(shows('1 Overview', 'reason', 'message', 'created'), 'the overview');
		terminal.press('2');
		await terminal.waitFor(shows('Status history', '→'), 'the timeline');
		terminal.press('3');
		await terminal.waitFor(shows('POD', 'Failed', '┌', 'Every field of JobSpecs'), 'roles and pods');
		terminal.press('tab');
		await terminal.waitFor(shows('UserCommand'), 'command and code');
		terminal.press('7');
		await terminal.waitFor(shows('"JobId": "dlc'), 'the JSON');
		terminal.press('/');
		terminal.type('requestgpu');
		await terminal.waitFor(shows('hit 1/1', '"RequestGPU"'), 'the hit');
		terminal.press('enter');
		await terminal.waitFor(lines => !(lines.at(-2) ?? '').startsWith('/'), 'the pane with the keys');
		terminal.press('escape');
		await terminal.waitFor(lines => !hasPane(lines), 'the list');
	});

	test('shows secrets by x only, and hides them again with the pane', async () => {
		const terminal = await openMonitor({ rows: 50, args: ['--display-name', 'secrets-everywhere'] });
		await terminal.waitFor(lines => isLive(lines) && tableRows(lines).length === 1, 'the job');
		terminal.press('enter', 'z', '4');
		await terminal.waitFor(shows('WANDB_API_KEY', '••••'), 'masked variables');
		expect(terminal.output()).not.toContain('demo01234');
		terminal.press('x');
		await terminal.waitFor(shows('SECRETS SHOWN'), 'secrets');
		terminal.press('escape');
		await terminal.waitFor(lines => !hasPane(lines), 'the list');
		terminal.press('enter', 'z', '4');
		await terminal.waitFor(
			lines => shows('WANDB_API_KEY', '••••')(lines) && !shows('SECRETS SHOWN')(lines),
			'masked variables again',
		);
	});

	test('hands the terminal to the pager and takes it back, and leaves no file behind', async () => {
		const place = mkdtempSync(join(tmpdir(), 'dlctop-pager-'));
		const pager = join(place, 'pager.sh');
		const script = ['#!/bin/sh', 'stat -c %a "$1" > "$0.mode"', 'cp "$1" "$0.text"', 'echo PAGING; read -r answer'];
		writeFileSync(pager, script.join('\n'), { mode: 0o755 });
		const terminal = await openMonitor({ env: { PAGER: pager, TMPDIR: place } });
		await terminal.waitFor(isLive, 'the first rows');
		terminal.press('enter');
		await terminal.waitFor(hasPane, 'the pane');
		terminal.press('ctrl+o');
		await terminal.waitFor('PAGING', 'the pager');
		expect(terminal.isAlternate()).toBe(false);
		terminal.type('x\r');
		await terminal.waitFor(lines => isLive(lines) && hasPane(lines), 'the pane again');
		expect(terminal.isAlternate()).toBe(true);
		expect(readFileSync(`${pager}.mode`, 'utf8').trim()).toBe('600');
		expect(readFileSync(`${pager}.text`, 'utf8')).toMatch(/^dlc\w+ .* · Overview\n/u);
		expect(readdirSync(place).filter(name => name.startsWith('dlctop-'))).toEqual([]);
		terminal.press('j', 'escape');
		await terminal.waitFor(lines => !hasPane(lines), 'the list');
	});

	test('says so when no pager can be run', async () => {
		const terminal = await openMonitor({ env: { PAGER: '/nonexistent/pager' } });
		await terminal.waitFor(isLive, 'the first rows');
		terminal.press('enter', 'ctrl+o');
		await terminal.waitFor(shows('no pager could be run'), 'the reason');
		expect(existsSync('/nonexistent')).toBe(false);
	});

	test('opens on the job that was named', async () => {
		const list = await openMonitor({ args: ['--display-name', 'secrets-everywhere'] });
		const lines = await list.waitFor(lines => isLive(lines) && tableRows(lines).length === 1, 'the job');
		const JobId = jobIdAt(lines, selectedLine(lines));
		const terminal = await openMonitor({ args: [JobId] });
		await terminal.waitFor(shows(`▸ DETAIL ${JobId}`, 'created in the last 90 d'), 'the pane on the job');
		const older = await openMonitor({ args: [JobId, '--start-time', '1m'] });
		await older.waitFor(
			shows(`▸ DETAIL ${JobId} · not in this list · `, 'secrets-everywhere'),
			'the job by GetJob alone',
		);
		const unknown = await openMonitor({ args: ['dlc0nosuchjob0000'], columns: 160 });
		await unknown.waitFor(shows('▸ DETAIL dlc0nosuchjob0000', 'the list does not have it'), 'the reason');
	});

	test('keeps a job that left the list, and says since when', async () => {
		const terminal = await openMonitor();
		await terminal.waitFor(isLive, 'the first rows');
		terminal.press('f');
		await terminal.waitFor(lines => isLive(lines) && (lines[3] ?? '').includes('Failed'), 'failed jobs');
		terminal.press('G', 'enter');
		const open = await terminal.waitFor(hasPane, 'the pane');
		const id = /DETAIL (dlc\w+)/u.exec(open.join('\n'))?.[1] ?? '';
		terminal.type(':window 1m\r');
		const gone = await terminal.waitFor(shows('left the list at '), 'the words');
		expect(gone.join('\n')).toMatch(new RegExp(`DETAIL ${id} · left the list at \\d\\d:\\d\\d · `, 'u'));
		expect(gone.join('\n')).toMatch(/status +Failed/u);
		terminal.type(':window 7d\r');
		await terminal.waitFor(lines => hasPane(lines) && !shows('left the list')(lines), 'the job in the list again');
	});

	test('shows only the differences of two marked jobs, searches in them, pages them and goes back', async () => {
		const place = mkdtempSync(join(tmpdir(), 'dlctop-differences-'));
		const pager = join(place, 'pager.sh');
		writeFileSync(pager, '#!/bin/sh\ncp "$1" "$0.text"\n', { mode: 0o755 });
		const terminal = await openMonitor({ env: { PAGER: pager, TMPDIR: place } });
		await terminal.waitFor(isLive, 'the first rows');
		terminal.press('=');
		await terminal.waitFor(shows('= compares two marked jobs; none is marked'), 'the reason');
		terminal.press('space', 'space', '=');
		await terminal.waitFor(shows('▸ DIFFERENCES', '  A dlc', '  B dlc', 'differ', '│'), 'both jobs side by side');
		await terminal.waitFor(lines => !shows('asking GetJob')(lines), 'both answers');
		terminal.press('/');
		terminal.type('usercommand');
		await terminal.waitFor(shows('hit 1/1'), 'the hit');
		terminal.press('enter', 'ctrl+o');
		await terminal.waitFor(() => existsSync(`${pager}.text`), 'the pager');
		expect(readFileSync(`${pager}.text`, 'utf8')).toMatch(/^A dlc\w+ .*\nB dlc\w+ .*\n[\s\S]*\nUserCommand\n/u);
		await terminal.waitFor(shows('▸ DIFFERENCES'), 'the screen again');
		terminal.press('escape');
		await terminal.waitFor(lines => isLive(lines) && !shows('DIFFERENCES')(lines), 'the list');
	});
});
