import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../source/model/effect.ts';
import type { JsonObject } from '../../../source/model/json.ts';
import { followPods } from '../../../source/model/logs/log-screen.ts';
import { readLines } from '../../../source/model/logs/read.ts';
import { followWords } from '../../../source/model/select/logs.ts';
import type { State } from '../../../source/model/state.ts';
import { aState, namedJob } from '../../support/jobs.ts';
import {
	aFailure,
	fire,
	happen,
	later,
	type Moved,
	noon,
	polled,
	press,
	pressAll,
	showing,
} from '../../support/moves.ts';

const ago = (seconds: number): string => new Date(noon - seconds * 1000).toISOString();
const pod = (Status: string, more: JsonObject = {}): JsonObject => ({
	PodId: 'dlc1-worker-0',
	PodUid: 'one',
	Type: 'worker',
	Status,
	...more,
});
const jobWith = (Status: string, Pods: readonly JsonObject[], more: JsonObject = {}) =>
	namedJob('dlc1', { Status, Pods, ...more });
const opened = (job: ReturnType<typeof namedJob>): State => press(showing([job]), 'l').state;
const arrive = (state: State, lines: readonly string[], at = noon): Moved =>
	happen(state, { type: 'lines-arrived', request: state.logs?.request ?? -1, lines: readLines(lines) }, at);
const waits = (effects: readonly Effect[]): boolean =>
	effects.some(effect => effect.type === 'start-timer' && effect.timer === 'logs');
const asks = (effects: readonly Effect[]): boolean => effects.some(({ type }) => type === 'fetch-lines');
const words = ({ logs }: State): string | undefined => logs && followWords(logs);

const long = { GmtFinishTime: ago(3600) };
const failed = jobWith('Failed', [pod('Failed', long)], long);
const many = Array.from({ length: 100 }, (_, index) => `line ${index}`);
const readOut = (job = failed): State => arrive(opened(job), many).state;

describe('the log of what has ended', () => {
	test('is said to have ended as soon as all of it was read, and is asked for no more', () => {
		const open = opened(failed);
		expect(words(open)).toBe('following every 2 s');
		const { state, effects } = arrive(open, ['a', 'b']);
		expect(words(state)).toBe('ended');
		expect(waits(effects)).toBe(false);
	});

	test.each([
		['a pod of a job that goes on', jobWith('Running', [pod('Failed', long)])],
		['a pod of which nobody says that it ended, in a job that has', jobWith('Stopped', [pod('Running')], long)],
		['a pod of which nobody says when it ended, in a job that has', jobWith('Failed', [pod('Failed')], long)],
		['the events of a job without pods', jobWith('Failed', [], long)],
	])('ends with it: %s', (_, job) => {
		expect(words(readOut(job))).toBe('ended');
	});

	test('goes on where the pod and the job do', () => {
		const { state, effects } = arrive(opened(jobWith('Running', [pod('Running')])), ['a']);
		expect(words(state)).toBe('following every 2 s');
		expect(waits(effects)).toBe(true);
	});

	test('is asked for again while late lines may still come: a minute after the end', () => {
		const just = jobWith('Failed', [pod('Failed', { GmtFinishTime: ago(30) })]);
		const first = arrive(opened(just), ['a']);
		expect(words(first.state)).toMatch(/^following/);
		expect(waits(first.effects)).toBe(true);
		const asked = fire(first.state, 'logs', later(31)).state;
		expect(words(arrive(asked, ['a'], later(31)).state)).toBe('ended');
	});

	test('is measured by the clock of the service, not by one that is ahead', () => {
		const just = jobWith('Failed', [pod('Failed', { GmtFinishTime: ago(30) })]);
		expect(words(arrive({ ...opened(just), clockAheadMs: -40_000 }, ['a']).state)).toBe('ended');
		expect(words(arrive({ ...opened(failed), clockAheadMs: 3_599_000 }, ['a']).state)).toMatch(/^following/);
	});

	test('where nobody says when it ended, an answer without news is the end', () => {
		const first = arrive(opened(jobWith('Running', [pod('Succeeded')])), ['a']);
		expect(words(first.state)).toMatch(/^following/);
		expect(words(arrive(fire(first.state, 'logs', later(2)).state, ['a'], later(2)).state)).toBe('ended');
	});

	test('is read on while an answer is as long as one may be', () => {
		const lines = Array.from({ length: 2000 }, (_, index) => `line ${index}`);
		const first = arrive(opened(failed), lines);
		expect(words(first.state)).toMatch(/^following/);
		expect(waits(first.effects)).toBe(true);
		expect(words(arrive(fire(first.state, 'logs', later(2)).state, ['line 1999'], later(2)).state)).toBe('ended');
	});

	test('is not called ended after a failure, until it is read', () => {
		const asked = press(readOut(), 'r').state;
		const refused = happen(asked, { type: 'lines-failed', request: asked.lastRequest, failure: aFailure('network') });
		expect(words(refused.state)).toBe('following, after a failure');
		expect(waits(refused.effects)).toBe(true);
	});

	test('is asked for once more by s, from wherever one is, and says so', () => {
		for (const keys of [['s'], ['k', 's']]) {
			const { state, effects } = pressAll(readOut(), keys);
			expect(asks(effects)).toBe(true);
			expect(state).toMatchObject({ notice: 'ended: asking once more', logs: { follows: true, place: undefined } });
			expect(words(arrive(state, [...many, 'one more']).state)).toBe('ended');
		}
	});

	test('is another with another pod, which may go on', () => {
		const two = jobWith('Running', [pod('Failed', long), pod('Running', { PodId: 'dlc1-worker-1', PodUid: 'two' })]);
		const next = press(readOut(two), ']');
		expect(words(next.state)).toMatch(/^following/);
		expect(asks(next.effects)).toBe(true);
	});
});

