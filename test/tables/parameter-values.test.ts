import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkParameters, parseParameter, parseSpan } from '../../source/tables/parameter-values.ts';
import type { ParameterName } from '../../source/tables/parameters.ts';
import { inFlags } from '../../source/tables/spelling.ts';

const now = Date.UTC(2026, 10, 23, 14, 3, 27, 900);
const parse = (name: ParameterName, raw: string) => {
	const parsed = parseParameter(name, raw, now);
	return parsed.ok ? parsed.value : parsed.problem;
};

describe('a value that breaks a documented limit', () => {
	test.each([
		['PageSize', '500', '--page-size 500: ListJobs allows 1 to 100'],
		['PageSize', '0', '--page-size 0: ListJobs allows 1 to 100'],
		['PageNumber', '1001', '--page-number 1001: ListJobs allows 1 to 1000'],
		['PageNumber', '1.5', '--page-number 1.5: not a whole number'],
		['PageNumber', '', '--page-number : not a whole number'],
		['NumericRangeMin', '9007199254740993', '--numeric-range-min 9007199254740993: not a whole number'],
		['Order', 'up', '--order up: ListJobs allows desc, asc'],
		['Accessibility', 'public', '--accessibility public: ListJobs allows PUBLIC, PRIVATE'],
		['JobType', 'x'.repeat(33), `--job-type ${'x'.repeat(33)}: ListJobs allows 32 characters, these are 33`],
		['ShowOwn', 'yes', '--show-own yes: say true or false'],
		['Tags', 'team', '--tags team: a tag is written name=value'],
		['Tags', '=x', '--tags =x: a tag is written name=value'],
	] as const)('of %s (%s) is refused with its flag and the limit', (name, raw, message) => {
		expect(parse(name, raw)).toBe(message);
	});

	test('is quoted only as far as it helps', () => {
		expect(parse('DisplayName', 'x'.repeat(5000))).toBe(
			`--display-name ${'x'.repeat(60)}…: ListJobs allows 1024 characters, these are 5000`,
		);
	});
});

describe('a value within the limits', () => {
	test.each([
		['PageSize', '100', 100],
		['NumericRangeMin', '-3', -3],
		['JobType', 'RayJob', 'RayJob'],
		['Status', 'Running,Queuing', 'Running,Queuing'],
		['JobType', '👍'.repeat(32), '👍'.repeat(32)],
		['ShowOwn', 'false', false],
		['Tags', 'path=a=b', { path: 'a=b' }],
		['Tags', 'empty=', { empty: '' }],
	] as const)('of %s (%s) is taken', (name, raw, value) => {
		expect(parse(name, raw)).toEqual(value);
	});

	test('of a free text is taken as it is, whatever it holds', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 500 }), raw => {
				expect(parse('Username', raw)).toBe(raw);
			}),
		);
	});

	test('of a tag may have any name', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), fc.string(), (key, value) => {
				fc.pre(!key.includes('='));
				expect(Object.entries(parse('Tags', `${key}=${value}`))).toEqual([[key, value]]);
			}),
			{ examples: [['__proto__', 'x']] },
		);
	});
});

describe('a time', () => {
	test.each([
		['7d', '2026-11-16T14:03:27Z'],
		['36h', '2026-11-22T02:03:27Z'],
		['1d12h30m', '2026-11-22T01:33:27Z'],
		['2w', '2026-11-09T14:03:27Z'],
		['90s', '2026-11-23T14:01:57Z'],
		['2026-11-08', '2026-11-08T00:00:00Z'],
		['2026-11-08T16:30', '2026-11-08T16:30:00Z'],
		['2026-11-08 16:30:05', '2026-11-08T16:30:05Z'],
		['2026-11-08T16:30:05.250Z', '2026-11-08T16:30:05Z'],
		['2026-11-08T16:30:05+08:00', '2026-11-08T08:30:05Z'],
		['2026-11-08T16:30:05-0530', '2026-11-08T22:00:05Z'],
		['2024-02-29', '2024-02-29T00:00:00Z'],
		['2000-01-01T00:00:00Z', '2000-01-01T00:00:00Z'],
	])('written %s is sent as %s', (raw, sent) => {
		expect(parse('StartTime', raw)).toBe(sent);
		expect(parse('EndTime', raw)).toBe(sent);
	});

	test.each([
		'',
		'yesterday',
		'7',
		'7 d',
		'7y',
		'-7d',
		'2026-02-30',
		'2026-13-01',
		'2026-11-08T25:00',
		'99999999d',
		'0042-01-01',
	])('written %j is refused with an example', raw => {
		expect(parse('StartTime', raw)).toBe(
			`--start-time ${raw}: write a time like 2026-11-08T16:00:00Z or 2026-11-08, or a span like 7d or 36h`,
		);
	});

	test('that the service would show is read back as the same time', () => {
		fc.assert(
			fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-30T00:00:00Z'), noInvalidDate: true }), date => {
				const sent = `${date.toISOString().slice(0, 19)}Z`;
				expect(parse('EndTime', sent)).toBe(sent);
			}),
		);
	});

	test('as a span is a number of ms', () => {
		expect([parseSpan('1h'), parseSpan('1d1s'), parseSpan('0d'), parseSpan('d')]).toEqual([
			3_600_000,
			86_401_000,
			0,
			undefined,
		]);
	});
});

describe('parameters together', () => {
	test.each([
		[{ FromAllWorkspaces: true, ShowOwn: false }, /--from-all-workspaces .* --no-show-own/],
		[{ NumericRangeMin: 1 }, /need --numeric-range-field/],
		[{ NumericRangeMax: 8, NumericRangeField: '' }, /need --numeric-range-field/],
		[{ NumericRangeField: 'RequestGPU' }, /needs --numeric-range-min or --numeric-range-max/],
	])('that contradict each other are refused in a sentence: %j', (given, message) => {
		const said = inFlags(checkParameters(given)?.text ?? '');
		expect(said).toMatch(message);
		expect(said).toMatch(/\.$/);
	});

	test.each([
		[{}],
		[{ FromAllWorkspaces: true }],
		[{ FromAllWorkspaces: true, ShowOwn: true }],
		[{ FromAllWorkspaces: false, ShowOwn: false }],
		[{ NumericRangeMin: 0, NumericRangeField: 'RequestGPU' }],
	])('that agree are fine: %j', given => {
		expect(checkParameters(given)).toBeUndefined();
	});
});
