import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf, jobsByKey } from '../../source/model/by-key.ts';
import { queueWaitMs, runTimeMs } from '../../source/model/derive.ts';
import type { Job } from '../../source/model/job.ts';
import { percentile } from '../../source/model/percentile.ts';
import { type Sums, sumsOf } from '../../source/model/sums.ts';
import { type Tally, tallyAfter, tallyOf } from '../../source/model/tally.ts';
import { statusOf, statusValues } from '../../source/tables/statuses.ts';
import { namedJob } from '../support/jobs.ts';
import { later, noon } from '../support/moves.ts';

const time = fc.constantFrom(
	'2026-11-09T09:00:00Z',
	'2026-11-09T11:00:00Z',
	'2026-11-09T11:59:50Z',
	'2026-11-09T12:30:00Z',
	'',
);
const someJob = fc
	.record({
		id: fc.nat(12),
		Status: fc.constantFrom(...statusValues, 'New'),
		RequestGPU: fc.constantFrom('1', '8', '0.1', '0.7', ''),
		GmtCreateTime: time,
		GmtSubmittedTime: time,
		GmtRunningTime: time,
		GmtFinishTime: time,
	})
	.map(({ id, ...item }) => namedJob(`dlc${id}`, item));
const someJobs = fc.uniqueArray(someJob, { selector: ({ key }) => key, maxLength: 4 });

const known = <Value>(values: readonly (Value | undefined)[]): readonly Value[] =>
	values.filter(value => value !== undefined);

/** The figures by their definitions, each by a look at all jobs. */
const sumsOneByOne = (jobs: readonly Job[], now: number): Sums => {
	const gpusOf = (wanted: string): number =>
		jobs
			.filter(({ Status }) => statusOf(Status).class === wanted)
			.reduce((sum, { gpus }) => sum + 1000 * (gpus ?? 0), 0) / 1000;
	const waits = known(jobs.map(job => queueWaitMs(job, now)));
	const ended = jobs.map(({ Status }) => statusOf(Status)).filter(({ terminal, held }) => terminal || held);
	return {
		running: gpusOf('active'),
		queued: gpusOf('pending'),
		held: gpusOf('holding'),
		gpuHours: jobs.reduce((sum, job) => sum + (job.gpus ?? 0) * (runTimeMs(job, now) ?? 0), 0) / 3_600_000,
		waitMedianMs: percentile(waits, 0.5),
		waitLongMs: percentile(waits, 0.9),
		failedShare: ended.length === 0 ? undefined : ended.filter(({ failed }) => failed).length / ended.length,
	};
};

const createdOf = (job: Job | undefined): number | undefined => job?.GmtCreateTime;

/** What of a tally does not depend on the order in which its jobs came. */
const told = (tally: Tally) => ({
	...tally,
	current: tally.current.map(({ key }) => key).toSorted(),
	waits: tally.waits.slice(),
	oldest: createdOf(tally.oldest),
	newest: createdOf(tally.newest),
});

test('a tally that went on from answer to answer is that of the jobs of the last one, and its sums are theirs at any time', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(someJobs, fc.nat(2)), { minLength: 1 }), fc.nat(300), (answers, minutes) => {
			const now = later(minutes * 60);
			let [jobs, tally]: [readonly Job[], Tally] = [[], tallyOf([])];
			for (const [came, left] of answers) {
				const others = jobs.filter(({ key }) => came.every(job => job.key !== key));
				const next = [...others.slice(left), ...came];
				const { fresh, replaced, gone } = differenceOf(jobsByKey(jobs), jobsByKey(next));
				tally = tallyAfter(tally, next, { less: [...replaced, ...gone], more: fresh });
				jobs = next;
				expect(told(tally)).toEqual(told(tallyOf(jobs)));
				const { gpuHours, ...rest } = sumsOneByOne(jobs, now);
				const sums = sumsOf(tally, now);
				expect(sums).toMatchObject(rest);
				expect(sums.gpuHours).toBeCloseTo(gpuHours, 4);
				expect(sums.gpuHours).toBeGreaterThanOrEqual(0);
			}
		}),
	);
});

test('a job that claims more than can be counted leaves no trace in the sums once it is gone', () => {
	const ran = (id: string, RequestGPU: string) =>
		namedJob(id, {
			Status: 'Failed',
			RequestGPU,
			GmtRunningTime: '2026-11-09T11:00:00Z',
			GmtFinishTime: '2026-11-09T11:30:00Z',
		});
	const [usual, absurd] = [ran('dlc1', '3'), ran('dlc2', '999999999999999')];
	const both = tallyAfter(tallyOf([usual]), [usual, absurd], { less: [], more: [absurd] });
	const { gpuHours } = sumsOf(tallyAfter(both, [usual], { less: [absurd], more: [] }), noon);
	expect(gpuHours).toBe(1.5);
});

test('the oldest and the newest are jobs as they are now, not as they were', () => {
	const [was, is] = [namedJob('dlc1', { Status: 'Queuing' }), namedJob('dlc1', { Status: 'Running' })];
	const { oldest, newest } = tallyAfter(tallyOf([was]), [is], { less: [was], more: [is] });
	expect([oldest, newest]).toEqual([is, is]);
});

test('thousands that change at once are counted like a few', () => {
	const jobs = Array.from({ length: 3000 }, (_, index) =>
		namedJob(`dlc${index}`, {
			Status: index % 2 === 0 ? 'Failed' : 'Running',
			RequestGPU: '2',
			GmtRunningTime: '2026-11-09T11:00:00Z',
			GmtFinishTime: index % 2 === 0 ? '2026-11-09T11:30:00Z' : '',
		}),
	);
	const tally = tallyAfter(tallyOf(jobs), jobs.slice(2000), { less: jobs.slice(0, 2000), more: [] });
	expect(told(tally)).toEqual(told(tallyOf(jobs.slice(2000))));
	expect(sumsOf(tally, noon)).toEqual(sumsOneByOne(jobs.slice(2000), noon));
});
