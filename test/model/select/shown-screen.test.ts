import { expect, test } from 'vitest';
import { shownScreen } from '../../../source/model/select/shown-screen.ts';
import { namedJob } from '../../support/jobs.ts';
import { pressAll, showing } from '../../support/moves.ts';

const jobs = [namedJob('dlc1k3b7x2m4f9qz'), namedJob('dlc9x0c5v8n1a81k')];

test.each([
	['list', []],
	['list', ['/']],
	['list', ['s']],
	['list', [':']],
	['pane', ['enter']],
	['pane', ['enter', '/']],
	['logs', ['l']],
	['comparison', ['space', 'j', 'space', '=']],
	['covering', ['F']],
	['covering', ['?']],
	['covering', ['i']],
	['covering', ['enter', '?']],
	['covering', ['l', '?']],
])('what is shown is the %s after %j', (kind, keys) => {
	expect(shownScreen(pressAll(showing(jobs), keys).state).kind).toBe(kind);
});

test('a screen that is too small shows nothing else, whatever is open', () => {
	const { state } = pressAll(showing(jobs), ['enter', '?']);
	expect(shownScreen({ ...state, size: { columns: 39, rows: 24 } }).kind).toBe('too-small');
});
