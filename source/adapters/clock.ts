import type { Clock } from '../runtime/ports.ts';

/** The machine's own time. A pending timer keeps the process alive. */
export const systemClock: Clock = {
	now: () => Date.now(),
	setTimeout: (run, ms) => {
		const timer = setTimeout(run, ms);
		return () => clearTimeout(timer);
	},
};
