import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hold, mostHeld, nothingHeld } from '../../../source/model/logs/held.ts';

const numbered = (from: number, to: number): readonly string[] =>
	Array.from({ length: to - from }, (_, index) => `line ${from + index}`);

/** An answer of which nothing is known but its lines. */
const unknown = { StartTime: undefined, isFull: false };
const having = (lines: readonly string[]) => hold(nothingHeld, lines, unknown);

describe('lines that are held', () => {
	test.each([
		['the first answer', [], ['a', 'b'], ['a', 'b']],
		['an answer that begins with the last lines', ['a', 'b', 'c'], ['b', 'c', 'd'], ['a', 'b', 'c', 'd']],
		['an answer without news', ['a', 'b'], ['b'], ['a', 'b']],
		['an empty answer', ['a'], [], ['a']],
		['equal lines, one more of them', ['x', 'a', 'a'], ['a', 'a', 'a'], ['x', 'a', 'a', 'a']],
		['an answer with lines that were collected late', ['a', 'c'], ['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd']],
		['an answer with a gap before it', ['a', 'b'], ['y', 'z'], ['a', 'b', 'y', 'z']],
	])('take in %s', (_, before, next, after) => {
		expect(hold(having(before), next, unknown).lines).toEqual(after);
	});

	test.each([
		['from before what was asked for', ['2026-11-09 11:00:00 a', 'b']],
		['without any time', ['a', 'b']],
		['of the second in which the range begins', ['2026-11-09 12:00:00 a', '2026-11-09 12:00:01 b']],
	])('are not doubled by an answer with lines %s', (_, sent) => {
		const asked = { StartTime: Date.parse('2026-11-09T12:00:00.700Z'), isFull: false };
		const held = hold(nothingHeld, sent, asked);
		expect(hold(held, sent, asked).lines).toEqual(sent);
		expect(hold(held, [...sent, 'c'], asked).lines).toEqual([...sent, 'c']);
	});

	test('take in a line that was collected late in the second in which the range begins', () => {
		const asked = { StartTime: Date.parse('2026-11-09T12:00:00.700Z'), isFull: false };
		const [a, b, c] = ['2026-11-09 12:00:00 a', '2026-11-09 12:00:00 b', '2026-11-09 12:00:01 c'];
		expect(hold(hold(nothingHeld, [a, c], asked), [a, b, c], asked).lines).toEqual([a, b, c]);
	});

	test('stay the same object when nothing is new', () => {
		const held = hold(nothingHeld, ['a', 'b'], unknown);
		expect(hold(held, ['a', 'b'], unknown)).toBe(held);
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
					held = hold(held, numbered(start, end), unknown);
				}
				expect(held).toMatchObject({ lines: numbered(0, end), dropped: 0 });
			}),
		);
	});

	test('are at most 20,000: the oldest go, and the others keep their numbers', () => {
		const full = hold(having(numbered(0, 15_000)), numbered(14_000, 22_500), unknown);
		expect(full.lines).toHaveLength(mostHeld);
		expect(full.dropped).toBe(2500);
		expect(full.lines[9000 - full.dropped]).toBe('line 9000');
	});
});
