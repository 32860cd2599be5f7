import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSpan } from '../../source/text/span.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The least time that reads so, in ms. */
const readBack = (text: string): number => {
	const [, figure = '', unit = '', rest = ''] = /^(\d+)([smhdy])(\d\d)?h?$/.exec(text) ?? [];
	const units: Readonly<Record<string, readonly [number, number]>> = {
		s: [second, 0],
		m: [minute, 0],
		h: [hour, minute],
		d: [day, hour],
		y: [365 * day, 0],
	};
	const [size = Number.NaN, restSize = Number.NaN] = units[unit] ?? [];
	return Number(figure) * size + Number(rest) * restSize;
};

describe('a span of time', () => {
	test.each([
		[0, '0s'],
		[999, '0s'],
		[47 * second, '47s'],
		[59_999, '59s'],
		[minute, '1m'],
		[12 * minute, '12m'],
		[hour - 1, '59m'],
		[hour, '1h00'],
		[63 * minute, '1h03'],
		[day - 1, '23h59'],
		[day, '1d00h'],
		[3 * day + 2 * hour, '3d02h'],
		[100 * day - 1, '99d23h'],
		[100 * day, '100d'],
		[99_999 * day, '99999d'],
		[100_000 * day, '273y'],
		[Number.MAX_VALUE, '99999y'],
		[-5 * minute, '0s'],
		[undefined, '-'],
		[Number.NaN, '-'],
		[Number.POSITIVE_INFINITY, '-'],
	])('of %s ms is %s', (ms, text) => {
		expect(formatSpan(ms)).toBe(text);
	});

	const anySpan = fc.oneof(fc.nat({ max: 3 * day }), fc.nat({ max: 200 * day }), fc.maxSafeNat());

	test('takes at most six cells and never claims more than has passed', () => {
		fc.assert(
			fc.property(anySpan, ms => {
				expect(formatSpan(ms).length).toBeLessThanOrEqual(6);
				expect(readBack(formatSpan(ms))).toBeLessThanOrEqual(ms);
			}),
		);
	});

	test('reads no shorter when it is longer', () => {
		fc.assert(
			fc.property(anySpan, anySpan, (a, b) => {
				const [shorter, longer] = [readBack(formatSpan(Math.min(a, b))), readBack(formatSpan(Math.max(a, b)))];
				expect(shorter).toBeLessThanOrEqual(longer);
			}),
		);
	});
});
