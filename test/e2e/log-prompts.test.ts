import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openMonitor } from '../support/monitor.ts';
import { isLive } from '../support/screens.ts';

test('the log of a job is filtered, searched, dated and saved, and Esc goes back to the list', async () => {
	const HOME = mkdtempSync(join(tmpdir(), 'dlctop-logs-'));
	const terminal = await openMonitor({ args: ['--status=Running', '--display-name=pretrain'], env: { HOME } });
	await terminal.waitFor(isLive, 'the first rows');
	terminal.press('l');
	await terminal.waitFor(/lines \d+-(\d+) of \1$/mu, 'the end of the log');
	terminal.type('f/saved checkpoint/i');
	const filtered = await terminal.waitFor(/ \d+ of \d+ lines with \/saved checkpoint\/i$/mu, 'the filter');
	const shown = filtered.slice(2, -1).filter(line => /\d{4}-\d\d-\d\d/u.test(line));
	expect(shown.length).toBeGreaterThan(0);
	expect(shown.every(line => line.includes('saved checkpoint'))).toBe(true);
	terminal.press('enter');
	terminal.type('S');
	await terminal.waitFor(/^save to \S+\.log/mu, 'the name of a file');
	terminal.press('ctrl+u');
	terminal.type('~/a.log');
	terminal.press('enter');
	await terminal.waitFor(/\d+ of \d+ lines \(filtered\) saved to ~\/a\.log/u, 'where it is saved');
	const saved = readFileSync(join(HOME, 'a.log'), 'utf8');
	expect(
		saved
			.trimEnd()
			.split('\n')
			.every(line => line.includes('saved checkpoint')),
	).toBe(true);
	expect(statSync(join(HOME, 'a.log')).mode & 0o777).toBe(0o600);
	terminal.type('S');
	terminal.press('ctrl+u');
	terminal.type('~/a.log');
	terminal.press('enter');
	await terminal.waitFor('is there already: Enter replaces it', 'a second question');
	terminal.press('escape');
	await terminal.waitFor(/\? help/u, 'the keys of the logs');
	terminal.type('f');
	terminal.press('ctrl+u');
	terminal.press('enter');
	terminal.type('T15m');
	terminal.press('enter');
	await terminal.waitFor(/lines \d+-\d+ of \d+ · since \d{4}-\d\d-\d\d \d\d:\d\d UTC$/mu, 'lines of the last minutes');
	terminal.press('escape');
	await terminal.waitFor(isLive, 'the list');
});
