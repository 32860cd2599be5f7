import { describe, expect, test } from 'vitest';
import { aPage, namedJob } from '../support/jobs.ts';
import { answer, answerCounts, asked, fire, keysOf, press, pressAll, showing, typesOf } from '../support/moves.ts';

const jobs = Array.from({ length: 50 }, (_, index) => namedJob(`dlc${index}`));
const listed = () => showing(jobs);

describe('the sort picker', () => {
	test.each([
		['n', 'DisplayName', 'asc'],
		['c', 'GmtCreateTime', 'asc'],
		['f', 'GmtFinishTime', 'desc'],
		['t', 'JobType', 'asc'],
		['s', 'Status', 'asc'],
	])('s %s sorts by %s, and the same again flips the order', (key, by, order) => {
		const picked = pressAll(listed(), ['s', key]).state;
		expect(picked).toMatchObject({ mode: { kind: 'list' }, query: { sort: { by, order } } });
		const flipped = pressAll(picked, ['s', key]).state;
		expect(flipped.query.sort).toEqual({ by, order: order === 'asc' ? 'desc' : 'asc' });
	});

	test.each(['escape', 'x', 'q'])('is left by %s without a question', key => {
		const { state, effects } = pressAll(listed(), ['s', key]);
		expect(state.mode).toEqual({ kind: 'list' });
		expect(asked(effects)).toEqual([]);
	});

	test('sorts everything at once and without asking, the selected job staying on its line', () => {
		const all = jobs.map((_, index) => namedJob(`dlc${index}`, { DisplayName: `job-${(index * 37) % 50}` }));
		const swept = answerCounts(answer(press(showing(all), 'e').state, aPage(all)).state);
		const chosen = pressAll(swept, ['G', 'k', 'k']).state;
		const { state, effects } = press(chosen, 'N');
		expect(asked(effects)).toEqual([]);
		const index = keysOf(state).indexOf(chosen.cursor.key ?? '');
		const line = chosen.cursor.index - chosen.cursor.top;
		expect(state.cursor).toMatchObject({ key: chosen.cursor.key, index, top: Math.max(0, Math.min(index - line, 25)) });
		expect(keysOf(state)).not.toEqual(keysOf(chosen));
	});

	test('starts a running sweep anew, since its pages came in the former order', () => {
		const swept = answerCounts(answer(press(showing(jobs), 'e').state, aPage(jobs)).state);
		const polling = fire(swept, 'poll').state;
		const { state, effects } = press(polling, 'N');
		expect(typesOf(effects)[0]).toBe('abort-fetches');
		expect(asked(effects)).toMatchObject([{ SortBy: 'DisplayName', PageNumber: 1 }]);
		expect(state.listing?.query).toBe(state.query);
	});
});
