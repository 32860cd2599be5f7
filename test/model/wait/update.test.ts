import { describe, expect, test } from 'vitest';
import { mostFirstFailures } from '../../../source/model/wait/update.ts';
import { endingLines, newsWords, progressWords } from '../../../source/model/wait/words.ts';
import { namedJob } from '../../support/jobs.ts';
import { later, noon } from '../../support/moves.ts';
import { asked, begin, endingOf, fail, followed, job, list, next, request, told } from './waits.ts';

const aJobIn = (id: string, Status: string) => namedJob(id, { Status });

describe('a wait', () => {
	test('asks for all its jobs by one request that no window and no owner narrows', () => {
		const [effect] = begin(['dlc1', 'DLC2']).effects;
		expect(effect).toEqual({
			type: 'ask-list',
			request: 1,
			parameters: {
				JobIds: 'dlc1,dlc2',
				ShowOwn: false,
				StartTime: '2000-01-01T00:00:00Z',
				PageNumber: 1,
				PageSize: 100,
			},
		});
	});

	test('keeps to the workspace and the owner that were given', () => {
		const scope = { WorkspaceId: '268', ShowOwn: true };
		expect(begin(['dlc1'], { scope }).effects).toMatchObject([{ parameters: scope }]);
		expect(begin(['dlc1'], { scope: { FromAllWorkspaces: true } }).effects).toMatchObject([
			{ parameters: { FromAllWorkspaces: true, ShowOwn: true } },
		]);
	});

	test('asks a hundred at a time, one request after the other', () => {
		const ids = Array.from({ length: 150 }, (_, index) => `dlc${index}`);
		const first = begin(ids);
		expect(asked(first)[0]?.split(',')).toHaveLength(100);
		const second = list(
			first,
			ids.slice(0, 100).map(id => aJobIn(id, 'Running')),
		);
		expect(asked(second)[0]?.split(',')).toHaveLength(50);
	});

	test('ends well when all have succeeded, and asks again only for those that have not', () => {
		const first = list(begin(['dlc1', 'dlc2']), [aJobIn('dlc1', 'Succeeded'), aJobIn('dlc2', 'Running')]);
		expect(endingOf(first)).toBeUndefined();
		expect(first.effects.at(-1)).toEqual({ type: 'start-timer', timer: 'next', atLeastMs: 9000, atMostMs: 11_000 });
		const second = next(first);
		expect(asked(second)).toEqual(['list dlc2']);
		expect(endingOf(list(second, [aJobIn('dlc2', 'Succeeded')]))).toEqual({ kind: 'reached' });
	});

	test('waits for all, also when one failed, and then says which', () => {
		const first = list(begin(['dlc1', 'dlc2']), [
			namedJob('dlc1', { Status: 'Failed', ReasonMessage: 'CUDA out of memory' }),
			aJobIn('dlc2', 'Running'),
		]);
		expect(endingOf(first)).toBeUndefined();
		const second = list(next(first), [aJobIn('dlc2', 'Succeeded')]);
		expect(endingOf(second)).toEqual({ kind: 'failed' });
		expect(endingLines(second.state, { kind: 'failed' })).toEqual([
			'dlc1 train-dlc1 is Failed (CUDA out of memory), not Succeeded',
		]);
	});

	test('tells of each change once', () => {
		const first = list(begin(['dlc1']), [aJobIn('dlc1', 'Queuing')]);
		const same = list(next(first), [aJobIn('dlc1', 'Queuing')]);
		const changed = list(next(same), [aJobIn('dlc1', 'Running')]);
		expect([first, same, changed].map(step => told(step).map(newsWords))).toEqual([
			['dlc1 train-dlc1: Queuing'],
			[],
			['dlc1 train-dlc1: Queuing -> Running'],
		]);
		expect(progressWords(changed.state)).toMatch(/^1 of 1 to go: 1 Running · \d\d:\d\d:\d\d$/);
	});

	test('drops an answer that it does not wait for', () => {
		const first = begin(['dlc1']);
		const late = followed(first, { type: 'job-answered', request: request(first) + 1, item: { JobId: 'dlc1' } });
		expect(late).toEqual({ state: first.state, effects: [] });
	});
});

