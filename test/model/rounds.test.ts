import { describe, expect, test } from 'vitest';
import type { State } from '../../source/model/state.ts';
import { aPage, aState, namedJob } from '../support/jobs.ts';
import {
	aFailure,
	answer,
	answerCounts,
	asked,
	begin,
	fire,
	happen,
	inFlight,
	later,
	noon,
	oldest,
	press,
	rangeOf,
	refuse,
	showing,
	typesOf,
} from '../support/moves.ts';

const jobs = [namedJob('dlc1'), namedJob('dlc2')];
const fetching = (): State => fire(showing(jobs), 'poll', later(10)).state;

describe('the start', () => {
	test('asks for the first page of one’s own jobs of the last 7 days, newest first', () => {
		expect(asked(begin().effects)).toEqual([
			{
				ShowOwn: true,
				StartTime: '2026-11-02T12:00:00Z',
				PageNumber: 1,
				PageSize: 50,
				SortBy: 'GmtCreateTime',
				Order: 'desc',
			},
		]);
	});

	test('asks for one status where one is wanted, and for the page size that is set', () => {
		const state = aState({ pageSize: 20 });
		const { effects } = begin({ ...state, query: { ...state.query, statuses: ['Queuing'] }, pageNumber: 3 });
		expect(asked(effects)).toMatchObject([{ Status: 'Queuing', PageNumber: 3, PageSize: 20 }]);
	});
});

describe('a request on its way', () => {
	test('is said to be waited for after 2 s, from when it was sent', () => {
		const { state, effects } = begin();
		expect(rangeOf(effects, 'slow')).toEqual([2000, 2000]);
		expect(fire(state, 'slow').state.poll).toMatchObject({ slow: true, inFlight: [{ since: noon }] });
	});

	test('has the next poll wait from the end of its answer, however long that took', () => {
		const { state } = answer(fetching(), aPage(jobs), later(40));
		expect(state.poll.kind).toBe('waiting');
		const { effects } = answer(fetching(), aPage(jobs), later(40));
		expect(rangeOf(effects, 'poll')).toEqual([9000, 11_000]);
		expect(typesOf(effects)).not.toContain('fetch');
	});
});

describe('r', () => {
	test('joins a request that is younger than 3 s', () => {
		const { state, effects } = press(fetching(), 'r', later(12.9));
		expect(effects).toEqual([]);
		expect(oldest(state)).toBe(oldest(fetching()));
		expect(state.notice).toBe('already asking, the answer is on its way');
	});

	test('aborts an older one and asks anew', () => {
		const before = fetching();
		const { state, effects } = press(before, 'r', later(13));
		expect(typesOf(effects)).toEqual(['abort-fetches', 'stop-timer', 'fetch', 'start-timer']);
		expect(inFlight(state)).toHaveLength(1);
		expect(oldest(state)).toBe(oldest(before) + 1);
	});

	test('asks at once while waiting, and no poll follows of itself before the answer', () => {
		const { effects } = press(showing(jobs), 'r', later(3));
		expect(typesOf(effects)).toEqual(['stop-timer', 'fetch', 'start-timer']);
		expect(effects[0]).toEqual({ type: 'stop-timer', timer: 'poll' });
	});

	test('cuts a count of older jobs short, since no page is on its way', () => {
		const counting = answer(begin().state, aPage(jobs)).state;
		expect(inFlight(counting)).toMatchObject([{ ask: { kind: 'older' } }]);
		const { state } = press(counting, 'r', later(1));
		expect(inFlight(state)).toMatchObject([{ ask: { kind: 'page' } }]);
	});

	test('tries again from a backoff without starting its delays anew', () => {
		const twice = refuse(fire(refuse(fetching(), aFailure('network')).state, 'poll').state, aFailure('network')).state;
		const { state, effects } = press(twice, 'r');
		expect(effects[0]).toEqual({ type: 'stop-timer', timer: 'poll' });
		expect(rangeOf(refuse(state, aFailure('network')).effects, 'poll')).toEqual([200, 4000]);
	});

	test.each(['signed-out', 'not-allowed'] as const)('goes on after %s halted polling', kind => {
		const halted = refuse(fetching(), aFailure(kind)).state;
		expect(halted.poll.kind).toBe('halted');
		const again = press(halted, 'r', later(60));
		expect(again.state.poll.kind).toBe('fetching');
		expect(answer(again.state, aPage(jobs), later(61)).state.poll.kind).toBe('waiting');
	});

	test('asks once while paused and stays paused', () => {
		const paused = press(showing(jobs), 'P').state;
		const asking = press(paused, 'r', later(5)).state;
		expect(asking.poll.kind).toBe('fetching');
		const { state, effects } = answer(asking, aPage(jobs), later(6));
		expect(state.poll).toEqual({ kind: 'paused' });
		expect(rangeOf(effects, 'poll')).toBeUndefined();
	});
});

