import { describe, expect, test } from 'vitest';
import { helpHeight, helpRows } from '../../source/model/help-screen.ts';
import { helpHits } from '../../source/model/help-search.ts';
import { type Helped, helped, type Mode } from '../../source/model/mode.ts';
import type { State } from '../../source/model/state.ts';
import { aState, namedJob } from '../support/jobs.ts';
import { happen, press, pressAll, showing } from '../support/moves.ts';

const opened = (rows = 10): State =>
	press(showing([namedJob('dlc1'), namedJob('dlc2')], { ...aState(), size: { columns: 80, rows } }), '?').state;
const typing = (word: string, state = opened()): State => pressAll(press(state, '/').state, [...word]).state;
const helpOf = ({ mode }: State): Extract<Mode, { kind: 'help' }> =>
	mode.kind === 'help-search' ? mode.help : mode.kind === 'help' ? mode : expect.fail('no help');
/** The words of the line that the search is at. */
const lineAt = (state: State): string => {
	const line = helpRows(state, helpOf(state).over)[helpOf(state).at];
	return line === undefined || line.kind === 'blank' ? '' : line.text;
};
const isInSight = (state: State): boolean => {
	const { at, top } = helpOf(state);
	return at >= top && at < top + helpHeight(state);
};

describe('the search in the help', () => {
	test('shows the first line with the word while it is typed, whatever the case', () => {
		const state = typing('OSC');
		expect(helpHits(state, helpOf(state)).length).toBe(0);
		const found = typing('CONSOLE');
		expect(lineAt(found)).toMatch(/console/);
		expect(isInSight(found)).toBe(true);
		expect(helpOf(found).top).toBeGreaterThan(0);
	});

	test('finds keys as well as what they do', () => {
		expect(lineAt(typing('PgDn'))).toBe('one screen down');
	});

	test('goes from hit to hit by n and N, around the end, each in sight', () => {
		const kept = press(typing('sort'), 'enter').state;
		const hits = helpHits(kept, helpOf(kept));
		expect(hits.length).toBeGreaterThan(5);
		let state = kept;
		const seen = hits.map(() => {
			const { at } = helpOf(state);
			expect(isInSight(state)).toBe(true);
			state = press(state, 'n').state;
			return at;
		});
		expect(seen).toEqual(hits);
		expect(helpOf(state).at).toBe(hits[0]);
		expect(helpOf(press(state, 'N').state).at).toBe(hits.at(-1));
	});

	test('Esc goes back to where it began, also to a former word; Enter keeps the place', () => {
		const scrolled = pressAll(opened(), ['j', 'j']).state;
		expect(press(typing('console', scrolled), 'escape').state.mode).toEqual(scrolled.mode);
		const kept = press(typing('console', scrolled), 'enter').state;
		expect(kept.mode).toMatchObject({ kind: 'help', search: 'console' });
		expect(press(typing('group', kept), 'escape').state.mode).toEqual(kept.mode);
	});

	test('says when there is no such word, and when none was given', () => {
		expect(press(press(typing('qwertz'), 'enter').state, 'n').state.notice).toBe('qwertz is not in this help');
		expect(press(opened(), 'n').state.notice).toBe('nothing is searched for: / begins');
	});

	test('takes a paste and keys that are commands elsewhere, and gives the keys back as they were', () => {
		const pasted = happen(press(opened(), '/').state, { type: 'text-pasted', text: 'console' }).state;
		expect(lineAt(pasted)).toMatch(/console/);
		expect(typing('q?n').mode).toMatchObject({ kind: 'help-search', line: { before: 'q?n' } });
		expect(pressAll(typing('console'), ['enter', 'escape']).state.mode).toEqual({ kind: 'list' });
	});

	test('is there over every screen', () => {
		const ways: Readonly<Partial<Record<Helped, readonly string[]>>> = {
			detail: ['enter'],
			stats: ['i'],
			columns: [':', ...'columns', 'enter'],
			sort: ['s'],
			copy: ['C'],
		};
		for (const over of helped.filter(kind => ways[kind] !== undefined)) {
			const before = pressAll(showing([namedJob('dlc1')]), ways[over] ?? []).state;
			const found = pressAll(before, ['?', '/', 'e', 's', 'c', 'enter']).state;
			expect(lineAt(found)).not.toBe('');
			expect(found.journey).toBe(before.journey);
			expect(press(found, 'escape').state.mode).toEqual(before.mode);
		}
	});
});
