import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	backoffCeilingMs,
	backoffDelay,
	halts,
	lateAfter,
	lateStep,
	nextLateStep,
	periodAfter,
	pollDelay,
} from '../../source/model/poll.ts';
import { aFailure } from '../support/moves.ts';

const anyDuration = fc.integer({ min: 0, max: 10 ** 9 });

describe('the wait between two polls', () => {
	test('is the period with a tenth of jitter to both sides', () => {
		expect(pollDelay(10_000)).toEqual({ atLeastMs: 9000, atMostMs: 11_000 });
	});

	test.each([
		{ periodMs: 10_000, requests: 1, waitMs: 10_000 },
		{ periodMs: 10_000, requests: 10, waitMs: 10_000 },
		{ periodMs: 10_000, requests: 51, waitMs: 51_000 },
		{ periodMs: 2000, requests: 9, waitMs: 9000 },
	])('after $requests requests with a period of $periodMs ms is $waitMs ms, a second for each request', row => {
		expect(periodAfter(row.periodMs, row.requests)).toBe(row.waitMs);
	});
});

describe('backoff', () => {
	test('doubles from 1 s to 60 s and stays there', () => {
		const ceilings = [1, 2, 3, 4, 5, 6, 7, 8, 100, 10_000].map(backoffCeilingMs);
		expect(ceilings.map(ms => ms / 1000)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
	});

	test.each(['throttled', 'service', 'network'] as const)('has full jitter after a %s failure', kind => {
		expect(backoffDelay(4, aFailure(kind), 10_000)).toEqual({ atLeastMs: 200, atMostMs: 8000 });
	});

	test('begins after the rest that the service asked for', () => {
		expect(backoffDelay(1, aFailure('throttled', { retryAfterMs: 2500 }), 10_000)).toEqual({
			atLeastMs: 2500,
			atMostMs: 3500,
		});
	});

	test.each([
		{ retryAfterMs: -5000, atLeastMs: 200 },
		{ retryAfterMs: 0, atLeastMs: 200 },
		{ retryAfterMs: 10 ** 12, atLeastMs: 3_600_000 },
	])('takes a retry-after of $retryAfterMs ms for at least $atLeastMs ms', ({ retryAfterMs, atLeastMs }) => {
		expect(backoffDelay(1, aFailure('throttled', { retryAfterMs }), 10_000).atLeastMs).toBe(atLeastMs);
	});

	test.each(['bad-request', 'malformed-answer'] as const)('waits at least a period after a %s', kind => {
		expect(backoffDelay(1, aFailure(kind), 10_000)).toEqual({ atLeastMs: 10_000, atMostMs: 11_000 });
	});

	test('is a positive, bounded, ordered range for any attempt and any wish of the service', () => {
		fc.assert(
			fc.property(fc.nat(), fc.integer(), anyDuration, (attempt, retryAfterMs, periodMs) => {
				const { atLeastMs, atMostMs } = backoffDelay(attempt, aFailure('throttled', { retryAfterMs }), periodMs);
				expect(atLeastMs).toBeGreaterThanOrEqual(200);
				expect(atMostMs).toBeGreaterThanOrEqual(atLeastMs);
				expect(atMostMs).toBeLessThanOrEqual(3_660_000);
			}),
		);
	});
});

test.each([
	['signed-out', true],
	['not-allowed', true],
	['throttled', false],
	['bad-request', false],
	['service', false],
	['network', false],
	['malformed-answer', false],
] as const)('%s halts polling: %s', (kind, expected) => {
	expect(halts(aFailure(kind))).toBe(expected);
});

describe('a late answer', () => {
	test('is called late after two periods and the time that a slow request may take', () => {
		expect(lateAfter(10_000)).toBe(22_000);
	});

	test.each([
		[22_000, 20_000],
		[29_999, 20_000],
		[30_000, 30_000],
		[59_000, 30_000],
		[61_000, 60_000],
		[130_000, 120_000],
		[299_000, 120_000],
		[3_599_000, 1_800_000],
		[10 ** 9, 86_400_000],
	])('that is %d ms old is shown as %d ms', (ageMs, shownMs) => {
		expect(lateStep(ageMs)).toBe(shownMs);
	});

	test('never looks older than it is, and its next step lies ahead of its age', () => {
		fc.assert(
			fc.property(anyDuration, ageMs => {
				expect(lateStep(ageMs)).toBeLessThanOrEqual(ageMs);
				expect(nextLateStep(ageMs) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(ageMs);
				expect(nextLateStep(ageMs) === undefined).toBe(ageMs >= 86_400_000);
			}),
		);
	});
});
