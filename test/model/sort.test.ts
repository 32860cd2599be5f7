import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SortKey } from '../../source/model/query.ts';
import { sortJobs } from '../../source/model/sort.ts';
import { aJob, namedJob } from '../support/jobs.ts';

const keys: readonly SortKey[] = ['DisplayName', 'JobType', 'Status', 'GmtCreateTime', 'GmtFinishTime'];
const time = fc.constantFrom('2026-11-09T10:00:00Z', '2026-11-09T11:00:00Z', '2025-01-01T00:00:00Z', '');
const someJob = fc
	.record({
		JobId: fc.constantFrom('dlcA', 'dlca', 'dlcB', 'dlcb', 'dlc1', 'dlc2', 'dlc3', 'dlc4'),
		DisplayName: fc.constantFrom('a', 'A', 'b', '训练', ''),
		JobType: fc.constantFrom('TFJob', 'PyTorchJob'),
		Status: fc.constantFrom('Running', 'Failed', 'New'),
		GmtCreateTime: time,
		GmtFinishTime: time,
	})
	.map(aJob);
const someJobs = fc.uniqueArray(someJob, { selector: job => job.JobId, maxLength: 8 });
const sort = fc.record({ by: fc.constantFrom(...keys), order: fc.constantFrom('asc' as const, 'desc' as const) });

test('the order is total: however the jobs came, they end in the same order', () => {
	fc.assert(
		fc.property(someJobs, someJobs, sort, (jobs, mixer, by) => {
			const shuffled = [...jobs].reverse().toSorted((a, b) => mixer.indexOf(a) - mixer.indexOf(b));
			expect(sortJobs(shuffled, by)).toEqual(sortJobs(jobs, by));
		}),
	);
});

test('no job is lost, and equal ones stand in the order of their ids in both directions', () => {
	const jobs = ['dlc3', 'dlc1', 'dlc2'].map(id => namedJob(id, { DisplayName: 'same' }));
	for (const order of ['asc', 'desc'] as const) {
		expect(sortJobs(jobs, { by: 'DisplayName', order }).map(job => job.key)).toEqual(['dlc1', 'dlc2', 'dlc3']);
	}
});

test.each([
	['GmtCreateTime', 'desc', ['dlc2', 'dlc1', 'dlc3']],
	['GmtCreateTime', 'asc', ['dlc3', 'dlc1', 'dlc2']],
	// The service has no end for a job that goes on: it comes after all that ended.
	['GmtFinishTime', 'asc', ['dlc1', 'dlc2', 'dlc3']],
	['DisplayName', 'asc', ['dlc3', 'dlc1', 'dlc2']],
	['Status', 'asc', ['dlc1', 'dlc2', 'dlc3']],
	['JobType', 'desc', ['dlc2', 'dlc1', 'dlc3']],
] as const)('by %s %s', (by, order, expected) => {
	const jobs = [
		aJob({
			JobId: 'dlc1',
			DisplayName: 'beta',
			Status: 'Failed',
			JobType: 'TFJob',
			GmtCreateTime: '2026-11-09T10:00:00Z',
			GmtFinishTime: '2026-11-09T11:00:00Z',
		}),
		aJob({
			JobId: 'dlc2',
			DisplayName: 'Gamma',
			Status: 'Queuing',
			JobType: 'XGBoostJob',
			GmtCreateTime: '2026-11-09T10:30:00Z',
			GmtFinishTime: '2026-11-09T11:30:00Z',
		}),
		aJob({ JobId: 'dlc3', DisplayName: 'Alpha', Status: 'Running', JobType: 'PyTorchJob' }),
	];
	expect(sortJobs(jobs, { by, order }).map(job => job.key)).toEqual(expected);
});
