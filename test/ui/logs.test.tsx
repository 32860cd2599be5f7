import { afterEach, describe, expect, test } from 'vitest';
import { success } from '../../source/model/failure.ts';
import { displayWidth } from '../../source/text/width.ts';
import { drawn } from '../support/drawing.ts';
import { cleanup } from '../support/ink.tsx';
import { aFailure } from '../support/moves.ts';

afterEach(cleanup);

const lines = [
	...Array.from({ length: 60 }, (_, index) => `2026-11-09 12:00:00  step ${index}`),
	'2026-11-09 12:00:01  训练日志 🚀 \u001b[31mred\u001b[0m',
	`2026-11-09 12:00:02  ${'long '.repeat(60)}`,
	'torch.OutOfMemoryError: CUDA out of memory',
];

const open = async (columns: number, rows: number) => {
	const shown = await drawn({ columns, rows });
	await shown.write('l');
	return shown;
};

describe('the screen of events and logs', () => {
	test('fits terminals of every size, with Chinese, emoji and colours in the lines', async () => {
		const shown = await open(160, 45);
		await shown.api.lineCalls.at(-1)?.answer(success(lines));
		for (const size of [
			{ columns: 40, rows: 10 },
			{ columns: 80, rows: 24 },
			{ columns: 120, rows: 30 },
			{ columns: 160, rows: 45 },
		]) {
			await shown.resize(size);
			expect(shown.lines()).toHaveLength(size.rows - 1);
			expect(Math.max(...shown.lines().map(displayWidth))).toBeLessThanOrEqual(size.columns);
			expect(shown.lines().at(-2)).toMatch(/mory$/);
		}
	});

	test('says what it shows, what it waits for, and where one is', async () => {
		const shown = await open(120, 30);
		expect(shown.lines()[0]).toMatch(/^▸ .*following every 2 s$/);
		expect(shown.lines()[2]).toBe('  asking for the lines');
		await shown.api.lineCalls.at(-1)?.answer(success(lines));
		expect(shown.lines()[1]).toMatch(/lines \d+-63 of 63$/);
		await shown.write('g');
		expect(shown.lines()[1]).toMatch(/lines 1-26 of 63$/);
		await shown.write('s');
		expect(shown.lines()[0]).toMatch(/not following$/);
	});

	test('says why there are no lines', async () => {
		const shown = await open(120, 30);
		await shown.api.lineCalls.at(-1)?.answer({ ok: false, problem: aFailure('not-allowed', { Code: 'Forbidden' }) });
		expect(shown.lines()[1]).toMatch(/^✗ Forbidden: it failed/);
		await shown.write('r');
		await shown.api.lineCalls.at(-1)?.answer(success([]));
		expect(shown.lines()[2]).toMatch(/^ {2}(?:nothing was printed|no events) in the last 7 d/);
	});

	test('marks the hit that one is at, and goes back to the list by Esc', async () => {
		const shown = await open(120, 30);
		await shown.api.lineCalls.at(-1)?.answer(success(lines));
		await shown.write('/step 9');
		expect(shown.lines().at(-1)).toMatch(/^\/step 9▏/);
		await shown.write('\r');
		expect(shown.lines().find(line => line.startsWith('▸ 20'))).toBe('▸ 2026-11-09 12:00:00  step 9');
		await shown.write('q');
		expect(shown.lines()[0]).not.toMatch(/^▸/);
	});
});
