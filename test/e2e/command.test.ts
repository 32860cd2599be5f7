import { expect, test } from 'vitest';
import { openMonitor } from '../support/monitor.ts';
import { cellsUnder, isLive, selectedJob } from '../support/screens.ts';

/** The texts that reached the clipboard of the terminal, in their order. */
const clipboard = (output: string): readonly string[] =>
	output
		.split('\u001b]52;c;')
		.slice(1)
		.map(rest => Buffer.from(rest.split('\u0007')[0] ?? '', 'base64').toString());

test('marks jobs, and copies their ids, the link of one, and the view as a command', async () => {
	const terminal = await openMonitor();
	const first = await terminal.waitFor(isLive, 'the first rows');
	const [one = '', two = '', three = ''] = cellsUnder(first, 'JOB ID');
	terminal.press('space', 'space');
	await terminal.waitFor(lines => (lines[1] ?? '').includes('2 marked') && selectedJob(lines) === three, 'two marks');
	terminal.press('c');
	await terminal.waitFor('2 ids sent to the terminal', 'the news of the copy');
	expect(clipboard(terminal.output())).toEqual([`${one}\n${two}`]);
	terminal.press('u', 'o');
	await terminal.waitFor('link to pai.console.aliyun.com sent to the terminal', 'the link');
	expect(clipboard(terminal.output()).at(-1)).toMatch(
		new RegExp(
			String.raw`^https://pai\.console\.aliyun\.com/\?regionId=.*&workspaceId=\d+#/dlc/jobs/${three}/overview$`,
		),
	);
	terminal.press('f');
	await terminal.waitFor(lines => isLive(lines) && (lines[1] ?? '').includes('failed only'), 'failed jobs');
	terminal.press('C');
	await terminal.waitFor(lines => lines[28]?.startsWith('copy ') ?? false, 'the copy menu');
	terminal.press('v');
	await terminal.waitFor('this view as a command sent to the terminal', 'the news of the view');
	expect(clipboard(terminal.output()).at(-1)).toMatch(
		/^dlctop --region=\S+ --endpoint=http:\S+ --afresh --filter=status:failed --interval=3600$/,
	);
});

test('runs commands by their names, completes them, and names the nearest to a wrong one', async () => {
	const terminal = await openMonitor();
	await terminal.waitFor(isLive, 'the first rows');
	terminal.press(':');
	await terminal.waitFor(lines => lines[28]?.startsWith(':▏') ?? false, 'the command line');
	terminal.type('wind');
	terminal.press('tab');
	await terminal.waitFor(':window ▏', 'the completed name');
	terminal.type('36h');
	terminal.press('enter');
	await terminal.waitFor(
		lines => isLive(lines) && (lines[0] ?? '').includes('created in the last 36 h'),
		'the window of 36 hours',
	);
	terminal.type(':windwo 36h\r');
	await terminal.waitFor(':windwo: no such command; the nearest is :window', 'the nearest command');
	terminal.press(':', 'up', 'up', 'enter');
	await terminal.waitFor(lines => isLive(lines) && !(lines[28] ?? '').includes('windwo'), 'the command of before');
	terminal.type(':help\r');
	await terminal.waitFor('Keys of the list', 'the help');
	terminal.press('q');
	await terminal.waitFor(isLive, 'the list');
	terminal.type(':quit\r');
	expect(await terminal.exited).toEqual({ exitCode: 0, signal: 0 });
});
