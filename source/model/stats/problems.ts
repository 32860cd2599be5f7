import type { Event } from '../event.ts';
import type { Failure } from '../failure.ts';
import type { State } from '../state.ts';

/** A request that failed, as the screen of figures tells it in full. */
export type Problem = {
	/** Ms since the epoch. */
	readonly at: number;
	/** What was asked for, in words. */
	readonly of: string;
	readonly failure: Failure;
};

/** More than anybody reads, and bounded. */
const mostProblems = 20;

const asked = {
	'fetch-failed': 'the list',
	'job-failed': 'a job',
	'lines-failed': 'events and logs',
	'place-refused': 'another place',
} as const;

const isFailure = (event: Event): event is Extract<Event, { type: keyof typeof asked }> =>
	Object.hasOwn(asked, event.type);

/** Keeps the failure of an event that changed something; a late one tells of nothing that is on the screen. */
export const noteProblem = (before: State, after: State, event: Event): State =>
	isFailure(event) && after !== before
		? {
				...after,
				problems: [
					...after.problems.slice(1 - mostProblems),
					{ at: event.at, of: asked[event.type], failure: event.failure },
				],
			}
		: after;
