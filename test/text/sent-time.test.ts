import { expect, test } from 'vitest';
import { readTime } from '../../source/text/sent-time.ts';

test.each([
	['2026-11-27T12:00:00Z', Date.UTC(2026, 10, 27, 12)],
	['2026-11-27T12:00:00.5Z', Date.UTC(2026, 10, 27, 12) + 500],
	['2026-11-27T20:00+08:00', Date.UTC(2026, 10, 27, 12)],
	['2026-11-27T20:00:00+0800', Date.UTC(2026, 10, 27, 12)],
	['2026-11-27T12:00:00', undefined],
	['2026-13-27T12:00:00Z', undefined],
	['yesterday', undefined],
	['', undefined],
	[1_795_780_800, undefined],
	[null, undefined],
])('%j is a time of the service, or none', (sent, ms) => {
	expect(readTime(sent)).toBe(ms);
});
