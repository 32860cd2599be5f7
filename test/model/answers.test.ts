import { describe, expect, test } from 'vitest';
import type { FailureKind } from '../../source/model/failure.ts';
import type { State } from '../../source/model/state.ts';
import { liveStatuses } from '../../source/tables/statuses.ts';
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
	keysOf,
	later,
	noon,
	oldest,
	polled,
	press,
	rangeOf,
	refuse,
	seconds,
	showing,
	typesOf,
} from '../support/moves.ts';

const jobs = [namedJob('dlc1'), namedJob('dlc2')];
const fetching = (state = showing(jobs)): State => fire(state, 'poll', later(10)).state;

describe('a late answer', () => {
	test('is dropped after a newer question was asked', () => {
		const former = fetching();
		const { state, effects } = press(former, 't', later(10));
		expect(typesOf(effects).slice(0, 3)).toEqual(['abort-fetches', 'stop-timer', 'fetch']);
		const page = aPage([namedJob('dlc9')]);
		expect(happen(state, { type: 'page-arrived', request: oldest(former), page }).state).toBe(state);
	});

	test('is dropped when it is a failure, too', () => {
		const state = showing(jobs);
		const failed = happen(state, { type: 'fetch-failed', request: 1, failure: aFailure('signed-out') });
		expect(failed.state).toBe(state);
		expect(failed.effects).toEqual([]);
	});
});

describe('a failure', () => {
	test.each<FailureKind>(['throttled', 'service', 'network', 'bad-request', 'malformed-answer'])(
		'of kind %s keeps the rows and is tried again',
		kind => {
			const { state, effects } = refuse(fetching(), aFailure(kind));
			expect(keysOf(state)).toEqual(['dlc1', 'dlc2']);
			expect(state).toMatchObject({ poll: { kind: 'backing-off', attempt: 1 }, lastFailure: { kind } });
			expect(rangeOf(effects, 'poll')).toBeDefined();
		},
	);

	test.each<FailureKind>(['signed-out', 'not-allowed'])('of kind %s keeps the rows and halts polling', kind => {
		const { state, effects } = refuse(fetching(), aFailure(kind));
		expect(keysOf(state)).toEqual(['dlc1', 'dlc2']);
		expect(state.poll).toEqual({ kind: 'halted', failure: aFailure(kind) });
		const watch = kind === 'signed-out' ? ['watch-credentials'] : [];
		expect(typesOf(effects)).toEqual(['stop-timer', ...watch]);
		expect(fire(state, 'poll').state).toBe(state);
	});

	test('in a row doubles the longest delay, and an answer ends the row', () => {
		let state = showing(jobs);
		const ceilings = [1, 2, 3, 4].map(() => {
			const moved = refuse(fetching(state), aFailure('network'));
			state = moved.state;
			return rangeOf(moved.effects, 'poll')?.[1];
		});
		expect(ceilings).toEqual([1000, 2000, 4000, 8000]);
		const healed = answerCounts(answer(fetching(state), aPage(jobs)).state);
		expect(healed.lastFailure).toBeUndefined();
		expect(refuse(fetching(healed), aFailure('network')).state.poll).toMatchObject({ attempt: 1 });
	});

	test('honours the rest that the service asked for, and names the time of the next try once it is drawn', () => {
		const { state, effects } = refuse(fetching(), aFailure('throttled', { retryAfterMs: 12_000 }));
		expect(rangeOf(effects, 'poll')).toEqual([12_000, 13_000]);
		expect(state.poll).toMatchObject({ retryAt: undefined });
		const drawn = happen(state, { type: 'timer-started', timer: 'poll', firesAt: later(22.4) });
		expect(drawn.state.poll).toMatchObject({ kind: 'backing-off', retryAt: later(22.4) });
	});
});

