import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../source/adapters/arguments.ts';
import { sameConnection } from '../../source/adapters/same-connection.ts';
import { printWholeQuery } from '../../source/model/grammar/from-query.ts';
import type { LocalTerm } from '../../source/model/grammar/term.ts';
import { parseQuery } from '../../source/model/grammar/to-query.ts';
import { defaultQuery, type Query, type SortKey } from '../../source/model/query.ts';
import { lookOf } from '../../source/model/show-look.ts';
import { isSwept, type State } from '../../source/model/state.ts';
import { shellWord, viewArguments, viewCommand } from '../../source/model/view-command.ts';
import { columnIds } from '../../source/tables/columns.ts';
import { groupKeys, isGroupKey } from '../../source/tables/group-keys.ts';
import { isLocalSortKey, isSortKey, localSortKeys } from '../../source/tables/sort-keys.ts';
import { statuses } from '../../source/tables/statuses.ts';
import { begunWith } from '../support/begun.ts';
import { aState } from '../support/jobs.ts';
import { noon } from '../support/moves.ts';

/** Whatever a person can type or a service can hold; no argument of a program can hold a NUL. */
const hostile = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 20 }),
	fc.string({ unit: fc.constantFrom(...`'"\`$!*?~&|;<>(){}[]#=-%\n\t: /,\\ab`), maxLength: 12 }),
);
const word = hostile.map(text => text.replaceAll('\0', '').trim());
const someWord = word.filter(text => text !== '');
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
		WorkspaceId: someWord,
		Username: someWord,
		ResourceId: someWord,
		JobType: fc.constantFrom('TFJob', 'PyTorchJob'),
		Tags: fc.dictionary(fc.stringMatching(/^[a-z-]{1,8}$/), word, { minKeys: 1, maxKeys: 3 }),
		UserIdForFilter: someWord,
	},
	{ requiredKeys: [] },
);

const anyTerm: fc.Arbitrary<LocalTerm> = fc.record({
	negated: fc.boolean(),
	match: fc.oneof(
		fc.record({
			kind: fc.constant('text' as const),
			field: fc.constantFrom('any' as const, 'reason' as const, 'image' as const),
			patterns: fc.array(fc.record({ kind: fc.constant('part' as const), text: someWord }), {
				minLength: 1,
				maxLength: 3,
			}),
		}),
		fc.record({
			kind: fc.constant('number' as const),
			field: fc.constant('gpu' as const),
			operator: fc.constantFrom('>=' as const, '<' as const, '!=' as const),
			value: fc.nat({ max: 4096 }),
		}),
	),
});

const order = fc.constantFrom('asc' as const, 'desc' as const);

const anyQuery: fc.Arbitrary<Query> = fc.record({
	name: word,
	statuses: fc.subarray(Object.keys(statuses), { maxLength: 4 }),
	mine: fc.boolean(),
	window: anyWindow,
	sort: fc.record({ by: fc.constantFrom(...sortKeys), order }),
	others: anyOthers,
	local: fc.array(anyTerm, { maxLength: 3 }),
});

const anyView = fc.record({
	query: anyQuery,
	everything: fc.boolean(),
	wide: fc.boolean(),
	sort: fc.option(
		fc.record({ by: fc.constantFrom(...Object.keys(localSortKeys).filter(isSortKey).filter(isLocalSortKey)), order }),
		{ nil: undefined },
	),
	group: fc.option(fc.constantFrom(...Object.keys(groupKeys).filter(isGroupKey)), { nil: undefined }),
	pageNumber: fc.integer({ min: 1, max: 1000 }),
	pageSize: fc.integer({ min: 1, max: 100 }),
	columns: fc.option(fc.subarray([...columnIds], { minLength: 1 }), { nil: undefined }),
	opensWith: fc.constantFrom([], ['--demo'], ['--region=cn-hangzhou', '--profile=it’s mine']),
});

type View = typeof anyView extends fc.Arbitrary<infer Value> ? Value : never;

const viewOf = ({ query, everything, wide, sort, group, pageNumber, pageSize, columns, opensWith }: View): State => {
	const state = aState({ pageSize, columns, opensWith });
	return { ...state, query, everything, wide, arrangement: { ...state.arrangement, sort, group }, pageNumber };
};

