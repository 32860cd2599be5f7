import { expect, test } from 'vitest';
import { openMonitor } from '../support/monitor.ts';
import { isLive } from '../support/screens.ts';

test('figures and the last errors are on a screen of their own, in full, and Esc goes back', async () => {
	const terminal = await openMonitor({ columns: 80, rows: 24 });
	await terminal.waitFor(isLive, 'the list');
	terminal.service.failNext('unavailable');
	terminal.press('r');
	await terminal.waitFor('ServiceUnavailable', 'the fault');
	await terminal.waitFor(isLive, 'the recovery');
	terminal.type(':stats\r');
	const lines = await terminal.waitFor(/heap \d+ .B · resident \d+ MB/, 'the figures');
	const text = lines.join('\n');
	expect(text).toMatch(/requests +\d+ in the last minute/);
	expect(text).toMatch(/latency +p50 \d+ ms/);
	expect(text).toContain('The service is not available for now.');
	expect(text).toMatch(/ServiceUnavailable · HTTP 503 · RequestId [0-9A-F-]{36}/);
	terminal.press('escape');
	await terminal.waitFor(isLive, 'the list again');
});
