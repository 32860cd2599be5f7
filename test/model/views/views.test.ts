import { describe, expect, test } from 'vitest';
import { changedText } from '../../../source/adapters/settings-edit.ts';
import type { SettingsChange } from '../../../source/model/config/configuration.ts';
import { settingsRead } from '../../../source/model/config/settings-read.ts';
import { helpRows } from '../../../source/model/help-screen.ts';
import { sameLook } from '../../../source/model/look.ts';
import { scopeParts } from '../../../source/model/select/scope.ts';
import { lookOf } from '../../../source/model/show-look.ts';
import type { State } from '../../../source/model/state.ts';
import { viewLook } from '../../../source/model/views/view-look.ts';
import { keyOfView, usualViews, viewsOf } from '../../../source/model/views/views.ts';
import { builtInViews } from '../../../source/tables/views.ts';
import { configOf } from '../../support/config.ts';
import { aPage, aState, namedJob, someConfigured } from '../../support/jobs.ts';
import { answer, asked, happen, noon, press, pressAll, showing } from '../../support/moves.ts';

const list = (): State => showing([namedJob('dlc1', { RequestGPU: '8' }), namedJob('dlc2')], aState(), 500);
const withFile = (text: string): State => {
	const views = viewsOf(configOf(text).views);
	const state = list();
	return { ...state, settings: { ...state.settings, views } };
};
const command = (state: State, text: string) =>
	pressAll(happen(press(state, ':').state, { type: 'text-pasted', text }).state, ['enter']);
const scope = (state: State): string =>
	scopeParts(state)
		.map(({ text }) => text)
		.join(' · ');
const keys = (text: string) =>
	[...viewsOf(configOf(text).views).byKey].map(([key, { name }]) => `${key} ${name}`).toSorted();

describe('the numbers of views', () => {
	test('are those of the built-in ones, then those of the file in its order', () => {
		expect(keys('')).toEqual(['1 running', '2 failures', '3 queue', '4 mine', '5 big']);
		expect(keys('views: {a: x, b: x, c: x, d: x, e: x}')).toEqual([
			'1 running',
			'2 failures',
			'3 queue',
			'4 mine',
			'5 big',
			'6 a',
			'7 b',
			'8 c',
			'9 d',
		]);
	});

	test('go to who asks for one first, and a namesake of a built-in view takes its place', () => {
		expect(keys('views: {a: x, b: {key: 6}, c: {key: 1}, big: "gpu>=64"}')).toEqual([
			'1 c',
			'2 failures',
			'3 queue',
			'4 mine',
			'5 big',
			'6 b',
			'7 a',
		]);
		const views = viewsOf(configOf('views: {big: "gpu>=64", running: {key: 9}}').views);
		expect(views.byKey.get(5)).toMatchObject({ query: 'gpu>=64' });
		expect(keyOfView(views, 'running')).toBe(9);
		expect(views.all.filter(({ name }) => name === 'running')).toHaveLength(1);
	});
});

describe('a view', () => {
	test.each(builtInViews.map(view => [view.name, view] as const))(
		'%s can be read, and is shown by its number and its name',
		(name, view) => {
			expect(viewLook(view, lookOf(list()), noon)).toMatchObject({ ok: true });
			const byKey = press(list(), String(view.key)).state;
			expect(scope(byKey)).toContain(`view ${name}`);
			const byName = command(list(), `view ${name}`).state;
			expect(sameLook(lookOf(byName), lookOf(byKey))).toBe(true);
		},
	);

	test('is named only as long as nothing of it is changed, and again after walking back', () => {
		const shown = press(list(), '2').state;
		const changed = press(shown, 'm').state;
		expect(scope(changed)).not.toContain('view');
		expect(scope(press(changed, '[').state)).toContain('view failures');
		expect(scope(press(answer(shown, aPage([])).state, 'r').state)).toContain('view failures');
	});

	test('leaves the workspace and whose jobs as they are, unless it names them', () => {
		const state = { ...list(), query: { ...list().query, mine: false, others: { WorkspaceId: '268' } } };
		expect(press(state, '1').state.query).toMatchObject({
			mine: false,
			others: { WorkspaceId: '268' },
			statuses: ['Running'],
		});
		expect(press(state, '4').state.query).toMatchObject({ mine: true, others: { WorkspaceId: '268' } });
	});

	test('brings its order, groups, columns and mode, and asks once', () => {
		const file =
			'views: {a: {query: "status:Failed mine:no window:30d", sort: gpus asc, group: gpu-type, columns: [name, age], mode: everything}}';
		const { state, effects } = press(withFile(file), '6');
		expect(state).toMatchObject({
			everything: true,
			query: { statuses: ['Failed'], mine: false, sort: { by: 'GmtCreateTime' } },
			arrangement: { sort: { by: 'gpus', order: 'asc' }, group: 'gpuType' },
			settings: { columns: ['name', 'age'] },
		});
		expect(asked(effects)[0]).toMatchObject({ Status: 'Failed', ShowOwn: false });
		expect(effects.map(({ type }) => type)).not.toContain('save-order');
	});

	test('whose query cannot be read says so and changes nothing', () => {
		const state = withFile('views: {a: "nosuch:thing"}');
		const { state: after, effects } = press(state, '6');
		expect(after.notice).toMatch(/^view a: .*nosuch/);
		expect(lookOf(after)).toEqual(lookOf(state));
		expect(effects).toEqual([]);
	});

	test('that names an unknown column is shown without it, and says so', () => {
		const { state } = press(withFile('views: {a: {query: "status:Failed", columns: [nmae]}}'), '6');
		expect(state).toMatchObject({ query: { statuses: ['Failed'] }, notice: expect.stringContaining('nmae') });
	});

	test('that there is not is refused with the nearest name', () => {
		expect(command(list(), 'view failurse').state.notice).toBe(
			':view failurse: there is no such view; the nearest is failures',
		);
		expect(press(list(), '9').state.notice).toBe('no view has the key 9: :save NAME makes one of what you see');
	});

	test('is told by name and key with all that it holds, where no name is given', () => {
		const file =
			'views: {sweep: {query: x, group: user, columns: [name, age], mode: everything}, a: x, b: x, c: x, d: x}';
		const { state } = command(withFile(file), 'view');
		expect(state.mode).toMatchObject({ kind: 'help', over: 'list' });
		const told = state.mode.kind === 'help' ? helpRows(state, 'list').slice(state.mode.top) : [];
		expect(told[0]).toEqual({ kind: 'heading', text: 'Views' });
		const words = told.map(line => (line.kind === 'entry' ? `${line.keys} ${line.text}`.trim() : '')).join(' ');
		expect(words).toContain('2 view failures: status:failed · finished ↓');
		expect(words).toContain('6 view sweep: x · by user · everything · columns name,age');
		expect(words).toContain(':view d x');
	});

	test('is completed by Tab', () => {
		const typed = pressAll(happen(press(list(), ':').state, { type: 'text-pasted', text: 'view fai' }).state, [
			'tab',
		]).state;
		expect(typed.mode).toMatchObject({ line: { before: 'view failures' } });
	});
});

