import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockTime } from '../../source/text/clock-time.ts';

test('A clock time is the hour, minute and second in the local zone, two digits each', () => {
	const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
	fc.assert(
		fc.property(fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }), date => {
			expect(clockTime(date.getTime())).toBe(format.format(date));
		}),
	);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, 9e15])('What is no time (%s) keeps the width of one', ms => {
	expect(clockTime(ms)).toBe('--:--:--');
});
