import { describe, expect, test } from 'vitest';
import type { Job } from '../../source/model/job.ts';
import { showPage, showTouched } from '../../source/model/listing.ts';
import { defaultQuery } from '../../source/model/query.ts';
import type { State } from '../../source/model/state.ts';
import { aPage, aState, namedJob } from '../support/jobs.ts';
import { answer, fire, keysOf, later, noon, polled, press, pressAll, showing } from '../support/moves.ts';

const named = (from: number, to: number): readonly Job[] =>
	Array.from({ length: to - from }, (_, index) => namedJob(`dlc${from + index}`));
const marks = (state: State): readonly string[] => [...(state.listing?.changes.keys() ?? [])];
const selected = (state: State): string | undefined => state.cursor.key;
const screenLine = ({ cursor }: State): number => cursor.index - cursor.top;

describe('a job that changed', () => {
	test('is marked for two polls, then the mark is gone', () => {
		const running = [namedJob('dlc1'), namedJob('dlc2')];
		const failed = [namedJob('dlc1', { Status: 'Failed' }), namedJob('dlc2')];
		const first = polled(showing(running), failed, later(10));
		const second = polled(first, failed, later(20));
		const third = polled(second, failed, later(30));
		expect([first, second, third].map(marks)).toEqual([['dlc1'], ['dlc1'], []]);
	});

	test.each([
		['its status', { Status: 'Failed' }, ['dlc1']],
		['its sub-status', { SubStatus: 'Restarting' }, ['dlc1']],
		['nothing that is marked', { Priority: 3 }, []],
	])('counts as changed by %s', (_, more, expected) => {
		expect(marks(polled(showing([namedJob('dlc1')]), [namedJob('dlc1', more)]))).toEqual(expected);
	});

	test.each([
		['created since the last answer', '2026-11-09T12:00:05Z', ['dlc2']],
		['that only moved in from another page', '2026-11-09T11:00:00Z', []],
		['whose creation nobody knows', '', []],
	])('or that is new: a job %s', (_, GmtCreateTime, expected) => {
		const state = polled(showing([namedJob('dlc1')]), [namedJob('dlc2', { GmtCreateTime }), namedJob('dlc1')]);
		expect(marks(state)).toEqual(expected);
	});

	test('is not spoken of on another page or under another filter', () => {
		const state = press(showing([namedJob('dlc1')], aState(), 200), 'n').state;
		expect(marks(answer(state, aPage([namedJob('dlc1', { Status: 'Failed' })], 200)).state)).toEqual([]);
	});
});

test('a job that came back equal keeps its object, one that differs in any field gets a new one', () => {
	const state = showing([namedJob('dlc1', { Envs: { A: '1' } }), namedJob('dlc2')]);
	const next = polled(state, [namedJob('dlc1', { Envs: { A: '1' } }), namedJob('dlc2', { Envs: { A: '2' } })]);
	expect(next.listing?.jobs.at(0)).toBe(state.listing?.jobs.at(0));
	expect(next.listing?.jobs.at(1)).not.toBe(state.listing?.jobs.at(1));
});

test('of a job that came twice between two sweeps, the later form tells whether its status is wanted', () => {
	const all = press(showing([]), 'e').state;
	const swept = answer(all, aPage([namedJob('dlc1'), namedJob('dlc2')])).state;
	const wanting = { ...swept, query: { ...swept.query, statuses: ['Running'] } };
	const came = (...statuses: readonly string[]) => {
		const jobs = statuses.map(Status => namedJob('dlc1', { Status, Priority: 3 }));
		return keysOf(showTouched(wanting, jobs, true, noon));
	};
	expect(came('Queuing', 'Running')).toEqual(['dlc1', 'dlc2']);
	expect(came('Running', 'Queuing')).toEqual(['dlc2']);
});

test('column widths only grow while the question stays the same, and begin anew with another', () => {
	const wide = showing([namedJob('dlc1', { Username: 'alexandria' })]);
	const narrow = polled(wide, [namedJob('dlc1', { Username: 'al' })]);
	expect(narrow.listing?.widths.get('user')).toBe(10);
	const asking = press(narrow, 't').state;
	expect(answer(asking, aPage([namedJob('dlc1', { Username: 'al' })])).state.listing?.widths.get('user')).toBe(4);
});

