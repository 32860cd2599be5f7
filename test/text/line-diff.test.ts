import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffLines } from '../../source/text/line-diff.ts';

const lines = fc.array(fc.constantFrom('', 'a', 'b', 'c'), { maxLength: 12 });

test('the runs of two texts put together are the two texts', () => {
	fc.assert(
		fc.property(lines, lines, (a, b) => {
			const runs = diffLines(a, b);
			expect(runs.flatMap(run => (run.kind === 'same' ? run.lines : run.a))).toEqual(a);
			expect(runs.flatMap(run => (run.kind === 'same' ? run.lines : run.b))).toEqual(b);
			expect(runs.some((run, index) => run.kind === runs[index + 1]?.kind)).toBe(false);
		}),
	);
});

test('a changed line among equal ones is the only change', () => {
	expect(diffLines(['a', 'x', 'b'], ['a', 'y', 'b'])).toEqual([
		{ kind: 'same', lines: ['a'] },
		{ kind: 'changed', a: ['x'], b: ['y'] },
		{ kind: 'same', lines: ['b'] },
	]);
});

test('two long texts with nothing in common are one change, at once', () => {
	const made = (word: string) => Array.from({ length: 20_000 }, (_, line) => `${word}${line}`);
	expect(diffLines(made('a'), made('b'))).toHaveLength(1);
});
