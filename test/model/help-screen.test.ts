import { describe, expect, test } from 'vitest';
import { helpLines } from '../../source/model/help.ts';
import { helpHeight } from '../../source/model/help-screen.ts';
import { bindingsIn } from '../../source/tables/keymap.ts';
import { aState, namedJob } from '../support/jobs.ts';
import { press, pressAll, showing } from '../support/moves.ts';

describe('the help', () => {
	test.each(['list', 'detail', 'logs', 'comparison'] as const)(
		'says every key that works in the %s, and only those',
		mode => {
			const entries = helpLines(mode).flatMap(line => (line.kind === 'entry' ? [line.text] : []));
			for (const { help } of bindingsIn(mode)) {
				expect(entries).toContain(help);
			}
			const here = new Set(bindingsIn(mode).map(({ help }) => help));
			const others = (['list', 'detail', 'logs', 'comparison'] as const).flatMap(other => bindingsIn(other));
			for (const { help } of others.filter(other => !here.has(other.help))) {
				expect(entries).not.toContain(help);
			}
		},
	);

	test('opens over list and pane, scrolls to its end, and gives the keys back to whom it covered', () => {
		const state = pressAll(showing([namedJob('dlc1')]), ['enter', '?']).state;
		expect(state.mode).toEqual({ kind: 'help', top: 0, over: 'detail' });
		const end = press(state, 'G').state;
		const lines = helpLines('detail').length;
		expect(end.mode).toMatchObject({ top: Math.max(0, lines - helpHeight(end)) });
		expect(press(end, 'escape').state.mode).toEqual({ kind: 'detail' });
		expect(pressAll({ ...aState(), size: { columns: 80, rows: 12 } }, ['?', 'j', 'j']).state.mode).toMatchObject({
			top: 2,
		});
	});
});
