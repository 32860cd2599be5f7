import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Detail, openDetail, placeOf } from '../../../source/model/detail/detail.ts';
import { openRows, paneView, sectionHeight } from '../../../source/model/detail/view.ts';
import type { State } from '../../../source/model/state.ts';
import { sections } from '../../../source/tables/detail-sections.ts';
import { aState, namedJob } from '../../support/jobs.ts';
import { happen, later, noon, polled, press, pressAll, showing } from '../../support/moves.ts';

const long = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`FIELD_${index}`, `${index}`]));
const pods = Array.from({ length: 20 }, (_, index) => ({
	PodId: `pod-${index}`,
	Status: index === 7 ? 'Failed' : 'Running',
}));
const jobs = ['dlc1', 'dlc2', 'dlc3'].map(id => namedJob(id, { Envs: long, Pods: pods }));
const opened = (key = 'enter'): State => press(showing(jobs), key).state;
const detailOf = (state: State): Detail => state.detail ?? openDetail(namedJob(''), 'overview', 0);
const place = (state: State) => placeOf(detailOf(state));
const rowsOf = (state: State) => openRows(state, detailOf(state));
const lastTop = (state: State): number => rowsOf(state).length - sectionHeight(state);

describe('the pane', () => {
	test('opens on the selected job and takes the keys; Esc closes it', () => {
		const open = opened();
		expect(open).toMatchObject({ mode: { kind: 'detail' }, detail: { job: { JobId: 'dlc1' }, section: 'overview' } });
		expect(press(open, 'escape').state).toMatchObject({ mode: { kind: 'list' }, detail: undefined });
		expect(press(open, 'q').effects).not.toContainEqual({ type: 'exit' });
	});

	test('does not open without a job', () => {
		expect(press(showing([]), 'enter').state).toMatchObject({ mode: { kind: 'list' }, notice: 'no job is selected' });
		expect(press(showing([]), 'y').state).toMatchObject({ mode: { kind: 'list' }, notice: 'no job is selected' });
	});

	test('goes to a section by its number, and around by Tab', () => {
		for (const [index, { id }] of sections.entries()) {
			expect(press(opened(), String(index + 1)).state.detail?.section).toBe(id);
		}
		const turned = sections.map((_, count) => pressAll(opened(), Array(count).fill('tab')).state.detail?.section);
		expect(turned).toEqual(sections.map(({ id }) => id));
		expect(press(opened(), 'shift+tab').state.detail?.section).toBe('json');
		expect(press(opened('y'), 'tab').state.detail?.section).toBe('overview');
	});

	test('y in the list opens the JSON', () => {
		expect(opened('y').detail?.section).toBe('json');
	});

	test('scrolls between its first and its last row, and keeps the place of each section', () => {
		const open = press(opened(), '4').state;
		expect(place(press(open, 'k').state).top).toBe(0);
		expect(place(pressAll(open, ['j', 'j', 'k']).state).top).toBe(1);
		expect(place(press(open, 'ctrl+d').state).top).toBe(Math.trunc(sectionHeight(open) / 2));
		expect(place(press(open, 'G').state).top).toBe(lastTop(open));
		expect(place(pressAll(open, ['G', 'j', 'pagedown']).state).top).toBe(lastTop(open));
		expect(place(pressAll(open, ['G', 'g']).state).top).toBe(0);
		expect(place(pressAll(open, ['j', 'j', '1', '4']).state).top).toBe(2);
	});

	test('stays in its section, at its place, when a poll brings the job in another form', () => {
		const before = pressAll(opened(), ['4', 'ctrl+d', 'j']).state;
		const after = polled(before, [
			namedJob('dlc0'),
			...['dlc1', 'dlc2'].map(id => namedJob(id, { Envs: long, Pods: pods, Status: 'Failed' })),
		]);
		expect(after.detail).toMatchObject({ section: 'command', merged: { JobId: 'dlc1', Status: 'Failed' } });
		expect(place(after)).toEqual(place(before));
		expect(place(after).top).toBeGreaterThan(1);
	});

	test('goes to the next and the previous job, the list along with it, in the same section', () => {
		const { state } = pressAll(opened(), ['4', 'j', 'J', 'J', 'J']);
		expect(state).toMatchObject({
			cursor: { key: 'dlc3' },
			detail: { job: { JobId: 'dlc3' }, section: 'command' },
			notice: 'this is the last job here',
		});
		expect(place(state).top).toBe(0);
		expect(pressAll(state, ['K', 'K', 'K']).state).toMatchObject({
			cursor: { key: 'dlc1' },
			detail: { job: { JobId: 'dlc1' } },
		});
	});

	test('zooms to the whole screen and back', () => {
		const zoomed = press(opened(), 'z').state;
		expect(sectionHeight(zoomed)).toBe(24);
		expect(sectionHeight(press(zoomed, 'z').state)).toBe(13);
	});

	test('is never scrolled past its last row by a shorter job or a larger window', () => {
		const end = pressAll(opened(), ['4', 'G']).state;
		expect(place(polled(end, [namedJob('dlc1')], later(10))).top).toBe(0);
		const large = happen(end, { type: 'resized', size: { columns: 120, rows: 60 } }, noon).state;
		expect(place(large).top).toBe(lastTop(large));
	});

	test('keeps its cursor in sight, whatever is pressed and however the window is', () => {
		const keys = fc.array(
			fc.constantFrom('j', 'k', 'g', 'G', 'ctrl+d', 'ctrl+u', 'enter', 'w', 'z', 'tab', 'J', '3', '7'),
		);
		const sizes = fc.constantFrom({ columns: 40, rows: 10 }, { columns: 120, rows: 30 }, { columns: 160, rows: 45 });
		fc.assert(
			fc.property(keys, sizes, (pressed, size) => {
				const state = pressAll({ ...opened(), size }, pressed).state;
				const { rows, place: at, height } = paneView(state, detailOf(state));
				expect(at.top).toBeGreaterThanOrEqual(0);
				expect(at.top).toBeLessThanOrEqual(Math.max(0, rows.length - height));
				expect(at.at).toBeGreaterThanOrEqual(at.top);
				expect(at.at).toBeLessThan(at.top + height);
			}),
			{ numRuns: 60 },
		);
	});

	test('wraps long lines, or cuts them', () => {
		const text = 'word '.repeat(100).trim();
		const open = press(showing([namedJob('dlc1', { UserCommand: text })]), 'enter').state;
		const wrapped = rowsOf(press(open, '4').state);
		const cut = rowsOf(pressAll(open, ['4', 'w']).state);
		expect(wrapped.length).toBeGreaterThan(cut.length);
		expect(cut).toHaveLength(1);
	});
});

