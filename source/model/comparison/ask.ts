import type { Effect } from '../effect.ts';
import { only, type Step } from '../effect.ts';
import type { Failure } from '../failure.ts';
import type { Json } from '../json.ts';
import type { State } from '../state.ts';
import { type Comparison, type Side, type SideName, withAnswer, withRow } from './comparison.ts';
import { fitComparison } from './view.ts';

/** Asks for both jobs at once, each under a number of its own; what was under way is given up. */
export const askForBoth = (state: State): Step => {
	const { comparison, lastRequest } = state;
	if (comparison === undefined) {
		return only(state);
	}
	const isAsking = comparison.a.request !== undefined || comparison.b.request !== undefined;
	const [a, b] = [lastRequest + 1, lastRequest + 2];
	return [
		{
			...state,
			lastRequest: b,
			comparison: { ...comparison, a: { ...comparison.a, request: a }, b: { ...comparison.b, request: b } },
		},
		[
			...(isAsking ? [{ type: 'abort-compared' } as const satisfies Effect] : []),
			{ type: 'fetch-first', request: a, JobId: comparison.a.JobId },
			{ type: 'fetch-second', request: b, JobId: comparison.b.JobId },
		],
	];
};

const sideAwaiting = ({ a, b }: Comparison, request: number): SideName | undefined =>
	a.request === request ? 'a' : b.request === request ? 'b' : undefined;

const withSide = (state: State, request: number, change: (side: Side) => Side): State => {
	const { comparison } = state;
	const name = comparison === undefined ? undefined : sideAwaiting(comparison, request);
	if (comparison === undefined || name === undefined) {
		return state;
	}
	const side = change(comparison[name]);
	return fitComparison({
		...state,
		comparison: name === 'a' ? { ...comparison, a: side } : { ...comparison, b: side },
	});
};

/** GetJob told of one of the two; a late answer is dropped. */
export const comparedArrived = (state: State, request: number, item: Json): State =>
	withSide(state, request, side => withAnswer(side, item));

/** GetJob failed for one of the two: the list's data stay. */
export const comparedFailed = (state: State, request: number, failure: Failure): State =>
	withSide(state, request, side => ({ ...side, request: undefined, failure }));

/** After the list was read again: both jobs as they are now. */
export const followCompared = (state: State): State => {
	const { comparison, listing } = state;
	if (comparison === undefined || listing === undefined) {
		return state;
	}
	const [a, b] = [withRow(comparison.a, listing.loaded), withRow(comparison.b, listing.loaded)];
	return a === comparison.a && b === comparison.b
		? state
		: fitComparison({ ...state, comparison: { ...comparison, a, b } });
};
