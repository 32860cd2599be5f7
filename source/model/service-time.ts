import type { JobPage } from './job.ts';
import type { State } from './state.ts';

const minuteMs = 60_000;

/** `20 min behind the service's`; rounded, as nobody sets a clock by it. */
export const clockWords = (aheadMs: number): string =>
	`${Math.round(Math.abs(aheadMs) / minuteMs)} min ${aheadMs > 0 ? 'ahead of' : 'behind'} the service's`;

/** A `Date` has whole seconds and travels: only a change of a minute is worth a word. */
const isNews = (former: number, aheadMs: number): boolean => Math.abs(former - aheadMs) >= minuteMs;

/** Takes over what an answer told of the two clocks, and says so when that is new. */
export const hearClock = (state: State, { clockAheadMs = 0 }: JobPage): State => {
	if (clockAheadMs === state.clockAheadMs) {
		return state;
	}
	const words =
		clockAheadMs === 0
			? "this machine's clock is right again"
			: `this machine's clock is ${clockWords(clockAheadMs)}: signatures and ages go by the service's`;
	return { ...state, clockAheadMs, ...(isNews(state.clockAheadMs, clockAheadMs) ? { notice: words } : {}) };
};
