import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { timeWords } from '../../../source/model/detail/times.ts';
import { columnOf } from '../../../source/tables/column-of.ts';
import { clockTime } from '../../../source/text/clock-time.ts';
import { aJob } from '../../support/jobs.ts';

beforeEach(() => {
	vi.stubEnv('TZ', 'Europe/Berlin');
});
afterEach(() => {
	vi.unstubAllEnvs();
});

const minute = 60_000;
/** Two hours and a half around the moment at which Berlin sets its clocks. */
const changes = [
	['back', '2026-10-25T01:00:00Z', '02:59:59', '02:00:00', '+02:00', '+01:00'],
	['ahead', '2026-03-29T01:00:00Z', '01:59:59', '03:00:00', '+01:00', '+02:00'],
] as const;

describe.each(changes)('where clocks are set %s', (_, at, last, first, zoneBefore, zoneAfter) => {
	const change = Date.parse(at);

	test('the clock on the screen jumps, as that on the wall does, and times tell their zone', () => {
		expect([clockTime(change - 1000), clockTime(change)]).toEqual([last, first]);
		const sent = (ms: number): string => new Date(ms).toISOString().replace('.000', '');
		const words = (ms: number): string => timeWords(sent(ms), change);
		expect(words(change - 1000)).toContain(`${last} ${zoneBefore}`);
		expect(words(change)).toContain(`${first} ${zoneAfter}`);
	});

	test('no age does: each is the time that went by', () => {
		const job = aJob({ Status: 'Running', GmtCreateTime: new Date(change - 75 * minute).toISOString() });
		const age = (now: number): string => columnOf('age')?.text(job, now, '') ?? '';
		expect([age(change - minute), age(change), age(change + 75 * minute)]).toEqual(['1h14', '1h15', '2h30']);
		expect(timeWords(at, change + 75 * minute)).toMatch(/ · 1h15 ago$/);
	});
});
