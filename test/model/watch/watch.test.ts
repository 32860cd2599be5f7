import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../source/model/effect.ts';
import type { Job } from '../../../source/model/job.ts';
import type { State } from '../../../source/model/state.ts';
import { aPage, aState, namedJob } from '../../support/jobs.ts';
import {
	aFailure,
	answer,
	asked,
	fire,
	happen,
	inFlight,
	later,
	type Moved,
	noon,
	press,
	pressAll,
	refuse,
	showing,
} from '../../support/moves.ts';

const calm = (jobs: readonly Job[]): State => showing(jobs, { ...aState(), older: { count: 0, polls: -1000 } });
const one = namedJob('dlc1', { WorkspaceId: '268' });
const two = namedJob('dlc2', { WorkspaceId: '268' });
const as = (job: Job, Status: string, more = {}): Job => namedJob(job.JobId, { WorkspaceId: '268', Status, ...more });

const run = (state: State, command: string, at = noon): State =>
	pressAll(happen(press(state, ':', at).state, { type: 'text-pasted', text: command }, at).state, ['enter'], at).state;
const poll = (state: State, jobs: readonly Job[]): Moved =>
	answer(fire(state, 'poll', later(10)).state, aPage(jobs), later(10));
const told = (effects: readonly Effect[]) => effects.filter(({ type }) => type === 'notify' || type === 'set-title');

describe('a watched job', () => {
	test('rings at its end, with its reason, in the title and in the last line, and never again', () => {
		const watching = press(calm([one, two]), 'w').state;
		expect(watching.notice).toBe('watching train-dlc1: a bell at its end');
		expect(told(poll(watching, [one, as(two, 'Failed')]).effects)).toEqual([]);
		const ended = poll(watching, [as(one, 'Failed', { ReasonMessage: 'CUDA out of memory' }), two]);
		expect(told(ended.effects)).toEqual([
			{ type: 'notify', lines: ['train-dlc1 Failed: CUDA out of memory'] },
			{ type: 'set-title', unread: 1 },
		]);
		expect(ended.state.notice).toBe('train-dlc1 Failed: CUDA out of memory');
		expect(told(poll(ended.state, [as(one, 'Stopped'), two]).effects)).toEqual([]);
	});

	test('counts in the title until a key is pressed', () => {
		const watching = pressAll(calm([one, two]), ['w', 'j', 'w']).state;
		const ended = poll(watching, [as(one, 'Succeeded'), as(two, 'Stopped')]);
		expect(told(ended.effects)).toContainEqual({ type: 'set-title', unread: 2 });
		const read = press(ended.state, 'k');
		expect(told(read.effects)).toEqual([{ type: 'set-title', unread: 0 }]);
		expect(told(press(read.state, 'k').effects)).toEqual([]);
	});

	test('is not one that has ended before', () => {
		for (const status of ['Failed', 'Succeeded', 'Stopped', 'SucceededReserving']) {
			const state = press(calm([as(one, status)]), 'w').state;
			expect(state.notice).toBe(`train-dlc1 has ended already: ${status}`);
			expect(state.watches.jobs.size).toBe(0);
		}
	});

	test('is watched no more after w again, or :unwatch', () => {
		const watching = press(calm([one]), 'w').state;
		for (const state of [press(watching, 'w').state, run(watching, 'unwatch')]) {
			expect(told(poll(state, [as(one, 'Failed')]).effects)).toEqual([]);
		}
		expect(run(calm([one]), 'unwatch').notice).toBe('nothing is watched');
	});

	test('is told by the line alone with --no-notify', () => {
		const quiet = calm([one]);
		const watching = press({ ...quiet, settings: { ...quiet.settings, notifies: false } }, 'w').state;
		const ended = poll(watching, [as(one, 'Failed')]);
		expect(told([...ended.effects, ...press(ended.state, 'k').effects])).toEqual([]);
		expect(ended.state.notice).toBe('train-dlc1 Failed');
	});

	test('can be chosen in the pane by :watch, where w wraps', () => {
		const pane = press(calm([one, two]), 'enter').state;
		expect([...run(pane, 'watch').watches.jobs.keys()]).toEqual(['dlc1']);
	});
});

