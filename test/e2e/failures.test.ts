import { describe, expect, test } from 'vitest';
import { openMonitor, runInTerminal, startService } from '../support/monitor.ts';
import { deadEnd, nobody } from '../support/peers.ts';
import { isLive, pollState, tableRows } from '../support/screens.ts';

type Lines = readonly string[];
const state = (words: RegExp) => (lines: Lines) => words.test(pollState(lines));
const quiet = (lines: Lines): boolean => isLive(lines) && /\+ \d+ live older than/.test(lines[1] ?? '');

const throttled = { status: 429, Code: 'Throttling.User', Message: 'Request was denied due to user flow control.' };
const wrongSecret = { status: 400, Code: 'SignatureDoesNotMatch', Message: 'The signature does not match.' };
const forbidden = { status: 403, Code: 'NoPermission', Message: 'You are not authorized to do this action.' };

describe('a service that says no', () => {
	test('throttled: the rows stay, the time of the next try is named, and it comes back by itself', async () => {
		const terminal = await openMonitor();
		const before = await terminal.waitFor(quiet, 'a quiet service');
		terminal.service.failNext({ ...throttled, headers: { 'x-acs-retry-after': '1000' } });
		terminal.press('r');
		const during = await terminal.waitFor(state(/⚠ throttled, retry at \d\d:\d\d:\d\d/u), 'the throttling');
		expect(tableRows(during)).toEqual(tableRows(before));
		await terminal.waitFor(isLive, 'the recovery');
	});

	test('signed out: polling halts with the fix, r tries again', async () => {
		const terminal = await openMonitor();
		const before = await terminal.waitFor(quiet, 'a quiet service');
		terminal.service.failNext(wrongSecret);
		terminal.press('r');
		const during = await terminal.waitFor(state(/✗ signed out: \S/u), 'the halt');
		expect(tableRows(during)).toEqual(tableRows(before));
		expect(during.join('\n')).toContain('SignatureDoesNotMatch');
		terminal.press('r');
		await terminal.waitFor(isLive, 'the recovery');
	});

	test('not allowed at the start: a message instead of rows, with the permission and the RequestId', async () => {
		const service = await startService();
		service.failNext(forbidden);
		const terminal = runInTerminal({ args: ['--endpoint', service.url, '--interval', '3600'], env: service.env });
		const lines = await terminal.waitFor('you may not list jobs here', 'the message');
		expect(lines.join('\n')).toContain('paidlc:ListJobs');
		expect(lines.join('\n')).toMatch(/RequestId [0-9A-F-]{36}/);
		expect(lines.join('\n')).not.toMatch(/no job matches|loading/);
		terminal.press('r');
		await terminal.waitFor(isLive, 'the rows');
	});

	test('an answer that is not JSON: the rows stay and it is called unreadable', async () => {
		const terminal = await openMonitor();
		const before = await terminal.waitFor(quiet, 'a quiet service');
		terminal.service.failNext({ status: 200, body: '<html><body>Welcome to the hotel</body></html>' });
		terminal.press('r');
		const during = await terminal.waitFor(state(/⚠ unreadable answer, retry at/u), 'the failure');
		expect(tableRows(during)).toEqual(tableRows(before));
		terminal.press('r');
		await terminal.waitFor(isLive, 'the recovery');
	});

	test('nobody listens: it says so, keeps trying, and still quits at a key', async () => {
		const terminal = runInTerminal({ args: ['--endpoint', await deadEnd()], env: nobody });
		await terminal.waitFor(state(/⚠ no connection, retry at/u), 'the failure');
		expect(terminal.screen().join('\n')).toContain('refused the connection');
		terminal.press('q');
		expect(await terminal.exited).toEqual({ exitCode: 0, signal: 0 });
	});

	test('no job in the window: says so and how to see more', async () => {
		const terminal = await openMonitor({ args: ['--display-name', 'no-such-name'] });
		const lines = await terminal.waitFor('no job matches these filters in this window', 'the empty list');
		expect(lines.join('\n')).toMatch(/t {2}a longer window/);
		expect(lines.join('\n')).not.toContain('loading');
	});

	test('no credentials: no screen, a message on what was tried, exit 3', async () => {
		const terminal = runInTerminal({ args: ['--region', 'cn-hangzhou'] });
		expect(await terminal.exited).toEqual({ exitCode: 3, signal: 0 });
		expect(terminal.screen().join('\n')).toContain('ALIBABA_CLOUD_ACCESS_KEY_ID');
		expect(terminal.screen().join('\n')).toContain('--demo');
		expect(terminal.output()).not.toContain('?1049h');
	});
});
