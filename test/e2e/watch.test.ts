import { expect, test } from 'vitest';
import { openMonitor } from '../support/monitor.ts';

test('a watched job has a sign, and at its end rings through the terminal until a key says that it was seen', async () => {
	const terminal = await openMonitor({ interval: 2, args: ['--status', 'Running', '--page-size', '100', '--ascii'] });
	await terminal.waitFor(lines => /\* live/.test(lines[0] ?? ''), 'the first rows');
	terminal.type(':watch failed\r');
	await terminal.waitFor('watching this view', 'the news of it');
	terminal.press('w');
	await terminal.waitFor(lines => lines.some(line => line.startsWith('>o')), 'the sign of the row');
	terminal.press('space', 'k');
	await terminal.waitFor(lines => lines.some(line => line.startsWith('>@')), 'the sign of both');
	expect(terminal.noises()).toEqual([]);
	terminal.service.skip(800_000);
	await terminal.waitFor(() => terminal.output().includes('\u001b]777;'), 'a notice', 20_000);
	expect(terminal.output()).toMatch(/\u0007\u001b\]9;dlctop: \S+ \w+[^\u0007]*\u0007\u001b\]777;notify;dlctop;\S+ \w+/);
	await terminal.waitFor(
		() => /\u001b\[22;2t\u001b\]2;\(\d+\) dlctop\u0007/.test(terminal.output()),
		'the count in the title',
	);
	terminal.press('j');
	await terminal.waitFor(() => terminal.output().includes('\u001b[23;2t'), 'the former title');
	terminal.press('q');
	expect(await terminal.exited).toEqual({ exitCode: 0, signal: 0 });
});
