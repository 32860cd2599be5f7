import fc from 'fast-check';
import { expect, test } from 'vitest';
import { literal } from '../../source/text/literal.ts';

test('any word is found in itself, and as nothing but itself', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme' }), (word, other) => {
			const pattern = new RegExp(`^${literal(word)}$`, 'u');
			expect(pattern.test(word)).toBe(true);
			expect(pattern.test(other)).toBe(word === other);
		}),
	);
});
