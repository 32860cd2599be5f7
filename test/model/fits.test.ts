import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fits } from '../../source/model/fits.ts';
import { boundDepth, type Json, maxJsonDepth } from '../../source/model/json.ts';
import { any, flag, itself, list, map, number, object, read, type Schema, text } from '../../source/model/schema.ts';
import { jobItem } from '../../source/tables/job-item.ts';
import sample from '../fixtures/listjobs.sample.json' with { type: 'json' };

const branch: Schema = object({ Leaf: text, Below: list(itself(() => branch)) });

const schemas: readonly (readonly [string, Schema])[] = [
	['a text', text],
	['a number', number],
	['a flag', flag],
	['anything', any],
	['a list of texts', list(text)],
	['a list of objects', list(object({ A: number }))],
	['a list within itself', branch],
	['a map of numbers', map(number)],
	[
		'an object',
		object({ A: text, B: number, C: flag, D: list(text), E: map(any), F: object({ A: flag }, 'A'), G: any }),
	],
	['an item', jobItem],
];

const words = fc.constantFrom('', 'true', '1', '0.5', 'Running', 'no number', 'vpc-1');
const name = fc.constantFrom(
	'A',
	'B',
	'C',
	'D',
	'E',
	'F',
	'G',
	'Leaf',
	'Below',
	'JobSpecs',
	'Pods',
	'UserVpc',
	'Unknown',
);
const { value } = fc.letrec<{ value: Json }>(tie => ({
	value: fc.oneof(
		{ maxDepth: 5 },
		fc.constant(null),
		fc.boolean(),
		// JSON text can hold a number that is none: 1e999.
		fc.constantFrom(-1, 0, 1, 2, 0.5, Number.POSITIVE_INFINITY),
		words,
		fc.array(tie('value'), { maxLength: 3 }),
		fc.dictionary(name, tie('value'), { maxKeys: 4 }),
	),
}));

/** An object with a value in it that so many lists or objects stand around. */
const within = (depth: number, wrap: (inner: Json) => Json): Json => ({
	Below: Array.from({ length: depth }).reduce<Json>(inner => wrap(inner), {}),
});

describe.each(schemas)('what fits %s', (_, schema) => {
	test('is what reading has nothing to say about, and nothing else', () => {
		fc.assert(
			fc.property(value, json => {
				// Null and the empty text are no value at all: there is nothing to read.
				fc.pre(json !== null && json !== '');
				expect(fits(schema, json)).toBe(read(schema, boundDepth(json)).problems.length === 0);
			}),
			{ numRuns: 2000 },
		);
	});
});

describe('how deep it may be', () => {
	const wraps: readonly (readonly [string, Schema, (inner: Json) => Json])[] = [
		['lists that nobody documented', object({ Leaf: text }), inner => [inner]],
		['objects that nobody documented', object({ Leaf: text }), inner => ({ Unknown: inner })],
		['objects in a map', map(any), inner => ({ name: inner })],
		['a schema within itself', branch, inner => ({ Below: [inner] })],
		['a lone object for a list of one', branch, inner => ({ Below: inner })],
	];
	test.each(wraps)('is the same as what is bounded: %s', (_, schema, wrap) => {
		const all = Array.from({ length: maxJsonDepth + 8 }, (_entry, depth) => within(depth, wrap));
		const shallow = all.map(json => boundDepth(json) === json);
		expect(all.map(json => fits(schema, json))).toEqual(shallow);
		expect(new Set(shallow)).toEqual(new Set([true, false]));
	});
});

test('the sample of the API page fits, and does not with one value of a wrong type far down', () => {
	const [item = {}] = sample.Jobs;
	expect(fits(jobItem, item)).toBe(true);
	expect(fits(jobItem, { ...item, Pods: [{ PodId: 'a', HistoryPods: [{ Ip: ['10.0.0.1'] }] }] })).toBe(false);
});
