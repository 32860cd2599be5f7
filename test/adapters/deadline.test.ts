import { describe, expect, it } from 'vitest';
import { withDeadline } from '../../source/adapters/deadline.ts';
import type { Clock } from '../../source/runtime/ports.ts';

/** A clock that stands still until its one timer is told to ring. */
const handClock = () => {
	const timers = new Map<number, () => void>();
	const clock: Clock = {
		now: () => 0,
		setTimeout: (run, ms) => {
			timers.set(ms, run);
			return () => timers.delete(ms);
		},
	};
	return { clock, timers };
};

const forever = () => new Promise<string>(() => {});

describe('work with a deadline', () => {
	it('gives its own value when it ends in time, and leaves no timer', async () => {
		const { clock, timers } = handClock();
		const { signal } = new AbortController();
		const value = await withDeadline(async () => 'done', { signal, clock, ms: 45_000, cutShort: why => why });
		expect(value).toBe('done');
		expect(timers.size).toBe(0);
	});

	it('is cut short when the time is up, even if it does not listen', async () => {
		const { clock, timers } = handClock();
		const { signal } = new AbortController();
		let inner: AbortSignal | undefined;
		const value = withDeadline(
			given => {
				inner = given;
				return forever();
			},
			{ signal, clock, ms: 45_000, cutShort: why => why },
		);
		timers.get(45_000)?.();
		expect(await value).toBe('late');
		expect(inner?.aborted).toBe(true);
	});

	it('is cut short when its caller aborts, and leaves no timer', async () => {
		const { clock, timers } = handClock();
		const caller = new AbortController();
		let inner: AbortSignal | undefined;
		const value = withDeadline(
			given => {
				inner = given;
				return forever();
			},
			{ signal: caller.signal, clock, ms: 45_000, cutShort: why => why },
		);
		caller.abort();
		expect(await value).toBe('aborted');
		expect(inner?.aborted).toBe(true);
		expect(timers.size).toBe(0);
	});

	it('does not start when its caller has aborted already', async () => {
		const { clock, timers } = handClock();
		let hasStarted = false;
		const work = async () => {
			hasStarted = true;
			return 'done';
		};
		const value = await withDeadline(work, { signal: AbortSignal.abort(), clock, ms: 1, cutShort: why => why });
		expect(value).toBe('aborted');
		expect(hasStarted).toBe(false);
		expect(timers.size).toBe(0);
	});
});
