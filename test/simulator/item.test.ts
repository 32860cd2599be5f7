import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../source/model/json.ts';
import { itemAt, plainItemAt } from '../../source/simulator/item.ts';
import type { SimulatedJob } from '../../source/simulator/job.ts';
import { day, minute, second, start, world } from './moments.ts';
import { objects, textOf } from './reading.ts';

const terminal = ['Succeeded', 'Failed', 'Stopped'];
const outcomeField: Readonly<Record<string, string>> = {
	Succeeded: 'GmtSuccessedTime',
	Failed: 'GmtFailedTime',
	Stopped: 'GmtStoppedTime',
};

const checkHistory = (item: JsonObject, now: number): void => {
	const history = objects(item.StatusHistory);
	const last = history.at(-1) ?? {};
	expect(item.Status).toBe(last.Status);
	expect(item.ReasonMessage).toBe(last.ReasonMessage);
	expect(history[0]?.StartTime).toBe(item.GmtCreateTime);
	expect(item.GmtModifiedTime).toBe(last.StartTime);
	expect(history.map(entry => entry.EndTime)).toEqual(
		history
			.slice(1)
			.map(entry => entry.StartTime)
			.concat([undefined]),
	);
	const times = history.map(entry => Date.parse(textOf(entry, 'StartTime')));
	expect(times).toEqual([...times].sort((a, b) => a - b));
	expect(times.at(-1)).toBeLessThanOrEqual(now);
	const before = history.slice(0, -1).map(entry => textOf(entry, 'Status'));
	expect(before.filter(status => terminal.includes(status))).toEqual([]);
};

const checkTimes = (item: JsonObject, now: number): void => {
	const history = objects(item.StatusHistory);
	const startOf = (wanted: (status: string, index: number) => boolean) =>
		history.find((entry, index) => wanted(textOf(entry, 'Status'), index))?.StartTime;
	const Status = textOf(item, 'Status');
	const finish = terminal.includes(Status) ? item.GmtModifiedTime : undefined;
	expect(item.GmtFinishTime).toBe(finish);
	for (const [status, field] of Object.entries(outcomeField)) {
		expect(item[field]).toBe(status === Status ? finish : undefined);
	}
	expect(item.GmtRunningTime).toBe(startOf(status => status === 'Running'));
	expect(item.GmtSubmittedTime).toBe(startOf((_status, index) => index === 1));
	const end = finish === undefined ? now : Date.parse(textOf(item, 'GmtFinishTime'));
	expect(item.Duration).toBe(Math.floor((end - Date.parse(textOf(item, 'GmtCreateTime'))) / 1_000));
};

const counts = (statuses: readonly string[]): string =>
	[...new Set(statuses)]
		.sort()
		.map(status => (status === 'Failed' ? `${statuses.filter(one => one === 'Failed').length} Failed` : status))
		.join(' + ');

/** The pods that go with a status, for jobs of one pod and of several. */
const podsThatFit: Readonly<Record<string, readonly string[]>> = {
	Creating: [''],
	Queuing: ['', 'Stopped'],
	Bidding: ['', 'Stopped'],
	EnvPreparing: ['Pending'],
	SanityChecking: ['Pending'],
	Running: ['Running'],
	Restarting: ['Pending'],
	Stopping: ['Running'],
	SucceededReserving: ['Running'],
	FailedReserving: ['1 Failed', '1 Failed + Running'],
	Succeeded: ['Succeeded'],
	Failed: ['', '1 Failed', '1 Failed + Stopped'],
	Stopped: ['', 'Stopped'],
	Hibernating: [''],
	PreAllocating: [''],
};

const checkPods = (item: JsonObject): void => {
	const pods = objects(item.Pods);
	const Status = textOf(item, 'Status');
	const restarts = objects(item.StatusHistory).filter(entry => entry.Status === 'Restarting').length;
	expect(podsThatFit[Status]).toContain(counts(pods.map(pod => textOf(pod, 'Status'))));
	expect(textOf(item, 'RestartTimes').split('/')[0]).toBe(String(restarts));
	if (pods.length > 0) {
		const asked = objects(item.JobSpecs).reduce((sum, role) => sum + Number(role.PodCount), 0);
		expect(pods).toHaveLength(asked);
		expect(item.NodeCount).toBe(String(asked));
	}
	const runs = objects(item.StatusHistory).filter(entry => entry.Status === 'Running');
	for (const pod of pods) {
		const started = pod.GmtStartTime !== undefined;
		expect(started ? runs.map(entry => entry.StartTime) : [undefined]).toContain(pod.GmtStartTime);
		expect(pod.NodeName !== '').toBe(started);
		expect(pod.PodUid !== '').toBe(started);
		expect(pod.Status !== 'Running' || started).toBe(true);
		expect(textOf(pod, 'PodId').startsWith(textOf(item, 'JobId'))).toBe(true);
		expect(pod.GmtFinishTime !== undefined).toBe(
			terminal.includes(Status) || (Status === 'Queuing' && pod.SubStatus === 'Preempted'),
		);
		expect(objects(pod.HistoryPods).length).toBeGreaterThanOrEqual(restarts);
		for (const earlier of objects(pod.HistoryPods)) {
			expect(['Failed', 'Stopped']).toContain(earlier.Status);
			expect(textOf(earlier, 'GmtFinishTime') <= textOf(pod, 'GmtCreateTime')).toBe(true);
		}
	}
};

