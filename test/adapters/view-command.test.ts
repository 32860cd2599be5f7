import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../source/adapters/arguments.ts';
import { sameConnection } from '../../source/adapters/same-connection.ts';
import { askedQuery } from '../../source/compose/asked-query.ts';
import { queryFrom } from '../../source/model/from-parameters.ts';
import { parseQuery } from '../../source/model/grammar/to-query.ts';
import { defaultQuery, pageParameters, type Query, type SortKey } from '../../source/model/query.ts';
import { isSwept } from '../../source/model/state.ts';
import { shellWord, viewArguments, viewCommand } from '../../source/model/view-command.ts';
import { columnIds } from '../../source/tables/columns.ts';
import { statuses } from '../../source/tables/statuses.ts';
import { aState } from '../support/jobs.ts';
import { noon } from '../support/moves.ts';

const word = fc.string({ unit: 'grapheme', maxLength: 30 }).map(text => text.trim());
const sortKeys: readonly SortKey[] = ['DisplayName', 'JobType', 'Status', 'GmtCreateTime', 'GmtFinishTime'];
const instant = fc.integer({ min: 0, max: noon / 1000 }).map(seconds => seconds * 1000);

const anyWindow: fc.Arbitrary<Query['window']> = fc.oneof(
	fc.constant(undefined),
	fc.integer({ min: 1, max: 90 * 86_400 }).map(seconds => ({ kind: 'last', ms: seconds * 1000 }) as const),
	fc
		.tuple(instant, instant)
		.map(([a, b]) => ({ kind: 'between', start: Math.min(a, b), end: Math.max(a, b) }) as const),
	instant.map(start => ({ kind: 'between', start, end: undefined }) as const),
	instant.map(end => ({ kind: 'between', start: undefined, end }) as const),
);

const anyOthers: fc.Arbitrary<Query['others']> = fc.record(
	{
		WorkspaceId: word,
		Username: word,
		ResourceId: word,
		JobType: fc.constantFrom('TFJob', 'PyTorchJob'),
		Tags: fc.dictionary(fc.stringMatching(/^[a-z-]{1,8}$/), word, { minKeys: 1, maxKeys: 3 }),
		UserIdForFilter: word,
	},
	{ requiredKeys: [] },
);

const anyQuery: fc.Arbitrary<Query> = fc.record({
	name: word,
	statuses: fc.subarray(Object.keys(statuses), { maxLength: 4 }),
	mine: fc.boolean(),
	window: anyWindow,
	sort: fc.record({ by: fc.constantFrom(...sortKeys), order: fc.constantFrom('asc', 'desc') }),
	others: anyOthers,
	local: fc.constant([]),
});

const anyView = fc.record({
	query: anyQuery,
	pageNumber: fc.integer({ min: 1, max: 1000 }),
	pageSize: fc.integer({ min: 1, max: 100 }),
	columns: fc.option(fc.subarray([...columnIds], { minLength: 1 }), { nil: undefined }),
	opensWith: fc.constantFrom([], ['--demo'], ['--region=cn-hangzhou', '--profile=it’s mine']),
});

type View = typeof anyView extends fc.Arbitrary<infer Value> ? Value : never;

const viewOf = ({ query, pageNumber, pageSize, columns, opensWith }: View) => ({
	...aState({ pageSize, columns, opensWith }),
	query,
	pageNumber,
});

/** What a POSIX shell makes of the words of a line, without starting one. */
const unquoted = (line: string): readonly string[] =>
	[...line.matchAll(/(?:[^\s'\\]|\\.|'[^']*')+/g)].map(([text]) =>
		text.replace(
			/'([^']*)'|\\(.)/g,
			(_, quoted: string | undefined, escaped: string | undefined) => quoted ?? escaped ?? '',
		),
	);

describe('a view as a command', () => {
	test('asks the same question when it is pasted: same filters, window, order and page', () => {
		fc.assert(
			fc.property(anyView, view => {
				const state = viewOf(view);
				const parsed = parseArguments(unquoted(viewCommand(state)).slice(1), noon);
				if (!parsed.ok) {
					throw new Error(parsed.problem);
				}
				const { parameters, columns } = parsed.value;
				const page = { PageNumber: 1, PageSize: parameters.PageSize ?? 50 };
				expect(pageParameters(queryFrom(parameters), page, '', noon)).toEqual(
					pageParameters(view.query, { PageNumber: 1, PageSize: view.pageSize }, '', noon),
				);
				expect(queryFrom(parameters).statuses).toEqual(view.query.statuses);
				expect(parameters.PageNumber ?? 1).toBe(isSwept(state) ? 1 : view.pageNumber);
				expect(columns).toEqual(view.columns);
			}),
		);
	});

	test.each(['gpu>=8', 'train any:x -status:Failed', 'user:ali wait>10m mine:no', '"it\'s" /a b$/i window:36h gpu>0'])(
		'opens the rows of the filter %s as well',
		text => {
			const query = parseQuery(text, defaultQuery, noon);
			const line = query.ok ? viewCommand({ ...aState(), query: query.value }) : '';
			const parsed = parseArguments(unquoted(line).slice(1), noon);
			expect(query.ok && parsed.ok && askedQuery(parsed.value, noon)).toEqual(query.ok && query.value);
		},
	);

	test('is read by a real shell as it was meant', () => {
		const words = fc.sample(fc.string({ unit: 'binary' }), 200).map(text => text.replaceAll(/[\0\p{Cs}]/gu, ''));
		const line = ['', "it's", '$(id) `id` "x" \\', '~', 'a b', '-n', '*', '!', ...words].map(shellWord).join(' ');
		const { stdout } = spawnSync('/bin/sh', ['-c', `printf '%s\\0' ${line}`]);
		expect(stdout.toString().split('\0').slice(8, -1)).toEqual(words);
		expect(stdout.toString().split('\0').slice(0, 4)).toEqual(['', "it's", '$(id) `id` "x" \\', '~']);
	});

	test('says the interval as it is now', () => {
		expect(viewCommand(aState({ periodMs: 2500 }))).toBe('dlctop --interval=2.5');
	});

	test('of a plain start is one word', () => {
		expect(viewCommand(aState())).toBe('dlctop');
		expect(viewArguments({ ...aState(), pageNumber: 3 })).toEqual(['--page-number=3']);
	});

	test.each([
		[['--demo', '--ascii'], 'cn-hangzhou'],
		[['-p', "it's", '--vpc', '--max-jobs=300', '--requests-per-minute=30', '--no-color'], ''],
		[['--region=ap-southeast-1', '--endpoint=http://127.0.0.1:80'], 'ap-southeast-1'],
	])('connects as %j did', (argv, region) => {
		const given = parseArguments(argv, noon);
		expect(given.ok && parseArguments(sameConnection(given.value, region), noon)).toEqual(given);
	});
});