describe('a watched job that no row shows', () => {
	const away = (): Moved => poll(press(calm([one, two]), 'w').state, [two]);

	test('is asked for by its id in its workspace, whatever its age, and rings at its end', () => {
		const moved = away();
		expect(asked(moved.effects)).toEqual([
			{
				JobIds: 'dlc1',
				WorkspaceId: '268',
				ShowOwn: true,
				StartTime: '2000-01-01T00:00:00Z',
				PageNumber: 1,
				PageSize: 100,
			},
		]);
		const still = answer(moved.state, aPage([one]), later(10));
		expect(told(still.effects)).toEqual([]);
		expect(still.state.poll.kind).toBe('waiting');
		expect(still.state.listing?.jobs).toEqual(moved.state.listing?.jobs);
		const ended = answer(poll(still.state, [two]).state, aPage([as(one, 'Succeeded')]), later(20));
		expect(told(ended.effects)).toContainEqual({ type: 'notify', lines: ['train-dlc1 Succeeded'] });
	});

	test('and that the service lists no more is told as gone', () => {
		expect(told(answer(away().state, aPage([]), later(10)).effects)[0]).toEqual({
			type: 'notify',
			lines: ['train-dlc1 is gone: the service lists it no more'],
		});
	});

	test('does no harm when the question fails, and goes one by one where JobIds is not known', () => {
		for (const kind of ['network', 'not-allowed', 'service', 'bad-request'] as const) {
			const failed = refuse(away().state, aFailure(kind), later(10)).state;
			expect(failed.poll.kind).toBe('waiting');
			expect(failed.watches.jobs.has('dlc1')).toBe(true);
		}
		const strange = answer(away().state, aPage([two], 683), later(10));
		expect(told(strange.effects)).toEqual([]);
		expect(asked(poll(strange.state, [two]).effects)).toMatchObject([{ JobId: 'dlc1' }]);
	});

	test('is not asked for while a filter is typed', () => {
		const typing = press(press(calm([one, two]), 'w').state, '/').state;
		expect(inFlight(poll(typing, [two]).state)).toEqual([]);
	});
});

describe(':watch failed', () => {
	const watching = () => run(calm([one, two, as(namedJob('dlc3'), 'Failed')]), 'watch failed');

	test('tells each job of the view that fails, once, and none that had failed before', () => {
		const failed = poll(watching(), [as(one, 'Failed'), two, as(namedJob('dlc3'), 'Failed')]);
		expect(told(failed.effects)[0]).toEqual({ type: 'notify', lines: ['train-dlc1 Failed'] });
		expect(told(poll(failed.state, [as(one, 'Failed'), two]).effects)).toEqual([]);
	});

	test('tells a job that comes into the view as failed, if it failed since', () => {
		const finished = (id: string, GmtFinishTime: string) => as(namedJob(id), 'Failed', { GmtFinishTime });
		const moved = poll(watching(), [
			finished('dlc8', '2026-11-09T12:00:05Z'),
			finished('dlc9', '2026-11-09T11:59:00Z'),
			one,
			two,
		]);
		expect(told(moved.effects)[0]).toEqual({ type: 'notify', lines: ['train-dlc8 Failed'] });
	});

	test('tells none that the filter of the view leaves out', () => {
		const seen = run(pressAll(calm([one, two]), ['/', 'g', 'p', 'u', '>', '9', 'enter']).state, 'watch failed');
		expect(told(poll(seen, [as(one, 'Failed'), two]).effects)).toEqual([]);
	});

	test('looks up live jobs that left the view, and tells those that failed', () => {
		const left = poll(watching(), []);
		const asking = poll(left.state, []);
		expect(asked(asking.effects)).toMatchObject([{ JobIds: 'dlc1,dlc2' }]);
		const known = answer(asking.state, aPage([as(one, 'Failed'), as(two, 'Succeeded')]), later(20));
		expect(told(known.effects)[0]).toEqual({ type: 'notify', lines: ['train-dlc1 Failed'] });
		expect(known.state.watches.jobs.size).toBe(0);
	});

	test('looks up what left in the order of the view, not in that of the ids', () => {
		const [last, first] = [namedJob('dlc9'), namedJob('dlc1')];
		const asking = poll(poll(run(calm([last, first]), 'watch failed'), []).state, []);
		expect(asked(asking.effects)).toMatchObject([{ JobIds: 'dlc9,dlc1' }]);
	});

	test('takes no turned page for jobs that left', () => {
		const watched = run(showing([one, two], { ...aState(), older: { count: 0, polls: -1000 } }, 200), 'watch failed');
		const turned = answer(press(watched, 'n').state, aPage([namedJob('dlc3')], 200)).state;
		expect(turned.watches.jobs.size).toBe(0);
	});

	test('tells three of many, and how many more', () => {
		const jobs = Array.from({ length: 9 }, (_, index) => namedJob(`dlc${index}`));
		const state = run(calm(jobs), 'watch failed');
		const failed = poll(
			state,
			jobs.map(job => as(job, 'Failed')),
		);
		expect(told(failed.effects)).toEqual([
			{ type: 'notify', lines: ['train-dlc0 Failed', 'train-dlc1 Failed', 'train-dlc2 Failed', 'and 6 more'] },
			{ type: 'set-title', unread: 9 },
		]);
		expect(failed.state.notice).toBe('train-dlc0 Failed · and 8 more');
	});
});
