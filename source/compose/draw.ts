import type { Writable } from 'node:stream';
import type { Engine } from '../adapters/engine.ts';
import { shownScreen } from '../model/select/shown-screen.ts';
import type { State } from '../model/state.ts';
import type { Clock } from '../runtime/ports.ts';
import type { Program } from '../runtime/program.ts';
import { clockTime } from '../text/clock-time.ts';
import type { Look } from '../ui/frame/styled-text.ts';
import { listFrame } from '../ui/list-lines.ts';
import { turnsOfLoop } from './turns.ts';

export type Drawing = {
	readonly program: Program;
	readonly look: Look;
	/** Each write is a whole frame. */
	readonly sink: Writable;
	/** The hand’s, also where the run’s own is the demo’s. */
	readonly clock: Clock;
	/** Aborted once the run is to end. */
	readonly over: AbortSignal;
};

/**
 * So long the first answer is waited for before Ink is loaded: three times 5 ms, so that what keeps the loop busy meanwhile, as the demo’s
 * own service does, counts once. A service nearby answers within it. One that answers while Ink is loaded has its rows shown once that
 * is done, so much later than if nothing had been waited for; one that takes longer still finds Ink ready.
 */
const waits = 3;
const waitMs = 5;

/** Turns of the loop until an answer that came while it was busy has been read. */
const turnsToRead = 4;

const isAnswered = ({ listing, lastFailure }: State): boolean => listing !== undefined || lastFailure !== undefined;

/** Draws the list without Ink; it is painted after the next turn of the loop. Whatever else the screen shows is left to Ink. */
const drawList = ({ program, look, sink }: Drawing): void => {
	const state = program.getState();
	if (shownScreen(state).kind === 'list') {
		sink.write(listFrame(state, look));
	}
};

/** Draws each change, until the first request brings something, the time is up, or the run is over. */
const drawUntilAnswered = (drawing: Drawing): Promise<void> =>
	new Promise(resolve => {
		const { program, clock, over } = drawing;
		let left = waits;
		let cancel = (): void => {};
		const done = (): void => {
			cancel();
			stop();
			over.removeEventListener('abort', done);
			resolve();
		};
		const wait = (): void => {
			if (left === 0) {
				done();
				return;
			}
			left -= 1;
			cancel = clock.setTimeout(wait, waitMs);
		};
		const stop = program.subscribe(() => {
			drawList(drawing);
			if (isAnswered(program.getState())) {
				done();
			}
		});
		over.addEventListener('abort', done);
		wait();
	});

/**
 * The list as it is while the first request is on its way, and with its rows where they come soon: Ink, which takes as long to load as an
 * answer takes to be read, is needed for neither.
 */
export const showFirstFrames = async (drawing: Drawing): Promise<void> => {
	const { program, clock, over } = drawing;
	drawList(drawing);
	await turnsOfLoop(1);
	const state = program.getState();
	// A pane is not the list, so Ink is needed for it at once.
	if (shownScreen(state).kind !== 'list' || state.opensOn !== undefined) {
		return;
	}
	// The first local time of a process takes some engines 10 ms. The service has its own work to do now, so that they cost nothing.
	clockTime(clock.now());
	if (isAnswered(state)) {
		drawList(drawing);
	} else if (!over.aborted) {
		await drawUntilAnswered(drawing);
	}
	await turnsOfLoop(1);
};

/** Draws the program from now on, at first without Ink. The returned function ends that; `crashed` is told of what a view throws. */
export const draw = async (
	drawing: Drawing,
	engine: Engine,
	crashed: (error: unknown) => void,
): Promise<() => void> => {
	const { program, look, sink, clock, over } = drawing;
	const optimizeAgain = engine.unoptimized();
	try {
		await showFirstFrames(drawing);
	} finally {
		optimizeAgain();
	}
	if (over.aborted) {
		return () => {};
	}
	const wasAnswered = isAnswered(program.getState());
	const { showView } = await import('./view.tsx');
	engine.drawing();
	if (!wasAnswered) {
		await turnsOfLoop(turnsToRead);
		drawList(drawing);
		await turnsOfLoop(1);
	}
	return showView(program, look, clock, sink, crashed);
};
