import { expect, test } from 'vitest';
import { emptiness } from '../../../source/model/select/emptiness.ts';
import type { State } from '../../../source/model/state.ts';
import { aPage, namedJob } from '../../support/jobs.ts';
import { aFailure, answer, begin, fire, pressAll, refuse, showing } from '../../support/moves.ts';

const lines = (state: State): readonly string[] | undefined => emptiness(state)?.lines;
const filtered = (): State => answer(pressAll(showing([]), ['/', 'l', 'l', 'm', 'enter']).state, aPage([])).state;

test('before the first answer the list is loading', () => {
	expect(lines(begin().state)).toEqual(['loading …']);
});

test('rows leave nothing to say, even while the service fails', () => {
	const state = showing([namedJob('dlc1')]);
	expect(emptiness(state)).toBeUndefined();
	expect(emptiness(refuse(fire(state, 'poll').state, aFailure('network')).state)).toBeUndefined();
});

test('no match names the filters and the window, and how to widen both', () => {
	expect(lines(filtered())).toEqual([
		'no job matches these filters in this window',
		'name:llm · created in the last 7 d',
		't  a longer window    0  clear the filters    m  jobs of everyone',
	]);
});

test('no job at all, without a filter, blames the window only', () => {
	const state = showing([]);
	expect(lines(state)).toEqual(['no job was created in the last 7 d', 't  a longer window    m  jobs of everyone']);
	const everyones = answer(pressAll(state, ['m']).state, aPage([])).state;
	expect(lines(everyones)?.at(-1)).toBe('t  a longer window');
});

test('where no window is longer, none is offered', () => {
	const days90 = answer(pressAll(showing([]), ['t', 't']).state, aPage([])).state;
	expect(lines(days90)).toEqual(['no job was created in the last 90 d', 'm  jobs of everyone']);
	expect(lines(answer(pressAll(days90, ['m']).state, aPage([])).state)).toEqual([
		'no job was created in the last 90 d',
	]);
});

test('a question that is not answered yet is loading, not without a match', () => {
	expect(lines(pressAll(filtered(), ['0']).state)).toEqual(['loading …']);
});

test('a refusal names the permission, the words of the service and the RequestId', () => {
	const failure = aFailure('not-allowed', {
		message: 'the service refused to list jobs',
		Code: 'Forbidden.RAM',
		Message: 'User not authorized',
		RequestId: '473469C7',
		httpStatus: 403,
		next: 'ask for the permission paidlc:ListJobs',
	});
	const shown = emptiness(refuse(begin().state, failure).state);
	expect(shown).toEqual({
		tone: 'bad',
		lines: [
			'you may not list jobs here',
			'the service refused to list jobs',
			'Forbidden.RAM · HTTP 403 · User not authorized · RequestId 473469C7',
			'ask for the permission paidlc:ListJobs',
		],
	});
});

test('any other failure says itself first', () => {
	expect(lines(refuse(begin().state, aFailure('network', { message: 'no route to the service' })).state)).toEqual([
		'no route to the service',
	]);
});

test('a count without jobs is the contradiction that it is', () => {
	expect(emptiness(answer(begin().state, aPage([], 7)).state)).toEqual({
		tone: 'bad',
		lines: ['the service counts 7 jobs and sent none of them'],
	});
});
