import { describe, expect, test } from 'vitest';
import { typingPauseMs } from '../../source/model/prompt.ts';
import type { State } from '../../source/model/state.ts';
import { dayMs } from '../../source/model/window.ts';
import { failedStatuses, liveStatuses } from '../../source/tables/statuses.ts';
import { aPage, aState, namedJob } from '../support/jobs.ts';
import {
	answer,
	answerCounts,
	asked,
	fire,
	happen,
	inFlight,
	keysOf,
	later,
	noon,
	press,
	pressAll,
	rangeOf,
	showing,
	typesOf,
} from '../support/moves.ts';

const jobs = Array.from({ length: 50 }, (_, index) => namedJob(`dlc${index}`));
const onPage3 = (): State => {
	const second = answer(press(showing(jobs, aState(), 500), 'n').state, aPage(jobs, 500)).state;
	return answer(press(second, 'n').state, aPage(jobs, 500)).state;
};

describe('the prompt', () => {
	test('asks the service after a quiet of 250 ms, not at every key', () => {
		const { state, effects } = pressAll(onPage3(), ['/', 'l', 'l', 'm']);
		expect(asked(effects)).toEqual([]);
		expect(rangeOf(effects, 'typing')).toEqual([250, 250]);
		expect(typingPauseMs).toBe(250);
		const paused = fire(state, 'typing', later(1));
		expect(asked(paused.effects)).toMatchObject([{ DisplayName: 'llm', PageNumber: 1 }]);
		expect(paused.state.mode.kind).toBe('filter');
	});

	test('asks nothing when the word came out the same', () => {
		const { state } = pressAll(onPage3(), ['/', 'l', 'backspace', 'space']);
		expect(fire(state, 'typing').effects).toEqual([]);
	});

	test('aborts the question before when a new word is typed', () => {
		const asking = fire(pressAll(onPage3(), ['/', 'l']).state, 'typing').state;
		const { effects } = fire(press(asking, 'x').state, 'typing');
		expect(typesOf(effects).slice(0, 3)).toEqual(['abort-fetches', 'stop-timer', 'fetch']);
	});

	test('Enter keeps the word at once, without waiting for the quiet', () => {
		const { state, effects } = pressAll(onPage3(), ['/', 'l', 'l', 'm', 'enter']);
		expect(asked(effects)).toMatchObject([{ DisplayName: 'llm' }]);
		expect(effects).toContainEqual({ type: 'stop-timer', timer: 'typing' });
		expect(state).toMatchObject({ mode: { kind: 'list' }, query: { name: 'llm' }, pageNumber: 1 });
	});

	test('Esc brings the query and its page back', () => {
		const before = onPage3();
		const typed = fire(pressAll(before, ['/', 'x']).state, 'typing').state;
		expect(typed.pageNumber).toBe(1);
		const { state, effects } = press(typed, 'escape');
		expect(state.mode).toEqual({ kind: 'list' });
		expect(state.query).toBe(before.query);
		const [parameters] = asked(effects);
		expect(parameters).toMatchObject({ PageNumber: 3 });
		expect(parameters).not.toHaveProperty('DisplayName');
	});

	test('Esc asks nothing where nothing was asked since, and a word not yet asked for is forgotten', () => {
		const before = answerCounts(onPage3());
		const { state, effects } = pressAll(before, ['/', 'x', 'escape']);
		expect(asked(effects)).toEqual([]);
		expect(effects.at(-1)).toEqual({ type: 'stop-timer', timer: 'typing' });
		expect(state).toMatchObject({ query: before.query, pageNumber: 3, poll: before.poll });
	});

	test('opens on the word that filters already, to be edited', () => {
		const kept = pressAll(onPage3(), ['/', 'l', 'l', 'm', 'enter']).state;
		expect(press(kept, '/').state.mode).toMatchObject({ line: { before: 'llm', after: '' } });
	});

	test('takes a key that is a command of the list as text', () => {
		const { state } = pressAll(onPage3(), ['/', 'q', 'f', '0', '?']);
		expect(state.mode).toMatchObject({ kind: 'filter', line: { before: 'qf0?' } });
	});

	test('takes a paste, which asks after the same quiet; elsewhere a paste does nothing', () => {
		const open = press(onPage3(), '/').state;
		const { state, effects } = happen(open, { type: 'text-pasted', text: 'llm\npretrain' });
		expect(state.mode).toMatchObject({ line: { before: 'llm pretrain' } });
		expect(rangeOf(effects, 'typing')).toEqual([250, 250]);
		const listed = onPage3();
		expect(happen(listed, { type: 'text-pasted', text: 'qqq' }).state).toBe(listed);
	});
});

describe('a new question', () => {
	test.each([
		['m', { ShowOwn: false, PageNumber: 1 }],
		['t', { StartTime: '2026-10-10T12:00:00Z', PageNumber: 1 }],
		['N', { SortBy: 'DisplayName', Order: 'asc', PageNumber: 1 }],
		['A', { SortBy: 'GmtCreateTime', Order: 'asc' }],
		['I', { SortBy: 'GmtCreateTime', Order: 'asc' }],
		['S', { SortBy: 'Status', Order: 'asc' }],
	])('by %s aborts the running one, asks for the first page and keeps the rows meanwhile', (key, parameters) => {
		const former = onPage3();
		const { state, effects } = press(former, key, noon);
		expect(typesOf(effects)[0]).toBe(inFlight(former).length > 0 ? 'abort-fetches' : 'stop-timer');
		expect(asked(effects)).toMatchObject([parameters]);
		expect(keysOf(state)).toEqual(keysOf(former));
		expect(state.older).toBeUndefined();
	});

	test.each([
		['f', failedStatuses, '2026-11-02T12:00:00Z'],
		['a', liveStatuses, '2026-08-11T12:00:00Z'],
	])('by %s asks for each of its statuses by itself, and again for all', (key, statuses, StartTime) => {
		const { state } = press(onPage3(), key);
		expect(state.query.statuses).toEqual(statuses);
		const { poll } = state;
		const asks = poll.kind === 'fetching' ? [...poll.inFlight.map(sent => sent.ask), ...poll.queue] : [];
		expect(asks.map(ask => ('status' in ask ? ask.status : ''))).toEqual(statuses);
		expect(asked(press(onPage3(), key).effects)[0]).toMatchObject({ StartTime, PageSize: 100 });
		expect(press(state, key).state.query.statuses).toEqual([]);
	});

	test('by f after a switches from live to failed', () => {
		expect(pressAll(onPage3(), ['a', 'f']).state.query.statuses).toEqual(failedStatuses);
	});

	test('of everyone in all workspaces is refused with a reason', () => {
		const state = aState();
		const query = { ...state.query, others: { FromAllWorkspaces: true } };
		const { state: refused, effects } = press({ ...state, query }, 'm');
		expect(effects).toEqual([]);
		expect(refused).toMatchObject({
			query: { mine: true },
			notice: 'ListJobs gives all workspaces for your own jobs only',
		});
	});

	test('by 0 has no filter and the default window, in the same order and workspace', () => {
		const state = aState();
		const query = {
			...state.query,
			name: 'llm',
			statuses: ['Running'],
			window: { kind: 'last' as const, ms: dayMs },
			sort: { by: 'Status' as const, order: 'asc' as const },
			others: { WorkspaceId: '268', Username: 'ali' },
		};
		expect(press({ ...state, query }, '0').state.query).toEqual({
			...state.query,
			sort: query.sort,
			others: { WorkspaceId: '268' },
		});
	});
});