const check = (job: SimulatedJob, now: number): void => {
	const item = plainItemAt(job, now);
	checkHistory(item, now);
	checkTimes(item, now);
	checkPods(item);
};

it('tells of a job, at any of 1,000 instants, a status, a history, times and pods that agree', () => {
	const instant = fc.integer({ min: -30 * day, max: 3 * day });
	fc.assert(
		fc.property(instant, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (offset, picks) => {
			const now = start + offset;
			const jobs = world.jobsAt(now);
			// The newest are where things happen, so half of the picks fall on them.
			for (const [index, pick] of picks.entries()) {
				const among = index % 2 === 0 ? jobs : jobs.slice(-60);
				const job = among[pick % Math.max(1, among.length)];
				if (job !== undefined) {
					check(job, now);
				}
			}
		}),
		{ numRuns: 1_000 },
	);
});

it('agrees for every job at the start, and at each moment of a transition', () => {
	for (const job of world.jobsAt(start)) {
		check(job, start);
	}
	for (const job of world.jobsAt(start).slice(-100)) {
		for (const { at } of job.life) {
			check(job, at);
		}
	}
});

it('never takes back what has happened', () => {
	const jobs = world.jobsAt(start);
	fc.assert(
		fc.property(fc.nat({ max: jobs.length - 1 }), fc.nat({ max: 6 * 60 }), (pick, later) => {
			const job = jobs[pick];
			if (job !== undefined) {
				const before = objects(plainItemAt(job, start).StatusHistory);
				const after = objects(plainItemAt(job, start + later * minute).StatusHistory);
				const begins = (history: readonly JsonObject[]) => history.map(entry => [entry.Status, entry.StartTime]);
				expect(begins(after).slice(0, before.length)).toEqual(begins(before));
			}
		}),
	);
});

describe('odd items', () => {
	const odd = (name: string): JsonObject => {
		const job = world.jobsAt(start).find(({ spec }) => spec.DisplayName === name);
		if (job === undefined) {
			throw new Error(`no job ${name}`);
		}
		return itemAt(job, start);
	};

	it('come with hostile names', () => {
		const names = world.jobsAt(start).map(({ spec }) => spec.DisplayName);
		for (const sign of [
			'\u001b[31m',
			'\u001b]0;',
			'\u0007',
			'\u009b',
			'\u202e',
			'\u200b',
			'\n',
			'\u0000',
			'👩‍🚀',
			'中文',
			'\u200c',
		]) {
			expect(names.some(name => name.includes(sign))).toBe(true);
		}
	});

	it.each([
		['nearly-nothing', (item: JsonObject) => Object.keys(item).sort(), ['JobId', 'Status']],
		['unknown-status', (item: JsonObject) => item.Status, 'Hibernating'],
		['unknown-type', (item: JsonObject) => item.JobType, 'JaxJob'],
		['unknown-fields', (item: JsonObject) => item.CarbonGrams, 1204.5],
		['vpc-as-text', (item: JsonObject) => item.UserVpc, 'vpc-1'],
		['replicas-as-object', (item: JsonObject) => Array.isArray(item.JobReplicaStatuses), false],
		['restarts-without-limit', (item: JsonObject) => item.RestartTimes, '1'],
		['numbers-as-numbers', (item: JsonObject) => item.RequestGPU, 1],
		['wrong-everywhere', (item: JsonObject) => item.DisplayName, 404],
		['empty-objects', (item: JsonObject) => [item.ResourceId, item.Priority], ['', 0]],
	])('%s is bent as meant', (name, read, expected) => {
		expect(read(odd(name))).toEqual(expected);
	});

	it('carry made-up secrets where real ones would be', () => {
		const item = odd('secrets-everywhere');
		expect(item.Envs).toMatchObject({ WANDB_API_KEY: expect.any(String) });
		expect(JSON.stringify(item.CredentialConfig)).toContain('SecurityToken');
	});
});

it('writes pod types in lower case, though roles are not', () => {
	const job = world.jobsAt(start).find(({ spec }) => spec.DisplayName === 'llm-pretrain-7b-stage2');
	const item = job === undefined ? {} : itemAt(job, start + second);
	expect(objects(item.JobSpecs).map(role => role.Type)).toEqual(['Master', 'Worker']);
	expect(objects(item.Pods).map(pod => pod.Type)).toEqual(['master', ...Array.from({ length: 7 }, () => 'worker')]);
	expect(item.RequestGPU).toBe('64');
});
