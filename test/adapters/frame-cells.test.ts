import { describe, expect, test } from 'vitest';
import { blank, lineCells, sameCell } from '../../source/adapters/frame-cells.ts';

/** The cells as text and look: `a:1;32` is a bold green a. */
const words = (line: string, columns: number): readonly string[] =>
	lineCells(line, columns).map(({ text, style }) => (style.parameters === '' ? text : `${text}:${style.parameters}`));

describe('the cells of a line', () => {
	test.each([
		['fill the screen with blanks', 'ab', 4, ['a', 'b', ' ', ' ']],
		['give a wide grapheme two', 'x中y', 5, ['x', '中', '', 'y', ' ']],
		['keep a cluster together', 'e\u0301👨‍👩‍👧!', 4, ['e\u0301', '👨‍👩‍👧', '', '!']],
		['have no place for a mark without a letter', '\u0301a', 2, ['a', ' ']],
		['end before what does not fit', 'ab中c', 3, ['a', 'b', ' ']],
		['end there even if what follows would fit', 'ab中\u001b[1mc', 3, ['a', 'b', ' ']],
		['take the look of what is written', '\u001b[32;1mok\u001b[0m.', 3, ['o:1;32', 'k:1;32', '.']],
		['take an empty parameter for a reset', '\u001b[31ma\u001b[mb', 2, ['a:31', 'b']],
		[
			'know what takes a look back',
			'\u001b[1;2;7;33;44ma\u001b[22;27mb\u001b[39;49mc',
			3,
			['a:1;2;7;33;44', 'b:33;44', 'c'],
		],
		['let a colour replace a colour', '\u001b[31m\u001b[96ma', 1, ['a:96']],
		['overlook parameters that mean nothing here', '\u001b[5;1ma', 1, ['a:1']],
		['hold a blank as plain where its look does not show', '\u001b[1;2;3;31m \u001b[0m', 1, [' ']],
		['keep the look of a blank that shows it', '\u001b[7m \u001b[0;4m \u001b[0;41m ', 3, [' :7', ' :4', ' :41']],
	])('%s', (_, line, columns, expected) => {
		expect(words(line, columns)).toEqual(expected);
	});

	test('that are the same are known as such, whichever way their look was written', () => {
		const [a = blank] = lineCells('\u001b[1m\u001b[31m中', 2);
		const [b = blank] = lineCells('\u001b[31;1m中', 2);
		const [c = blank] = lineCells('\u001b[31m中', 2);
		expect(sameCell(a, b)).toBe(true);
		expect(sameCell(a, c)).toBe(false);
	});
});
