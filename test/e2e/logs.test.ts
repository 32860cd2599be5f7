import { describe, expect, test } from 'vitest';
import { openMonitor } from '../support/monitor.ts';
import { isLive } from '../support/screens.ts';

/** The log of the first running job that trains, at its end. */
const openLog = async () => {
	const terminal = await openMonitor({ args: ['--status=Running', '--display-name=pretrain'] });
	await terminal.waitFor(isLive, 'the first rows');
	terminal.press('l');
	const opened = await terminal.waitFor(/lines \d+-(\d+) of \1$/mu, 'the end of the log');
	return { terminal, opened };
};

describe('events and logs', () => {
	test('open by l, show the end, are searched, and Esc goes back to the list', async () => {
		const { terminal, opened } = await openLog();
		expect(opened[0]).toMatch(/^▸ LOG \S+ · pod \d+ of \d+ · \w+ .*following every 2 s$/u);
		expect(opened.slice(2, -2).join('\n')).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}/u);
		terminal.type('g/+ ');
		terminal.press('enter');
		const found = await terminal.waitFor(lines => lines.some(line => line.startsWith('▸ 20')), 'a hit');
		expect(found.find(line => line.startsWith('▸ 20'))).toContain('+ ');
		terminal.press('escape');
		await terminal.waitFor(isLive, 'the list');
	});

	test('follow what comes, until s, and show the events by Tab', async () => {
		const { terminal, opened: before } = await openLog();
		terminal.service.skip(20_000);
		await terminal.waitFor(
			lines => /of \d+$/u.test(lines[1] ?? '') && lines.at(-3) !== before.at(-3) && lines[1] !== before[1],
			'lines that came',
		);
		terminal.press('s');
		await terminal.waitFor('not following', 'the end of following');
		terminal.press('tab');
		await terminal.waitFor(/^▸ EVENTS \S+ · pod/u, 'the events of the pod');
		await terminal.waitFor('Started the container', 'an event');
	});
});
