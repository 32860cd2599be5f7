import type { Clock } from '../runtime/ports.ts';
import type { Answer } from './transport.ts';

/** The service's time, as far as its answers told. A machine's clock may be off, be set right later, and drift. */
export type ServiceClock = {
	/** What the service's clock presumably says now, ms since the epoch. */
	readonly now: () => number;
	/** How far this machine's clock is ahead of the service's, in ms; 0 while it is not off by more than a `Date` can tell. */
	readonly aheadMs: () => number;
	/** Takes over the `Date` of an answer that just came; whether that changes the time by more than a request may be off. */
	readonly learn: (answer: Answer) => boolean;
};

/** A `Date` has whole seconds and is as old as its way here: less than this is no error of a clock. */
const tellingMs = 60_000;

/** Keeps the difference between two clocks; requests are signed with the service's own. */
export const createServiceClock = (clock: Clock): ServiceClock => {
	let aheadMs = 0;
	return {
		now: () => clock.now() - aheadMs,
		aheadMs: () => aheadMs,
		learn: ({ header }) => {
			const served = Date.parse(header('date') ?? '');
			if (Number.isNaN(served)) {
				return false;
			}
			const ahead = clock.now() - served;
			const former = aheadMs;
			aheadMs = Math.abs(ahead) < tellingMs ? 0 : ahead;
			return Math.abs(aheadMs - former) >= tellingMs;
		},
	};
};
