import type { News, WaitEffect, WaitEnding, WaitHappening, WaitState, WaitTimer } from '../model/wait/state.ts';
import { updateWait } from '../model/wait/update.ts';
import type { Clock, JobsApi } from './ports.ts';
import { createTimers } from './timers.ts';

export type WaiterPorts = {
	readonly api: Pick<JobsApi, 'listJobs' | 'getJob'>;
	readonly clock: Clock;
	/** A number in [0, 1), for jitter. */
	readonly random: () => number;
	/** After each event: where the wait stands now, and what is worth a line. */
	readonly tell: (state: WaitState, news: readonly News[]) => void;
};

export type Waiter = {
	/** Resolves when the wait ends by itself. */
	readonly ended: Promise<{ readonly state: WaitState; readonly ending: WaitEnding }>;
	/** Gives up: aborts what is on its way and stops every timer. */
	readonly stop: () => void;
};

/** Runs a wait: performs the orders of its pure core, and feeds it with what comes of them. */
export const startWaiter = (initial: WaitState, { api, clock, random, tell }: WaiterPorts): Waiter => {
	let state = initial;
	let stopped = false;
	const abort = new AbortController();
	let settle: (outcome: { state: WaitState; ending: WaitEnding }) => void = () => {};
	const ended = new Promise<{ state: WaitState; ending: WaitEnding }>(resolve => {
		settle = resolve;
	});

	const stop = (): void => {
		stopped = true;
		abort.abort();
		timers.stopAll();
	};

	const timers = createTimers<WaitTimer>(clock, random, {
		started: (timer, firesAt) => send({ type: 'timer-started', timer, firesAt }),
		fired: timer => send({ type: 'timer-fired', timer }),
	});

	const askList = async ({ request, parameters }: Extract<WaitEffect, { type: 'ask-list' }>): Promise<void> => {
		const answer = await api.listJobs(parameters, abort.signal);
		send(
			answer.ok
				? { type: 'list-answered', request, page: answer.value }
				: { type: 'failed', request, failure: answer.problem },
		);
	};

	const askJob = async ({ request, JobId }: Extract<WaitEffect, { type: 'ask-job' }>): Promise<void> => {
		const answer = await api.getJob(JobId, abort.signal);
		send(
			answer.ok
				? { type: 'job-answered', request, item: answer.value }
				: { type: 'failed', request, failure: answer.problem },
		);
	};

	const run = (effect: WaitEffect): void => {
		switch (effect.type) {
			case 'ask-list':
				void askList(effect);
				return;
			case 'ask-job':
				void askJob(effect);
				return;
			case 'start-timer':
				timers.start(effect.timer, effect.atLeastMs, effect.atMostMs);
				return;
			case 'tell':
				return;
			case 'end':
				stop();
				settle({ state, ending: effect.ending });
		}
	};

	const send = (happening: WaitHappening): void => {
		if (stopped) {
			return;
		}
		const [next, effects] = updateWait(state, { ...happening, at: clock.now() });
		state = next;
		tell(
			state,
			effects.flatMap(effect => (effect.type === 'tell' ? [effect.news] : [])),
		);
		for (const effect of effects) {
			run(effect);
		}
	};

	send({ type: 'started' });
	return { ended, stop };
};
