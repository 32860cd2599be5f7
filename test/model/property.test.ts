import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Effect } from '../../source/model/effect.ts';
import type { Event, Happening, TimerName } from '../../source/model/event.ts';
import type { Failure, FailureKind } from '../../source/model/failure.ts';
import { noRows } from '../../source/model/groups.ts';
import { listHeight } from '../../source/model/layout.ts';
import { isSwept, type State } from '../../source/model/state.ts';
import { update } from '../../source/model/update.ts';
import { bindingsIn } from '../../source/tables/keymap.ts';
import { aPage, aState, namedJob } from '../support/jobs.ts';

/** Moves are generated, not events: an answer says only whether it is late, and the run fills in the request number. */
type Move =
	| { readonly type: 'answer'; readonly late: boolean; readonly ids: readonly number[]; readonly total: number }
	| { readonly type: 'refusal'; readonly late: boolean; readonly kind: FailureKind; readonly retryAfterMs: number }
	| { readonly type: 'timer'; readonly timer: TimerName }
	| { readonly type: 'key'; readonly key: string }
	| { readonly type: 'paste'; readonly text: string }
	| { readonly type: 'resize'; readonly columns: number; readonly rows: number };

const allKeys = [
	...new Set(
		(['list', 'detail', 'help', 'sort', 'filter', 'copy', 'command'] as const)
			.flatMap(mode => bindingsIn(mode))
			.flatMap(({ keys }) => keys),
	),
	'x',
	'中',
	'space',
	'backspace',
].filter(key => key !== 'ctrl+c' && key !== 'Q');

const kinds: readonly FailureKind[] = [
	'throttled',
	'signed-out',
	'not-allowed',
	'bad-request',
	'service',
	'network',
	'malformed-answer',
];

const anyMove: fc.Arbitrary<Move> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({
			type: fc.constant('answer' as const),
			late: fc.boolean(),
			ids: fc.uniqueArray(fc.nat(60), { maxLength: 50 }),
			total: fc.nat(400),
		}),
	},
	fc.record({
		type: fc.constant('refusal' as const),
		late: fc.boolean(),
		kind: fc.constantFrom(...kinds),
		retryAfterMs: fc.integer({ min: -5, max: 10_000_000 }),
	}),
	fc.record({
		type: fc.constant('timer' as const),
		timer: fc.constantFrom<TimerName>('poll', 'slow', 'late', 'typing'),
	}),
	{ weight: 4, arbitrary: fc.record({ type: fc.constant('key' as const), key: fc.constantFrom(...allKeys) }) },
	fc.record({ type: fc.constant('paste' as const), text: fc.string() }),
	fc.record({
		type: fc.constant('resize' as const),
		columns: fc.integer({ min: 1, max: 300 }),
		rows: fc.integer({ min: 1, max: 100 }),
	}),
);

/** What the outside world holds after the effects so far. */
type World = { readonly timers: ReadonlyMap<TimerName, Effect>; readonly inFlight: ReadonlySet<number> };

const perform = (world: World, effect: Effect): World => {
	switch (effect.type) {
		case 'fetch':
			return { ...world, inFlight: new Set([...world.inFlight, effect.request]) };
		case 'abort-fetches':
			return { ...world, inFlight: new Set() };
		case 'start-timer':
			return { ...world, timers: new Map([...world.timers, [effect.timer, effect]]) };
		case 'stop-timer':
			return { ...world, timers: new Map([...world.timers].filter(([name]) => name !== effect.timer)) };
		default:
			return world;
	}
};

const settle = (world: World, request: number): World => ({
	...world,
	inFlight: new Set([...world.inFlight].filter(other => other !== request)),
});

const pending = ({ inFlight }: World): number | undefined => [...inFlight][0];

/** The event a move stands for in this world; undefined where the world cannot bring it about. */
const happeningOf = (move: Move, world: World, state: State): Happening | undefined => {
	switch (move.type) {
		case 'answer': {
			const request = move.late ? state.lastRequest + 1000 : pending(world);
			const jobs = move.ids.map(id => namedJob(`dlc${id}`, { Status: id % 3 === 0 ? 'Failed' : 'Running' }));
			return request === undefined ? undefined : { type: 'page-arrived', request, page: aPage(jobs, move.total) };
		}
		case 'refusal': {
			const request = move.late ? state.lastRequest + 1000 : pending(world);
			const failure: Failure = { kind: move.kind, message: 'no', retryAfterMs: move.retryAfterMs };
			return request === undefined ? undefined : { type: 'fetch-failed', request, failure };
		}
		case 'timer':
			return world.timers.has(move.timer) ? { type: 'timer-fired', timer: move.timer } : undefined;
		case 'key':
			return { type: 'key-pressed', key: move.key };
		case 'paste':
			return { type: 'text-pasted', text: move.text };
		case 'resize':
			return { type: 'resized', size: { columns: move.columns, rows: move.rows } };
	}
};

