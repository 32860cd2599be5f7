import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sanitize } from '../../source/text/sanitize.ts';
import { plainSigns, standIns } from '../../source/text/signs.ts';
import { displayWidth } from '../../source/text/width.ts';

describe('a sign in a terminal without Unicode', () => {
	test.each(Object.entries(standIns))('%s is %s: one cell for one cell, of printable ASCII', (sign, plain) => {
		expect(displayWidth(sign)).toBe(1);
		expect(plain).toMatch(/^[!-~]$/);
		expect(plainSigns(`a${sign}b`)).toBe(`a${plain}b`);
	});

	test('every mark that stands for a character not to be sent has its stand-in', () => {
		const unsafe = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).concat(
			'\ud800',
			'\u202e',
			'\uffff',
		);
		const plain = plainSigns(sanitize(unsafe.join('')));
		expect(plain).toMatch(/^[ -~]*$/);
		expect(plain).toHaveLength(unsafe.length);
	});

	test('other text stays, whatever it says', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme-ascii' }), text => {
				expect(plainSigns(text)).toBe(text);
			}),
		);
		expect(plainSigns('训练任务 ✓ é')).toBe('训练任务 ✓ é');
	});
});
