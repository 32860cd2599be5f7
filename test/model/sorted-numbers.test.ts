import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amendedNumbers, lengthOf, numberAt, sortNumbers } from '../../source/model/sorted-numbers.ts';

const inOrder = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);
const few = fc.array(fc.integer({ min: -5, max: 40 }), { maxLength: 12 });
/** More than fit in one piece, many of them equal. */
const many = fc.array(fc.integer({ min: -5, max: 40 }), { minLength: 500, maxLength: 1400 });

test('numbers that come and go leave what sorting the rest gives, at each of their places', () => {
	fc.assert(
		fc.property(fc.oneof(few, many), fc.oneof(few, many), fc.nat(1400), (first, more, count) => {
			const less = first.slice(0, count);
			const amended = amendedNumbers(sortNumbers(first), less, more);
			expect(amended.flat()).toEqual(inOrder([...first.slice(count), ...more]));
			expect(amended.every(({ length }) => length > 0)).toBe(true);
			expect(lengthOf(amended)).toBe(amended.flat().length);
		}),
	);
});

test('a place of two together is the place in both, sorted', () => {
	fc.assert(
		fc.property(fc.oneof(few, many), fc.oneof(few, many), (a, b) => {
			const together = inOrder([...a, ...b]);
			const [first, second] = [sortNumbers(a), sortNumbers(b)];
			for (let place = 0; place <= together.length; place += together.length > 50 ? 37 : 1) {
				expect(numberAt(place, first, second)).toBe(together[place]);
			}
		}),
	);
});

test('what changes of many numbers is the pieces that they come to and leave', () => {
	const sorted = sortNumbers(Array.from({ length: 5000 }, (_, index) => index));
	const amended = amendedNumbers(sorted, [7], [3000.5]);
	expect(sorted.filter(piece => !amended.includes(piece))).toHaveLength(2);
});
