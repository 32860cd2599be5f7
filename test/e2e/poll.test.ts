import { describe, expect, test } from 'vitest';
import { openMonitor } from '../support/monitor.ts';
import { answerTime, isLive, pollState } from '../support/screens.ts';

type Lines = readonly string[];
const state = (start: string) => (lines: Lines) => pollState(lines).startsWith(start);

describe('polling', () => {
	test('P pauses and goes on, < and > change the period, r asks now', async () => {
		const terminal = await openMonitor();
		await terminal.waitFor(lines => isLive(lines) && /\+ \d+ live older than/.test(lines[1] ?? ''), 'a quiet service');
		terminal.press('P');
		await terminal.waitFor(state('‖ PAUSED · '), 'the pause');
		terminal.service.skip(3 * 60_000);
		terminal.press('r');
		await terminal.waitFor(
			lines => state('‖ PAUSED · ')(lines) && lines.join().includes(' • '),
			'an answer in the pause',
		);
		terminal.press('P');
		await terminal.waitFor(isLive, 'polling again');
		terminal.press('<');
		await terminal.waitFor(state('● live 30m'), 'a shorter period');
		terminal.press('>');
		await terminal.waitFor(state('● live 60m'), 'a longer period');
	});

	test('a service that takes its time is named as waiting, and r joins the young request', async () => {
		const terminal = await openMonitor();
		await terminal.waitFor(lines => isLive(lines) && /\+ \d+ live older than/.test(lines[1] ?? ''), 'a quiet service');
		const release = terminal.service.hold();
		const before = terminal.service.requests();
		terminal.press('r', 'r');
		await terminal.waitFor('already asking', 'the notice');
		await terminal.waitFor(state('◌ waiting since '), 'the wait');
		expect(terminal.service.requests() - before).toBe(1);
		release();
		await terminal.waitFor(isLive, 'the answer');
	});

	test('writes nothing between two answers, and of an answer that changed nothing only the time', async () => {
		const terminal = await openMonitor({ args: ['--order', 'asc'], interval: 2 });
		const first = await terminal.waitFor(
			lines => isLive(lines) && /\+ \d+ live older than/.test(lines[1] ?? ''),
			'a quiet service',
		);
		const before = await terminal.waitFor(lines => answerTime(lines) !== answerTime(first), 'one more answer');
		const written = terminal.output().length;
		await terminal.waitFor(lines => answerTime(lines) !== answerTime(before), 'the answer after it');
		const patch = terminal.output().slice(written);
		expect(patch.length).toBeLessThan(60);
		expect(patch.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '')).toMatch(/^[0-9:]{1,8}$/);
	});
});
