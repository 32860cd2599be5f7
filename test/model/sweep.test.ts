import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { State } from '../../source/model/state.ts';
import { aJob, aPage, aState, namedJob } from '../support/jobs.ts';
import {
	aFailure,
	answer,
	answerCounts,
	asked,
	fire,
	happen,
	inFlight,
	keysOf,
	later,
	press,
	rangeOf,
	refuse,
	showing,
	typesOf,
} from '../support/moves.ts';
import { createShiftingList, type Shift } from '../support/shifting-list.ts';

const many = (from: number, to: number) =>
	Array.from({ length: to - from }, (_, index) => namedJob(`dlc${String(from + index).padStart(4, '0')}`));
const sweeping = (state: State = showing(many(0, 2))): State => press(state, 'e').state;

/** Carries a sweep to its end: which request is answered next is `pick`’s, and the list shifts as `shifts` say before each answer. */
const sweepOver = (
	start: State,
	list: ReturnType<typeof createShiftingList>,
	shifts: readonly Shift[],
	inOrder: boolean,
) => {
	let state = start;
	const always = new Set(list.keys());
	for (let turn = 0; inFlight(state).some(({ ask }) => ask.kind === 'sweep'); turn += 1) {
		expect(inFlight(state).length).toBeLessThanOrEqual(4);
		const sent = inFlight(state);
		const next = inOrder ? sent[0] : sent[(turn * 7) % sent.length];
		list.shift(shifts[turn] ?? { kind: 'none' });
		const now = new Set(list.keys());
		for (const key of [...always].filter(candidate => !now.has(candidate))) {
			always.delete(key);
		}
		const ask = next?.ask.kind === 'sweep' ? next.ask : undefined;
		const page = list.page({ PageNumber: ask?.pageNumber ?? 1, PageSize: 100 });
		state = happen(state, { type: 'page-arrived', request: next?.request ?? -1, page }).state;
	}
	return { state: answerCounts(state), always };
};

/** Any length, and often one where a single arrival begins another page. */
const anyCount = fc.oneof(fc.integer({ min: 0, max: 520 }), fc.constantFrom(99, 100, 199, 200, 300, 400));
const arrivals = fc.array(fc.constantFrom<Shift>({ kind: 'none' }, { kind: 'arrival' }), { maxLength: 12 });
const anyShifts = fc.array(
	fc.oneof(
		fc.constant<Shift>({ kind: 'none' }),
		fc.constant<Shift>({ kind: 'arrival' }),
		fc.nat(600).map((at): Shift => ({ kind: 'leave', at })),
	),
	{ maxLength: 12 },
);

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
		expect(first.state.listing?.sweep).toEqual({ pagesRead: 1, pagesWanted: 7, whole: false, done: false });
	});

	test('is one request where one page holds it all, and then counts older jobs one at a time', () => {
		const { state } = answer(sweeping(), aPage(many(0, 60)));
		expect(state.listing?.sweep).toEqual({ pagesRead: 1, pagesWanted: 1, whole: true, done: true });
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
		expect(state.listing).toMatchObject({ TotalCount: 900, sweep: { pagesRead: 3, pagesWanted: 3, whole: false } });
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
		expect(state.listing?.sweep).toEqual({ pagesRead: 4, pagesWanted: 4, whole: true, done: true });
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

	test('ends with a failure: the others are aborted, the rows stay', () => {
		const first = answer(sweeping(), aPage(many(0, 100), 530)).state;
		const { state, effects } = refuse(first, aFailure('service'));
		expect(typesOf(effects).slice(0, 1)).toEqual(['abort-fetches']);
		expect(state.poll).toMatchObject({ kind: 'backing-off' });
		expect(keysOf(state)).toHaveLength(100);
	});
});

describe('while the list shifts under a sweep', () => {
	test('arrivals lose no job, count none twice and invent none, and the arrivals of the first page show', () => {
		fc.assert(
			fc.property(anyCount, arrivals, (count, shifts) => {
				const list = createShiftingList(count);
				const { state, always } = sweepOver(sweeping(), list, shifts, true);
				const keys = keysOf(state);
				expect(new Set(keys).size).toBe(keys.length);
				expect([...always].filter(key => !keys.includes(key))).toEqual([]);
				expect(keys.filter(key => !list.everSeen().has(key))).toEqual([]);
			}),
			{ numRuns: 80 },
		);
	});

	test('what is called everything lost no job, whatever happened and in whatever order the pages came', () => {
		fc.assert(
			fc.property(anyCount, anyShifts, fc.boolean(), (count, shifts, inOrder) => {
				const list = createShiftingList(count);
				const { state, always } = sweepOver(sweeping(), list, shifts, inOrder);
				const keys = keysOf(state);
				expect(new Set(keys).size).toBe(keys.length);
				expect(keys.filter(key => !list.everSeen().has(key))).toEqual([]);
				const lost = [...always].filter(key => !keys.includes(key));
				expect(lost.length === 0 || state.listing?.sweep?.whole === false).toBe(true);
			}),
			{ numRuns: 80 },
		);
	});

	test('a list at rest is called everything', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 720 }), fc.boolean(), (count, inOrder) => {
				const list = createShiftingList(count);
				const { state } = sweepOver(sweeping(), list, [], inOrder);
				expect(keysOf(state)).toEqual(list.keys());
				expect(state.listing?.sweep).toMatchObject({ whole: true, done: true });
			}),
			{ numRuns: 30 },
		);
	});
});
