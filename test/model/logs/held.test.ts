import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hold, mostHeld, nothingHeld } from '../../../source/model/logs/held.ts';

const numbered = (from: number, to: number): readonly string[] =>
	Array.from({ length: to - from }, (_, index) => `line ${from + index}`);

describe('lines that are held', () => {
	test.each([
		['the first answer', [], ['a', 'b'], ['a', 'b']],
		['an answer that begins with the last lines', ['a', 'b', 'c'], ['b', 'c', 'd'], ['a', 'b', 'c', 'd']],
		['an answer without news', ['a', 'b'], ['b'], ['a', 'b']],
		['an empty answer', ['a'], [], ['a']],
		['equal lines, one more of them', ['x', 'a', 'a'], ['a', 'a', 'a'], ['x', 'a', 'a', 'a']],
		['an answer that begins long before', ['c', 'd'], ['a', 'b', 'c', 'd', 'e'], ['c', 'd', 'e']],
		['an answer with a gap before it', ['a', 'b'], ['y', 'z'], ['a', 'b', 'y', 'z']],
	])('take in %s', (_, before, next, after) => {
		expect(hold({ lines: before, dropped: 0 }, next).lines).toEqual(after);
	});

	test('stay the same object when nothing is new', () => {
		const held = hold(nothingHeld, ['a', 'b']);
		expect(hold(held, ['a', 'b'])).toBe(held);
	});

	test('are the whole log, however it is cut into answers that overlap', () => {
		const cuts = fc.array(fc.record({ more: fc.nat(9), back: fc.nat(9) }), { maxLength: 20 });
		fc.assert(
			fc.property(cuts, steps => {
				let end = 0;
				let held = nothingHeld;
				for (const { more, back } of steps) {
					const start = Math.max(0, end - 1 - back);
					end += more;
					held = hold(held, numbered(start, end));
				}
				expect(held).toEqual({ lines: numbered(0, end), dropped: 0 });
			}),
		);
	});

	test('are at most 20,000: the oldest go, and the others keep their numbers', () => {
		const full = hold(hold(nothingHeld, numbered(0, 15_000)), numbered(14_000, 22_500));
		expect(full.lines).toHaveLength(mostHeld);
		expect(full.dropped).toBe(2500);
		expect(full.lines[9000 - full.dropped]).toBe('line 9000');
	});
});