describe('the JSON section', () => {
	const texts = (state: State): readonly string[] =>
		rowsOf(state).map(row => (row.kind === 'text' ? row.text.slice(row.start, row.end) : ''));
	const json = (): State => press(showing([namedJob('dlc1', { Settings: { Tags: { team: '算法' } } })]), 'y').state;

	test('has keys as sent, and deep branches closed until Enter opens them', () => {
		const closed = json();
		expect(texts(closed)).toContain('"JobId": "dlc1",');
		expect(texts(closed)).toContain('"Tags": { … 1 }');
		const branch = texts(closed).indexOf('"Tags": { … 1 }');
		const open = pressAll(closed, [...Array(branch).fill('j'), 'enter']).state;
		expect(texts(open)).toContain('"team": "算法"');
		expect(texts(press(open, 'enter').state)).toEqual(texts(closed));
	});

	test('opens everything while a word is searched for, so that nothing is missed', () => {
		const found = pressAll(json(), ['/', '算', '法', 'enter']).state;
		expect(texts(found)[place(found).at]).toBe('"team": "算法"');
	});
});

describe('the search', () => {
	const searching = (): State => pressAll(opened(), ['4', '/', 'F', 'i', 'E', 'L', 'D', '_', '5', 'enter']).state;
	const hits = (state: State) => paneView(state, detailOf(state)).hits;

	test('finds in any case, goes to the first hit, and on with n and N around the end', () => {
		const state = searching();
		expect(hits(state)).toHaveLength(11);
		expect(place(state).at).toBe(hits(state)[0]);
		expect(place(press(state, 'n').state).at).toBe(hits(state)[1]);
		expect(place(pressAll(state, ['n', 'N', 'N']).state).at).toBe(hits(state).at(-1));
		expect(place(pressAll(state, Array(11).fill('n')).state).at).toBe(hits(state)[0]);
	});

	test('Esc goes back to the former word and place', () => {
		const before = pressAll(opened(), ['4', 'j', 'j']).state;
		const after = pressAll(before, ['/', '5', '9', 'escape']).state;
		expect(after.detail).toEqual(before.detail);
		expect(after.mode).toEqual({ kind: 'detail' });
	});

	test('takes a pasted word, and every sign literally', () => {
		const prompt = press(opened(), '/').state;
		expect(happen(prompt, { type: 'text-pasted', text: '(.*[' }).state.detail?.search).toBe('(.*[');
	});

	test('says so when there is nothing to go to', () => {
		expect(press(opened(), 'n').state.notice).toContain('nothing is searched for');
		expect(pressAll(opened(), ['/', 'Ω', 'enter', 'n']).state.notice).toContain('is not in this section');
	});
});

describe('secrets', () => {
	const secret = { Envs: { HF_TOKEN: 'hf_abcdef' } };
	const open = (state = aState()): State => pressAll(showing([namedJob('dlc1', secret)], state), ['enter', '4']).state;
	const text = (state: State): string => JSON.stringify(rowsOf(state));

	test('are hidden until x, and hidden again by x and when the pane was closed', () => {
		expect(text(open())).not.toContain('hf_abcdef');
		const shown = press(open(), 'x').state;
		expect(text(shown)).toContain('hf_abcdef');
		expect(text(press(shown, 'x').state)).not.toContain('hf_abcdef');
		expect(text(pressAll(shown, ['escape', 'enter', '4']).state)).not.toContain('hf_abcdef');
	});

	test('go to no pager, even while the screen shows them', () => {
		const { effects } = pressAll(open(), ['x', 'ctrl+o']);
		expect(effects.filter(({ type }) => type === 'page-text')).toHaveLength(1);
		expect(JSON.stringify(effects)).toContain('HF_TOKEN');
		expect(JSON.stringify(effects)).not.toContain('hf_abcdef');
	});

	test('are shown where the run was started so', () => {
		const state = open(aState({ showSecrets: true }));
		expect(text(state)).toContain('hf_abcdef');
		expect(JSON.stringify(press(state, 'ctrl+o').effects)).toContain('hf_abcdef');
	});
});