describe('the log of a job that no list has', () => {
	const told = (state: State, item: JsonObject, at = noon): State =>
		happen(state, { type: 'job-arrived', request: state.detail?.request ?? -1, item }, at).state;
	const running = { JobId: 'dlc9', Status: 'Running', Pods: [pod('Running')] };
	const readOn = (): State =>
		arrive(press(told(showing([], { ...aState(), opensOn: 'dlc9' }), running), 'l').state, many).state;

	test('ends with it, as GetJob tells', () => {
		expect(words(readOn())).toMatch(/^following/);
		const asked = polled(readOn(), [], later(10));
		const ended = told(asked, { JobId: 'dlc9', Status: 'Failed', Pods: [pod('Failed', long)], ...long }, later(10));
		expect(ended.logs?.job.Status).toBe('Failed');
		expect(words(arrive(fire(ended, 'logs', later(12)).state, many, later(12)).state)).toBe('ended');
	});
});

describe('what had ended and goes on after all', () => {
	const restarted = (HistoryPods: readonly JsonObject[]) =>
		jobWith('Running', [pod('Running', { PodUid: 'two', HistoryPods })]);
	const follow = (state: State, job: ReturnType<typeof namedJob>) =>
		followPods({ ...state, listing: showing([job]).listing }, later(10));

	test('is asked for again at once: the same run, or a new one', () => {
		for (const job of [jobWith('Running', [pod('Running')]), restarted([]), restarted([pod('Failed', long)])]) {
			const [state, effects] = follow(readOut(), job);
			expect(words(state)).toMatch(/^following/);
			expect(asks(effects)).toBe(true);
		}
	});

	test('is asked for as well where one reads further up and the former run is told of no more', () => {
		const [state, effects] = follow(press(readOut(), 'k').state, restarted([]));
		expect(state.notice).toMatch(/the lines of its new run follow$/);
		expect(asks(effects)).toBe(true);
	});

	test('stays as it is where one reads the former run further up, and after a poll without a change', () => {
		const [state, effects] = follow(press(readOut(), 'k').state, restarted([pod('Failed', long)]));
		expect(words(state)).toBe('ended');
		expect(asks(effects)).toBe(false);
		expect(words(polled(readOut(), [failed]))).toBe('ended');
	});
});
