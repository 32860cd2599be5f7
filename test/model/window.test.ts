import { describe, expect, test } from 'vitest';
import {
	dayMs,
	nextWindow,
	type TimeWindow,
	toServiceTime,
	windowStart,
	windowWords,
} from '../../source/model/window.ts';

const last = (days: number): TimeWindow => ({ kind: 'last', ms: days * dayMs });
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

describe('t', () => {
	test.each([
		[1, 7],
		[7, 30],
		[30, 90],
		[90, 1],
		[14, 30],
		[0.5, 1],
		[400, 1],
	])('goes from %d days to %d', (from, to) => {
		expect(nextWindow(last(from))).toEqual(last(to));
	});

	test('goes from a window between two dates to the first stop', () => {
		expect(nextWindow({ kind: 'between', start: 0, end: undefined })).toEqual(last(1));
	});
});

test.each<[TimeWindow, string, string]>([
	[last(7), 'in the last 7 d', '7 d'],
	[last(1), 'in the last 24 h', '24 h'],
	[{ kind: 'last', ms: 36 * 3_600_000 }, 'in the last 36 h', '36 h'],
	[{ kind: 'last', ms: 90 * 60_000 }, 'in the last 90 m', '90 m'],
	[{ kind: 'last', ms: 10_000 }, 'in the last 1 m', '1 m'],
	[{ kind: 'between', start: day('2026-11-01'), end: undefined }, 'since 2026-11-01', 'since 2026-11-01'],
	[{ kind: 'between', start: undefined, end: day('2026-11-01') }, 'before 2026-11-01', 'before 2026-11-01'],
	[
		{ kind: 'between', start: day('2026-11-01'), end: Date.parse('2026-11-02T08:30:00Z') },
		'2026-11-01..2026-11-02T08:30Z',
		'2026-11-01..2026-11-02T08:30Z',
	],
])('a window is said in words: %o', (window, long, short) => {
	expect([windowWords(window, 'long'), windowWords(window, 'short')]).toEqual([long, short]);
});

test('times are sent in the one form that the service documents', () => {
	expect(toServiceTime(Date.parse('2026-11-09T12:00:00.999Z'))).toBe('2026-11-09T12:00:00Z');
});

test('a window begins where it says, or nowhere', () => {
	expect(windowStart(last(1), day('2026-11-09'))).toBe(day('2026-11-08'));
	expect(windowStart({ kind: 'between', start: undefined, end: 5 }, 10)).toBeUndefined();
});