describe('a job that the list does not show', () => {
	test('is asked for by GetJob, in the same round and from then on', () => {
		const first = list(begin(['dlc1', 'dlc2']), [aJobIn('dlc1', 'Running')]);
		expect(asked(first)).toEqual(['job dlc2']);
		const second = job(first, aJobIn('dlc2', 'Running'));
		expect(endingOf(second)).toBeUndefined();
		const third = list(next(second), [aJobIn('dlc1', 'Succeeded')]);
		expect(asked(third)).toEqual(['job dlc2']);
		expect(endingOf(job(third, aJobIn('dlc2', 'Succeeded')))).toEqual({ kind: 'reached' });
	});

	test('is unknown when GetJob does not know it either: all such are named', () => {
		const first = list(begin(['dlc1', 'dlc2', 'dlc3']), [aJobIn('dlc3', 'Running')]);
		const second = fail(first, 'bad-request', { Code: 'NotFound', httpStatus: 404 });
		expect(asked(second)).toEqual(['job dlc2']);
		const third = fail(second, 'bad-request', { Code: 'InvalidParameter' });
		expect(endingOf(third)).toEqual({ kind: 'unknown' });
		expect(endingLines(third.state, { kind: 'unknown' }).map(line => line.split(':')[0])).toEqual(['dlc1', 'dlc2']);
	});

	test('is gone when it was seen before, which is a failure with its name', () => {
		const first = list(begin(['dlc1']), [aJobIn('dlc1', 'Running')]);
		const missing = fail(list(next(first), []), 'bad-request', { Code: 'NotFound' });
		expect(told(missing).map(({ kind }) => kind)).toEqual(['gone']);
		expect(endingOf(missing)).toEqual({ kind: 'failed' });
		expect(endingLines(missing.state, { kind: 'failed' })).toEqual([
			'dlc1 train-dlc1: gone, the service does not know it any more',
		]);
	});

	test('is not unknown because a wrong host answered', () => {
		const first = list(begin(['dlc1']), []);
		expect(endingOf(fail(first, 'bad-request', { Code: 'InvalidApi.NotFound' }))).toMatchObject({ kind: 'refused' });
		expect(endingOf(fail(first, 'bad-request', { httpStatus: 404 }))).toBeUndefined();
	});
});

describe('a service that does not answer for ids', () => {
	test('is asked one by one: when it refuses them', () => {
		for (const kind of ['bad-request', 'malformed-answer', 'not-allowed'] as const) {
			const first = fail(begin(['dlc1', 'dlc2']), kind);
			expect(asked(first)).toEqual(['job dlc1']);
			const second = job(first, aJobIn('dlc1', 'Running'));
			expect(asked(second)).toEqual(['job dlc2']);
			expect(asked(next(job(second, aJobIn('dlc2', 'Running'))))).toEqual(['job dlc1']);
		}
	});

	test('is asked one by one: when it sends any jobs instead', () => {
		const first = list(begin(['dlc1', 'dlc2']), [aJobIn('dlc9', 'Running'), aJobIn('dlc1', 'Running')], 683);
		expect(asked(first)).toEqual(['job dlc2']);
		expect(first.state.jobs.has('dlc9')).toBe(false);
		expect(asked(next(job(first, aJobIn('dlc2', 'Running'))))).toEqual(['job dlc1']);
	});

	test('gets no more requests than the bucket has', () => {
		const ids = Array.from({ length: 100 }, (_, index) => `dlc${index}`);
		let waiting = fail(begin(ids, { requestsPerMinute: 20 }), 'bad-request');
		let count = 1;
		for (; asked(waiting).length > 0; count += 1) {
			waiting = job(waiting, aJobIn(asked(waiting)[0]?.slice(4) ?? '', 'Running'));
		}
		expect(count).toBeLessThanOrEqual(20);
		expect(waiting.effects.at(-1)).toMatchObject({ type: 'start-timer', timer: 'next', atLeastMs: 3000 });
		expect(asked(next(waiting, later(4)))).toHaveLength(1);
	});
});