/** What a shell makes of each of these lines: the arguments that the program gets. */
const readByShell = (lines: readonly string[]): readonly (readonly string[])[] => {
	const script = `dlctop() { printf '%s\\0' "$#" "$@"; }\n${lines.join('\n')}\n`;
	const { stdout } = spawnSync('/bin/sh', { input: script, env: { LANG: 'C.UTF-8' } });
	const words = stdout.toString().split('\0');
	const read: string[][] = [];
	for (let at = 0; at < words.length - 1; ) {
		const count = Number(words[at]);
		read.push(words.slice(at + 1, at + 1 + count));
		at += 1 + count;
	}
	return read;
};

/** Settings and former runs that would show something else. */
const otherTaste = { DLCTOP_VIEW: 'failures', DLCTOP_COLUMNS: 'name,gpus', DLCTOP_WORKSPACE_ID: '42' };
const kept = { sort: { by: 'restarts', order: 'asc' }, group: 'user', columns: ['status', 'user'] } as const;

/** The state that a run with these arguments begins with, on a machine with a taste of its own. */
const begunHere = (argv: readonly string[]): State => begunWith(argv, { variables: otherTaste, kept });

/** Queries are the same when they are the same in words, and have the same window and order. */
const shownBy = (state: State) => {
	const { query, ...look } = lookOf(state);
	const { window, sort } = query;
	return {
		...look,
		query: printWholeQuery(query),
		window,
		order: sort,
		wide: state.wide,
		page: isSwept(state) ? 1 : state.pageNumber,
		pageSize: state.settings.pageSize,
		periodMs: state.settings.periodMs,
	};
};

describe('a view as a command', () => {
	test('opens the same view when it is pasted into a shell, whatever is filtered for and whatever the taste there', () => {
		const states = fc.sample(anyView, 300).map(viewOf);
		const read = readByShell(states.map(viewCommand));
		expect(read).toHaveLength(states.length);
		for (const [index, state] of states.entries()) {
			expect(shownBy(begunHere(read[index] ?? [])), viewCommand(state)).toEqual(shownBy(state));
		}
	});

	test.each(['gpu>=8', 'train any:x -status:Failed', 'user:ali wait>10m mine:no', '"it\'s" /a b$/i window:36h gpu>0'])(
		'opens the rows of the filter %s',
		text => {
			const query = parseQuery(text, defaultQuery, noon);
			const [argv = []] = readByShell(query.ok ? [viewCommand({ ...aState(), query: query.value })] : []);
			expect(query.ok && begunHere(argv).query).toEqual(query.ok && query.value);
		},
	);

	test('keeps a window that moves with the time, and no taste of elsewhere', () => {
		const query: Query = { ...defaultQuery, window: { kind: 'last', ms: 36 * 3_600_000 } };
		const state = { ...aState(), query };
		expect(viewCommand(state)).toBe('dlctop --afresh --filter=window:1d12h');
		expect(begunHere(viewArguments(state)).query).toEqual(query);
		expect(begunHere([])).toMatchObject({
			query: { others: { WorkspaceId: '42' } },
			settings: { columns: ['name', 'gpus'] },
		});
	});

	test('says the interval as it is now, also where the settings have another one', () => {
		expect(viewCommand(aState({ periodMs: 2500 }))).toBe('dlctop --afresh --interval=2.5');
		const { configured } = aState().settings;
		expect(viewCommand(aState({ configured: { ...configured, periodMs: 2500 } }))).toBe(
			'dlctop --afresh --interval=10',
		);
	});

	test('is read by a real shell as it was meant', () => {
		const words = fc.sample(fc.string({ unit: 'binary' }), 200).map(text => text.replaceAll(/[\0\p{Cs}]/gu, ''));
		const line = ['', "it's", '$(id) `id` "x" \\', '~', 'a b', '-n', '*', '!', ...words].map(shellWord).join(' ');
		const { stdout } = spawnSync('/bin/sh', ['-c', `printf '%s\\0' ${line}`]);
		expect(stdout.toString().split('\0').slice(8, -1)).toEqual(words);
		expect(stdout.toString().split('\0').slice(0, 4)).toEqual(['', "it's", '$(id) `id` "x" \\', '~']);
	});

	test('of a plain start is short', () => {
		expect(viewCommand(aState())).toBe('dlctop --afresh');
		expect(viewArguments({ ...aState(), pageNumber: 3 })).toEqual(['--afresh', '--page-number=3']);
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