describe('the selected job', () => {
	test('stays on its screen line when jobs arrive above, and the edge counts them', () => {
		const state = pressAll(showing(named(0, 50)), ['ctrl+d', 'ctrl+d', 'k']).state;
		const next = polled(state, [...named(100, 102), ...named(0, 48)]);
		expect(selected(next)).toBe(selected(state));
		expect(screenLine(next)).toBe(screenLine(state));
		expect(next.cursor.newAbove).toBe(2);
	});

	test('stays on its screen line when the service sorts the page anew', () => {
		const state = pressAll(showing(named(0, 40)), ['G', 'k', 'k']).state;
		const sorted = answer(press(state, 'N').state, aPage(named(7, 52))).state;
		expect(sorted.query.sort.by).toBe('DisplayName');
		expect(selected(sorted)).toBe('dlc37');
		expect(screenLine(sorted)).toBe(screenLine(state));
		expect(sorted.cursor.newAbove).toBe(0);
	});

	test('is the first one after a new order that has it elsewhere', () => {
		const state = pressAll(showing(named(0, 40)), ['G']).state;
		expect(answer(press(state, 'N').state, aPage(named(100, 140))).state.cursor).toMatchObject({
			key: 'dlc100',
			index: 0,
			top: 0,
			pinned: true,
		});
	});

	test('is looked for in the answer to another question, whose other rows are no arrivals', () => {
		const state = press(showing(named(30, 31)), 't').state;
		expect(answer(state, aPage(named(0, 40))).state.cursor).toMatchObject({ key: 'dlc30', index: 30, newAbove: 0 });
	});

	test('of the last line that left is not said to have moved because the page was filled from the next one', () => {
		const state = press(showing(named(0, 50), aState(), 150), 'G').state;
		expect(polled(state, [...named(0, 49), ...named(50, 51)], later(10), 149).notice).toBe(
			'train-dlc49 left this page',
		);
	});

	test.each([
		['when arrivals pushed it over the end', [...named(100, 103), ...named(0, 47)], 'train-dlc48 moved to page 2'],
		['when it left and another filled the page', [...named(0, 48), ...named(49, 51)], 'train-dlc48 left this page'],
		['when it left and nothing came', [...named(0, 48), ...named(49, 50)], 'train-dlc48 left this page'],
		['unless it is still there', [...named(100, 101), ...named(0, 49)], undefined],
	])('is said to be gone %s', (_, jobs, notice) => {
		const state = pressAll(showing(named(0, 50), aState(), 150), ['G', 'k']).state;
		expect(selected(state)).toBe('dlc48');
		expect(polled(state, jobs, later(10), 150).notice).toBe(notice);
	});
});

describe('an open detail pane', () => {
	test('follows its job, says since when it is missing, and takes it back', () => {
		const open = press(showing(named(0, 3)), 'enter').state;
		const changed = polled(open, [namedJob('dlc0', { Status: 'Failed' })], later(10));
		expect(changed.detail).toMatchObject({ job: { Status: 'Failed' }, leftAt: undefined });
		const gone = polled(polled(changed, [], later(20)), [], later(30));
		expect(gone.detail).toMatchObject({ job: { Status: 'Failed' }, leftAt: later(20) });
		expect(polled(gone, named(0, 1), later(40)).detail).toMatchObject({
			job: { Status: 'Running' },
			leftAt: undefined,
		});
	});
});

test('the rows of the former question stay until the new one is answered', () => {
	const state = press(showing(named(0, 3)), 'f').state;
	expect(keysOf(state)).toEqual(['dlc0', 'dlc1', 'dlc2']);
	expect(keysOf(fire(state, 'slow').state)).toEqual(['dlc0', 'dlc1', 'dlc2']);
});

test('the workspace that the service takes by itself is known as soon as its answer names it, though its rows were there before', () => {
	const rows = ['7', '8'].map(id => namedJob(`dlc${id}`, { WorkspaceId: id, WorkspaceName: `name${id}` }));
	const everywhere = { ...aState(), query: { ...defaultQuery, others: { FromAllWorkspaces: true } } };
	const shown = showPage(everywhere, aPage(rows), noon);
	expect(shown.listing?.home).toBeUndefined();
	const here = showPage({ ...shown, query: defaultQuery }, aPage(rows.slice(0, 1)), later(10));
	expect(here.listing?.home).toEqual({ id: '7', name: 'name7' });
});