describe('trouble', () => {
	test('is waited out, the service first, and told with the time of the next try', () => {
		const first = list(begin(['dlc1']), [aJobIn('dlc1', 'Running')]);
		const failed = fail(next(first), 'throttled', { retryAfterMs: 5000, Code: 'Throttling.User' });
		expect(failed.effects).toEqual([{ type: 'start-timer', timer: 'next', atLeastMs: 5000, atMostMs: 6000 }]);
		const scheduled = followed(failed, { type: 'timer-started', timer: 'next', firesAt: later(5.5) });
		expect(told(scheduled).map(newsWords)[0]).toMatch(/^Throttling\.User: No\. Next try at \d\d:\d\d:\d\d\.$/);
		expect(progressWords(scheduled.state)).toContain('Throttling.User');
		expect(asked(next(failed))).toEqual(['list dlc1']);
		expect(next(failed).state.attempt).toBe(1);
	});

	test('never ends a wait that had an answer once, however long it lasts', () => {
		let waiting = list(begin(['dlc1']), [aJobIn('dlc1', 'Running')]);
		for (let round = 0; round < 100; round += 1) {
			waiting = fail(next(waiting, later(60 * round)), 'network');
			expect(endingOf(waiting)).toBeUndefined();
		}
		expect(waiting.effects).toMatchObject([{ atMostMs: 60_000 }]);
	});

	test('before any answer ends it after some tries, but throttling does not', () => {
		let waiting = begin(['dlc1']);
		for (let round = 1; round < mostFirstFailures; round += 1) {
			waiting = fail(waiting, 'network');
			expect(endingOf(waiting)).toBeUndefined();
			waiting = next(waiting);
		}
		expect(endingOf(fail(waiting, 'throttled'))).toBeUndefined();
		expect(endingOf(fail(waiting, 'network'))).toMatchObject({ kind: 'refused', failure: { kind: 'network' } });
	});

	test('with the credentials ends it at once, at any time', () => {
		expect(endingOf(fail(begin(['dlc1']), 'signed-out'))).toMatchObject({ failure: { kind: 'signed-out' } });
		const alone = fail(begin(['dlc1']), 'not-allowed');
		expect(endingOf(fail(alone, 'not-allowed'))).toMatchObject({ failure: { kind: 'not-allowed' } });
	});
});

describe('a timeout', () => {
	const day = 86_400_000;

	test('ends the wait, and names what is still open', () => {
		const first = list(begin(['dlc1', 'dlc2'], { timeoutMs: 60_000 }), [
			aJobIn('dlc1', 'Running'),
			aJobIn('dlc2', 'Failed'),
		]);
		const over = followed(first, { type: 'timer-fired', timer: 'deadline' }, later(60));
		expect(endingOf(over)).toEqual({ kind: 'timed-out' });
		expect(endingLines(over.state, { kind: 'timed-out' })).toEqual([
			'timed out',
			'dlc1 train-dlc1 is still Running',
			'dlc2 train-dlc2 is Failed, not Succeeded',
		]);
		expect(next(over).effects).toEqual([]);
	});

	test('of weeks is counted in days, which a timer can hold', () => {
		const first = begin(['dlc1'], { timeoutMs: 30 * day });
		expect(first.effects.at(-1)).toMatchObject({ timer: 'deadline', atLeastMs: day, atMostMs: day });
		const fired = followed(first, { type: 'timer-fired', timer: 'deadline' }, noon + 29.5 * day);
		expect(fired.effects).toMatchObject([{ timer: 'deadline', atLeastMs: day / 2 }]);
	});
});
