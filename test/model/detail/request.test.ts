import { describe, expect, test } from 'vitest';
import { openRows } from '../../../source/model/detail/view.ts';
import type { JsonObject } from '../../../source/model/json.ts';
import type { State } from '../../../source/model/state.ts';
import { aPage, aState, namedJob } from '../../support/jobs.ts';
import {
	aFailure,
	answer,
	answerCounts,
	begin,
	fire,
	happen,
	later,
	type Moved,
	noon,
	polled,
	press,
	pressAll,
	showing,
	typesOf,
} from '../../support/moves.ts';

const row = (more: JsonObject = {}) => namedJob('dlc1', { Username: 'alice', ...more });
const opened = (): Moved => press(showing([row(), namedJob('dlc2')]), 'enter');
const requestOf = (state: State): number => state.detail?.request ?? -1;
const arrive = (state: State, item: JsonObject, request = requestOf(state), at = later(1)): State =>
	happen(state, { type: 'job-arrived', request, item }, at).state;
const refuse = (state: State, kind: Parameters<typeof aFailure>[0]): State =>
	happen(state, { type: 'job-failed', request: requestOf(state), failure: aFailure(kind) }).state;
const asksIn = ({ effects }: Moved) => effects.flatMap(effect => (effect.type === 'fetch-job' ? [effect.JobId] : []));
const nextPoll = (state: State, more: JsonObject, at = later(10)): Moved =>
	answer(fire(state, 'poll', at).state, aPage([row(more), namedJob('dlc2')]), at);

describe('the job of the pane', () => {
	test('is asked for when the pane opens, under a number of its own', () => {
		const moved = opened();
		expect(asksIn(moved)).toEqual(['dlc1']);
		expect(requestOf(moved.state)).toBe(moved.state.lastRequest);
	});

	test('is not asked for where the row has no JobId', () => {
		const nameless = namedJob('dlc1', { JobId: '' });
		expect(asksIn(press(showing([nameless]), 'enter'))).toEqual([]);
	});

	test('is merged over the row, which has fields that GetJob lacks', () => {
		const state = arrive(opened().state, { JobId: 'dlc1', Description: 'a try', Status: 'Failed', UserId: '' });
		expect(state.detail?.merged).toMatchObject({ Username: 'alice', Status: 'Failed' });
		expect(state.detail?.merged.sent).toMatchObject({ Description: 'a try', Username: 'alice' });
		expect(state.detail).toMatchObject({ request: undefined, job: { Status: 'Running' } });
	});

	test('is asked for again after a poll that brought the row in another form, and only then', () => {
		const state = arrive(opened().state, { JobId: 'dlc1' });
		expect(asksIn(nextPoll(state, {}))).toEqual([]);
		expect(asksIn(nextPoll(state, { Duration: 5 }))).toEqual(['dlc1']);
	});

	test('is not asked for twice at a time', () => {
		expect(asksIn(nextPoll(opened().state, { Duration: 5 }))).toEqual([]);
	});

	test('is asked for anew by r, and for another job by J, which give the former request up', () => {
		for (const [key, JobId] of [
			['r', 'dlc1'],
			['J', 'dlc2'],
		] as const) {
			const before = opened().state;
			const moved = press(before, key, later(5));
			expect(asksIn(moved)).toEqual([JobId]);
			expect(moved.effects).toContainEqual({ type: 'abort-job' });
			expect(arrive(moved.state, { JobId: 'dlc1', Description: 'late' }, requestOf(before))).toBe(moved.state);
		}
	});

	test('is given up when the pane closes, and a late answer dropped', () => {
		const closed = press(opened().state, 'escape');
		expect(closed.effects).toContainEqual({ type: 'abort-job' });
		expect(arrive(closed.state, { JobId: 'dlc1' }, requestOf(opened().state))).toBe(closed.state);
	});

	test('leaves the data of the list when it is refused, and is then asked for by r only', () => {
		const refused = refuse(opened().state, 'not-allowed');
		expect(refused.detail).toMatchObject({ failure: { kind: 'not-allowed' }, merged: { Username: 'alice' } });
		expect(asksIn(nextPoll(refused, { Duration: 5 }))).toEqual([]);
		const again = press(refused, 'r', later(20));
		expect(asksIn(again)).toEqual(['dlc1']);
		expect(arrive(again.state, { JobId: 'dlc1' }).detail?.failure).toBeUndefined();
	});

	test('is asked for again after a failure that may pass', () => {
		expect(asksIn(nextPoll(refuse(opened().state, 'network'), { Duration: 5 }))).toEqual(['dlc1']);
	});
});