const changes = (state: State, text: string): readonly SettingsChange[] =>
	command(state, text).effects.flatMap(effect => (effect.type === 'change-settings' ? [effect.change] : []));

describe('saving', () => {
	test.each([
		['nothing special', []],
		['another order and groups', ['D', 'z', 'I']],
		['a filter', ['f', 'm', 't', 'N']],
		['everything', ['e', 'T']],
		['a built-in view', ['5', 'z']],
	])('%s gives a view that looks the same from anywhere', (_, pressed) => {
		const state = command(pressAll(list(), pressed).state, 'columns name,age').state;
		const [change] = changes(state, 'save mine-1');
		const text = change === undefined ? undefined : changedText(undefined, change);
		const file = text?.ok === true ? text.value : '';
		const [view] = configOf(file).views;
		const elsewhere = pressAll(withFile(file), ['m', 's', 'u', 'z', 'z']).state;
		const shown = command(elsewhere, 'view mine-1').state;
		expect(view).toMatchObject({ name: 'mine-1', problem: undefined });
		expect(sameLook(lookOf(shown), lookOf(state))).toBe(true);
	});

	test('refuses a name that would need quotes', () => {
		for (const name of ['a b', '-x', '"q"', 'x'.repeat(41), 'a:b']) {
			expect(changes(list(), `save ${name}`)).toEqual([]);
			expect(command(list(), `save ${name}`).state.notice).toContain('a name is one word');
		}
	});

	test('asks to take a view out by its name', () => {
		expect(changes(withFile('views: {a: x}'), 'unsave a')).toEqual([{ kind: 'remove-view', name: 'a' }]);
		expect(command(list(), 'unsave zz').state.notice).toBe(':unsave zz: there is no such view');
	});
});

test('a view that was saved gives the look its name at once, unless one has gone on', () => {
	const views = viewsOf(configOf('views: {mine-1: {query: "status:failed", columns: usual}}').views);
	const answer = {
		type: 'settings-read',
		configured: { ...someConfigured, views },
		notice: '',
		saved: 'mine-1',
	} as const;
	const failures = press(list(), 'f').state;
	expect(happen(failures, answer).state.journey.current?.view).toBe('mine-1');
	expect(happen(press(failures, 't').state, answer).state.journey.current?.view).toBeUndefined();
	expect(happen(failures, { ...answer, saved: 'gone' }).state.journey.current?.view).toBeUndefined();
});

describe('a settings file that was read again', () => {
	const read = (state: State, text: string): State => {
		const { keys: table, views, thresholds, theme } = configOf(text);
		const next = { ...someConfigured, keys: table, views: viewsOf(views), triage: thresholds, theme };
		return settingsRead(state, next, 'read', noon)[0];
	};

	test('brings its keys and views at once, and leaves what keys changed since', () => {
		const before = pressAll(list(), ['>', '>']).state;
		const after = read(before, 'keys: {failed: X}\nviews: {a: "status:Failed"}');
		expect(after).toMatchObject({ notice: 'read', settings: { periodMs: before.settings.periodMs } });
		expect(press(after, 'f').state.query.statuses).toEqual([]);
		expect(press(after, 'X').state.query.statuses).toContain('Failed');
		expect(press(after, '6').state.query.statuses).toEqual(['Failed']);
	});

	test('changes the interval, the columns and the page only where they are others than before', () => {
		const state = command(list(), 'columns name').state;
		const same = settingsRead(state, someConfigured, 'x', noon);
		expect(same[0].settings.columns).toEqual(['name']);
		expect(same[1]).toEqual([]);
		const [next, effects] = settingsRead(
			state,
			{ ...someConfigured, periodMs: 5000, columns: ['age'], pageSize: 20 },
			'x',
			noon,
		);
		expect(next.settings).toMatchObject({ periodMs: 5000, columns: ['age'], pageSize: 20 });
		expect(asked(effects)).toMatchObject([{ PageSize: 20, PageNumber: 1 }]);
	});

	test('that is refused says so, and everything stays', () => {
		const state = list();
		const { state: after } = happen(state, { type: 'settings-refused', problem: 'config.yaml:1:1: no' });
		expect(after).toEqual({ ...state, notice: 'config.yaml:1:1: no' });
	});
});

test('the views that need no file are all there', () => {
	expect(usualViews.all.map(({ name }) => name)).toEqual(['running', 'failures', 'queue', 'mine', 'big']);
});
