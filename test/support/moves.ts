import type { Effect } from '../../source/model/effect.ts';
import type { Happening, TimerName } from '../../source/model/event.ts';
import type { Failure, FailureKind } from '../../source/model/failure.ts';
import type { Job, JobPage } from '../../source/model/job.ts';
import type { Sent } from '../../source/model/poll.ts';
import type { State } from '../../source/model/state.ts';
import { update } from '../../source/model/update.ts';
import type { ListJobsParameters } from '../../source/tables/parameters.ts';
import { aPage, aState } from './jobs.ts';

export const noon = Date.parse('2026-11-09T12:00:00Z');
export const seconds = (count: number): number => count * 1000;
export const later = (count: number): number => noon + seconds(count);

/** The state after something happened, and the effects of that one step. */
export type Moved = { readonly state: State; readonly effects: readonly Effect[] };

export const happen = (state: State, happening: Happening, at = noon): Moved => {
	const [next, effects] = update(state, { ...happening, at });
	return { state: next, effects };
};

export const begin = (state: State = aState(), at = noon): Moved => happen(state, { type: 'started' }, at);
export const press = (state: State, key: string, at = noon): Moved => happen(state, { type: 'key-pressed', key }, at);
export const fire = (state: State, timer: TimerName, at = noon): Moved =>
	happen(state, { type: 'timer-fired', timer }, at);

/** Several keys, one after the other; the effects are those of all. */
export const pressAll = (state: State, keys: readonly string[], at = noon): Moved =>
	keys.reduce<Moved>(
		(moved, key) => {
			const next = press(moved.state, key, at);
			return { state: next.state, effects: [...moved.effects, ...next.effects] };
		},
		{ state, effects: [] },
	);

export const inFlight = ({ poll }: State): readonly Sent[] => (poll.kind === 'fetching' ? poll.inFlight : []);

/** The number of the oldest request in flight; one that never was where there is none. */
export const oldest = (state: State): number => inFlight(state)[0]?.request ?? -1;

/** The answer to the oldest request in flight. */
export const answer = (state: State, page: JobPage, at = noon): Moved =>
	happen(state, { type: 'page-arrived', request: oldest(state), page }, at);

export const aFailure = (kind: FailureKind, more: Partial<Failure> = {}): Failure => ({
	kind,
	message: 'it failed',
	...more,
});
export const refuse = (state: State, failure: Failure, at = noon): Moved =>
	happen(state, { type: 'fetch-failed', request: oldest(state), failure }, at);

/** The parameters of the requests that these effects send. */
export const asked = (effects: readonly Effect[]): readonly ListJobsParameters[] =>
	effects.flatMap(effect => (effect.type === 'fetch' ? [effect.parameters] : []));

export const typesOf = (effects: readonly Effect[]): readonly string[] => effects.map(effect => effect.type);

/** The range of the timer that these effects start last under a name, in ms. */
export const rangeOf = (effects: readonly Effect[], timer: TimerName): readonly number[] | undefined => {
	const started = effects.findLast(effect => effect.type === 'start-timer' && effect.timer === timer);
	return started?.type === 'start-timer' ? [started.atLeastMs, started.atMostMs] : undefined;
};

/** Answers the counts of older live jobs, each with `count` jobs, as long as one is in flight. */
export const answerCounts = (state: State, count = 0, at = noon): State =>
	inFlight(state).some(({ ask }) => ask.kind === 'older')
		? answerCounts(answer(state, aPage([], count), at).state, count, at)
		: state;

/** A monitor that waits for its next poll and shows these jobs. */
export const showing = (jobs: readonly Job[], state: State = aState(), total = jobs.length): State =>
	answerCounts(answer(begin(state).state, aPage(jobs, total)).state);

/** The state after the next poll brought these jobs. */
export const polled = (state: State, jobs: readonly Job[], at = later(10), total = jobs.length): State =>
	answerCounts(answer(fire(state, 'poll', at).state, aPage(jobs, total), at).state, 0, at);

/** The keys of the rows, in their order. */
export const keysOf = (state: State): readonly string[] => state.listing?.jobs.map(job => job.key) ?? [];
