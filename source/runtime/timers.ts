import type { Clock } from './ports.ts';

/** Timers by their names: starting one replaces the running one of its name. */
export type Timers<Name> = {
	/** Draws the moment from a range in ms, and says when it will be before `fired` can be called. */
	readonly start: (name: Name, atLeastMs: number, atMostMs: number) => void;
	readonly stop: (name: Name) => void;
	readonly stopAll: () => void;
};

type Listener<Name> = {
	/** `firesAt` is ms since the epoch. */
	readonly started: (name: Name, firesAt: number) => void;
	readonly fired: (name: Name) => void;
};

/** `random` gives a number in [0, 1), for jitter. */
export const createTimers = <Name>(
	clock: Clock,
	random: () => number,
	{ started, fired }: Listener<Name>,
): Timers<Name> => {
	const running = new Map<Name, () => void>();
	const stop = (name: Name): void => {
		running.get(name)?.();
		running.delete(name);
	};
	return {
		start: (name, atLeastMs, atMostMs) => {
			stop(name);
			const ms = atLeastMs + Math.max(0, atMostMs - atLeastMs) * random();
			running.set(
				name,
				clock.setTimeout(() => {
					running.delete(name);
					fired(name);
				}, ms),
			);
			started(name, clock.now() + ms);
		},
		stop,
		stopAll: () => {
			for (const name of [...running.keys()]) {
				stop(name);
			}
		},
	};
};
