import type { Look } from './look.ts';

/** One way in which the jobs were looked at. */
export type Stop = {
	readonly look: Look;
	/** The saved view that it is. */
	readonly view: string | undefined;
	/** The columns that no saved view brought: one's own, to which a view without columns goes back. Undefined: the usual ones. */
	readonly ownColumns: Look['columns'];
};

/** The ways one looked at the jobs in this run, in their order. */
export type Journey = {
	/** Before the present one, the newest last. */
	readonly past: readonly Stop[];
	/** Undefined until something happened. */
	readonly current: Stop | undefined;
	/** After the present one, the next one first: those that were walked back from. */
	readonly future: readonly Stop[];
	/** On which side of the present one the last one is. */
	readonly last: 'past' | 'future';
};

export const startOfJourney: Journey = { past: [], current: undefined, future: [], last: 'past' };

/** Stops that are kept on each side. */
export const mostStops = 50;

/** The journey with one more stop; those that were walked back from are given up. */
export const goOn = ({ past, current }: Journey, stop: Stop): Journey => ({
	past: current === undefined ? past : [...past, current].slice(-mostStops),
	current: stop,
	future: [],
	last: 'past',
});
