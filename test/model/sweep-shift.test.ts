import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { State } from '../../source/model/state.ts';
import { keysOf, press, showing } from '../support/moves.ts';
import { createShiftingList, type Shift, sweepOver } from '../support/shifting-list.ts';

const sweeping = (): State => press(showing([]), 'e').state;

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

test('arrivals lose no job, count none twice and invent none, with four requests in flight at most', () => {
	fc.assert(
		fc.property(anyCount, arrivals, (count, shifts) => {
			const list = createShiftingList(count);
			const { state, always, mostInFlight } = sweepOver(sweeping(), list, shifts, true);
			expect(mostInFlight).toBeLessThanOrEqual(4);
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
