import { only, type Step } from './effect.ts';
import { lateAfter, lateStep, nextLateStep } from './poll.ts';
import { exactly, pollNow, proceed, startTimer } from './rounds.ts';
import type { State } from './state.ts';

/** The drawn delay of a backoff is known: the screen can name the time of the next try. */
export const retryScheduled = (state: State, firesAt: number): Step =>
	state.poll.kind === 'backing-off' || state.poll.kind === 'resting'
		? only({ ...state, poll: { ...state.poll, retryAt: firesAt } })
		: only(state);

export const pollTimerFired = (state: State, at: number): Step => {
	const { poll } = state;
	if (poll.kind === 'resting') {
		return proceed(state, poll.plan, at);
	}
	return poll.kind === 'waiting' || poll.kind === 'backing-off' ? pollNow(state, at) : only(state);
};

export const slowTimerFired = (state: State): Step =>
	state.poll.kind === 'fetching' ? only({ ...state, poll: { ...state.poll, slow: true } }) : only(state);

/** Ages the last answer in coarse steps, each with a timer of its own, so that nothing ticks. */
export const lateTimerFired = (state: State, at: number): Step => {
	if (state.listing === undefined) {
		return only(state);
	}
	// Of an answer from the future (the clock was set back) only the next one will tell the age.
	const ageMs = Math.max(0, at - state.listing.answeredAt);
	const untilLate = lateAfter(state.settings.periodMs) - ageMs;
	if (untilLate > 0) {
		return [state, [startTimer('late', exactly(untilLate))]];
	}
	const next = nextLateStep(ageMs);
	return [
		{ ...state, lateByMs: lateStep(ageMs) },
		next === undefined ? [] : [startTimer('late', exactly(Math.max(1000, next - ageMs)))],
	];
};
