import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineCells } from '../../source/adapters/frame-cells.ts';
import { diffLine } from '../../source/adapters/frame-diff.ts';
import { moveSequence, type Pen } from '../../source/adapters/frame-pen.ts';
import { plain, type Style, styleChange, withParameters } from '../../source/adapters/frame-style.ts';
import { cellsSeen, createEmulator, feed } from '../support/emulator.ts';

const columns = 60;
const home: Pen = { row: 0, column: 0, style: plain };
/** In the tables, ^ is Esc, ↓ a vertical tab and ← a carriage return. */
const shown = (text: string): string => text.replaceAll('\u001b', '^').replaceAll('\v', '↓').replaceAll('\r', '←');
const cells = (line: string) => lineCells(line.replaceAll('^', '\u001b'), columns);
const linked = (text: string, to: string): string => `^]8;;https://${to}/^\\${text}^]8;;^\\`;
const bar = (words: string): string => `^[7m${words.padEnd(columns)}`;

describe('the change of a line', () => {
	test.each([
		['is nothing when the two look the same', 'a ^[31mb^[0m c', 'a^[31m b ^[0mc', ''],
		['jumps to what differs', 'hello world of cells', 'hello world of tells', '^[16Gt'],
		['prints again what is shorter than a jump', 'abcdef', 'Xbc_ef', 'Xbc_'],
		['jumps where printing again is longer', 'abcdefghij', 'Xbcdefg_ij', 'X^[8G_'],
		['jumps where printing again would change the look', 'ab^[31mcd^[0mef', 'Xb^[31mcd^[0mYf', 'X^[5GY'],
		['erases a tail', 'abc and more', 'abc', 'abc ^[K'],
		['prints two blanks rather than erase them', 'abcde', 'abc', 'abc  '],
		['erases a gap before what stays', 'abcdefghi stays', 'abc       stays', 'abc^[6X'],
		['erases a bar and prints only its words', bar('one        two'), 'one        two', '^[Kone^[8Ctwo'],
		['prints a bar whole', 'one', bar('one'), `^[7mone${' '.repeat(columns - 3)}`],
		['keeps a colour over blanks', '', '^[32ma  ^[0m  ^[32mb', '^[32ma    b'],
		['takes a bar back with the default look', bar('a'), `^[7ma${' '.repeat(50)}`, '^[52G^[K'],
		['opens a link for its own cells', 'a b c', `a ${linked('b', 'x')} c`, 'a ^]8;;https://x/^\\b'],
		['closes it before what follows', '', `${linked('b', 'x')}c`, '^]8;;https://x/^\\b^]8;;^\\c'],
		['knows where a link leads', linked('b', 'x'), linked('b', 'y'), '^]8;;https://y/^\\b'],
		['links a blank as well', '', linked('b c', 'x'), '^]8;;https://x/^\\b c'],
		['takes a link back', linked('b', 'x'), 'b', 'b'],
		['sets the column after a doubtful grapheme', '', '😀a', '  ^[G😀^[3Ga'],
		['prints again what a doubtful grapheme may have spoiled', 'x 👍abcdef', '👍🏽👍abcdef', '  ^[G👍🏽^[3G  ^[3G👍'],
	])('%s', (_, before, after, expected) => {
		expect(shown(diffLine(home, 0, cells(before), cells(after)).text)).toBe(expected);
	});

	test('leaves the pen nowhere after the last column, where terminals disagree', () => {
		const pen = diffLine(home, 0, [], cells('x'.repeat(columns)));
		expect(pen.column).toBeUndefined();
		expect(shown(moveSequence(pen, 1, 0))).toBe('↓←');
	});
});

describe('a move', () => {
	test.each([
		['to where the pen is', 3, 7, 3, 7, ''],
		['to the right', 3, 7, 3, 8, '^[C'],
		['a little to the left', 3, 7, 3, 5, '\b\b'],
		['one to the left', 3, 7, 3, 6, '\b'],
		['to the left end', 3, 7, 3, 0, '←'],
		['to the start of the next line', 3, 50, 4, 0, '↓←'],
		['far down', 3, 7, 20, 0, '^[21H'],
		['up', 9, 7, 8, 7, '^[A'],
		['home', 9, 7, 0, 0, '^[H'],
		['from nowhere', undefined, undefined, 4, 2, '^[5;3H'],
		['along a line, from a column that is not sure', 4, undefined, 4, 30, '^[31G'],
	])('%s', (_, row, column, toRow, toColumn, expected) => {
		expect(shown(moveSequence({ row, column, style: plain }, toRow, toColumn))).toBe(expected);
	});

	test('ends where it should, from every place', async () => {
		const place = fc.record({ row: fc.nat(9), column: fc.nat(39) });
		const unsure = fc.constantFrom('nothing', 'column', 'both');
		await fc.assert(
			fc.asyncProperty(place, place, unsure, async (from, to, unknown) => {
				const emulator = createEmulator(40, 12);
				const pen: Pen = {
					row: unknown === 'both' ? undefined : from.row,
					column: unknown === 'nothing' ? from.column : undefined,
					style: plain,
				};
				await feed(emulator, `\u001b[${from.row + 1};${from.column + 1}H${moveSequence(pen, to.row, to.column)}`);
				const { cursorX, cursorY } = emulator.buffer.active;
				expect({ row: cursorY, column: cursorX }).toEqual(to);
			}),
			{ numRuns: 200 },
		);
	});
});

const anyStyle: fc.Arbitrary<Style> = fc
	.subarray([1, 2, 4, 7, 32, 91, 44, 100])
	.map(parameters => withParameters(plain, parameters.join(';')));

describe('a change of look', () => {
	test.each([
		['', '1;32', '^[1;32m'],
		['32', '', '^[m'],
		['7', '', '^[m'],
		['32', '31', '^[31m'],
		['1;32', '32', '^[22m'],
		['7;32', '32', '^[27m'],
		['1;7;32', '1', '^[0;1m'],
		['1', '1;2', '^[2m'],
		['1;2;32', '1;32', '^[22;1m'],
	])('from %j to %j', (from, to, expected) => {
		const style = (parameters: string): Style => withParameters(plain, parameters);
		expect(shown(styleChange(style(from), style(to)))).toBe(expected);
	});

	test('leads to the look, from every other', async () => {
		await fc.assert(
			fc.asyncProperty(anyStyle, anyStyle, async (from, to) => {
				const changed = createEmulator(4, 2);
				await feed(changed, `${styleChange(plain, from)}${styleChange(from, to)}x`);
				const expected = createEmulator(4, 2);
				await feed(expected, `\u001b[0;${to.parameters}mx`);
				expect(cellsSeen(changed)).toEqual(cellsSeen(expected));
			}),
			{ numRuns: 200 },
		);
	});
});
