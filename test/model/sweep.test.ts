import { describe, expect, test } from 'vitest';
import type { State } from '../../source/model/state.ts';
import { aJob, aPage, aState, namedJob } from '../support/jobs.ts';
import {
	aFailure,
	answer,
	answerCounts,
	asked,
	fire,
	inFlight,
	keysOf,
	later,
	press,
	rangeOf,
	refuse,
	showing,
	typesOf,
} from '../support/moves.ts';
import { createShiftingList, sweepOver } from '../support/shifting-list.ts';

const many = (from: number, to: number) =>
	Array.from({ length: to - from }, (_, index) => namedJob(`dlc${String(from + index).padStart(4, '0')}`));
const sweeping = (state: State = showing(many(0, 2))): State => press(state, 'e').state;

describe('everything', () => {
	test('paints the first page at once and then asks for the others, four at a time, and last for the first one again', () => {
		const first = answer(sweeping(), aPage(many(0, 100), 530));
		expect(keysOf(first.state)).toHaveLength(100);
		expect(asked(first.effects).map(({ PageNumber, PageSize }) => [PageNumber, PageSize])).toEqual([
			[2, 100],
			[3, 100],
			[4, 100],
			[5, 100],
		]);
		const poll = first.state.poll;
		expect(poll.kind === 'fetching' && poll.queue).toMatchObject([
			{ pageNumber: 6, again: false },
			{ pageNumber: 1, again: true },
		]);
		expect(first.state.listing?.sweep).toMatchObject({ pagesRead: 1, pagesWanted: 6, whole: false, done: false });
	});

	test('is one request where one page holds it all, and then counts older jobs one at a time', () => {
		const { state } = answer(sweeping(), aPage(many(0, 60)));
		expect(state.listing?.sweep).toMatchObject({ pagesRead: 1, pagesWanted: 1, answers: 1, whole: true, done: true });
		const failed = press(showing(many(0, 2)), 'f').state;
		const done = answer(answer(failed, aPage(many(0, 1))).state, aPage(many(1, 2))).state;
		expect(inFlight(done)).toMatchObject([{ ask: { kind: 'older' } }]);
	});

	test('goes on with one page, and with the first one, after a second e', () => {
		const { state, effects } = press(sweeping(), 'e');
		expect(typesOf(effects)).toContain('abort-fetches');
		expect(asked(effects)).toMatchObject([{ PageNumber: 1, PageSize: 50 }]);
		expect(state.everything).toBe(false);
	});

	test('turns n and p into moves by a screen', () => {
		const { state } = sweepOver(sweeping(), createShiftingList(250), [], true);
		const next = press(state, 'n');
		expect(next.effects).toEqual([]);
		expect(next.state.cursor.top).toBe(25);
	});

	test('reads no more jobs than are allowed and says that they are a part', () => {
		const { state } = sweepOver(sweeping(showing([], aState({ maxJobs: 200 }))), createShiftingList(900), [], true);
		expect(keysOf(state)).toHaveLength(200);
		expect(state.listing).toMatchObject({ TotalCount: 900, sweep: { pagesRead: 2, pagesWanted: 2, whole: false } });
	});

	test('shares the allowed jobs among the statuses it asks for one by one', () => {
		const state = press(showing([], aState({ maxJobs: 300 })), 'f').state;
		expect(inFlight(state)).toMatchObject([{ ask: { status: 'FailedReserving' } }, { ask: { status: 'Failed' } }]);
		const first = answer(state, aPage(many(0, 100), 900));
		expect(asked(first.effects).map(({ Status, PageNumber }) => [Status, PageNumber])).toEqual([
			['FailedReserving', 2],
			['FailedReserving', 3],
			['FailedReserving', 1],
		]);
		expect(asked(answer(first.state, aPage(many(100, 200), 900)).effects)).toEqual([]);
	});

	test('waits a second for each of its requests before the next round, and calls nothing late until twice that', () => {
		let state = sweeping();
		let effects = answer(state, aPage(many(0, 100), 3000)).effects;
		state = answer(state, aPage(many(0, 100), 3000)).state;
		while (inFlight(state).some(({ ask }) => ask.kind === 'sweep')) {
			({ state, effects } = answer(state, aPage([], 3000)));
		}
		while (inFlight(state).length > 0) {
			({ state, effects } = answer(state, aPage([], 0)));
		}
		expect(rangeOf(effects, 'poll')).toEqual([27_900, 34_100]);
		expect(rangeOf(effects, 'late')).toEqual([64_000, 64_000]);
	});

	test('gives rows without an id a key of their own on each page', () => {
		const nameless = aJob({ DisplayName: 'no id' });
		const first = answer(sweeping(), aPage([nameless, ...many(0, 99)], 200)).state;
		const done = answer(
			answer(first, aPage([nameless, ...many(100, 199)], 200)).state,
			aPage([nameless, ...many(0, 99)], 200),
		);
		expect(keysOf(done.state)).toHaveLength(200);
		expect(new Set(keysOf(done.state)).size).toBe(200);
	});

	test('keeps the rows of the round before until a round is done, then those that no page had any more go', () => {
		const list = createShiftingList(250);
		const whole = sweepOver(sweeping(), list, [], true).state;
		list.shift({ kind: 'leave', at: 249 });
		const polling = fire(whole, 'poll', later(20)).state;
		expect(keysOf(answer(polling, list.page({ PageNumber: 1, PageSize: 100 }), later(20)).state)).toHaveLength(250);
		expect(keysOf(sweepOver(polling, list, [], true).state)).toEqual(list.keys());
	});

	test('asks for a page that the list grew by while it was read', () => {
		const { state } = sweepOver(sweeping(), createShiftingList(200), [{ kind: 'none' }, { kind: 'arrival' }], true);
		expect(keysOf(state)).toHaveLength(201);
		expect(state.listing?.sweep).toMatchObject({ pagesRead: 3, pagesWanted: 3, answers: 4, whole: true, done: true });
	});

	test('says again that it waits when the last answers of a round are slow', () => {
		const first = answer(sweeping(), aPage(many(0, 100), 300)).state;
		const { state, effects } = answer(fire(first, 'slow').state, aPage(many(100, 200), 300));
		expect(inFlight(state)).toHaveLength(2);
		expect(rangeOf(effects, 'slow')).toEqual([2000, 2000]);
		expect(fire(state, 'slow').state.poll).toMatchObject({ slow: true });
	});

	test('marks a change for two rounds, however many pages a round has', () => {
		const failed = aPage([namedJob('dlc0000', { Status: 'Failed' }), ...many(1, 100)], 300);
		const round = (state: State, first = aPage(many(0, 100), 300)): State =>
			[first, aPage(many(100, 200), 300), aPage(many(200, 300), 300), first].reduce(
				(next, page) => answer(next, page).state,
				state,
			);
		const poll = (state: State): State => fire(answerCounts(state), 'poll').state;
		const marked = round(poll(round(sweeping())), failed);
		const second = round(poll(marked), failed);
		const third = round(poll(second), failed);
		expect([marked, second, third].map(state => [...(state.listing?.changes.keys() ?? [])])).toEqual([
			['dlc0000'],
			['dlc0000'],
			[],
		]);
	});

	test('is given up by a failure that the next request would meet as well: the others are aborted, the rows stay', () => {
		const first = answer(sweeping(), aPage(many(0, 100), 530)).state;
		const { state, effects } = refuse(first, aFailure('signed-out'));
		expect(typesOf(effects).slice(0, 1)).toEqual(['abort-fetches']);
		expect(state.poll).toMatchObject({ kind: 'halted' });
		expect(keysOf(state)).toHaveLength(100);
	});
});
