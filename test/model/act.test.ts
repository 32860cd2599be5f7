import { describe, expect, test } from 'vitest';
import type { State } from '../../source/model/state.ts';
import { aPage, aState, namedJob } from '../support/jobs.ts';
import { aFailure, answer, asked, begin, fire, press, pressAll, refuse, showing } from '../support/moves.ts';

const jobs = Array.from({ length: 50 }, (_, index) => namedJob(`dlc${index}`));
const onPage = (pageNumber: number, total: number): State => {
	const asking = begin({ ...aState(), pageNumber }).state;
	return answer(asking, aPage(jobs, total)).state;
};

describe('n and p', () => {
	test.each([
		{ key: 'n', from: 1, total: 120, to: 2 },
		{ key: 'n', from: 2, total: 120, to: 3 },
		{ key: 'p', from: 3, total: 120, to: 2 },
		{ key: 'n', from: 5, total: 120, to: 3 },
	])('$key goes from page $from of $total jobs to page $to', ({ key, from, total, to }) => {
		const { state, effects } = press(onPage(from, total), key);
		expect(state.pageNumber).toBe(to);
		expect(asked(effects)).toMatchObject([{ PageNumber: to }]);
	});

	test.each([
		{ key: 'n', from: 3, total: 120, notice: 'this is the last page' },
		{ key: 'p', from: 1, total: 120, notice: 'this is the first page' },
		{ key: 'n', from: 1000, total: 10 ** 6, notice: 'this is the last page' },
	])('$key stays on page $from of $total jobs and says why', ({ key, from, total, notice }) => {
		const { state, effects } = press(onPage(from, total), key);
		expect(state).toMatchObject({ pageNumber: from, notice });
		expect(asked(effects)).toEqual([]);
	});

	test('turn from the page that was asked for before any answer came', () => {
		const asking = begin({ ...aState(), pageNumber: 3 }).state;
		expect(press(asking, 'n').state.pageNumber).toBe(4);
		expect(press(refuse(asking, aFailure('network')).state, 'p').state.pageNumber).toBe(2);
	});

	test('keep the selection in the new page, from its first row', () => {
		const turning = pressAll(onPage(1, 120), ['G', 'n']).state;
		expect(turning.cursor.key).toBe('dlc49');
		const turned = answer(turning, aPage([namedJob('dlc100'), namedJob('dlc101')], 120)).state;
		expect(turned.cursor).toMatchObject({ key: 'dlc100', index: 0, top: 0, pinned: true });
	});
});

describe('keys for the terminal', () => {
	test.each([
		['ctrl+l', 'repaint'],
		['ctrl+z', 'suspend'],
		['ctrl+c', 'exit'],
		['Q', 'exit'],
		['q', 'exit'],
	])('%s orders to %s and changes nothing else', (key, type) => {
		const state = showing(jobs);
		expect(press(state, key)).toEqual({ state, effects: [{ type }] });
	});

	test('that mean nothing change nothing, and take the news away', () => {
		const state = showing(jobs);
		expect(press(state, 'X')).toEqual({ state, effects: [] });
		expect(press({ ...state, notice: 'news' }, 'X').state.notice).toBeUndefined();
	});
});

test('a timer that fires after its reason is gone changes nothing', () => {
	const state = press(showing(jobs), 'P').state;
	for (const timer of ['poll', 'slow', 'typing'] as const) {
		expect(fire(state, timer)).toEqual({ state, effects: [] });
	}
	expect(fire(aState(), 'late').effects).toEqual([]);
});
