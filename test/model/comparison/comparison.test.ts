import { describe, expect, test } from 'vitest';
import { comparedRows, shapeOf } from '../../../source/model/comparison/rows.ts';
import { comparedText } from '../../../source/model/comparison/text.ts';
import { comparedView } from '../../../source/model/comparison/view.ts';
import type { JsonObject } from '../../../source/model/json.ts';
import type { State } from '../../../source/model/state.ts';
import { namedJob } from '../../support/jobs.ts';
import { aFailure, happen, later, type Moved, polled, press, pressAll, showing } from '../../support/moves.ts';

const master = (Image: string): JsonObject => ({ JobSpecs: [{ Type: 'Master', Image }] });
const two = (a: JsonObject, b: JsonObject): State =>
	showing([namedJob('dlc1', a), namedJob('dlc2', b), namedJob('dlc3')]);
const marked = (state: State): State => pressAll(state, ['space', 'space']).state;
const compared = (a: JsonObject, b: JsonObject): Moved => press(marked(two(a, b)), '=');
const viewOf = (state: State) => {
	if (state.comparison === undefined) {
		throw new Error('no comparison is open');
	}
	return comparedView(state, state.comparison);
};
const textOf = (state: State): string => (state.comparison === undefined ? '' : comparedText(state, state.comparison));
const asked = ({ effects }: Moved) =>
	effects.flatMap(effect => (effect.type === 'fetch-first' || effect.type === 'fetch-second' ? [effect.JobId] : []));

