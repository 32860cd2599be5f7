import { only, type Step } from './effect.ts';
import { fetchNow } from './rounds.ts';
import type { State } from './state.ts';

const isSignedOut = ({ poll }: State): boolean => poll.kind === 'halted' && poll.failure.kind === 'signed-out';

/** The files that the keys come from are watched as long as polling is halted for want of keys, and no longer. */
export const watchWhileSignedOut = (before: State, step: Step): Step => {
	const [state, effects] = step;
	if (isSignedOut(before) === isSignedOut(state)) {
		return step;
	}
	return [
		state,
		[...effects, { type: isSignedOut(state) ? 'watch-credentials' : 'stop-watching-credentials' } as const],
	];
};

/** There may be new keys: polling goes on where it was halted for want of them. */
export const credentialsChanged = (state: State, at: number): Step =>
	isSignedOut(state) ? fetchNow(state, at) : only(state);
