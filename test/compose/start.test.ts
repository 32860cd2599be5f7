import { expect, test } from 'vitest';
import { newsWords } from '../../source/model/select/foot.ts';
import { begunWith } from '../support/begun.ts';
import { aPage } from '../support/jobs.ts';
import { answer, begin, press } from '../support/moves.ts';

test.each([
	['--status=Runing', 'Runing is not a status this version knows; did you mean Running?'],
	['--status=Failed,Xyzzyx', 'Xyzzyx is not a status this version knows'],
	['--filter=status:Runing', 'Runing is not a status this version knows; did you mean Running?'],
	['--filter=status:Run', undefined],
	['--status=Running', undefined],
])('the start with %s says of its statuses: %s', (argument, notice) => {
	const listed = answer(begin(begunWith([argument])).state, aPage([])).state;
	expect(newsWords(listed)?.text).toBe(notice);
	expect(newsWords(press(listed, 'j').state)).toBeUndefined();
});

test('a mistake in the settings is told before a doubt about a status', () => {
	const file = 'views: {odd: {query: "status:Runing", columns: [nmae]}}';
	expect(newsWords(answer(begin(begunWith(['--view', 'odd'], { file })).state, aPage([])).state)?.text).toMatch(
		/^view odd: .*nmae/,
	);
});
