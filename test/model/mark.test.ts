import { describe, expect, test } from 'vitest';
import { markWords } from '../../source/model/mark.ts';
import { countsParts } from '../../source/model/select/counts.ts';
import { visibleRows } from '../../source/model/select/table.ts';
import type { State } from '../../source/model/state.ts';
import { aJob, namedJob } from '../support/jobs.ts';
import { polled, pressAll, showing } from '../support/moves.ts';

const jobs = ['dlc1', 'dlc2', 'dlc3', 'dlc4', 'dlc5'].map(id => namedJob(id));
const marked = (state: State): readonly string[] => [...state.marks.ids];
const pressed = (...keys: readonly string[]): State => pressAll(showing(jobs), keys).state;

describe('marks', () => {
	test.each([
		['Space marks and goes on', ['space', 'space'], ['dlc1', 'dlc2']],
		['Space takes a mark away', ['space', 'k', 'space'], []],
		['V marks down from the last mark', ['space', 'j', 'j', 'V'], ['dlc1', 'dlc2', 'dlc3', 'dlc4']],
		['V marks up from the last mark', ['G', 'space', 'k', 'k', 'V'], ['dlc5', 'dlc3', 'dlc4']],
		['V alone marks the selected one', ['j', 'V'], ['dlc2']],
		['V goes on from where V ended', ['V', 'j', 'V', 'j', 'V'], ['dlc1', 'dlc2', 'dlc3']],
		['* marks all', ['*'], ['dlc1', 'dlc2', 'dlc3', 'dlc4', 'dlc5']],
		['u takes all away', ['*', 'u'], []],
	])('%s', (_, keys, expected) => {
		expect(marked(pressed(...keys))).toEqual(expected);
	});

	test('Space goes to the next row', () => {
		expect(pressed('space').cursor.key).toBe('dlc2');
	});

	test('stay when the row is gone, are counted apart, and come back with it', () => {
		const state = pressed('space', 'space');
		expect(markWords(state)).toBe('2 marked');
		const without = polled(state, jobs.slice(1));
		expect(marked(without)).toEqual(['dlc1', 'dlc2']);
		expect(countsParts(without)).toContain('2 marked, 1 not in this list');
		expect(countsParts(polled(without, jobs))).toContain('2 marked');
	});

	test('are seen in their rows only', () => {
		const signs = visibleRows(pressed('j', 'space')).map(row => 'marked' in row && row.marked);
		expect(signs).toEqual([false, true, false, false, false]);
	});

	test('are on jobs, so neither the header of a group nor an item without an id gets one', () => {
		const grouped = pressAll(showing(jobs), ['z', 'g', 'space']).state;
		expect(grouped).toMatchObject({ notice: 'no job is selected' });
		expect(marked(grouped)).toEqual([]);
		const nameless = pressAll(showing([aJob({ DisplayName: 'x' })]), ['space', '*']).state;
		expect(marked(nameless)).toEqual([]);
	});
});
