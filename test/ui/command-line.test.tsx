import { afterEach, expect, test } from 'vitest';
import { displayWidth } from '../../source/text/width.ts';
import { drawn } from '../support/drawing.ts';
import { cleanup } from '../support/ink.tsx';

afterEach(cleanup);

test('the command line shows what is typed and what Tab chooses from, and gives the line back', async () => {
	const shown = await drawn({ columns: 120, rows: 30 });
	await shown.write(':');
	expect(shown.lines().at(-1)).toMatch(/^:▏ {2}a command by its name; Tab completes .*enter run {2}esc back/);
	await shown.write('half');
	expect(shown.lines().at(-1)).toMatch(/^:half▏ {2}half-down half-up .*enter run/);
	await shown.write('\t');
	expect(shown.lines().at(-1)).toMatch(/^:half-▏/);
	await shown.write('\u0015page ');
	expect(shown.lines().at(-1)).toMatch(/^:page ▏ {2}NUMBER: go to a page of the list/);
	await shown.write('0\r');
	expect(shown.lines().at(-1)).toMatch(/^dlc\S+ .* {2}:page 0: give a page from 1 to \d+$/);
});

test('a marked row has its sign before it, selected or not', async () => {
	const shown = await drawn({ columns: 120, rows: 30 });
	const unmarked = shown.lines();
	await shown.write(' ');
	expect(shown.lines()[1]).toMatch(/ · 1 marked/);
	expect(shown.lines()[3]).toBe(` *${unmarked[3]?.slice(2)}`);
	await shown.write('k');
	expect(shown.lines()[3]).toBe(`▸*${unmarked[3]?.slice(2)}`);
});

test('the copy menu shows its keys, and no line of it is wider than the screen', async () => {
	for (const columns of [40, 80, 120]) {
		const shown = await drawn({ columns, rows: 12 });
		await shown.write('C');
		expect(shown.lines().at(-1)).toMatch(/^copy .*c ids/);
		for (const bytes of ['q', ':', 'columns name,', 'x\r', ' ', 'o', '*']) {
			await shown.write(bytes);
			expect(Math.max(...shown.lines().map(displayWidth))).toBeLessThanOrEqual(columns);
		}
		cleanup();
	}
});
