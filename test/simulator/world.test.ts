import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemAt } from '../../source/simulator/item.ts';
import type { SimulatedJob } from '../../source/simulator/job.ts';
import { phaseAt } from '../../source/simulator/life.ts';
import { listJobs } from '../../source/simulator/list-jobs.ts';
import { gpusOf } from '../../source/simulator/spec.ts';
import { makeWorld } from '../../source/simulator/world.ts';
import { statusValues } from '../../source/tables/statuses.ts';
import { day, hour, minute, second, start, world } from './moments.ts';

const disputed = { fuzzyJobId: true, commaStatus: false };
const idsAt = (now: number, asked = world): readonly string[] => asked.jobsAt(now).map(({ spec }) => spec.JobId);
const defaultViewAt = (now: number) => {
	const page = listJobs(world, new Map([['PageSize', '50']]), { now, disputed });
	if (!page.ok) {
		throw new Error(page.problem.Message);
	}
	return page.value;
};
const isOwn = ({ spec }: SimulatedJob): boolean =>
	spec.user.Username === 'alice' && spec.workspace.WorkspaceName === 'dlc-workspace';

describe('a world', () => {
	it('is the same for the same seed, whoever asked it what before', () => {
		const restless = makeWorld(1, start);
		const patient = makeWorld(1, start);
		for (const offset of [3 * hour, 0, -5 * day, hour]) {
			restless.jobsAt(start + offset);
		}
		const now = start + 2 * hour;
		expect(restless.jobsAt(now).map(job => itemAt(job, now))).toEqual(patient.jobsAt(now).map(job => itemAt(job, now)));
	});

	it('is another one for another seed, and moves with its start', () => {
		expect(idsAt(start, makeWorld(2, start)).filter(id => idsAt(start).includes(id))).toEqual([]);
		expect(idsAt(start + hour, makeWorld(1, start + hour))).toEqual(idsAt(start));
	});

	it('has only jobs created by the instant asked for, oldest first, no id twice', () => {
		fc.assert(
			fc.property(fc.integer({ min: -31 * day, max: 2 * day }), offset => {
				const jobs = world.jobsAt(start + offset);
				const created = jobs.map(job => job.life[0].at);
				expect(created).toEqual([...created].sort((a, b) => a - b));
				expect(created.at(-1) ?? 0).toBeLessThanOrEqual(start + offset);
				expect(new Set(jobs.map(({ spec }) => spec.JobId)).size).toBe(jobs.length);
			}),
			{ numRuns: 30 },
		);
	});

	it('lets no job die of what its pods do not have: more memory than they may use, GPUs, or a group of them', () => {
		const deaths = world
			.jobsAt(start)
			.flatMap(({ spec, life }) =>
				life.map(({ reason }) => ({ spec, role: spec.roles.at(-1), says: reason.ReasonMessage })),
			);
		const of = (cause: RegExp) => deaths.filter(({ says }) => cause.test(says));
		const killed = of(/container used/);
		expect(killed.length).toBeGreaterThan(10);
		for (const { role, says } of killed) {
			expect(says).toMatch(new RegExp(`used ${role?.memoryGi} GiB of memory and was killed$`));
		}
		const short = of(/CUDA out of memory/);
		expect(short.length).toBeGreaterThan(10);
		for (const { role, says } of short) {
			expect(Number(/GPU (\d+) has/.exec(says)?.[1])).toBeLessThan(role?.GPU ?? 0);
		}
		const stuck = of(/WorkNCCL/);
		expect(stuck.length).toBeGreaterThan(0);
		for (const { spec, says } of stuck) {
			expect(gpusOf(spec)).toBeGreaterThan(1);
			expect(Number(/\[rank(\d+)\]/.exec(says)?.[1])).toBeLessThan(gpusOf(spec));
		}
	});

	it('gives ids of the service, dlc and 13 letters', () => {
		expect(idsAt(start).filter(id => !/^dlc[0-9a-z]{13}$/.test(id))).toEqual([]);
	});
});

