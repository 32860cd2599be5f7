import type { Failure, FailureKind } from '../../../source/model/failure.ts';
import type { Job } from '../../../source/model/job.ts';
import {
	initialWait,
	type News,
	type WaitEffect,
	type WaitEnding,
	type WaitHappening,
	type WaitSettings,
	type WaitState,
} from '../../../source/model/wait/state.ts';
import { updateWait } from '../../../source/model/wait/update.ts';
import { aPage } from '../../support/jobs.ts';
import { noon } from '../../support/moves.ts';

/** A wait after some events, and the effects of the last one. */
export type Waiting = { readonly state: WaitState; readonly effects: readonly WaitEffect[] };

export const followed = ({ state }: Waiting, happening: WaitHappening, at = noon): Waiting => {
	const [next, effects] = updateWait(state, { ...happening, at });
	return { state: next, effects };
};

export const begin = (ids: readonly string[], more: Partial<WaitSettings> = {}): Waiting => {
	const settings: WaitSettings = {
		ids,
		goal: { kind: 'terminal' },
		periodMs: 10_000,
		timeoutMs: undefined,
		requestsPerMinute: 60,
		scope: {},
		...more,
	};
	return followed({ state: initialWait(settings), effects: [] }, { type: 'started' });
};

export const request = ({ state }: Waiting): number => state.lastRequest;

export const list = (waiting: Waiting, jobs: readonly Job[], total = jobs.length): Waiting =>
	followed(waiting, { type: 'list-answered', request: request(waiting), page: aPage(jobs, total) });
export const job = (waiting: Waiting, { sent }: Job): Waiting =>
	followed(waiting, { type: 'job-answered', request: request(waiting), item: sent });
export const fail = (waiting: Waiting, kind: FailureKind, more: Partial<Failure> = {}): Waiting =>
	followed(waiting, { type: 'failed', request: request(waiting), failure: { kind, message: 'No.', ...more } });
export const next = (waiting: Waiting, at = noon): Waiting =>
	followed(waiting, { type: 'timer-fired', timer: 'next' }, at);

/** What these effects ask for, in short: `list a,b` or `job a`. */
export const asked = ({ effects }: Waiting): readonly string[] =>
	effects.flatMap(effect => {
		if (effect.type === 'ask-list') {
			return [`list ${effect.parameters.JobIds}`];
		}
		return effect.type === 'ask-job' ? [`job ${effect.JobId}`] : [];
	});

export const endingOf = ({ effects }: Waiting): WaitEnding | undefined =>
	effects.flatMap(effect => (effect.type === 'end' ? [effect.ending] : []))[0];

export const told = ({ effects }: Waiting): readonly News[] =>
	effects.flatMap(effect => (effect.type === 'tell' ? [effect.news] : []));
