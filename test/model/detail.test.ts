import { describe, expect, test } from 'vitest';
import { helpHeight, paneHeight } from '../../source/model/detail.ts';
import { detailLines } from '../../source/model/detail-tree.ts';
import { helpLines } from '../../source/model/help.ts';
import type { State } from '../../source/model/state.ts';
import { bindingsIn } from '../../source/tables/keymap.ts';
import { aJob, aState, namedJob } from '../support/jobs.ts';
import { happen, later, noon, polled, press, pressAll, showing } from '../support/moves.ts';

const long = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`FIELD_${index}`, `${index}`]));
const jobs = ['dlc1', 'dlc2', 'dlc3'].map(id => namedJob(id, { Envs: long }));
const opened = (): State => press(showing(jobs), 'enter').state;

describe('the tree of a job', () => {
	const text = (item: Parameters<typeof aJob>[0]): readonly string[] =>
		detailLines(aJob(item)).map(line => `${'  '.repeat(line.depth)}${line.label}=${line.text}`);

	test('has every field in the order of the service, unknown ones too', () => {
		expect(text({ JobId: 'dlc1', Zeta: [], Alpha: {}, New: { Deep: [1, true, null] } })).toEqual([
			'JobId=dlc1',
			'Zeta=[]',
			'Alpha={}',
			'New=',
			'  Deep=3',
			'    [0]=1',
			'    [1]=true',
			'    [2]=null',
		]);
	});

	test('shows empty text as such, and text of several lines as lines', () => {
		expect(text({ ResourceId: '', UserCommand: 'set -e\npython x.py' })).toEqual([
			'ResourceId=""',
			'UserCommand=',
			'  =set -e',
			'  =python x.py',
		]);
	});

	test('begins with what could not be read', () => {
		const [first] = detailLines(aJob({ JobId: 'dlc1', JobSpecs: 'none' }));
		expect(first).toMatchObject({ label: 'JobSpecs', tone: 'problem' });
		expect(first?.text).toContain('could not be read');
	});

	test('masks secrets', () => {
		expect(JSON.stringify(detailLines(aJob({ Envs: { HF_TOKEN: 'hf_abcdef' } })))).not.toContain('hf_abcdef');
	});

	test('is computed once for a job', () => {
		const job = namedJob('dlc1');
		expect(detailLines(job)).toBe(detailLines(job));
	});
});

describe('the pane', () => {
	test('opens on the selected job and takes the keys; Esc closes it', () => {
		const open = opened();
		expect(open).toMatchObject({ mode: { kind: 'detail' }, detail: { job: { JobId: 'dlc1' }, top: 0 } });
		expect(press(open, 'escape').state).toMatchObject({ mode: { kind: 'list' }, detail: undefined });
		expect(press(open, 'q').effects).toEqual([]);
	});

	test('does not open without a job', () => {
		expect(press(showing([]), 'enter').state).toMatchObject({ mode: { kind: 'list' }, notice: 'no job is selected' });
	});

	test('scrolls between its first and its last line', () => {
		const open = opened();
		const last = detailLines(open.detail?.job ?? namedJob('')).length - paneHeight(open);
		expect(press(open, 'k').state.detail?.top).toBe(0);
		expect(pressAll(open, ['j', 'j', 'k']).state.detail?.top).toBe(1);
		expect(press(open, 'ctrl+d').state.detail?.top).toBe(7);
		expect(pressAll(open, ['pagedown', 'ctrl+u']).state.detail?.top).toBe(7);
		expect(press(open, 'G').state.detail?.top).toBe(last);
		expect(pressAll(open, ['G', 'j', 'pagedown']).state.detail?.top).toBe(last);
		expect(pressAll(open, ['G', 'g']).state.detail?.top).toBe(0);
	});

	test('goes to the next and the previous job, the list along with it', () => {
		const { state } = pressAll(opened(), ['j', 'J', 'J', 'J']);
		expect(state).toMatchObject({ cursor: { key: 'dlc3' }, detail: { job: { JobId: 'dlc3' }, top: 0 } });
		expect(pressAll(state, ['K', 'K', 'K']).state).toMatchObject({
			cursor: { key: 'dlc1' },
			detail: { job: { JobId: 'dlc1' } },
		});
	});

	test('zooms to the whole screen and back', () => {
		const zoomed = press(opened(), 'z').state;
		expect(paneHeight(zoomed)).toBe(25);
		expect(paneHeight(press(zoomed, 'z').state)).toBe(14);
	});

	test('is never scrolled past its last line by a shorter job or a larger window', () => {
		const end = press(opened(), 'G').state;
		expect(polled(end, [namedJob('dlc1')], later(10)).detail?.top).toBe(0);
		const large = happen(end, { type: 'resized', size: { columns: 120, rows: 60 } }, noon).state;
		expect(large.detail?.top).toBe(detailLines(jobs[0] ?? namedJob('')).length - paneHeight(large));
	});
});

describe('the help', () => {
	test.each(['list', 'detail'] as const)('says every key that works in the %s, and only those', mode => {
		const entries = helpLines(mode).flatMap(line => (line.kind === 'entry' ? [line.text] : []));
		for (const { help } of bindingsIn(mode)) {
			expect(entries).toContain(help);
		}
		const elsewhere = bindingsIn(mode === 'list' ? 'detail' : 'list').filter(({ modes }) => !modes.includes(mode));
		for (const { help } of elsewhere) {
			expect(entries).not.toContain(help);
		}
	});

	test('opens over list and pane, scrolls to its end, and gives the keys back to whom it covered', () => {
		const state = press(opened(), '?').state;
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