const worldAfter = (world: World, happening: Happening, effects: readonly Effect[]): World => {
	const answered =
		happening.type === 'page-arrived' || happening.type === 'fetch-failed' ? settle(world, happening.request) : world;
	const fired =
		happening.type === 'timer-fired'
			? { ...answered, timers: new Map([...answered.timers].filter(([name]) => name !== happening.timer)) }
			: answered;
	return effects.reduce(perform, fired);
};

const checkPolling = (state: State, world: World): void => {
	const { poll } = state;
	expect(world.inFlight.size, 'requests in flight').toBeLessThanOrEqual(isSwept(state) ? 4 : 1);
	const polling = { timer: world.timers.has('poll'), fetching: world.inFlight.size > 0 };
	expect(polling, poll.kind).toEqual({
		timer: poll.kind === 'waiting' || poll.kind === 'backing-off' || poll.kind === 'resting',
		fetching: poll.kind === 'fetching',
	});
	if (poll.kind === 'fetching') {
		expect(poll.inFlight.map(sent => sent.request)).toEqual([...world.inFlight]);
	}
};

const checkDelays = (world: World): void => {
	for (const effect of world.timers.values()) {
		if (effect.type === 'start-timer') {
			expect(effect.atLeastMs).toBeGreaterThan(0);
			expect(effect.atMostMs).toBeGreaterThanOrEqual(effect.atLeastMs);
			expect(effect.atMostMs).toBeLessThanOrEqual(86_400_000);
		}
	}
};

const checkSelection = (state: State): void => {
	const jobs = state.listing?.rows ?? noRows;
	const { key, index, top } = state.cursor;
	expect(key).toBe(jobs.at(index)?.key);
	const height = listHeight(state);
	expect(top).toBeGreaterThanOrEqual(0);
	expect(top).toBeLessThanOrEqual(Math.max(0, jobs.length - 1));
	if (jobs.length > 0) {
		expect(index).toBeGreaterThanOrEqual(top);
		expect(index).toBeLessThan(top + height);
	}
};

const run = (moves: readonly Move[], check: (state: State, world: World) => void): void => {
	let at = Date.parse('2026-11-09T12:00:00Z');
	const stamp = (happening: Happening): Event => ({ ...happening, at });
	let world: World = { timers: new Map(), inFlight: new Set() };
	let [state, effects] = update(aState(), stamp({ type: 'started' }));
	world = effects.reduce(perform, world);
	for (const move of moves) {
		at += 700;
		const happening = happeningOf(move, world, state);
		if (happening === undefined) {
			continue;
		}
		const before = state;
		[state, effects] = update(state, stamp(happening));
		if ('late' in move && move.late) {
			// Only for how long the service wants to be left alone is as true when it comes late.
			expect({ ...state, quiet: undefined }, 'a late answer changes nothing').toEqual({ ...before, quiet: undefined });
		}
		world = worldAfter(world, happening, effects);
		check(state, world);
	}
};

const moves = fc.array(anyMove, { maxLength: 80 });

describe('for every sequence of moves', () => {
	test('one list request at most is in flight, polling never stalls, and no late answer is shown', () => {
		fc.assert(
			fc.property(moves, sequence => run(sequence, checkPolling)),
			{ numRuns: 600 },
		);
	});

	test('the selection is a job of the list on a line in sight, or nothing in an empty list', () => {
		fc.assert(
			fc.property(moves, sequence => run(sequence, checkSelection)),
			{ numRuns: 400 },
		);
	});

	test('every delay is positive and bounded', () => {
		fc.assert(
			fc.property(moves, sequence => run(sequence, (_, world) => checkDelays(world))),
			{ numRuns: 200 },
		);
	});

	test('r brings every state back to a request', () => {
		fc.assert(
			fc.property(moves, sequence => {
				run(sequence, state => {
					if (state.mode.kind === 'list' || state.mode.kind === 'detail') {
						const [after] = update(state, { type: 'key-pressed', key: 'r', at: Date.parse('2027-01-01T00:00:00Z') });
						expect(after.poll.kind).toBe('fetching');
					}
				});
			}),
			{ numRuns: 200 },
		);
	});
});