describe('the ages of the pane', () => {
	const createdAt = (time: string) => ({
		GmtCreateTime: time,
		StatusHistory: [{ Status: 'Running', StartTime: time }],
	});
	const textsOf = (state: State, key: string): string => {
		const { state: shown } = press(state, key);
		const rows = shown.detail === undefined ? [] : openRows(shown, shown.detail);
		return rows.flatMap(each => (each.kind === 'text' ? [each.text] : [])).join('\n');
	};

	test('are those of its row, as of the list, when GetJob answers later, and go on with each poll', () => {
		const told = arrive(opened().state, { JobId: 'dlc1', Description: 'x' }, undefined, later(8));
		expect(told.detail?.answeredAt).toBe(told.listing?.asOf);
		expect(nextPoll(told, {}).state.detail?.answeredAt).toBe(later(10));
	});

	test('count what GetJob tells of after the list as now', () => {
		const told = arrive(opened().state, { JobId: 'dlc1', ...createdAt('2026-11-09T12:00:05Z') }, undefined, later(8));
		expect(textsOf(told, '1')).toMatch(/created .* · 0s ago/);
		expect(textsOf(told, '2')).toMatch(/ → now +0s/);
	});

	test('are as of GetJob for a job that no list has, until it has ended: then they go on with the polls', () => {
		const gone = polled(opened().state, [namedJob('dlc2')], later(10));
		expect(gone.detail?.answeredAt).toBe(noon);
		const told = arrive(gone, { JobId: 'dlc1', Status: 'Stopping' }, undefined, later(11));
		expect(told.detail?.answeredAt).toBe(later(11));
		const asked = polled(told, [namedJob('dlc2')], later(20));
		expect(asked.detail?.answeredAt).toBe(later(11));
		const ended = arrive(asked, { JobId: 'dlc1', Status: 'Stopped' }, undefined, later(21));
		expect(polled(ended, [namedJob('dlc2')], later(30)).detail?.answeredAt).toBe(later(30));
	});
});

describe('the marks of changes', () => {
	const changed = (state: State): readonly string[] => [...(state.detail?.changed ?? [])].sort();

	test('name what the last poll changed, and go with the next', () => {
		const state = arrive(opened().state, { JobId: 'dlc1', RestartRecord: [] });
		expect(changed(state)).toEqual([]);
		const after = nextPoll(state, { Status: 'Failed', Envs: { A: '1' } }).state;
		expect(changed(after)).toEqual(['Envs.A', 'Status']);
		const told = arrive(after, { JobId: 'dlc1', RestartRecord: [{ Reason: 'x' }] }, requestOf(after), later(11));
		expect(changed(told)).toEqual(['Envs.A', 'RestartRecord[0].Reason', 'Status']);
		expect(changed(nextPoll(told, { Status: 'Failed', Envs: { A: '1' } }, later(30)).state)).toEqual([]);
	});

	test('keep the newer single value, whichever answer it came with', () => {
		const state = arrive(opened().state, { JobId: 'dlc1', Status: 'Stopping', Pods: [{ PodId: 'p' }] });
		const after = nextPoll(state, { Status: 'Stopped' }).state;
		expect(after.detail?.merged.sent).toMatchObject({ Status: 'Stopped', Pods: [{ PodId: 'p' }] });
	});
});

