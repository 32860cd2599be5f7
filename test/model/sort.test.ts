import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Job } from '../../source/model/job.ts';
import { Pieces } from '../../source/model/pieces.ts';
import { countsParts } from '../../source/model/select/counts.ts';
import { type AnySort, resorted, sortJobs } from '../../source/model/sort.ts';
import { columns } from '../../source/tables/columns.ts';
import { bindingsIn } from '../../source/tables/keymap.ts';
import { type AnySortKey, isLocalSortKey, sortKeys } from '../../source/tables/sort-keys.ts';
import { aJob, namedJob } from '../support/jobs.ts';
import { asked, keysOf, polled, press, pressAll, showing } from '../support/moves.ts';

const keys: readonly AnySortKey[] = [
	'DisplayName',
	'JobType',
	'Status',
	'GmtCreateTime',
	'GmtFinishTime',
	'duration',
	'wait',
	'gpus',
	'restarts',
	'priority',
	'user',
	'reason',
	'triage',
];
const context = { now: Date.parse('2026-11-09T12:00:00Z'), urgency: (job: Job): number => job.DisplayName.length };
const time = fc.constantFrom('2026-11-09T10:00:00Z', '2026-11-09T11:00:00Z', '2025-01-01T00:00:00Z', '');
const someJob = fc
	.record({
		JobId: fc.constantFrom('dlcA', 'dlca', 'dlcB', 'dlcb', 'dlc1', 'dlc2', 'dlc3', 'dlc4'),
		DisplayName: fc.constantFrom('a', 'A', 'b', '训练', ''),
		JobType: fc.constantFrom('TFJob', 'PyTorchJob'),
		Status: fc.constantFrom('Running', 'Failed', 'New'),
		GmtCreateTime: time,
		GmtFinishTime: time,
		GmtRunningTime: time,
		RequestGPU: fc.constantFrom('1', '8', ''),
		RestartTimes: fc.constantFrom('1', '2/10', ''),
		Priority: fc.constantFrom(1, 9, null),
		Username: fc.constantFrom('ali', 'Bob', ''),
		ReasonCode: fc.constantFrom('OOM', ''),
	})
	.map(aJob);
const someJobs = fc.uniqueArray(someJob, { selector: job => job.JobId, maxLength: 8 });
const sort = fc.record({ by: fc.constantFrom(...keys), order: fc.constantFrom('asc' as const, 'desc' as const) });

test('the order is total: however the jobs came, they end in the same order', () => {
	fc.assert(
		fc.property(someJobs, someJobs, sort, (jobs, mixer, by) => {
			const shuffled = [...jobs].reverse().toSorted((a, b) => mixer.indexOf(a) - mixer.indexOf(b));
			expect(sortJobs(shuffled, by, context)).toEqual(sortJobs(jobs, by, context));
		}),
	);
});

/** Jobs that stay, leave and come; of those that stay, some have not ended, so that time goes on for them. */
const someChange = fc.record({ jobs: someJobs, one: fc.nat(8), other: fc.nat(8), by: sort });
const later = { now: context.now + 3_600_000, urgency: (job: Job): number => -context.urgency(job) };
const hasMoved = ({ by }: AnySort, job: Job): boolean =>
	sortKeys[by].value(job, context) !== sortKeys[by].value(job, later);

test('jobs that come, go and move leave the others where sorting all of them puts them; who is not among them changes nothing', () => {
	fc.assert(
		fc.property(someChange, ({ jobs, one, other, by }) => {
			const [from, to] = [Math.min(one, other), Math.max(one, other)];
			const [less, rest, more] = [jobs.slice(0, from), jobs.slice(from, to), jobs.slice(to)];
			const movers = rest.filter(job => hasMoved(by, job));
			const resort = { sort: by, was: context, is: later };
			const anew = sortJobs([...rest, ...more], by, later);
			for (const before of [
				[...less, ...rest],
				[...less, ...rest, ...padding],
			]) {
				const sorted = Pieces.of(sortJobs(before, by, context));
				const next = resorted(sorted, [...less, ...movers], [...more, ...movers], resort);
				const isPadding = (job: Job): boolean => padding.includes(job);
				expect(next.filter(job => !isPadding(job))).toEqual(anew);
				expect(next.filter(isPadding)).toEqual(sortJobs(before.filter(isPadding), by, later));
			}
		}),
	);
});

/** So many others that a few which move are moved one by one. Nothing of them changes with time. */
const padding = Array.from({ length: 300 }, (_, index) =>
	aJob({
		JobId: `pad${index}`,
		Status: 'Failed',
		GmtCreateTime: '2026-11-09T10:00:00Z',
		GmtFinishTime: '2026-11-09T10:30:00Z',
	}),
);

test('the list stays the same one where nobody comes or goes', () => {
	const jobs = Pieces.of(padding);
	const resort = { sort: { by: 'JobType', order: 'asc' }, was: context, is: context } as const;
	expect(resorted(jobs, [], [], resort)).toBe(jobs);
	expect(resorted(jobs, [namedJob('dlc1')], [], resort)).toBe(jobs);
});