describe('a page that vanished', () => {
	const onPage = (pageNumber: number): State => fetching({ ...showing(jobs, aState(), 300), pageNumber });

	test.each([
		{ TotalCount: 101, last: 3 },
		{ TotalCount: 100, last: 2 },
		{ TotalCount: 1, last: 1 },
		{ TotalCount: 0, last: 1 },
	])('lands on page $last where $TotalCount jobs are left', ({ TotalCount, last }) => {
		const { state, effects } = answer(onPage(6), aPage([], TotalCount));
		expect(asked(effects)).toMatchObject([{ PageNumber: last }]);
		expect(state).toMatchObject({ pageNumber: last, notice: 'page 6 is gone; this is the last one' });
		expect(inFlight(state)).toHaveLength(1);
	});

	test('is not left while it has rows, and an empty first page is simply empty', () => {
		expect(answer(onPage(6), aPage(jobs, 1)).state.pageNumber).toBe(6);
		expect(answer(onPage(1), aPage([], 0)).state).toMatchObject({ pageNumber: 1, listing: { jobs: { length: 0 } } });
	});
});

describe('older live jobs', () => {
	const counting = (): State => answer(begin().state, aPage(jobs)).state;

	test('are counted after the first page, for each live status, one request at a time', () => {
		const statuses: (string | undefined)[] = [];
		let state = counting();
		while (inFlight(state).length > 0) {
			expect(inFlight(state)).toHaveLength(1);
			const moved = answer(state, aPage([], 2));
			statuses.push(...asked(moved.effects).map(({ Status }) => Status));
			state = moved.state;
		}
		expect([liveStatuses[0], ...statuses]).toEqual(liveStatuses);
		expect(state).toMatchObject({ older: { count: 2 * liveStatuses.length }, poll: { kind: 'waiting' } });
	});

	test('are asked for with one job a page, up to a second before the window begins', () => {
		const { effects } = answer(begin().state, aPage(jobs));
		expect(asked(effects)).toEqual([
			{
				ShowOwn: true,
				StartTime: '1970-01-01T00:00:00Z',
				EndTime: '2026-11-02T11:59:59Z',
				Status: 'Creating',
				PageNumber: 1,
				PageSize: 1,
			},
		]);
	});

	test('are counted again every tenth poll', () => {
		let state = showing(jobs);
		const counted = Array.from({ length: 20 }, (_, index) => {
			const { state: next } = answer(fetching(state), aPage(jobs), later(10 * (index + 1)));
			state = answerCounts(next, 1);
			return inFlight(next).length > 0;
		});
		expect(counted.flatMap((was, index) => (was ? [index + 1] : []))).toEqual([10, 20]);
	});

	test('that cannot be counted cost nothing but the count', () => {
		const { state } = refuse(counting(), aFailure('service'));
		expect(state).toMatchObject({ poll: { kind: 'waiting' }, older: undefined, lastFailure: undefined });
	});

	test('are left uncounted when the service asks for rest', () => {
		const { state } = refuse(counting(), aFailure('throttled', { retryAfterMs: 9000 }));
		expect(state.poll).toMatchObject({ kind: 'backing-off' });
	});

	test.each([
		['where live statuses already widened the window', 'a'],
		['while a filter is being typed', '/'],
	])('are not counted %s', (_, key) => {
		const asking = press(begin().state, key).state;
		let state = asking;
		while (inFlight(state).length > 0) {
			expect(inFlight(state).every(({ ask }) => ask.kind !== 'older')).toBe(true);
			state = answer(state, aPage([])).state;
		}
		expect(state.older).toBeUndefined();
	});
});

describe('an answer that is long ago', () => {
	test('ages in coarse steps, each with a timer of its own, and a new answer makes it young', () => {
		const state = showing(jobs);
		const aged = fire(state, 'late', noon + seconds(22));
		expect(aged.state.lateByMs).toBe(20_000);
		expect(rangeOf(aged.effects, 'late')).toEqual([8000, 8000]);
		expect(polled(aged.state, jobs).lateByMs).toBeUndefined();
	});

	test('is not called late by a timer that a newer answer overtook', () => {
		const { state, effects } = fire(showing(jobs), 'late', noon + seconds(5));
		expect(state.lateByMs).toBeUndefined();
		expect(rangeOf(effects, 'late')).toEqual([17_000, 17_000]);
	});
});
