import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileRegex } from '../../source/text/regex.ts';

const matches = (pattern: string, text: string, ignoreCase = false): boolean => {
	const compiled = compileRegex(pattern, ignoreCase);
	if (!compiled.ok) {
		throw new Error(compiled.problem);
	}
	return compiled.value(text);
};

const atom = fc.constantFrom(
	'a',
	'b',
	'.',
	'[ab]',
	'[^a]',
	'\\d',
	'\\w',
	'\\W',
	'(?:a|bc)',
	'(a|)',
	'\\.',
	'[a-c0-9-]',
);
const repeated = fc
	.tuple(atom, fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}', '{2,}', '*?'))
	.map(([one, times]) => one + times);
const edge = fc.constantFrom('^', '$', '\\b', '\\B', '', '', '', '');
const sequence = fc
	.array(fc.tuple(edge, repeated), { maxLength: 4 })
	.map(parts => parts.map(([before, one]) => before + one).join(''));
const pattern = fc
	.tuple(sequence, sequence, fc.constantFrom('$1', '$1|$2', '(?:$1)*$2', '($1|$2)+'))
	.map(([one, two, shape]) => shape.replace('$1', () => one).replace('$2', () => two));
const text = fc.string({
	unit: fc.constantFrom('a', 'A', 'b', 'c', '1', '-', '.', ' ', '\n', '中'),
	maxLength: 12,
});

describe('a regular expression', () => {
	test('finds what JavaScript’s own finds', () => {
		fc.assert(
			fc.property(pattern, text, fc.boolean(), (one, letters, ignoreCase) => {
				expect(matches(one, letters, ignoreCase)).toBe(new RegExp(one, ignoreCase ? 'iu' : 'u').test(letters));
			}),
			{ numRuns: 2000 },
		);
	});

	test('finds the same however many texts it has been through', () => {
		fc.assert(
			fc.property(pattern, fc.array(text, { minLength: 5, maxLength: 30 }), fc.boolean(), (one, texts, ignoreCase) => {
				const compiled = compileRegex(one, ignoreCase);
				const own = new RegExp(one, ignoreCase ? 'iu' : 'u');
				expect(compiled.ok && texts.map(compiled.value)).toEqual(texts.map(letters => own.test(letters)));
			}),
			{ numRuns: 500 },
		);
		const compiled = compileRegex('(?:.?){90}x$', false);
		const long = Array.from({ length: 60 }, (_, index) => String.fromCodePoint(0x4e00 + index).repeat(120));
		expect(compiled.ok && long.map(letters => compiled.value(`${letters}x`))).toEqual(long.map(() => true));
	});

	test('takes a character outside of the basic plane for one', () => {
		expect(matches('^.[😀-😂]$', '😀😁')).toBe(true);
		expect(matches('^..$', '😀')).toBe(false);
	});

	test.each(['(a+)+$', '(a|a)*b', '(a*)*b', 'a*a*a*a*a*a*a*b', '(.*)(.*)(.*)(.*)x', '(?:a?){30}a{30}b'])(
		'takes time in proportion to the text: %s',
		one => {
			const start = performance.now();
			expect(matches(one, `${'a'.repeat(1999)}!`)).toBe(false);
			expect(performance.now() - start).toBeLessThan(2000);
		},
	);

	test.each([
		['(', 'a ( is not closed'],
		['a)', 'a ) closes nothing'],
		['*a', 'a * stands where it means nothing; write \\*'],
		['[a', 'it ends too early'],
		['a\\', 'it ends too early'],
		['[b-a]', 'a range in [ ] runs backwards'],
		['(?=a)', 'only (…) and (?:…) are known'],
		['(a)\\1', '\\1 is not known here'],
		['a{3,2}', '{ } takes one number or two, rising, up to 100'],
		['a{101}', '{ } takes one number or two, rising, up to 100'],
		['(a{100}){100}', 'it repeats too much'],
		['^*', 'an edge cannot be repeated'],
		['a'.repeat(201), 'it is longer than 200 characters'],
	])('%s is refused with a reason', (one, problem) => {
		expect(compileRegex(one, false)).toEqual({ ok: false, problem });
	});

	test('never fails otherwise, whatever is typed', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'ab\\()[]{}*+?|^$.,-:09'), maxLength: 12 }), one => {
				const compiled = compileRegex(one, true);
				expect(compiled.ok ? typeof compiled.value('ab-09') : typeof compiled.problem).toMatch(/boolean|string/);
			}),
		);
	});
});
