import { describe, expect, test } from 'vitest';
import { lineCells } from '../../source/adapters/frame-cells.ts';
import { diffLine } from '../../source/adapters/frame-diff.ts';
import type { Pen } from '../../source/adapters/frame-pen.ts';
import { printLine } from '../../source/adapters/frame-print.ts';
import { plain, withParameters } from '../../source/adapters/frame-style.ts';

const columns = 40;
const home: Pen = { row: 0, column: 0, style: plain };
const bar: Pen = { ...home, style: withParameters(plain, '7') };
const escaped = (text: string): string => text.replaceAll('^', '\u001b');
const nowhere: Pen = { row: undefined, column: undefined, style: plain };
/** ^ is Esc. */
const shown = (text: string | undefined): string | undefined => text?.replaceAll('\u001b', '^').replaceAll('\r', '←');

describe('a line on a blank one', () => {
	test.each([
		['is printed as it stands', 'a line of words', 'a line of words'],
		['has its looks in their shortest form', '^[31ma^[0m^[31mb^[0m c', '^[31mab ^[mc'],
		['is moved along where many blanks follow each other', 'a      b', 'a^[8Gb'],
		['has no blanks at its end', 'word          ', 'word'],
		['shows the blanks that can be seen', '^[7m a  ^[0m', '^[7m a  '],
		['is plain again behind such a bar', '^[7ma^[0m b', '^[7ma^[m b'],
		['has the column set again after a word with ambiguous letters', '● Running ok', '●^[3GRunning ok'],
		['keeps such a word together', '●●x y', '●●x^[5Gy'],
		['has wide letters in their two cells', '中文      a', '中文^[6Ca'],
		['opens a link for its own cells', '^]8;;https://x/^\\b^]8;;^\\ c', '^]8;;https://x/^\\b^]8;;^\\ c'],
		['is nothing where it is blank', '', ''],
	])('%s', (_, line, expected) => {
		expect(shown(printLine(home, 0, escaped(line), columns)?.text)).toBe(expected);
	});

	test.each([
		['is too long', 'x'.repeat(columns + 1)],
		['has a wide letter for half of which there is no room', `${'x'.repeat(columns - 1)}中`],
		['has an emoji, about whose width terminals disagree', 'ok 🚀'],
		['has a letter with a mark', 'e\u0301'],
	])('that %s is left to who looks at its cells', (_, line) => {
		expect(printLine(home, 0, line, columns)).toBeUndefined();
	});

	test('leaves the pen nowhere after the last column, and after a letter that may be wider', () => {
		expect(printLine(home, 0, 'x'.repeat(columns), columns)?.column).toBeUndefined();
		expect(printLine(home, 0, 'x'.repeat(columns - 1), columns)?.column).toBe(columns - 1);
		expect(printLine(home, 0, 'ok ●', columns)?.column).toBeUndefined();
	});

	test('takes no more bytes than by its cells, wherever the pen comes from', () => {
		const lines = [
			'a b   c',
			' ● Running',
			'    far in',
			'^[1mname^[0m      ^[2mx^[0m',
			'▸ ^[32m● Running^[0m   llm-7b',
			' '.repeat(9),
			'^[7mbar   ^[0m end',
			'  ^[7m bar ^[0m',
		];
		const pens: readonly Pen[] = [home, bar, { ...home, row: 1 }, { ...bar, row: 1, column: 9 }];
		for (const [pen, line] of [...pens, nowhere].flatMap(pen => lines.map(line => [pen, escaped(line)] as const))) {
			const byCells = diffLine(pen, 2, [], lineCells(line, columns)).text;
			const printed = printLine(pen, 2, line, columns)?.text ?? '';
			expect(Buffer.byteLength(printed), shown(printed)).toBeLessThanOrEqual(Buffer.byteLength(byCells));
		}
	});
});
