import { describe, expect, test } from 'vitest';
import { success } from '../../source/model/failure.ts';
import { update } from '../../source/model/update.ts';
import { createProgram } from '../../source/runtime/program.ts';
import { createFakeApi } from '../support/fake-api.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { nowhere } from '../support/fake-places.ts';
import { someFigures } from '../support/figures.ts';
import { aPage, aState, namedJob } from '../support/jobs.ts';
import { aFailure, noon } from '../support/moves.ts';
import { settled } from '../support/settled.ts';

/** A running program in a world of fakes. `older: 0` spares the test the counts of older jobs. */
const start = (random = 0.5) => {
	const api = createFakeApi();
	const clock = createFakeClock(noon);
	const told: string[] = [];
	const terminal = {
		repaint: () => told.push('repaint'),
		page: () => undefined,
		suspend: () => told.push('suspend'),
		copy: (text: string) => told.push(`copy ${text}`),
		open: (address: string) => told.push(`open ${address}`),
		notify: (lines: readonly string[]) => told.push(`notify ${lines.join()}`),
		setTitle: (unread: number) => told.push(`title ${unread}`),
		exit: () => told.push('exit'),
	};
	const initial = { ...aState(), older: { count: 0, polls: 0 } };
	const program = createProgram(initial, update, {
		api,
		clock,
		random: () => random,
		terminal,
		history: { save: () => {} },
		keeper: {
			saveOrder: order => told.push(`order ${order.sort?.by}`),
			savePlaces: () => {},
			changeSettings: ({ kind }) => Promise.resolve({ type: 'settings-refused', problem: `no ${kind}` }),
		},
		places: nowhere,
		figures: () => someFigures,
		files: { save: async path => success(path) },
	});
	program.send({ type: 'started' });
	return { api, clock, told, program };
};
const page = success(aPage([namedJob('dlc1')]));

describe('a program', () => {
	test('asks at its start, shows the answer, and asks again one period after it', async () => {
		const { api, clock, program } = start();
		expect(api.calls).toHaveLength(1);
		clock.advance(700);
		await api.last().answer(page);
		expect(program.getState().listing).toMatchObject({ TotalCount: 1, answeredAt: noon + 700 });
		clock.advance(9999);
		expect(api.calls).toHaveLength(1);
		clock.advance(1);
		expect(api.calls).toHaveLength(2);
	});

	test.each([
		[0, 9000],
		[0.999_999, 10_999.998],
	])('draws the jitter of a period: with %d it waits %d ms', async (random, waitMs) => {
		const { api, clock } = start(random);
		await api.last().answer(page);
		expect(clock.pending()[0]).toBeCloseTo(waitMs, 2);
	});

	test('has a view written into the settings, and hears what came of it', async () => {
		const { api, program } = start();
		await api.last().answer(page);
		for (const key of [':', ...'save x', 'enter']) {
			program.send({ type: 'key-pressed', key: key === ' ' ? 'space' : key });
		}
		await settled();
		expect(program.getState().notice).toContain('no save-view');
	});

	test('watches the files of the keys while it is signed out, goes on when one changes, and leaves no watch behind', async () => {
		const { api, program } = start();
		expect(api.keyWatches.size).toBe(0);
		await api.last().answer({ ok: false, problem: aFailure('signed-out') });
		const [changed] = api.keyWatches;
		changed?.();
		expect(api.calls).toHaveLength(2);
		expect(api.keyWatches.size).toBe(0);
		await api.last().answer({ ok: false, problem: aFailure('signed-out') });
		expect(api.keyWatches.size).toBe(1);
		program.stop();
		expect(api.keyWatches.size).toBe(0);
	});

	test('names the time that it drew for the next try', async () => {
		const { api, program } = start(0.25);
		await api.last().answer({ ok: false, problem: aFailure('throttled', { retryAfterMs: 4000 }) });
		expect(program.getState().poll).toMatchObject({ kind: 'backing-off', retryAt: noon + 4250 });
	});

	test('aborts the request when another question is asked, and its end changes nothing', async () => {
		const { api, program } = start();
		const first = api.last();
		program.send({ type: 'key-pressed', key: 't' });
		expect(first.signal.aborted).toBe(true);
		expect(api.calls).toHaveLength(2);
		expect(api.last().signal.aborted).toBe(false);
		await first.answer(page);
		expect(program.getState()).toMatchObject({ listing: undefined, poll: { kind: 'fetching' } });
		await api.last().answer(page);
		expect(program.getState().listing?.TotalCount).toBe(1);
	});

	test('lets a timer of a name replace the running one, as typing does', async () => {
		const { api, clock, program } = start();
		await api.last().answer(page);
		program.send({ type: 'key-pressed', key: '/' });
		for (const key of ['l', 'l', 'm']) {
			program.send({ type: 'key-pressed', key });
			clock.advance(200);
		}
		expect(api.calls).toHaveLength(1);
		clock.advance(50);
		expect(api.last().parameters).toMatchObject({ DisplayName: 'llm' });
		expect(api.calls).toHaveLength(2);
	});

	test('calls its listeners after a change, not without one, and not after they left', async () => {
		const { api, program } = start();
		let calls = 0;
		const leave = program.subscribe(() => {
			calls += 1;
		});
		program.send({ type: 'timer-fired', timer: 'poll' });
		expect(calls).toBe(0);
		await api.last().answer(page);
		expect(calls).toBe(1);
		leave();
		program.send({ type: 'key-pressed', key: '?' });
		expect(calls).toBe(1);
	});

	test('hands repaint and suspend to the terminal', () => {
		const { program, told } = start();
		program.send({ type: 'key-pressed', key: 'ctrl+l' });
		program.send({ type: 'key-pressed', key: 'ctrl+z' });
		program.send({ type: 'resized', size: { columns: 80, rows: 24 } });
		expect(told).toEqual(['repaint', 'suspend', 'repaint']);
	});

	test('hands a text to copy and an address to open to the terminal', async () => {
		const { api, program, told } = start();
		await api.last().answer(page);
		program.send({ type: 'key-pressed', key: 'c' });
		expect(told).toEqual(['copy dlc1']);
	});

	test('exits with nothing left running, and hears no more', async () => {
		const { api, clock, program, told } = start();
		program.send({ type: 'key-pressed', key: 'q' });
		expect(told).toEqual(['exit']);
		expect(api.last().signal.aborted).toBe(true);
		expect(clock.pending()).toEqual([]);
		const before = program.getState();
		await api.last().answer(page);
		program.send({ type: 'key-pressed', key: 'j' });
		expect(program.getState()).toBe(before);
	});
});
