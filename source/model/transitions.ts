import type { Difference } from './by-key.ts';

/** A change of status that dlctop itself saw, between two answers. */
export type Transition = {
	/** The job's. */
	readonly key: string;
	/** When the answer with the new status came, ms since the epoch. */
	readonly at: number;
	readonly from: string;
	readonly to: string;
};

/** More than a long session of many jobs sees of interest; the oldest go first. */
export const mostTransitions = 2000;

/** The log with what changed since the rows before. The same log comes back when nothing did. */
export const observe = (
	log: readonly Transition[],
	{ fresh, replaced }: Difference,
	at: number,
): readonly Transition[] => {
	const was = new Map(replaced.map(({ key, Status }) => [key, Status]));
	const seen = fresh.flatMap(({ key, Status }) => {
		const from = was.get(key);
		return from === undefined || from === Status ? [] : [{ key, at, from, to: Status }];
	});
	return seen.length === 0 ? log : [...log, ...seen].slice(-mostTransitions);
};

export const transitionsOf = (log: readonly Transition[], key: string): readonly Transition[] =>
	log.filter(transition => transition.key === key);
