import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { argumentWords } from '../../source/model/argument-words.ts';
import { nothingSeen, seeing, seenFrom, seenText } from '../../source/model/places.ts';
import { scopeParts } from '../../source/model/select/scope.ts';
import type { State } from '../../source/model/state.ts';
import { aPage, aState, namedJob } from '../support/jobs.ts';
import { aFailure, answer, asked, happen, keysOf, type Moved, pressAll, showing, typesOf } from '../support/moves.ts';

const jobs = ['dlc1', 'dlc2'].map(id => namedJob(id, { WorkspaceId: '268', WorkspaceName: 'dlc-workspace' }));
const run = (state: State, text: string): Moved =>
	pressAll(state, [':', ...[...text].map(key => (key === ' ' ? 'space' : key)), 'enter']);
/** A list with marks, a selection, figures and changes. */
const settled = (): State => pressAll(showing(jobs), ['space']).state;
const typing = (text: string): Moved =>
	pressAll(settled(), [':', ...[...text].map(key => (key === ' ' ? 'space' : key))]);
const place = { region: 'cn-beijing', credentials: 'profile work', opensWith: ['--region=cn-beijing'] };
const opened = (state: State, request = state.places.opening?.request ?? -1): Moved =>
	happen(state, { type: 'place-opened', request, place, profile: 'work' });

const isEmpty = (state: State): void => {
	expect(state).toMatchObject({ listing: undefined, older: undefined, transitions: [], mode: { kind: 'list' } });
	expect(state.marks.ids.size).toBe(0);
	expect(state.cursor.key).toBeUndefined();
};

describe('another region', () => {
	test('is connected to first, and the scope line names it at once', () => {
		const { state, effects } = run(settled(), 'region cn-beijing');
		expect(effects).toContainEqual({
			type: 'open-place',
			request: state.lastRequest,
			wish: { kind: 'region', region: 'cn-beijing' },
		});
		expect(scopeParts(state)[0]?.text).toBe('→ cn-beijing');
		expect(keysOf(state)).toEqual(['dlc1', 'dlc2']);
	});

	test('begins with nothing of the former one, and asks at once', () => {
		const before = run(pressAll(settled(), ['enter']).state, 'region cn-beijing').state;
		const { state, effects } = opened({ ...before, query: { ...before.query, others: { WorkspaceId: '268' } } });
		isEmpty(state);
		expect(state.settings).toMatchObject(place);
		expect(scopeParts(state)[0]?.text).toBe('cn-beijing');
		const types = typesOf(effects);
		expect(types.indexOf('abort-fetches')).toBeLessThan(types.indexOf('use-place'));
		expect(types.indexOf('use-place')).toBeLessThan(types.indexOf('fetch'));
		expect(types).toContain('abort-job');
		expect(asked(effects)[0]).not.toHaveProperty('WorkspaceId');
		expect(state.places.seen).toMatchObject({
			regions: ['cn-beijing', 'cn-hangzhou'],
			profiles: ['work'],
			workspaces: [{ id: '268', name: 'dlc-workspace' }],
		});
		expect(pressAll(state, ['[']).state.notice).toBe('no view before this one');
	});

	test('shows no late answer of the former one', () => {
		const asking = pressAll(settled(), ['r']).state;
		const late = asking.lastRequest;
		const { state } = opened(run(asking, 'region cn-beijing').state);
		expect(happen(state, { type: 'page-arrived', request: late, page: aPage(jobs) }).state.listing).toBeUndefined();
		expect(keysOf(answer(state, aPage([namedJob('dlc9')])).state)).toEqual(['dlc9']);
	});

	test('that cannot be had leaves everything as it is, and says why', () => {
		const { state } = run(settled(), 'region cn-beijing');
		const request = state.places.opening?.request ?? -1;
		const failure = aFailure('signed-out', { message: 'The profile work has no access_key_id.' });
		const refused = happen(state, { type: 'place-refused', request, failure });
		expect(refused.state.notice).toBe('still here, not at cn-beijing: The profile work has no access_key_id.');
		expect(refused.state.settings).toEqual(settled().settings);
		expect(keysOf(refused.state)).toEqual(['dlc1', 'dlc2']);
		expect(refused.state.marks.ids.size).toBe(1);
		expect(scopeParts(refused.state)[0]?.text).toBe('cn-hangzhou');
		expect(refused.effects).toEqual([]);
	});

	test('gives way to one that was asked for later', () => {
		const first = run(settled(), 'region cn-beijing').state;
		const second = run(first, 'region cn-shanghai').state;
		const request = first.places.opening?.request ?? -1;
		expect(opened(second, request).effects).toEqual([{ type: 'drop-place', request }]);
		expect(opened(second, request).state.places.opening?.to).toBe('cn-shanghai');
	});

	test.each([
		['region Bejing/', ':region Bejing/: not the id of a region; the nearest is cn-beijing'],
		['region cn-hangzhou', 'this is cn-hangzhou already'],
	])('%s is refused', (text, notice) => {
		expect(run(settled(), text).state.notice).toBe(notice);
		expect(run(settled(), text).effects).toEqual([]);
	});

	test('is not in the demo', () => {
		const demo = showing(jobs, aState({ demo: true }));
		expect(run(demo, 'region cn-beijing').state.notice).toBe('the demo has the one region cn-hangzhou');
		expect(run(demo, 'profile x').state.notice).toBe('the demo needs no profile');
	});
});

