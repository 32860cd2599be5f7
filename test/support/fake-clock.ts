import type { Clock } from '../../source/runtime/ports.ts';

/** A clock that stands still until it is told to go on; timers run in the order of their time. */
export type FakeClock = Clock & {
	readonly advance: (ms: number) => void;
	/** Sets the wall clock forward or back; timers run by a clock that nobody sets. */
	readonly jump: (ms: number) => void;
	/** The waits of the timers that are running, in ms from now. */
	readonly pending: () => readonly number[];
};

export const createFakeClock = (start: number): FakeClock => {
	let now = start;
	let set = 0;
	const timers = new Set<{ readonly at: number; readonly run: () => void }>();
	const next = (until: number) => [...timers].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
	return {
		now: () => now + set,
		setTimeout: (run, ms) => {
			const timer = { at: now + ms, run };
			timers.add(timer);
			return () => {
				timers.delete(timer);
			};
		},
		jump: ms => {
			set += ms;
		},
		advance: ms => {
			const until = now + ms;
			for (let timer = next(until); timer !== undefined; timer = next(until)) {
				timers.delete(timer);
				now = timer.at;
				timer.run();
			}
			now = until;
		},
		pending: () => [...timers].map(({ at }) => at - now).toSorted((a, b) => a - b),
	};
};
