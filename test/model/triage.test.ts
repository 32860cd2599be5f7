import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jobsByKey } from '../../source/model/by-key.ts';
import type { Job } from '../../source/model/job.ts';
import type { JsonObject } from '../../source/model/json.ts';
import { judge, urgencyOf, type Verdicts } from '../../source/model/triage.ts';
import { statusValues } from '../../source/tables/statuses.ts';
import { usualThresholds } from '../../source/tables/triage-rules.ts';
import { aJob, namedJob } from '../support/jobs.ts';
import { keysOf, noon, press, pressAll, showing } from '../support/moves.ts';

const minutes = (count: number): string => new Date(noon - count * 60_000).toISOString();
const stay = (Status: string, from: number, to?: number): JsonObject => ({
	Status,
	StartTime: minutes(from),
	...(to === undefined ? {} : { EndTime: minutes(to) }),
});
const verdictsOn = (jobs: readonly Job[], thresholds = usualThresholds): Verdicts =>
	judge({ loaded: jobsByKey(jobs), asOf: noon }, thresholds).verdicts;
const why = (job: Job, others: readonly Job[] = []): string | undefined =>
	verdictsOn([...others, job]).get(job.key)?.why;

describe('a job that failed', () => {
	test.each([
		[0, 'failed 0s ago: OOM'],
		[60, 'failed 1h00 ago: OOM'],
		[61, undefined],
	])('%d minutes ago gives the reason %s', (age, expected) => {
		const job = namedJob('dlc1', { Status: 'Failed', ReasonCode: 'OOM', GmtFinishTime: minutes(age) });
		expect(why(job)).toBe(expected);
	});

	test.each([
		['JobFailed', 'Pod dlc3p6t0y7q2kdz5-worker-3 exited with code 137: killed', 'exit 137: killed'],
		['JobFailed', '', 'JobFailed'],
		['ImagePullFailed', 'manifest unknown', 'ImagePullFailed'],
	])('with the code %s and the message %j tells the cause %j', (ReasonCode, ReasonMessage, cause) => {
		const job = namedJob('dlc1', { Status: 'Failed', ReasonCode, ReasonMessage, GmtFinishTime: minutes(5) });
		expect(why(job)).toBe(`failed 5m ago: ${cause}`);
	});

	test('shows no secret of its message', () => {
		const job = namedJob('dlc1', {
			Status: 'Failed',
			ReasonMessage: 'exit 1: TOKEN=hunter2',
			GmtFinishTime: minutes(1),
		});
		expect(why(job)).toContain('TOKEN=••••');
	});

	test('and still holds GPUs gives both reasons', () => {
		const job = namedJob('dlc1', {
			Status: 'FailedReserving',
			RequestGPU: '8',
			GmtFinishTime: minutes(5),
			StatusHistory: [stay('Running', 30, 5), stay('FailedReserving', 5)],
		});
		expect(why(job)).toBe('failed 5m ago; ended, holds 8 GPUs for 5m');
	});
});

describe('a restart loop', () => {
	const restarted = (times: readonly number[], Status = 'Running'): Job =>
		namedJob('dlc1', {
			Status,
			RestartTimes: `${times.length}/20`,
			StatusHistory: times.map(from => stay('Restarting', from, from - 0.5)),
		});

	test('is three restarts within an hour', () => {
		expect(why(restarted([59, 30, 10]))).toBe('3 restarts within 1h00');
		expect(why(restarted([61, 30, 10]))).toBeUndefined();
		expect(why(restarted([30, 10]))).toBeUndefined();
	});

	test('is over once the job ended', () => {
		expect(why(restarted([59, 30, 10], 'Stopped'))).toBeUndefined();
	});
});

describe('a preparation', () => {
	const past = (count: number): readonly Job[] =>
		Array.from({ length: count }, (_, index) =>
			namedJob(`dlc9${index}`, { StatusHistory: [stay('EnvPreparing', 100, 99)] }),
		);
	const now = (from: number): Job =>
		namedJob('dlc1', { Status: 'EnvPreparing', StatusHistory: [stay('EnvPreparing', from)] });

	test('is stuck past the 95th percentile of those in the list', () => {
		expect(why(now(30), past(30))).toBe('in EnvPreparing for 30m, 95 % take up to 1m');
		expect(why(now(0.5), past(30))).toBeUndefined();
	});

	test('is not called stuck where fewer than 20 were seen', () => {
		expect(why(now(30), past(18))).toBeUndefined();
		expect(why(now(30), past(19))).toBeDefined();
		const half = { ...usualThresholds, stuckShare: 0.5 };
		expect(verdictsOn([...past(18), now(30)], half).size).toBe(0);
		expect(verdictsOn([...past(19), now(30)], half).size).toBe(1);
	});

	test('is not measured by a job that ended and of which nobody tells for how long it prepared', () => {
		const unknown = past(30).map(job =>
			namedJob(`${job.JobId}x`, { Status: 'Stopped', StatusHistory: [stay('EnvPreparing', 100)] }),
		);
		expect(why(now(30), [...past(19), ...unknown])).toBe('in EnvPreparing for 30m, 95 % take up to 1m');
		expect(why(now(30), unknown)).toBeUndefined();
	});

	test('is not guessed where the service sends no history', () => {
		const job = namedJob('dlc1', { Status: 'EnvPreparing', GmtCreateTime: minutes(600) });
		expect(why(job, past(30))).toBeUndefined();
	});
});

