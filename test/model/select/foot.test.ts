import { expect, test } from 'vitest';
import { hintsOf, newsWords, selectedWords } from '../../../source/model/select/foot.ts';
import { namedJob } from '../../support/jobs.ts';
import { aFailure, begin, fire, press, pressAll, refuse, showing } from '../../support/moves.ts';

const jobs = [namedJob('dlc1k3b7x2m4f9qz', { DisplayName: 'llm-pretrain' }), namedJob('dlc2')];

test('the hints of the list are in the order in which they last', () => {
	expect(hintsOf('list').map(({ key, word }) => `${key} ${word}`)).toEqual([
		'? help',
		'/ filter',
		's sort',
		'f failed',
		'enter detail',
		'l logs',
		'q quit',
	]);
});

test.each(['list', 'detail', 'help', 'sort', 'filter', 'copy', 'command'] as const)(
	'in %s no two hints have the same rank',
	mode => {
		const ranks = hintsOf(mode).map(({ rank }) => rank);
		expect(ranks.length).toBeGreaterThan(0);
		expect(ranks).toEqual([...new Set(ranks)].toSorted((a, b) => a - b));
	},
);

test('the selected job is named in full, also when the pane shows it and the list has lost it', () => {
	const state = showing(jobs);
	expect(selectedWords(state)).toBe('dlc1k3b7x2m4f9qz llm-pretrain');
	const open = press(state, 'enter').state;
	expect(selectedWords({ ...open, listing: undefined })).toBe('dlc1k3b7x2m4f9qz llm-pretrain');
	expect(selectedWords(showing([]))).toBe('');
});

test('a job without a name or an id is named by what it has', () => {
	expect(selectedWords(showing([namedJob('', { DisplayName: 'llm' })]))).toBe('llm');
	expect(selectedWords(showing([namedJob('dlc1', { DisplayName: '' })]))).toBe('dlc1');
});

test('news is what just happened, and the next key takes it away', () => {
	const state = press(showing(jobs), 'p').state;
	expect(newsWords(state)).toEqual({ text: 'this is the first page', bad: false });
	expect(newsWords(press(state, 'j').state)).toBeUndefined();
});

test('a failure beside rows is news with the Code and the RequestId', () => {
	const failure = aFailure('service', { message: 'it broke', Code: 'InternalError', RequestId: '473469C7' });
	const state = refuse(fire(showing(jobs), 'poll').state, failure).state;
	expect(newsWords(state)).toEqual({ text: 'InternalError: it broke · RequestId 473469C7', bad: true });
	expect(newsWords(refuse(begin().state, failure).state)).toBeUndefined();
	expect(newsWords(pressAll(state, ['j', 'k']).state)?.bad).toBe(true);
});