describe('P', () => {
	test('stops the wait for the next poll', () => {
		const { state, effects } = press(showing(jobs), 'P');
		expect(state.poll).toEqual({ kind: 'paused' });
		expect(effects).toEqual([{ type: 'stop-timer', timer: 'poll' }]);
	});

	test('aborts a request on its way, and its answer changes nothing any more', () => {
		const before = fetching();
		const { state, effects } = press(before, 'P');
		expect(typesOf(effects)).toEqual(['abort-fetches', 'stop-timer']);
		const late = happen(state, { type: 'page-arrived', request: oldest(before), page: aPage([]) });
		expect(late.state).toBe(state);
	});

	test('asks at once when it ends the pause, and polling goes on', () => {
		const paused = press(showing(jobs), 'P').state;
		const { state, effects } = press(paused, 'P', later(30));
		expect(asked(effects)).toHaveLength(1);
		expect(answer(state, aPage(jobs), later(31)).state.poll.kind).toBe('waiting');
	});

	test('ends the pause while a request that was asked for in it is still on its way', () => {
		const asking = press(press(showing(jobs), 'P').state, 'r').state;
		const { state } = press(asking, 'P');
		expect(answer(state, aPage(jobs)).state.poll.kind).toBe('waiting');
	});

	test('keeps a failure in a pause from starting polls', () => {
		const asking = press(press(showing(jobs), 'P').state, 'r').state;
		const { state, effects } = refuse(asking, aFailure('network', { message: 'no route' }));
		expect(state).toMatchObject({ poll: { kind: 'paused' }, notice: 'no route' });
		expect(rangeOf(effects, 'poll')).toBeUndefined();
	});

	test('leaves a new question to be asked once', () => {
		const paused = press(showing(jobs), 'P').state;
		const { state } = press(paused, 't');
		expect(answerCounts(answer(state, aPage(jobs)).state).poll).toEqual({ kind: 'paused' });
	});
});

describe('< and >', () => {
	test.each([
		{ periodMs: 10_000, key: '>', to: 15_000 },
		{ periodMs: 10_000, key: '<', to: 5000 },
		{ periodMs: 7000, key: '>', to: 10_000 },
		{ periodMs: 7000, key: '<', to: 5000 },
	])('$key goes from $periodMs ms to $to ms, and the running wait starts over', ({ periodMs, key, to }) => {
		const { state, effects } = press(showing(jobs, aState({ periodMs })), key);
		expect(state.settings.periodMs).toBe(to);
		expect(rangeOf(effects, 'poll')).toEqual([to * 0.9, to * 1.1]);
		expect(rangeOf(effects, 'late')).toEqual([2 * to + 2000, 2 * to + 2000]);
	});

	test.each([
		{ periodMs: 2000, key: '<' },
		{ periodMs: 3_600_000, key: '>' },
	])('$key stays at $periodMs ms and says why', ({ periodMs, key }) => {
		const { state, effects } = press(showing(jobs, aState({ periodMs })), key);
		expect(state).toMatchObject({ settings: { periodMs }, notice: 'the poll interval is 2 to 3600 s' });
		expect(effects).toEqual([]);
	});

	test('leaves a request on its way alone', () => {
		expect(press(fetching(), '>').effects).toEqual([]);
	});
});
