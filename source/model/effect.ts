import type { ListJobsParameters } from '../tables/parameters.ts';
import type { TimerName } from './event.ts';
import type { State } from './state.ts';

/** Orders to the outside world, as data. */
export type Effect =
	| { readonly type: 'fetch'; readonly request: number; readonly parameters: ListJobsParameters }
	/** Aborts every request in flight; their answers, should they come, are late. */
	| { readonly type: 'abort-fetches' }
	/** A range in ms; the runtime draws the moment, since chance is outside of the core. */
	| {
			readonly type: 'start-timer';
			readonly timer: TimerName;
			readonly atLeastMs: number;
			readonly atMostMs: number;
	  }
	| { readonly type: 'stop-timer'; readonly timer: TimerName }
	/** Paints the whole screen anew. */
	| { readonly type: 'repaint' }
	| { readonly type: 'suspend' }
	| { readonly type: 'exit' };

export type Step = readonly [state: State, effects: readonly Effect[]];

export const only = (state: State): Step => [state, []];

/** Runs a second transition on the outcome of a first one, keeping the effects of both in their order. */
export const andThen = ([state, effects]: Step, next: (state: State) => Step): Step => {
	const [after, more] = next(state);
	return [after, more.length === 0 ? effects : [...effects, ...more]];
};
