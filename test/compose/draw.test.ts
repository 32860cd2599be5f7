import { expect, test } from 'vitest';
import { showFirstFrames } from '../../source/compose/draw.ts';
import { turnsOfLoop } from '../../source/compose/turns.ts';
import type { State } from '../../source/model/state.ts';
import type { Program } from '../../source/runtime/program.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { aPage, aState, namedJob } from '../support/jobs.ts';
import { aFailure, begin, happen, noon, oldest } from '../support/moves.ts';

/** A start of a program in this state, and what is drawn of it without Ink. */
const starting = (initial: State) => {
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
	const clock = createFakeClock(noon);
	let isOver = false;
	const over = showFirstFrames(
		program,
		{ color: false, ascii: false },
		{
			write: (text: unknown) => {
				frames.push(String(text));
				return true;
			},
		},
		clock,
	).then(() => {
		isOver = true;
	});
	return { program, clock, frames, over, isOver: () => isOver, listeners };
};

const arrive = (program: Program): void =>
	program.send({
		type: 'page-arrived',
		request: oldest(program.getState()),
		page: aPage([namedJob('dlc1k3b7x2m4f9qz')]),
	});

test('the first frame says that the service is asked, the second has the rows, and nobody listens any more', async () => {
	const { program, frames, over, listeners, clock } = starting(aState());
	await turnsOfLoop(2);
	expect(frames).toEqual([expect.stringContaining('asking')]);
	arrive(program);
	await over;
	expect(frames).toEqual([expect.anything(), expect.stringContaining('dlc1k3b7x2m4f9qz')]);
	expect(listeners.size).toBe(0);
	expect(clock.pending()).toEqual([]);
});

test('rows that come with the first frame are in the second at once', async () => {
	const { program, frames, over } = starting(aState());
	arrive(program);
	await over;
	expect(frames.at(-1)).toContain('dlc1k3b7x2m4f9qz');
});

test('a refusal is shown as soon as rows would be', async () => {
	const { program, frames, over } = starting(aState());
	await turnsOfLoop(2);
	program.send({
		type: 'fetch-failed',
		request: oldest(program.getState()),
		failure: aFailure('not-allowed', { message: 'You may not list jobs.' }),
	});
	await over;
	expect(frames.at(-1)).toContain('You may not list jobs.');
});

test('an answer that takes longer than 50 ms is not waited for', async () => {
	const { clock, over, isOver, listeners } = starting(aState());
	await turnsOfLoop(2);
	clock.advance(49);
	await turnsOfLoop(2);
	expect(isOver()).toBe(false);
	clock.advance(1);
	await over;
	expect(listeners.size).toBe(0);
});

test('a terminal that is too small is told so by Ink, at once', async () => {
	const { frames, over } = starting({ ...aState(), size: { columns: 39, rows: 9 } });
	await over;
	expect(frames).toEqual([]);
});

test('a job that is to be opened needs Ink at once, since its pane is not the list', async () => {
	const { frames, over, listeners } = starting({ ...aState(), opensOn: 'dlc1k3b7x2m4f9qz' });
	await over;
	expect(frames).toEqual([expect.stringContaining('asking')]);
	expect(listeners.size).toBe(0);
});

test('what is no list by the time of the answer is left to Ink', async () => {
	const { program, frames, over } = starting(aState());
	await turnsOfLoop(2);
	program.send({ type: 'resized', size: { columns: 39, rows: 9 } });
	arrive(program);
	await over;
	expect(frames).toHaveLength(1);
});
