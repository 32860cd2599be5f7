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
