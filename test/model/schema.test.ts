import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundDepth, type Json } from '../../source/model/json.ts';
import {
	any,
	flag,
	list,
	map,
	maxProblems,
	number,
	object,
	only,
	read,
	type Schema,
	text,
} from '../../source/model/schema.ts';

const problem = (path: string, expected: string, found: string) => ({ path, expected, found });

describe('a value in another form', () => {
	const asRead: readonly (readonly [string, Schema, Json, unknown])[] = [
		['a number as text', number, '12', 12],
		['a fraction as text', number, ' 0.5 ', 0.5],
		['a text as a number', text, 268, '268'],
		['a text as a flag', text, true, 'true'],
		['a flag as text', flag, 'True', true],
		['a flag as a digit', flag, '0', false],
		['a flag as a number', flag, 1, true],
		['a lone object for a list', list(object({ Type: text })), { Type: 'Worker' }, [{ Type: 'Worker' }]],
		['a lone text for an object', object({ VpcId: text }, 'VpcId'), 'vpc-1', { VpcId: 'vpc-1' }],
	];
	test.each(asRead)('is read: %s', (_, schema, json, value) => {
		expect(read(schema, json)).toEqual({ value, problems: [] });
	});
});

describe('a value of an impossible type', () => {
	const refused: readonly (readonly [Schema, Json, string, string])[] = [
		[number, 'two', 'a number', 'text "two"'],
		[number, '0x10', 'a number', 'text "0x10"'],
		[number, true, 'a number', 'true'],
		[number, Number.POSITIVE_INFINITY, 'a number', 'the number Infinity'],
		[flag, 'yes', 'true or false', 'text "yes"'],
		[flag, 2, 'true or false', 'the number 2'],
		[text, ['a'], 'text', 'a list'],
		[text, {}, 'text', 'an object'],
		[list(text), 'numpy', 'a list', 'text'],
		[list(text), {}, 'a list', 'an object'],
		[map(text), [], 'an object', 'a list'],
		[object({}), 'export TOKEN=x', 'an object', 'text'],
		[number, 'x'.repeat(80), 'a number', `text "${'x'.repeat(24)}…"`],
	];
	test.each(refused)('is left out and noted: %j %j', (schema, json, expected, found) => {
		expect(read(schema, json)).toEqual({ value: undefined, problems: [problem('', expected, found)] });
		const { value, problems } = read(object({ List: list(object({ Bad: schema, Good: text })) }), {
			List: [{}, { Bad: json, Good: 'kept' }],
		});
		expect(value).toEqual({ List: [{}, { Good: 'kept' }] });
		expect(problems).toEqual([problem('List[1].Bad', expected, found)]);
	});

	test('is noted a bounded number of times', () => {
		const { value, problems } = read(list(number), Array(5000).fill('x'));
		expect(value).toEqual([]);
		expect(problems).toHaveLength(maxProblems);
	});
});

describe('absence', () => {
	test('is the same as null and the empty text, in every field', () => {
		const fields = object({ A: text, B: number, C: flag, D: list(text), E: map(text), F: object({}), G: any });
		const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
		const nothing = { value: {}, problems: [] };
		expect(read(fields, {})).toEqual(nothing);
		expect(read(fields, Object.fromEntries(names.map(name => [name, null])))).toEqual(nothing);
		expect(read(fields, Object.fromEntries(names.map(name => [name, ''])))).toEqual(nothing);
		expect(Object.keys(read(fields, { A: '' }).value ?? { A: '' })).toEqual([]);
	});

	test('is not the same as the empty text in a map or a list, where that is a value', () => {
		expect(read(map(text), { A: '', B: null }).value).toEqual({ A: '' });
		expect(read(list(text), ['', null, 'b']).value).toEqual(['', 'b']);
	});
});

describe('only some fields', () => {
	const two = only({ A: text, B: number, C: flag }, ['A', 'B']);

	test('are read, and the rest is neither kept nor judged', () => {
		expect(read(two, { B: '2', C: 'neither', A: 'a', D: {} })).toEqual({ value: { A: 'a', B: 2 }, problems: [] });
		expect(read(two, { A: '', B: null })).toEqual({ value: {}, problems: [] });
	});

	test('are judged as ever', () => {
		expect(read(two, { A: [], B: 'x' })).toEqual({
			value: {},
			problems: [problem('A', 'text', 'a list'), problem('B', 'a number', 'text "x"')],
		});
		expect(read(two, 7)).toEqual({ value: undefined, problems: [problem('', 'an object', 'the number 7')] });
	});
});

describe('reading', () => {
	test('keeps fields that nobody documented', () => {
		const json = { StatusDetail: { ExitCode: 137 }, PodId: 5 };
		expect(read(object({ PodId: text }), json)).toEqual({ value: { ...json, PodId: '5' }, problems: [] });
	});

	test('returns what needs no change as it is', () => {
		const json = { List: [{ A: 'a' }], Extra: {} };
		expect(read(object({ List: list(object({ A: text })) }), json).value).toBe(json);
	});

	test('makes a name like __proto__ an own name and nothing else', () => {
		const json: Json = JSON.parse('{"Envs":{"__proto__":{"polluted":"yes"},"A":1},"__proto__":"p","Empty":""}');
		const { value, problems } = read(object({ Envs: map(text) }), json);
		expect(Object.entries(value ?? {})).toEqual([
			['Envs', { A: '1' }],
			['__proto__', 'p'],
		]);
		expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
		expect(Object.getPrototypeOf(value?.Envs)).toBe(Object.prototype);
		expect(problems).toEqual([problem('Envs.__proto__', 'text', 'an object')]);
	});

	test('never throws and changes nothing, whatever came', () => {
		const schemas: readonly Schema[] = [
			text,
			number,
			flag,
			any,
			list(text),
			map(number),
			object({ a: list(flag) }, 'a'),
		];
		fc.assert(
			fc.property(fc.constantFrom(...schemas), fc.jsonValue({ maxDepth: 6 }), (schema, given) => {
				const json: Json = JSON.parse(JSON.stringify(given));
				const before = JSON.stringify(json);
				expect(read(schema, boundDepth(json)).problems.length).toBeLessThanOrEqual(maxProblems);
				expect(JSON.stringify(json)).toBe(before);
			}),
		);
	});
});
