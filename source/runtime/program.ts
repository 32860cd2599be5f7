import type { Effect, Step } from '../model/effect.ts';
import type { Event, Happening, TimerName } from '../model/event.ts';
import type { State } from '../model/state.ts';
import type { Figures } from '../model/stats/figures.ts';
import { linesOf } from './lines-of.ts';
import type { Clock, Files, History, JobsApi, Keeper, Places, Terminal } from './ports.ts';
import { readInTurns } from './read-in-turns.ts';
import { createPlaceRunner } from './run-places.ts';
import { createSaveRunner } from './run-saves.ts';
import { createTimers } from './timers.ts';

/** What the runner needs of the outside world. */
export type Ports = {
	readonly api: JobsApi;
	readonly clock: Clock;
	/** A number in [0, 1), for jitter. */
	readonly random: () => number;
	readonly terminal: Terminal;
	readonly history: History;
	readonly keeper: Keeper;
	readonly places: Places;
	readonly files: Files;
	/** The figures of this process, as of now. */
	readonly figures: () => Figures;
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
	{ api, clock, random, terminal, history, keeper, places, files, figures }: Ports,
): Program => {
	let state = initial;
	let stopped = false;
	let fetches = new AbortController();
	let jobFetch = new AbortController();
	let comparedFetch = new AbortController();
	let lineFetch = new AbortController();
	let stopWatching = (): void => {};
	const listeners = new Set<() => void>();

	const timers = createTimers<TimerName>(clock, random, {
		started: (timer, firesAt) => send({ type: 'timer-started', timer, firesAt }),
		fired: timer => send({ type: 'timer-fired', timer }),
	});

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

	const fetchJob = async (request: number, JobId: string, { signal }: AbortController): Promise<void> => {
		const answer = await api.getJob(JobId, signal);
		send(
			answer.ok
				? { type: 'job-arrived', request, item: answer.value }
				: { type: 'job-failed', request, failure: answer.problem },
		);
	};

	const fetchLines = async ({ request, feed, range }: Extract<Effect, { type: 'fetch-lines' }>): Promise<void> => {
		const answer = await linesOf(api, feed, range, lineFetch.signal);
		send(
			answer.ok
				? { type: 'lines-arrived', request, lines: await readInTurns(answer.value, clock) }
				: { type: 'lines-failed', request, failure: answer.problem },
		);
	};

	const page = (text: string): void => {
		const problem = terminal.page(text);
		if (problem !== undefined) {
			send({ type: 'pager-failed', problem });
		}
	};

	const stop = (): void => {
		stopped = true;
		fetches.abort();
		jobFetch.abort();
		lineFetch.abort();
		comparedFetch.abort();
		stopWatching();
		timers.stopAll();
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
			case 'fetch-lines':
				void fetchLines(effect);
				return;
			case 'save-lines':
				void saveLines(effect);
				return;
			case 'abort-lines':
				lineFetch.abort();
				lineFetch = new AbortController();
				return;
			case 'fetch-job':
				void fetchJob(effect.request, effect.JobId, jobFetch);
				return;
			case 'fetch-first':
			case 'fetch-second':
				void fetchJob(effect.request, effect.JobId, comparedFetch);
				return;
			case 'abort-compared':
				comparedFetch.abort();
				comparedFetch = new AbortController();
				return;
			case 'abort-job':
				jobFetch.abort();
				jobFetch = new AbortController();
				return;
			case 'page-text':
				page(effect.text);
				return;
			case 'start-timer':
				timers.start(effect.timer, effect.atLeastMs, effect.atMostMs);
				return;
			case 'watch-credentials':
				stopWatching = api.watchKeys(() => send({ type: 'credentials-changed' }));
				return;
			case 'stop-watching-credentials':
				stopWatching();
				return;
			case 'stop-timer':
				timers.stop(effect.timer);
				return;
			case 'repaint':
				terminal.repaint();
				return;
			case 'save-history':
				history.save(effect.entries);
				return;
			case 'open-place':
			case 'use-place':
			case 'drop-place':
			case 'ask-names':
				runPlaces(effect);
				return;
			case 'save-places':
				keeper.savePlaces(effect.seen);
				return;
			case 'change-settings':
				void keeper.changeSettings(effect.change).then(send);
				return;
			case 'save-order':
				keeper.saveOrder(effect.order);
				return;
			case 'take-figures':
				send({ type: 'figures-taken', figures: figures() });
				return;
			case 'suspend':
				terminal.suspend();
				return;
			case 'copy':
				terminal.copy(effect.text);
				return;
			case 'notify':
				terminal.notify(effect.lines);
				return;
			case 'set-title':
				terminal.setTitle(effect.unread);
				return;
			case 'open':
				terminal.open(effect.address);
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

	const runPlaces = createPlaceRunner(places, api, send);
	const saveLines = createSaveRunner(files, send);

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