describe('another workspace', () => {
	test.each([
		['workspace 1042', { WorkspaceId: '1042' }],
		['workspace 268,1042', { WorkspaceId: '268' }],
		['workspace DLC-workspace', { WorkspaceId: '268' }],
		['workspace all', { FromAllWorkspaces: true }],
	])('%s asks there and keeps nothing of the former one', (text, parameters) => {
		const { state, effects } = run(settled(), text);
		isEmpty(state);
		expect(asked(effects)[0]).toMatchObject(parameters);
		expect(state.places.seen.workspaces).toEqual([{ id: '268', name: 'dlc-workspace' }]);
	});

	test('goes back to the choice of the service', () => {
		const there = run(settled(), 'workspace 1042').state;
		expect(asked(run(there, 'workspace default').effects)[0]).not.toHaveProperty('WorkspaceId');
	});

	test('keeps nothing of the former one by whatever way one goes there', () => {
		const filtered = pressAll(settled(), ['/', ...'workspaceid:7', 'enter']).state;
		isEmpty(filtered);
		const there = answer(run(settled(), 'workspace 1042').state, aPage([namedJob('dlc9')])).state;
		isEmpty(pressAll(pressAll(there, ['space']).state, ['[']).state);
	});

	test('has its name in the scope line before the first answer', () => {
		const there = run(settled(), 'workspace 1042').state;
		expect(scopeParts(run(there, 'workspace 268').state).map(({ text }) => text)).toContain('ws 268 dlc-workspace');
	});

	test.each([
		['workspace dlc-workspce', ':workspace dlc-workspce: no workspace by this name; the nearest is dlc-workspace'],
		['workspace ,', ':workspace ,: no workspace by this name'],
	])('%s is refused', (text, notice) => {
		expect(run(settled(), text).state.notice).toBe(notice);
	});

	test('of all cannot be had for everyone', () => {
		const everyone = pressAll(settled(), ['m']).state;
		expect(run(everyone, 'workspace all').state.notice).toMatch(/^ListJobs gives all workspaces/);
	});
});

describe('names to complete with', () => {
	test('are asked for once, when they are first wanted', () => {
		const { state, effects } = typing('workspace ');
		expect(effects.filter(({ type }) => type === 'ask-names')).toEqual([
			{ type: 'ask-names', request: state.lastRequest, list: 'workspaces' },
		]);
		expect(typing('workspace').effects).toEqual([]);
		const names = [{ id: '1042', name: 'vision-lab' }];
		const told = happen(state, { type: 'names-told', request: state.lastRequest, names }).state;
		expect(argumentWords(told, 'workspace')).toEqual(['1042', 'vision-lab', '268', 'dlc-workspace', 'all', 'default']);
		expect(pressAll(told, ['v', 'tab', 'enter']).state.query.others).toEqual({ WorkspaceId: '1042' });
	});

	test('that nobody gives leave what was seen, silently', () => {
		const { state } = typing('profile ');
		const seen = { ...state.places.seen, profiles: ['work'] };
		const failure = aFailure('not-allowed', { Code: 'Forbidden' });
		const known: State = { ...state, places: { ...state.places, seen } };
		const refused = happen(known, { type: 'names-refused', request: state.lastRequest, failure }).state;
		expect(refused.places.profiles).toEqual({ kind: 'refused', why: 'Forbidden' });
		expect(refused.notice).toBeUndefined();
		expect(argumentWords(refused, 'profile')).toEqual(['work']);
		expect(argumentWords(refused, 'region')).toContain('eu-central-1');
	});

	test('of a place that was left are dropped', () => {
		const asking = typing('workspace ').state;
		const request = asking.lastRequest;
		const left = opened(run(pressAll(asking, ['escape']).state, 'region cn-beijing').state).state;
		expect(happen(left, { type: 'names-told', request, names: [{ id: '1', name: '' }] }).state).toBe(left);
	});
});

test('what is written of places reads back as the same, and whatever else the file holds does no harm', () => {
	const anyName = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
	fc.assert(
		fc.property(fc.array(anyName, { maxLength: 9 }), fc.array(anyName, { maxLength: 9 }), (names, ids) => {
			const rows = ids.map(id =>
				namedJob('dlc1', { WorkspaceId: id.replaceAll(/\s/g, '-'), WorkspaceName: id.trim() }),
			);
			const seen = names.reduce(
				(known, profile) => seeing(known, { region: 'cn-beijing', profile, jobs: rows }),
				nothingSeen,
			);
			expect(seenFrom(seenText(seen))).toEqual(seen);
		}),
	);
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), text => {
			expect(seenText(seenFrom(text)).length).toBeLessThan(text.length + 2);
		}),
	);
});
