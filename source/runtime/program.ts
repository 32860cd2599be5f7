import type { Effect, Step } from '../model/effect.ts';
import type { Event, Happening, TimerName } from '../model/event.ts';
import type { State } from '../model/state.ts';
import type { Clock, JobsApi, Terminal } from './ports.ts';

/** What the runner needs of the outside world. */
export type Ports = {
	readonly api: JobsApi;
	readonly clock: Clock;
	/** A number in [0, 1), for jitter. */
	readonly random: () => number;
	readonly terminal: Terminal;
};

/** The running monitor: the only place where state changes and effects are performed. */
export type Program = {
	readonly getState: () => State;
	/** Calls `listener` after each change of state; the returned function unsubscribes. */
	readonly subscribe: (listener: () => void) => () => void;
	readonly send: (happening: Happening) => void;
	/** Aborts what is in flight and stops every timer; later events are ignored. */
	readonly stop: () => void;
};

export const createProgram = (
	initial: State,
	update: (state: State, event: Event) => Step,
	{ api, clock, random, terminal }: Ports,
): Program => {
	let state = initial;
	let stopped = false;
	let fetches = new AbortController();
	const timers = new Map<TimerName, () => void>();
	const listeners = new Set<() => void>();

	const stopTimer = (timer: TimerName): void => {
		timers.get(timer)?.();
		timers.delete(timer);
	};

	const startTimer = (timer: TimerName, atLeastMs: number, atMostMs: number): void => {
		stopTimer(timer);
		const ms = atLeastMs + Math.max(0, atMostMs - atLeastMs) * random();
		timers.set(
			timer,
			clock.setTimeout(() => {
				timers.delete(timer);
				send({ type: 'timer-fired', timer });
			}, ms),
		);
		send({ type: 'timer-started', timer, firesAt: clock.now() + ms });
	};

	const abortFetches = (): void => {
		fetches.abort();
		fetches = new AbortController();
	};

	const fetchPage = async ({ request, parameters }: Extract<Effect, { type: 'fetch' }>): Promise<void> => {
		const answer = await api.listJobs(parameters, fetches.signal);
		send(
			answer.ok
				? { type: 'page-arrived', request, page: answer.value }
				: { type: 'fetch-failed', request, failure: answer.problem },
		);
	};

	const stop = (): void => {
		stopped = true;
		fetches.abort();
		for (const timer of [...timers.keys()]) {
			stopTimer(timer);
		}
		listeners.clear();
	};

	const run = (effect: Effect): void => {
		switch (effect.type) {
			case 'fetch':
				void fetchPage(effect);
				return;
			case 'abort-fetches':
				abortFetches();
				return;
			case 'start-timer':
				startTimer(effect.timer, effect.atLeastMs, effect.atMostMs);
				return;
			case 'stop-timer':
				stopTimer(effect.timer);
				return;
			case 'repaint':
				terminal.repaint();
				return;
			case 'suspend':
				terminal.suspend();
				return;
			case 'exit':
				stop();
				terminal.exit();
		}
	};

	const send = (happening: Happening): void => {
		if (stopped) {
			return;
		}
		const [next, effects] = update(state, { ...happening, at: clock.now() });
		const changed = next !== state;
		state = next;
		for (const effect of effects) {
			run(effect);
		}
		if (changed) {
			for (const listener of listeners) {
				listener();
			}
		}
	};

	return {
		getState: () => state,
		subscribe: listener => {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		send,
		stop,
	};
};
