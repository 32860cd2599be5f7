import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Parameter } from '../../source/tables/parameter.ts';
import { parseParameter } from '../../source/tables/parameter-values.ts';
import { flagName, parameterNames, parameters, toQuery } from '../../source/tables/parameters.ts';
import { statusValues } from '../../source/tables/statuses.ts';
import documented from '../fixtures/listjobs.params.json' with { type: 'json' };

const now = Date.UTC(2026, 10, 23, 14, 3, 27);
const table: readonly (readonly [string, Parameter])[] = parameterNames.map(name => [name, parameters[name]]);

describe('the table of parameters', () => {
	const documentedType = ({ name, type, format }: { name: string; type: string; format?: string }) => {
		if (name === 'StartTime' || name === 'EndTime') {
			return 'time';
		}
		return { boolean: 'flag', number: 'whole number' }[type] ?? (type.startsWith('map') ? 'tags' : (format ?? 'text'));
	};

	test('holds the parameters that the service documents, with their types and limits, and no other', () => {
		const limit = (text: string | undefined) => (text === undefined ? undefined : Number(text));
		expect(
			table.map(([name, { type, onPage, maxLength, min, max }]) => ({ name, type, onPage, maxLength, min, max })),
		).toEqual(
			documented.params.map(parameter => ({
				name: parameter.name,
				type: documentedType(parameter),
				onPage: parameter.inSeed,
				maxLength: parameter.maxLength,
				min: limit(parameter.minimum),
				max: limit(parameter.maximum),
			})),
		);
		expect(table).toHaveLength(37);
		expect(table.filter(([, { onPage }]) => onPage)).toHaveLength(23);
	});

	test('repeats the defaults that the service documents', () => {
		for (const parameter of documented.params.filter(given => given.default !== undefined)) {
			expect(table.find(([name]) => name === parameter.name)?.[1].serviceDefault).toBe(parameter.default);
		}
	});

	test('takes the words of the status parameter from the table of statuses', () => {
		expect(parameters.Status.values).toBe(statusValues);
		expect(statusValues).toHaveLength(13);
	});

	test('is in alphabetical order, as the query is sent', () => {
		expect(parameterNames).toEqual([...parameterNames].sort());
	});

	test('has no flag and no letter twice', () => {
		const flags = parameterNames.map(flagName);
		const letters = table.flatMap(([, { short }]) => short ?? []);
		expect(new Set(flags).size).toBe(flags.length);
		expect(new Set(letters).size).toBe(letters.length);
	});

	test.each(table)('describes %s in one short line of ASCII', (_, { help }) => {
		expect(help).toMatch(/^[ -~]{5,90}$/);
		expect(help).not.toMatch(/\.$|^[A-Z][a-z]/);
	});

	test.each(parameterNames)('has an example of %s that parses and comes back as it was', name => {
		const { example } = parameters[name];
		const parsed = parseParameter(name, example, now);
		expect(parsed).toMatchObject({ ok: true });
		const sent = parsed.ok ? toQuery({ [name]: parsed.value }) : [];
		expect(sent).toEqual([[name, name === 'Tags' ? '{"team":"vision"}' : example]]);
	});
});

describe('a flag name', () => {
	test.each([
		['PageSize', 'page-size'],
		['JobIds', 'job-ids'],
		['FromAllWorkspaces', 'from-all-workspaces'],
		['UserIdForFilter', 'user-id-for-filter'],
		['Username', 'username'],
	] as const)('of %s is --%s', (name, flag) => {
		expect(flagName(name)).toBe(flag);
	});
});

describe('the query', () => {
	test('is sorted by name, writes flags as words and tags as JSON, and leaves out what was not given', () => {
		expect(
			toQuery({
				Tags: { team: 'vision', ['__proto__']: 'x' },
				ShowOwn: false,
				PageNumber: 2,
				DisplayName: '',
				Caller: 'me',
			}),
		).toEqual([
			['Caller', 'me'],
			['PageNumber', '2'],
			['ShowOwn', 'false'],
			['Tags', '{"team":"vision","__proto__":"x"}'],
		]);
		expect(toQuery({ Tags: {} })).toEqual([]);
	});

	test('can always be percent encoded, whatever text was typed', () => {
		const anyText = fc
			.string({ unit: 'binary' })
			.chain(text => fc.constantFrom(text, `${text}\ud83d`, `\udc4d${text}`));
		fc.assert(
			fc.property(anyText, text => {
				for (const [, value] of toQuery({ DisplayName: text, Tags: { [text]: text } })) {
					expect(() => encodeURIComponent(value)).not.toThrow();
				}
			}),
		);
		expect(toQuery({ DisplayName: 'a\ud83db👍' })).toEqual([['DisplayName', 'a\ufffdb👍']]);
	});
});
