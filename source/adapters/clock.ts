import type { Clock } from '../runtime/ports.ts';

/** Node runs a longer timer at once; one that is so far off (25 days) may as well come then, as all our timers look at the time again. */
const longestMs = 2 ** 31 - 1;

/** The machine's own time. A pending timer keeps the process alive. */
export const systemClock: Clock = {
	now: () => Date.now(),
	setTimeout: (run, ms) => {
		const timer = setTimeout(run, Math.min(ms, longestMs));
		return () => clearTimeout(timer);
	},
};

/** A time that runs so many times faster than the machine's, from now on. For demos and soaks: polls, ages and jobs alike. */
export const fasterClock = (speed: number, clock: Clock = systemClock): Clock => {
	const start = clock.now();
	return {
		now: () => Math.round(start + (clock.now() - start) * speed),
		setTimeout: (run, ms) => clock.setTimeout(run, ms / speed),
	};
};
