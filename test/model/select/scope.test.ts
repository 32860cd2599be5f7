import { describe, expect, test } from 'vitest';
import type { Poll } from '../../../source/model/poll.ts';
import { pollWords, scopeParts } from '../../../source/model/select/scope.ts';
import type { State } from '../../../source/model/state.ts';
import { dayMs } from '../../../source/model/window.ts';
import { clockTime } from '../../../source/text/clock-time.ts';
import { aPage, aState, namedJob } from '../../support/jobs.ts';
import {
	aFailure,
	answer,
	begin,
	fire,
	happen,
	later,
	noon,
	press,
	refuse,
	seconds,
	showing,
} from '../../support/moves.ts';

const jobs = [namedJob('dlc1', { WorkspaceId: '268', WorkspaceName: 'dlc-workspace' })];
const shown = showing(jobs);
const words = (state: State): string => pollWords(state).text;
const asking = fire(shown, 'poll', later(10)).state;

describe('the poll state', () => {
	test.each<[string, State, string]>([
		['live, with its period and the time of the last answer', shown, `● live 10s · ${clockTime(noon)}`],
		['live while the next answer is on its way', asking, `● live 10s · ${clockTime(noon)}`],
		['asking before the first answer', begin().state, '◌ asking'],
		['waiting once an answer takes longer', fire(asking, 'slow').state, `◌ waiting since ${clockTime(later(10))}`],
		['paused', press(shown, 'P').state, `‖ PAUSED · ${clockTime(noon)}`],
		['paused while r asks once', press(press(shown, 'P').state, 'r').state, `‖ PAUSED · ${clockTime(noon)}`],
		['paused before any answer', press(begin().state, 'P').state, '‖ PAUSED'],
		['in trouble', refuse(asking, aFailure('throttled')).state, '⚠ throttled'],
		[
			'in trouble and asking again',
			fire(refuse(asking, aFailure('network')).state, 'poll').state,
			`⚠ no connection, trying again · ${clockTime(noon)}`,
		],
		[
			'halted, with the fix',
			refuse(asking, aFailure('signed-out', { next: 'run aliyun configure' })).state,
			'✗ signed out: run aliyun configure',
		],
		['halted without a known fix', refuse(asking, aFailure('not-allowed')).state, '✗ not allowed: r tries again'],
		['late', fire(shown, 'late', noon + seconds(65)).state, `● live 10s · ${clockTime(noon)} · 1 m old`],
		['very late', fire(shown, 'late', noon + seconds(7300)).state, `● live 10s · ${clockTime(noon)} · 2 h old`],
	])('is %s', (_, state, expected) => {
		expect(words(state)).toBe(expected);
	});

	test('names the time of the next try as soon as it is drawn', () => {
		const drawn = happen(refuse(asking, aFailure('throttled')).state, {
			type: 'timer-started',
			timer: 'poll',
			firesAt: later(22),
		});
		expect(words(drawn.state)).toBe(`⚠ throttled, retry at ${clockTime(later(22))}`);
	});

	test.each([
		[5000, '5s'],
		[60_000, '1m'],
		[90_000, '90s'],
		[600_000, '10m'],
	])('has a period of %d ms as %s', (periodMs, period) => {
		expect(words(showing(jobs, aState({ periodMs })))).toContain(`● live ${period} · `);
	});

	test('has a sign of its own for every kind, so that colour is never the only one', () => {
		const polls: readonly Poll[] = [
			{ kind: 'waiting' },
			{ kind: 'backing-off', attempt: 1, failure: aFailure('network'), retryAt: undefined },
			{ kind: 'paused' },
			{ kind: 'halted', failure: aFailure('signed-out') },
		];
		const signs = polls.map(poll => words({ ...shown, poll }).slice(0, 1));
		expect(new Set(signs).size).toBe(polls.length);
	});
});

describe('the scope', () => {
	const at = (columns: number, state: State = shown): State => ({ ...state, size: { columns, rows: 30 } });
	const texts = (state: State): readonly string[] => scopeParts(state).map(({ text }) => text);
	const questioned = (query: Partial<State['query']>, state: State = shown): State => ({
		...state,
		query: { ...state.query, ...query },
	});

	test('is region, workspace, whose jobs, window and profile', () => {
		const state = showing(jobs, aState({ credentials: 'profile default' }));
		expect(texts(state)).toEqual([
			'cn-hangzhou',
			'ws 268 dlc-workspace',
			'mine',
			'created in the last 7 d',
			'profile default',
		]);
	});

	test('is said in short words below 100 columns', () => {
		expect(texts(at(80))).toEqual(['ws 268', 'mine', '7 d']);
		expect(texts(at(100))).toHaveLength(4);
	});

	test('gives up the profile first, then region, workspace, whose jobs, and the window last', () => {
		const state = showing(jobs, aState({ credentials: 'profile default' }));
		const order = scopeParts(state).toSorted((a, b) => b.rank - a.rank);
		expect(order.map(({ text }) => text)).toEqual([
			'profile default',
			'cn-hangzhou',
			'ws 268 dlc-workspace',
			'mine',
			'created in the last 7 d',
		]);
	});

	test.each<[string, State, string]>([
		['that was asked for', questioned({ others: { WorkspaceId: '99' } }), 'ws 99'],
		['all of them', questioned({ others: { FromAllWorkspaces: true } }), 'all workspaces'],
		['of the rows', shown, 'ws 268 dlc-workspace'],
		['nobody has named yet', begin().state, 'default workspace'],
		['of former rows, where there are none', answer(shown, aPage([])).state, 'ws 268 dlc-workspace'],
		['of rows that do not say', answer(begin().state, aPage([namedJob('dlc1')])).state, 'default workspace'],
	])('names the workspace %s', (_, state, expected) => {
		expect(texts(state)[1]).toBe(expected);
	});

	test.each<[string, State, string]>([
		[
			'widened for live statuses, and why',
			questioned({ statuses: ['Running'] }),
			'created in the last 90 d, for live jobs',
		],
		['as the user set it', questioned({ window: { kind: 'last', ms: dayMs } }), 'created in the last 24 h'],
		['of another time', questioned({ others: { TimeRangeField: 'GmtFinishTime' } }), 'GmtFinishTime in the last 7 d'],
	])('names the window %s', (_, state, expected) => {
		expect(texts(state)[3]).toBe(expected);
	});

	test('says everyone when the jobs are everyone’s', () => {
		expect(texts(questioned({ mine: false }))[2]).toBe('everyone');
	});
});