describe('a wait', () => {
	const waited = (count: number, ResourceId: string): readonly Job[] =>
		Array.from({ length: count }, (_, index) =>
			namedJob(`dlc${ResourceId}${index}`, {
				ResourceId,
				GmtSubmittedTime: minutes(100),
				GmtRunningTime: minutes(98),
			}),
		);
	const waiting = (from: number): Job =>
		namedJob('dlc1', { Status: 'Queuing', ResourceId: 'quotaA', GmtSubmittedTime: minutes(from) });

	test('is long past what others of its quota wait, and past ten minutes', () => {
		expect(why(waiting(11), waited(20, 'quotaA'))).toBe('waits 11m, others of its quota up to 2m');
		expect(why(waiting(9), waited(20, 'quotaA'))).toBeUndefined();
	});

	test('is not measured by another quota', () => {
		expect(why(waiting(60), waited(20, 'quotaB'))).toBeUndefined();
	});
});

describe('a limit', () => {
	const running = (JobMaxRunningTimeMinutes: number, ran: number): Job =>
		namedJob('dlc1', { JobMaxRunningTimeMinutes, GmtRunningTime: minutes(ran) });

	test.each([
		[120, 82, 'ends in 38m, at its limit'],
		[120, 59, undefined],
		[120, 60, 'ends in 1h00, at its limit'],
		[60, 65, 'past its limit by 5m'],
		[0, 65, undefined],
	])('of %d minutes after %d gives %s', (limit, ran, expected) => {
		expect(why(running(limit, ran))).toBe(expected);
	});
});

describe('triage', () => {
	test('orders by rule, then by GPUs, and jobs without a reason by their status', () => {
		const jobs = [
			namedJob('dlc1', { Status: 'Succeeded' }),
			namedJob('dlc2', { Status: 'SucceededReserving', RequestGPU: '1' }),
			namedJob('dlc3', { Status: 'Failed', GmtFinishTime: minutes(3), RequestGPU: '1' }),
			namedJob('dlc4', { Status: 'Failed', GmtFinishTime: minutes(30), RequestGPU: '64' }),
			namedJob('dlc5', { Status: 'Failed', GmtFinishTime: minutes(300) }),
		];
		const { state } = press(showing(jobs), 'T');
		expect(keysOf(state)).toEqual(['dlc4', 'dlc3', 'dlc2', 'dlc5', 'dlc1']);
		const turned = press(state, 'T').state;
		expect(keysOf(turned)).toEqual(['dlc1', 'dlc5', 'dlc2', 'dlc3', 'dlc4']);
		expect(turned.notice).toBe('triage turned round: what needs a look stands last');
		expect(press(turned, 'T').state.notice).toBeUndefined();
		expect(keysOf(pressAll(state, ['A']).state)).toEqual(jobs.map(job => job.key));
	});

	test('finds a job with a reason more urgent than any without, whatever its size and status', () => {
		const statuses = fc.constantFrom(...statusValues, 'New');
		const gpus = fc.nat(10_000_000).map(String);
		fc.assert(
			fc.property(statuses, gpus, gpus, (Status, big, small) => {
				const held = aJob({ JobId: 'dlc1', Status: 'SucceededReserving', RequestGPU: `1${small}`.slice(0, 7) });
				const other = aJob({ JobId: 'dlc2', Status, RequestGPU: big });
				const verdicts = verdictsOn([held, other]);
				fc.pre(!verdicts.has('dlc2'));
				const urgency = urgencyOf(verdicts);
				expect(urgency(held)).toBeLessThan(urgency(other));
			}),
		);
	});
});

test('triage says how many jobs need a look where the selected one keeps its line below them, and nothing at the top', () => {
	const failing = Array.from({ length: 60 }, (_, index) =>
		namedJob(`dlc${String(index).padStart(2, '0')}`, {
			Status: index < 2 ? 'Failed' : 'Queuing',
			GmtFinishTime: index < 2 ? '2026-11-09T11:59:00Z' : '',
		}),
	);
	const listed = showing(failing);
	expect(press(listed, 'T').state.notice).toBeUndefined();
	expect(pressAll(listed, ['G', 'T']).state.notice).toBe('2 jobs need a look: g goes to the top');
	expect(pressAll(listed, ['G', 'z']).state.notice).toBe('grouped by status: g goes to the top');
});

test('a job with a short limit is near it in the second half of its time only', () => {
	const running = (minutesAgo: number) =>
		namedJob('dlc1', {
			Status: 'Running',
			GmtRunningTime: new Date(noon - minutesAgo * 60_000).toISOString(),
			JobMaxRunningTimeMinutes: 60,
		});
	const why = (minutesAgo: number) => verdictsOn([running(minutesAgo)]).get('dlc1')?.why;
	expect(why(7)).toBeUndefined();
	expect(why(31)).toBe('ends in 29m, at its limit');
});
