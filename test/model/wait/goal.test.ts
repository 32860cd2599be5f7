import { describe, expect, test } from 'vitest';
import { type Goal, judgeJob } from '../../../source/model/wait/goal.ts';
import { namedJob } from '../../support/jobs.ts';

const terminal: Goal = { kind: 'terminal' };
const running: Goal = { kind: 'running' };
const one = (...statuses: readonly string[]): Goal => ({ kind: 'statuses', statuses });

describe('a job on its way to the end', () => {
	test.each([
		['Queuing', 'waiting'],
		['Running', 'waiting'],
		['Stopping', 'waiting'],
		['SucceededReserving', 'waiting'],
		['Hibernating', 'waiting'],
		['', 'waiting'],
		['Succeeded', 'reached'],
		['Failed', 'failed'],
		['FailedReserving', 'failed'],
		['Stopped', 'failed'],
		['SubmitFailed', 'failed'],
		['Deleted', 'failed'],
	])('in status %j is %s', (Status, verdict) => {
		expect(judgeJob(terminal, namedJob('dlc1', { Status }))).toBe(verdict);
	});
});

describe('a job on its way to running', () => {
	test.each([
		['EnvPreparing', {}, 'waiting'],
		['Running', {}, 'reached'],
		['Restarting', {}, 'reached'],
		['Succeeded', {}, 'reached'],
		['SucceededReserving', {}, 'reached'],
		['Failed', {}, 'failed'],
		['Stopped', {}, 'failed'],
		['Failed', { GmtRunningTime: '2026-11-09T10:00:00Z' }, 'reached'],
		['Stopping', {}, 'waiting'],
	])('in status %s, %j, is %s', (Status, more, verdict) => {
		expect(judgeJob(running, namedJob('dlc1', { Status, ...more }))).toBe(verdict);
	});
});

describe('a job on its way to a status', () => {
	test.each([
		[one('Stopped'), 'Stopped', 'reached'],
		[one('Stopped'), 'Stopping', 'waiting'],
		[one('Stopped'), 'Succeeded', 'failed'],
		[one('Succeeded', 'Stopped'), 'Stopped', 'reached'],
		[one('Succeeded', 'Stopped'), 'Failed', 'failed'],
		[one('Queuing'), 'Creating', 'waiting'],
		[one('Queuing'), 'Running', 'reached'],
		[one('Queuing'), 'Succeeded', 'reached'],
		[one('EnvPreparing'), 'Failed', 'failed'],
		[one('Failed'), 'FailedReserving', 'waiting'],
		[one('Failed'), 'Succeeded', 'failed'],
		[one('FailedReserving'), 'Failed', 'reached'],
		[one('SucceededReserving'), 'Succeeded', 'reached'],
		[one('Succeeded'), 'SucceededReserving', 'waiting'],
		[one('Succeeded'), 'FailedReserving', 'failed'],
		[one('Restarting'), 'Running', 'waiting'],
		[one('Restarting'), 'Succeeded', 'failed'],
	] as const)('%j: %s is %s', (goal, Status, verdict) => {
		expect(judgeJob(goal, namedJob('dlc1', { Status }))).toBe(verdict);
	});

	test('that is Running counts a run that is over', () => {
		const ran = { Status: 'Failed', GmtRunningTime: '2026-11-09T10:00:00Z' };
		expect(judgeJob(one('Running'), namedJob('dlc1', ran))).toBe('reached');
		expect(judgeJob(one('Running'), namedJob('dlc1', { Status: 'Failed' }))).toBe('failed');
	});
});
