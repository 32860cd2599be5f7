import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTree } from '../../source/adapters/settings-tree.ts';
import { mistakesIn } from '../support/config.ts';

const bytes = 64 * 1024;
const filled = (part: string): string => part.repeat(Math.ceil(bytes / part.length)).slice(0, bytes);

describe('a hostile settings file', () => {
	test.each([
		['a tab before a name', 'defaults:\n\tinterval: 5', '2:1: a tab cannot indent; write spaces'],
		['a name twice', 'columns: name\ncolumns: age', '2:1: columns stands here twice; remove one of them'],
		['a zero byte', 'columns:\n  na\0me', '2:5: a zero byte: this is no text file'],
		['an anchor', 'columns: &x [name]', '1:13: &x: nothing can stand for another thing here; remove it'],
		['an alias of nothing', 'a: *x', '1:4: *x: write the value itself; nothing can stand for another thing here'],
		['two documents', 'columns: name\n---\ncolumns: age', '2:1: a settings file is one document; remove "---"'],
		['a tag', 'columns: !!js/function "x"', /^1:10: Unresolved tag/],
		['a colon in a value', 'views:\n  a: b: c', '2:6: two colons in one line; put the value in quotes'],
		['an open quote', 'columns: "name', /^1:\d+: a quote, a bracket or a colon is missing/],
		['an open bracket', 'columns: [name\nviews:', /^\d:\d+: /],
		['a reserved sign', 'columns: @name', '1:10: a value cannot begin with this character; put the value in quotes'],
		['a list as a name', '? [a, b]\n: 1', '1:1: a name is one plain word'],
		['a merge', '<<: {columns: name}', '1:1: <<: there is no section of this name'],
		['words of objects', 'constructor: 1', /^1:1: constructor: there is no section of this name/],
	])('with %s is refused with its place', (_, text, mistake) => {
		expect(mistakesIn(text)[0]).toEqual(mistake instanceof RegExp ? expect.stringMatching(mistake) : mistake);
	});

	test('cannot grow by aliases', () => {
		const bomb = [
			'a: &a [x,x,x,x]',
			...'bcdefgh'.split('').map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]},`.repeat(9)}]`),
		];
		expect(mistakesIn(bomb.join('\n'))[0]).toMatch(/nothing can stand for another thing here/);
	});

	test.each([['[a,]}'], ['[{a: '], ['? - '], ['%a\n'], ['a: 1\n'], ['&a *b ']])(
		'of 64 kB of %j is answered within seconds',
		part => {
			const before = performance.now();
			const tree = readTree(filled(part));
			expect(performance.now() - before).toBeLessThan(10_000);
			if (!tree.ok) {
				expect(tree.problem.length).toBeGreaterThan(0);
				expect(tree.problem.length).toBeLessThan(10);
			}
		},
	);
});

const pieces = fc.constantFrom(
	'defaults',
	'views',
	'keys',
	'columns',
	'theme',
	'thresholds',
	'interval',
	'query',
	'sort',
	'name',
	'failed',
	'x',
	'5',
	': ',
	':',
	'\n',
	'\n  ',
	'\n    ',
	'- ',
	'[',
	']',
	'{',
	'}',
	',',
	'"',
	"'",
	'#',
	'&a',
	'*a',
	'!t',
	'|',
	'>',
	'~',
	'\t',
	'%',
	'@',
	'\0',
	'中',
	'\ud800',
	'\u202e',
);

test('any text is understood or refused with places and words, and never more', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.array(pieces, { maxLength: 40 }).map(parts => parts.join('')),
				fc.string({ unit: 'binary' }),
			),
			text => {
				for (const mistake of mistakesIn(text)) {
					expect(mistake).toMatch(/^[1-9]\d*:[1-9]\d*: ./s);
				}
			},
		),
		{ numRuns: 500 },
	);
});

test('any plain value reads back as its text, with its place', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^[a-z][a-z0-9 .-]{0,20}[a-z0-9]$/), fc.nat(5), (text, lines) => {
			expect(readTree(`${'# x\n'.repeat(lines)}a:   ${text}\n`)).toEqual({
				ok: true,
				value: {
					kind: 'map',
					place: { line: lines + 1, column: 1 },
					entries: [
						{
							key: 'a',
							place: { line: lines + 1, column: 1 },
							value:
								text === 'null' ? expect.anything() : { kind: 'text', text, place: { line: lines + 1, column: 6 } },
						},
					],
				},
			});
		}),
	);
});
