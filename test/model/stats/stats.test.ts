import { describe, expect, test } from 'vitest';
import type { State } from '../../../source/model/state.ts';
import { statsLines } from '../../../source/model/stats/lines.ts';
import { someFigures } from '../../support/figures.ts';
import { namedJob } from '../../support/jobs.ts';
import { aFailure, fire, happen, later, noon, press, pressAll, refuse, showing, typesOf } from '../../support/moves.ts';

const jobs = [namedJob('dlc1'), namedJob('dlc2')];
const refusal = aFailure('service', {
	message: 'The service is not available for now.',
	next: 'Nothing to do but to wait.',
	Code: 'ServiceUnavailable',
	Message: 'password=hunter2 of the day',
	RequestId: 'R-1',
	httpStatus: 503,
});

const failed = (state = showing(jobs)): State => refuse(fire(state, 'poll', later(10)).state, refusal, later(11)).state;
const told = (state: State, figures = someFigures): State => happen(state, { type: 'figures-taken', figures }).state;
const texts = (state: State): string =>
	statsLines(state)
		.map(line => (line.kind === 'figure' ? `${line.name}: ${line.value}` : line.text))
		.join('\n');

describe('the screen of figures', () => {
	test('opens by its key and its name, takes the figures, and goes back to where it was opened', () => {
		for (const keys of [['i'], [':', ...'stats', 'enter'], ['enter', 'i']]) {
			const { state, effects } = pressAll(showing(jobs), keys);
			expect(state.mode.kind).toBe('stats');
			expect(typesOf(effects)).toContain('take-figures');
			expect(press(state, 'escape').state.mode.kind).toBe(keys.length === 2 ? 'detail' : 'list');
		}
	});

	test('says what was measured, and what polling keeps', () => {
		const text = texts(told(press(showing(jobs), 'i').state));
		expect(text).toContain('requests: 7 in the last minute, 120 in all');
		expect(text).toContain('answers: 117 good, 3 errors');
		const one = told(press(showing(jobs), 'i').state, { ...someFigures, errors: 1 });
		expect(texts(one)).toMatch(/ good, 1 error$/m);
		expect(text).toContain('latency: p50 182 ms · p99 913 ms');
		expect(text).toContain('to the terminal: 46 kB');
		expect(text).toContain('memory: heap 23 MB · resident 99 MB');
		expect(text).toContain('loaded: 2 of 2 jobs');
		expect(text).toMatch(/bucket: \d+ of 60 requests left when the last one was sent/);
		expect(text).toContain('Last errors: none');
	});

	test('tells a failure in full, with Code and RequestId, secrets masked', () => {
		const text = texts(told(press(failed(), 'i').state));
		expect(text).toMatch(/\d\d:\d\d:11 the list\nThe service is not available for now\./);
		expect(text).toContain('next: Nothing to do but to wait.');
		expect(text).toContain('ServiceUnavailable · HTTP 503 · RequestId R-1');
		expect(text).not.toContain('hunter2');
	});

	test('keeps the newest twenty failures, and none of a late answer', () => {
		let state = showing(jobs);
		for (let time = 0; time < 25; time += 1) {
			state = failed(state);
		}
		expect(state.problems).toHaveLength(20);
		const late = happen(showing(jobs), { type: 'fetch-failed', request: 999, failure: refusal });
		expect(late.state.problems).toEqual([]);
	});

	test('takes figures anew with each answer and at r, and only while it is open', () => {
		const open = press(showing(jobs), 'i').state;
		const polling = fire(open, 'poll', later(10));
		expect(typesOf(refuse(polling.state, refusal).effects)).toContain('take-figures');
		expect(typesOf(press(open, 'r').effects)).toContain('take-figures');
		const closed = press(polling.state, 'q').state;
		expect(typesOf(refuse(closed, refusal).effects)).not.toContain('take-figures');
		expect(happen(closed, { type: 'figures-taken', figures: someFigures }, noon).state.figures).toBeUndefined();
	});

	test('scrolls as far as there are lines, and no further', () => {
		const small = { ...failed(failed(failed())), size: { columns: 40, rows: 10 } };
		const end = pressAll(told(press(small, 'i').state), ['G', 'j', 'j']).state;
		const { mode } = end;
		expect(mode.kind === 'stats' && mode.top).toBe(statsLines(end).length - 7);
		expect(press(end, 'g').state.mode).toMatchObject({ top: 0 });
	});
});