describe('a job that left the list', () => {
	test('is followed by GetJob at each poll until it has ended', () => {
		const away = (state: State, at: number): Moved =>
			answer(fire(state, 'poll', at).state, aPage([namedJob('dlc2')]), at);
		const first = away(arrive(opened().state, { JobId: 'dlc1', Status: 'Running' }), later(10));
		expect(asksIn(first)).toEqual(['dlc1']);
		const again = away(arrive(first.state, { JobId: 'dlc1', Status: 'Stopping' }), later(20));
		expect(asksIn(again)).toEqual(['dlc1']);
		expect(asksIn(away(refuse(again.state, 'not-allowed'), later(30)))).toEqual([]);
		expect(asksIn(away(arrive(again.state, { JobId: 'dlc1', Status: 'Stopped' }), later(30)))).toEqual([]);
	});

	test('stays in the pane, with the time, until it comes back', () => {
		const gone = polled(opened().state, [namedJob('dlc2')], later(10));
		expect(gone.detail).toMatchObject({ job: { JobId: 'dlc1' }, leftAt: later(10) });
		expect(polled(gone, [namedJob('dlc2')], later(20)).detail?.leftAt).toBe(later(10));
		expect(polled(gone, [row()], later(20)).detail?.leftAt).toBeUndefined();
	});
});

describe('a run that was started with a JobId', () => {
	const started = (opensOn: string) => ({ ...aState(), opensOn });

	test('opens the pane on the job as soon as it arrives', () => {
		const state = showing([namedJob('dlc1')], started('DLC1'));
		expect(state).toMatchObject({ mode: { kind: 'detail' }, detail: { section: 'overview', job: { JobId: 'dlc1' } } });
		expect(pressAll(polled(press(state, 'escape').state, [namedJob('dlc1')]), []).state.detail).toBeUndefined();
	});

	test('opens it by GetJob where the answer has no such job, and does not say that it left the list', () => {
		const state = showing([], started('dlc1'));
		expect(state).toMatchObject({ mode: { kind: 'detail' }, opensOn: undefined, detail: { job: { JobId: 'dlc1' } } });
		const told = arrive(state, { JobId: 'dlc1', DisplayName: 'an old job', Status: 'Failed' });
		expect(told.detail).toMatchObject({ merged: { DisplayName: 'an old job' }, listed: false });
		expect(polled(told, [], later(10)).detail).toMatchObject({ listed: false, leftAt: undefined });
		const found = polled(told, [row()], later(20));
		expect(found.detail).toMatchObject({ listed: true, merged: { Username: 'alice' } });
		expect(polled(found, [], later(30)).detail?.leftAt).toBe(later(30));
	});

	test('asks GetJob once where it knows no such job, and the logs never; a list that has it, and r, ask again', () => {
		const failure = aFailure('bad-request', { Code: 'NotFound', httpStatus: 404 });
		const opened = answer(begin(started('dlc1')).state, aPage([]));
		expect(asksIn(opened)).toEqual(['dlc1']);
		const told = happen(opened.state, { type: 'job-failed', request: requestOf(opened.state), failure }).state;
		const counted = answer(told, aPage([], 3));
		expect(asksIn(counted)).toEqual([]);
		const again = answer(fire(answerCounts(counted.state), 'poll', later(10)).state, aPage([]), later(10));
		expect(asksIn(again)).toEqual([]);
		const logs = press(again.state, 'l');
		expect(typesOf(logs.effects)).not.toContain('fetch-lines');
		expect(logs.state).toMatchObject({ mode: { kind: 'detail' }, notice: 'dlc1 has no logs: there is no such job' });
		expect(asksIn(press(again.state, 'r', later(12)))).toEqual(['dlc1']);
		expect(asksIn(nextPoll(answerCounts(again.state), {}, later(20)))).toEqual(['dlc1']);
	});

	test('asks GetJob again once a poll, whatever else the poll asks, after a failure that may pass', () => {
		const opened = answer(begin(started('dlc1')).state, aPage([])).state;
		const counted = answer(refuse(opened, 'network'), aPage([], 3));
		expect(asksIn(counted)).toEqual([]);
		const again = answer(fire(answerCounts(counted.state), 'poll', later(10)).state, aPage([]), later(10));
		expect(asksIn(again)).toEqual(['dlc1']);
	});

	test('says why where GetJob knows no such job either', () => {
		const state = refuse(showing([], started('dlc1')), 'network');
		expect(state.detail).toMatchObject({ failure: { kind: 'network' }, listed: false });
		expect(pressAll(state, ['escape']).state.mode.kind).toBe('list');
	});
});
