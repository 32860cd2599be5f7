import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { draw, showFirstFrames } from '../../source/compose/draw.ts';
import { turnsOfLoop } from '../../source/compose/turns.ts';
import type { State } from '../../source/model/state.ts';
import type { Program } from '../../source/runtime/program.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { aPage, aState, namedJob } from '../support/jobs.ts';
import { aFailure, begin, happen, noon, oldest } from '../support/moves.ts';

/** The start of a program in this state, and what is drawn of it. */
const startOf = (initial: State) => {
	let state = begin(initial).state;
	const listeners = new Set<() => void>();
	const program: Program = {
		getState: () => state,
		subscribe: listener => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		send: happening => {
			state = happen(state, happening).state;
			for (const listener of listeners) {
				listener();
			}
		},
		stop: () => {},
	};
	const frames: string[] = [];
	const sink = new Writable({
		decodeStrings: false,
		write: (text, _, done) => {
			frames.push(String(text));
			done();
		},
	});
	const clock = createFakeClock(noon);
	const end = new AbortController();
	const drawing = { program, look: { color: false, ascii: false }, sink, clock, over: end.signal };
	const arrive = (): void =>
		program.send({ type: 'page-arrived', request: oldest(state), page: aPage([namedJob('dlc1k3b7x2m4f9qz')]) });
	return { drawing, program, clock, frames, listeners, arrive, end: () => end.abort() };
};

/** The same, once the frame before the answer is drawn. */
const starting = async (initial: State) => {
	const start = startOf(initial);
	let isOver = false;
	const over = showFirstFrames(start.drawing).then(() => {
		isOver = true;
	});
	await turnsOfLoop(2);
	return { ...start, over, isOver: () => isOver };
};

describe('the first frames', () => {
	test('say that the service is asked, then have the rows, and nobody listens any more', async () => {
		const { frames, over, listeners, clock, arrive } = await starting(aState());
		expect(frames).toEqual([expect.stringContaining('asking')]);
		arrive();
		await over;
		expect(frames).toEqual([expect.anything(), expect.stringContaining('dlc1k3b7x2m4f9qz')]);
		expect(listeners.size).toBe(0);
		expect(clock.pending()).toEqual([]);
	});

	test('have the rows at once where they came while the first of them was painted', async () => {
		const { drawing, frames, arrive } = startOf(aState());
		const over = showFirstFrames(drawing);
		arrive();
		await over;
		expect(frames).toEqual([expect.stringContaining('asking'), expect.stringContaining('dlc1k3b7x2m4f9qz')]);
	});

	test('show a refusal as soon as they would show rows', async () => {
		const { program, frames, over } = await starting(aState());
		const failure = aFailure('not-allowed', { message: 'You may not list jobs.' });
		program.send({ type: 'fetch-failed', request: oldest(program.getState()), failure });
		await over;
		expect(frames.at(-1)).toContain('You may not list jobs.');
	});

	test('follow the size of the terminal', async () => {
		const { program, frames, over, arrive } = await starting(aState());
		program.send({ type: 'resized', size: { columns: 60, rows: 20 } });
		expect(frames.at(-1)?.split('\n')).toHaveLength(19);
		arrive();
		await over;
		expect(frames).toHaveLength(3);
	});

	test('are left to Ink after three waits of 5 ms, so that what keeps the loop busy uses up one of them', async () => {
		const { clock, over, isOver, listeners } = await starting(aState());
		for (let wait = 0; wait < 2; wait++) {
			expect(clock.pending()).toEqual([5]);
			clock.advance(5);
		}
		await turnsOfLoop(2);
		expect(isOver()).toBe(false);
		clock.advance(5);
		await over;
		expect(listeners.size).toBe(0);
	});

	test('are over with the run', async () => {
		const { clock, over, listeners, end } = await starting(aState());
		end();
		await over;
		expect(listeners.size).toBe(0);
		expect(clock.pending()).toEqual([]);
	});

	test('wait for nothing where the run was over while they were painted', async () => {
		const { drawing, end, clock } = startOf(aState());
		const over = showFirstFrames(drawing);
		end();
		await over;
		expect(clock.pending()).toEqual([]);
	});

	test('of a terminal that is too small are left to Ink, at once', async () => {
		const { frames, over } = await starting({ ...aState(), size: { columns: 39, rows: 9 } });
		await over;
		expect(frames).toEqual([]);
	});

	test('do not wait for a job that is to be opened, since its pane needs Ink in any case', async () => {
		const { frames, over, listeners } = await starting({ ...aState(), opensOn: 'dlc1k3b7x2m4f9qz' });
		await over;
		expect(frames).toEqual([expect.stringContaining('asking')]);
		expect(listeners.size).toBe(0);
	});

	test('are no more where the screen shows something else by the time of the answer', async () => {
		const { program, frames, over, arrive } = await starting(aState());
		program.send({ type: 'resized', size: { columns: 39, rows: 9 } });
		arrive();
		await over;
		expect(frames).toHaveLength(1);
	});
});

describe('a drawing', () => {
	/** An engine that tells what it was told. */
	const listening = () => {
		const told: string[] = [];
		const engine = {
			loaded: () => {},
			drawing: () => told.push('drawing'),
			unoptimized: () => {
				told.push('unoptimized');
				return () => told.push('optimized again');
			},
		};
		return { told, engine };
	};

	test('of a run that is over never comes to Ink', async () => {
		const { drawing, end } = startOf(aState());
		const { told, engine } = listening();
		end();
		const hide = await draw(drawing, engine, () => {});
		hide();
		expect(told).toEqual(['unoptimized', 'optimized again']);
	});

	test('has the engine optimize again before anything is loaded, also where a frame cannot be drawn', async () => {
		const { drawing } = startOf(aState());
		const { told, engine } = listening();
		const sink = Object.assign(drawing.sink, {
			write: () => {
				throw new Error('no frame');
			},
		});
		await expect(draw({ ...drawing, sink }, engine, () => {})).rejects.toThrow('no frame');
		expect(told).toEqual(['unoptimized', 'optimized again']);
	});
});