describe('the screen of differences', () => {
	test.each([
		[[], 'none is marked'],
		[['space'], '1 is marked'],
		[['space', 'space', 'space'], '3 are marked'],
	])('opens for two marked jobs only, and says how many are marked after %j', (keys, words) => {
		const { state, effects } = press(pressAll(two({}, {}), keys).state, '=');
		expect(state).toMatchObject({ mode: { kind: 'list' }, comparison: undefined });
		expect(state.notice).toContain(words);
		expect(effects).toEqual([]);
	});

	test('shows what the list has at once, and asks GetJob for both under numbers of their own', () => {
		const moved = compared(master('torch:1'), master('torch:2'));
		expect(asked(moved)).toEqual(['dlc1', 'dlc2']);
		expect(textOf(moved.state)).toContain('Master.Image\nA torch:1\nB torch:2');
		const { a, b } = moved.state.comparison ?? {};
		expect(a?.request).not.toBe(b?.request);
	});

	test('merges each answer over its own row, and keeps the failure of the other with the data of the list', () => {
		const { state } = compared(master('torch:1'), master('torch:2'));
		const first = state.comparison?.a.request ?? -1;
		const second = state.comparison?.b.request ?? -1;
		const told = happen(
			state,
			{ type: 'job-arrived', request: first, item: { CustomEnvs: [{ Key: 'LR', Value: '1' }] } },
			later(1),
		);
		const failed = happen(
			told.state,
			{ type: 'job-failed', request: second, failure: aFailure('not-allowed') },
			later(2),
		);
		expect(textOf(failed.state)).toContain('torch:2');
		expect(textOf(failed.state)).toContain('CustomEnvs.LR\nA 1\nB (none)');
		expect(failed.state.comparison).toMatchObject({
			a: { failure: undefined },
			b: { failure: { kind: 'not-allowed' } },
		});
	});

	test('drops an answer that comes after it was closed or asked anew', () => {
		const { state } = compared({}, {});
		const late = {
			type: 'job-arrived',
			request: state.comparison?.a.request ?? -1,
			item: { UserCommand: 'late' },
		} as const;
		const closed = press(state, 'escape');
		expect(closed.effects).toContainEqual({ type: 'abort-compared' });
		expect(happen(closed.state, late, later(1)).state).toBe(closed.state);
		const again = press(state, 'r', later(5));
		expect(asked(again)).toEqual(['dlc1', 'dlc2']);
		expect(happen(again.state, late, later(6)).state.comparison).toBe(again.state.comparison);
	});

	test('follows both jobs of the list, and keeps one that left it', () => {
		const { state } = compared({ Priority: 1 }, { Priority: 2 });
		const next = polled(state, [namedJob('dlc1', { Priority: 5 })], later(10));
		expect(textOf(next)).toContain('Priority\nA 5\nB 2');
	});

	test('knows a marked job that is no longer in the list from GetJob alone', () => {
		const list = polled(marked(two({}, {})), [namedJob('dlc1')], later(10));
		const { state } = press(list, '=', later(11));
		const { a, b } = state.comparison ?? {};
		const gone = a?.listed === false ? a : b;
		expect(gone).toMatchObject({ JobId: 'dlc2', listed: false });
		const item = { JobId: 'dlc2', UserCommand: 'run' };
		expect(
			textOf(happen(state, { type: 'job-arrived', request: gone?.request ?? -1, item }, later(12)).state),
		).toContain('run');
	});

	test('shows of two scripts the lines that differ and a few around them', () => {
		const script = (odd: string) =>
			Array.from({ length: 40 }, (_, line) => (line === 20 ? odd : `line ${line}`)).join('\n');
		const text = textOf(compared({ UserScript: script('old') }, { UserScript: script('new') }).state);
		expect(text).toContain(
			'  … 18 equal lines\n  line 18\n  line 19\nA old\nB new\n  line 21\n  line 22\n  … 17 equal lines',
		);
		expect(text).not.toContain('line 17\n');
	});

	test('masks secrets, tells where only they differ, and shows them by x until it closes, never in a copy', () => {
		const { state } = compared(
			{ Envs: { HF_TOKEN: 'hf_one' }, UserCommand: 'TOKEN=hf_two run\nb' },
			{ Envs: { HF_TOKEN: 'hf_three' }, UserCommand: 'TOKEN=hf_four run\nb' },
		);
		const drawn = (shown: State): string => JSON.stringify(viewOf(shown).rows);
		expect(drawn(state)).toContain('Envs.HF_TOKEN');
		expect(drawn(state)).toContain('differs only in secrets');
		expect(drawn(state)).not.toContain('hf_');
		const bare = press(state, 'x').state;
		expect(drawn(bare)).toContain('hf_three');
		for (const key of ['c', 'ctrl+o']) {
			const { effects } = press(bare, key);
			expect(effects).toHaveLength(1);
			expect(JSON.stringify(effects)).toContain('HF_TOKEN');
			expect(JSON.stringify(effects)).not.toContain('hf_');
		}
		expect(drawn(press(press(bare, 'escape').state, '=').state)).not.toContain('hf_');
	});

	test('searches in both jobs, goes from hit to hit, and leaves the word by Esc', () => {
		const { state } = compared({ UserCommand: 'needle a' }, { UserCommand: 'b', WorkingDir: '/needle' });
		const found = pressAll(state, ['/', ...'needle', 'enter']).state;
		expect(found).toMatchObject({ mode: { kind: 'comparison' }, comparison: { search: 'needle' } });
		expect(viewOf(found).hits).toHaveLength(2);
		expect(press(found, 'n').state.comparison?.place.at).toBe(viewOf(found).hits[1]);
		expect(press(press(found, 'n').state, 'n').state.comparison?.place.at).toBe(viewOf(found).hits[0]);
		expect(pressAll(state, ['/', 'z', 'escape']).state).toMatchObject({
			mode: { kind: 'comparison' },
			comparison: { search: '' },
		});
	});

	test('stands side by side from 100 columns, else the one below the other, and scrolls within its rows', () => {
		const envs = (value: string) => ({
			Envs: Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`E${at}`, value])),
		});
		const { state } = compared(envs('1'), envs('2'));
		const sized = (columns: number, rows: number): State =>
			happen(state, { type: 'resized', size: { columns, rows } }).state;
		expect(viewOf(sized(100, 30)).rows).toHaveLength(100);
		expect(viewOf(sized(99, 30)).rows).toHaveLength(150);
		const end = press(sized(80, 24), 'G').state;
		expect(end.comparison?.place.top).toBe(150 - viewOf(end).height);
		expect(press(end, 'g').state.comparison?.place.top).toBe(0);
		expect(happen(end, { type: 'resized', size: { columns: 160, rows: 60 } }).state.comparison?.place.top).toBe(
			100 - 55,
		);
	});

	test('wraps long values, or leaves them to be cut with a mark', () => {
		const { state } = compared({ UserCommand: 'x '.repeat(300) }, { UserCommand: 'y' });
		expect(viewOf(state).rows.length).toBeGreaterThan(3);
		expect(viewOf(press(state, 'w').state).rows.length).toBeLessThanOrEqual(3);
	});

	test('gives the same rows for the same blocks and width, so that a key computes nothing anew', () => {
		const { state } = compared(master('1'), master('2'));
		expect(viewOf(press(state, 'j').state).rows).toBe(viewOf(state).rows);
		expect(comparedRows([], shapeOf(80, true))).toEqual([]);
	});
});