describe('the population at the start', () => {
	const jobs = world.jobsAt(start);
	const distinct = (of: (job: SimulatedJob) => string): number => new Set(jobs.map(of)).size;

	it('has about 2,400 jobs of thirty days, and 683 in the default view', () => {
		expect(jobs.length).toBeGreaterThan(2_250);
		expect(jobs.length).toBeLessThan(2_550);
		expect((jobs[0]?.life[0].at ?? 0) - start).toBeGreaterThanOrEqual(-30 * day);
		expect(defaultViewAt(start).TotalCount).toBe(683);
	});

	it('has 12 users, 3 workspaces, 6 quotas and public resources, and every job type', () => {
		expect(distinct(({ spec }) => spec.user.UserId)).toBe(12);
		expect(distinct(({ spec }) => spec.workspace.WorkspaceId)).toBe(3);
		expect(distinct(({ spec }) => spec.quota?.ResourceId ?? 'public')).toBe(7);
		expect([...new Set(jobs.map(({ spec }) => spec.JobType))].sort()).toEqual([
			'DataJuicerJob',
			'ElasticBatchJob',
			'MPIJob',
			'OneFlowJob',
			'PyTorchJob',
			'RayJob',
			'SlurmJob',
			'TFJob',
			'XGBoostJob',
		]);
	});

	it('shows in the default view running jobs that are older than its week, held GPUs and multi-node trainings', () => {
		const own = jobs.filter(isOwn);
		const running = own.filter(job => phaseAt(job.life, start).Status === 'Running');
		expect(running.filter(job => start - job.life[0].at > 7 * day).length).toBeGreaterThanOrEqual(4);
		expect(running.filter(job => gpusOf(job.spec) >= 16).length).toBeGreaterThanOrEqual(5);
		expect(own.filter(job => phaseAt(job.life, start).Status.endsWith('Reserving')).length).toBeGreaterThanOrEqual(2);
		expect(own.filter(job => phaseAt(job.life, start).Status === 'Queuing').length).toBeGreaterThanOrEqual(5);
	});
});

describe('the history, shaped by published figures', () => {
	// Three worlds, up to where the jobs that are made to show rare statuses begin; many-machine trainings are on top.
	const jobs = [1, 2, 3]
		.flatMap(seed => makeWorld(seed, start).jobsAt(start - 2 * hour - minute))
		.filter(({ spec }) => spec.roles.every(role => role.GPU < 8 || (role.PodCount === 1 && spec.roles.length === 1)));
	const share = (holds: (job: SimulatedJob) => boolean): number => jobs.filter(holds).length / jobs.length;
	const secondsIn = ({ life }: SimulatedJob, Status: string): readonly number[] =>
		life.flatMap((phase, index) => {
			const next = life[index + 1];
			return phase.Status === Status && next !== undefined ? [(next.at - phase.at) / second] : [];
		});
	const quantile = (values: readonly number[], at: number): number =>
		[...values].sort((a, b) => a - b)[Math.floor(at * values.length)] ?? Number.NaN;
	const near = (value: number, target: number, tolerance: number): void => {
		expect(value).toBeGreaterThan(target * (1 - tolerance));
		expect(value).toBeLessThan(target * (1 + tolerance));
	};

	it.each([
		['86 % ask for one GPU', (job: SimulatedJob) => gpusOf(job.spec) === 1, 0.86, 0.02],
		['13 % ask for none', (job: SimulatedJob) => gpusOf(job.spec) === 0, 0.13, 0.15],
		['0.5 % ask for eight', (job: SimulatedJob) => gpusOf(job.spec) === 8, 0.005, 0.6],
		['23 % fail', ({ life }: SimulatedJob) => life.at(-1)?.Status === 'Failed', 0.23, 0.1],
	])('%s', (_what, holds, target, tolerance) => {
		near(share(holds), target, tolerance);
	});

	it.each([
		[0.05, 48],
		[0.5, 540],
		[0.9, 6_568],
		[0.99, 93_600],
	])('lives p%f: %i s', (at, target) => {
		const lives = jobs.map(job => secondsIn(job, 'Running').reduce((sum, run) => sum + run, 0)).filter(run => run > 0);
		near(quantile(lives, at), target, 0.25);
	});

	it.each([
		[0.5, 2],
		[0.9, 106],
		[0.99, 874],
	])('waits p%f: %i s', (at, target) => {
		near(
			quantile(
				jobs.flatMap(job => secondsIn(job, 'Queuing').slice(0, 1)),
				at,
			),
			target,
			0.4,
		);
	});
});

describe('while one watches', () => {
	it('has every documented status among the own jobs at any time', () => {
		fc.assert(
			fc.property(fc.nat({ max: 2 * day }), offset => {
				const now = start + offset;
				const there = new Set(
					world
						.jobsAt(now)
						.filter(isOwn)
						.map(job => phaseAt(job.life, now).Status),
				);
				expect(statusValues.filter(status => !there.has(status))).toEqual([]);
			}),
			{ numRuns: 200 },
		);
	});

	it('shows a change on the first page at nearly every poll', () => {
		const looks = Array.from({ length: 361 }, (_, poll) =>
			JSON.stringify(defaultViewAt(start + poll * 10 * second).Jobs.map(job => [job.JobId, job.Status])),
		);
		const changes = looks.filter((look, poll) => poll > 0 && look !== looks[poll - 1]).length;
		expect(changes / 360).toBeGreaterThan(0.75);
	});
});
