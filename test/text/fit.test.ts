import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fit } from '../../source/text/fit.ts';
import { displayWidth, graphemes } from '../../source/text/width.ts';
import { strangeText } from './strange-text.ts';

const sides = [{}, { align: 'right' }] as const;

describe('a text in a cell', () => {
	test.each([
		['train', 8, 'train   ', '   train'],
		['train', 5, 'train', 'train'],
		['training', 5, 'trai…', 'trai…'],
		['中文名称', 5, '中文…', '中文…'],
		['中文名称', 4, '中… ', ' 中…'],
		['中文', 1, '…', '…'],
		['👩‍🚀👩‍🚀', 3, '👩‍🚀…', '👩‍🚀…'],
		['🇨🇳🇩🇪', 3, '🇨🇳…', '🇨🇳…'],
		['🇨🇳🇩🇪', 2, '… ', ' …'],
		['e\u0301e\u0301e\u0301', 2, 'e\u0301…', 'e\u0301…'],
		['ab\u0301', 2, 'ab\u0301', 'ab\u0301'],
		['anything', 0, '', ''],
		['', 3, '   ', '   '],
	])('%j in %i cells', (text, width, left, right) => {
		expect(fit(text, width)).toBe(left);
		expect(fit(text, width, { align: 'right' })).toBe(right);
	});

	test('takes exactly its width, whatever the text', () => {
		fc.assert(
			fc.property(strangeText, fc.nat({ max: 30 }), fc.constantFrom(...sides), (text, width, side) => {
				const cell = fit(text, width, side);
				const sum = graphemes(cell).reduce((cells, grapheme) => cells + displayWidth(grapheme), 0);
				expect(sum).toBe(width);
			}),
			{ numRuns: 3000 },
		);
	});

	test('is whole, or whole graphemes from its beginning and the mark', () => {
		fc.assert(
			fc.property(strangeText, fc.integer({ min: 1, max: 30 }), (text, width) => {
				const cell = fit(text, width);
				if (displayWidth(text) <= width) {
					expect(cell.startsWith(text)).toBe(true);
				} else {
					const all = graphemes(text);
					const kept = graphemes(cell.slice(0, cell.lastIndexOf('…')));
					expect(all.slice(0, kept.length)).toEqual(kept);
					expect(displayWidth(all.slice(0, kept.length + 1).join(''))).toBeGreaterThan(width - 1);
				}
			}),
			{ numRuns: 3000 },
		);
	});
});