test('a key that looks at the clock, or at other jobs, says that its order moves', () => {
	const sampled = fc.sample(someJob, { numRuns: 200, seed: 1 });
	for (const by of keys) {
		const jobs = [aJob({ JobId: 'dlcQ', Status: 'Queuing', GmtCreateTime: '2026-11-09T10:00:00Z' }), ...sampled];
		const moved = jobs.some(job => sortKeys[by].value(job, context) !== sortKeys[by].value(job, later));
		expect([by, sortKeys[by].moves === true]).toEqual([by, moved]);
	}
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

test('a failed job that keeps its pods stands among the ends by when it was over, and before them all where nobody knows', () => {
	const jobs = [
		aJob({ JobId: 'dlc1', Status: 'Failed', GmtFinishTime: '2026-11-09T11:00:00Z' }),
		aJob({
			JobId: 'dlc2',
			Status: 'FailedReserving',
			StatusHistory: [{ Status: 'FailedReserving', StartTime: '2026-11-09T10:30:00Z' }],
		}),
		aJob({ JobId: 'dlc3', Status: 'Failed', GmtFinishTime: '2026-11-09T10:00:00Z' }),
		aJob({ JobId: 'dlc4', Status: 'FailedReserving' }),
	];
	const order = sortJobs(jobs, { by: 'GmtFinishTime', order: 'desc' }).map(job => job.key);
	expect(order).toEqual(['dlc4', 'dlc1', 'dlc2', 'dlc3']);
});

test('the table has every key once, and its orders are the ones above', () => {
	expect(Object.keys(sortKeys).toSorted()).toEqual([...keys].toSorted());
	const words = Object.values(sortKeys).map(({ word }) => word);
	expect(new Set(words).size).toBe(words.length);
});

test('neighbours stand in the order of their values, and unknown ones last in either direction', () => {
	fc.assert(
		fc.property(someJobs, sort, (jobs, by) => {
			const values = sortJobs(jobs, by, context).map(job => sortKeys[by.by].value(job, context));
			const known = values.filter(value => value !== undefined);
			expect(values.slice(0, known.length)).toEqual(known);
			for (const [index, value] of known.slice(1).entries()) {
				const former = known[index] ?? value;
				expect(by.order === 'asc' ? former <= value : former >= value).toBe(true);
			}
		}),
	);
});

describe('a local key', () => {
	const listed = showing([
		namedJob('dlc1', { RequestGPU: '1', DisplayName: 'b' }),
		namedJob('dlc2', { RequestGPU: '64', DisplayName: 'a' }),
		namedJob('dlc3'),
	]);

	test('sorts the page without asking, says so, and flips when it is picked again', () => {
		const { state, effects } = pressAll(listed, ['s', 'g']);
		expect(asked(effects)).toEqual([]);
		expect(keysOf(state)).toEqual(['dlc2', 'dlc1', 'dlc3']);
		expect(countsParts(state)).toContain('GPUs ↓, this page');
		expect(keysOf(pressAll(state, ['s', 'g']).state)).toEqual(['dlc1', 'dlc2', 'dlc3']);
		expect(keysOf(press(state, 'I').state)).toEqual(['dlc1', 'dlc2', 'dlc3']);
	});

	test('lasts over polls and pages, until a key of the service is picked', () => {
		const sorted = pressAll(listed, ['s', 'g']).state;
		const next = polled(sorted, [namedJob('dlc4', { RequestGPU: '8' }), ...(sorted.listing?.loaded ?? [])]);
		expect(keysOf(next)).toEqual(['dlc2', 'dlc4', 'dlc1', 'dlc3']);
		const back = press(next, 'A');
		expect(asked(back.effects)).toEqual([]);
		expect(keysOf(back.state)).toEqual(['dlc4', 'dlc1', 'dlc2', 'dlc3']);
		expect(asked(press(next, 'N').effects)).toMatchObject([{ SortBy: 'DisplayName' }]);
	});

	test.each(Object.keys(sortKeys).filter(key => key !== 'triage'))('%s can be picked after s', key => {
		const bound = bindingsIn('sort').find(({ action }) => action.type === 'sort' && action.by === key);
		const { state } = pressAll(listed, ['s', bound?.keys[0] ?? '']);
		const by = state.arrangement.sort?.by ?? state.query.sort.by;
		expect(by).toBe(key);
		expect(isLocalSortKey(by)).toBe(state.arrangement.sort !== undefined);
	});

	test('is offered above the list while one picks', () => {
		expect(countsParts(press(listed, 's').state)).toEqual([
			'here: d run  w wait  g GPUs  r restarts  p priority  u user  o reason  T triage',
		]);
	});
});

test('by reason the jobs stand in the order of what the column of the reason says', () => {
	const failed = (JobId: string, ReasonCode: string, what: string): Job =>
		aJob({ JobId, ReasonCode, ReasonMessage: `Pod ${JobId}-worker-0 exited with code 1: ${what}` });
	const jobs = [
		failed('dlc1', 'JobFailed', 'ValueError'),
		failed('dlc2', 'JobFailed', 'KeyError'),
		failed('dlc3', 'Dead', ''),
	];
	const sorted = sortJobs(jobs, { by: 'reason', order: 'asc' }, context);
	expect(sorted.map(job => columns.reason.text(job))).toEqual(['Dead', 'exit 1: KeyError', 'exit 1: ValueError']);
});
