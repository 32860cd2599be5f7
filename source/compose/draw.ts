import type { Writable } from 'node:stream';
import { systemClock } from '../adapters/clock.ts';
import type { Engine } from '../adapters/engine.ts';
import { shownScreen } from '../model/select/shown-screen.ts';
import type { State } from '../model/state.ts';
import type { Clock } from '../runtime/ports.ts';
import type { Program } from '../runtime/program.ts';
import { clockTime } from '../text/clock-time.ts';
import type { Look } from '../ui/frame/styled-text.ts';
import { listFrame } from '../ui/list-lines.ts';
import { turnsOfLoop } from './turns.ts';

/** An answer that takes longer finds Ink loaded meanwhile: on a slow link that costs nothing, and keys are heard. */
const answerWithinMs = 50;

const isAnswered = ({ listing, lastFailure }: State): boolean => listing !== undefined || lastFailure !== undefined;

/** Waits for what the first request brings, and no longer than {@link answerWithinMs}. */
const answered = (program: Program, clock: Clock): Promise<void> =>
	new Promise(resolve => {
		const done = (): void => {
			cancel();
			stop();
			resolve();
		};
		const cancel = clock.setTimeout(done, answerWithinMs);
		const stop = program.subscribe(() => {
			if (isAnswered(program.getState())) {
				done();
			}
		});
	});

/**
 * The list as it is while the first request is on its way, and with its rows where they come soon: Ink, which takes as long to load as an
 * answer takes to be read, is needed for neither. What else a run may begin with waits for it.
 */
export const showFirstFrames = async (
	program: Program,
	look: Look,
	sink: Pick<Writable, 'write'>,
	clock: Clock,
): Promise<void> => {
	const drawList = async (): Promise<void> => {
		const state = program.getState();
		if (shownScreen(state).kind === 'list') {
			sink.write(listFrame(state, look));
			// After this turn it is painted.
			await turnsOfLoop(1);
		}
	};
	await drawList();
	if (shownScreen(program.getState()).kind !== 'list' || program.getState().opensOn !== undefined) {
		return;
	}
	// The first local time of a process takes some engines 10 ms. The service has its own work to do now, so that they cost nothing.
	clockTime(clock.now());
	if (!isAnswered(program.getState())) {
		await answered(program, clock);
	}
	await drawList();
};

/** Draws the program from now on, at first without Ink. The returned function ends that; `crashed` is told of what a view throws. */
export const draw = async (
	program: Program,
	look: Look,
	sink: Writable,
	engine: Engine,
	crashed: (error: unknown) => void,
): Promise<() => void> => {
	const optimizeAgain = engine.unoptimized();
	await showFirstFrames(program, look, sink, systemClock);
	optimizeAgain();
	const { showView } = await import('./view.tsx');
	engine.drawing();
	// Keys are told apart by the time between them, which is the hand's and not the demo's.
	return showView(program, look, systemClock, sink, crashed);
};
