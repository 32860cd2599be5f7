import { statusOf } from '../tables/statuses.ts';
import { queueWaitMs, runTimeMs } from './derive.ts';
import type { Job } from './job.ts';
import { percentile } from './percentile.ts';

/** Figures over the jobs that are shown. */
export type Sums = {
	/** GPUs requested by jobs that run, wait, or have ended and hold them. */
	readonly running: number;
	readonly queued: number;
	readonly held: number;
	/** GPUs × run time, in hours. */
	readonly gpuHours: number;
	/** Time in the queue, in ms; undefined where none is known. */
	readonly waitMedianMs: number | undefined;
	readonly waitLongMs: number | undefined;
	/** Failed jobs among those that ended, 0 to 1; undefined where none did. */
	readonly failedShare: number | undefined;
};

const hour = 3_600_000;

const gpusWhere = (jobs: readonly Job[], kind: ReturnType<typeof statusOf>['class']): number =>
	jobs.reduce((sum, { Status, gpus = 0 }) => (statusOf(Status).class === kind ? sum + gpus : sum), 0);

const failedShare = (jobs: readonly Job[]): number | undefined => {
	const ended = jobs.map(({ Status }) => statusOf(Status)).filter(({ terminal, held }) => terminal || held);
	return ended.length === 0 ? undefined : ended.filter(({ failed }) => failed).length / ended.length;
};

/** The sums over these jobs as of `now` (ms since the epoch). */
export const sumsOf = (jobs: readonly Job[], now: number): Sums => {
	const waits = jobs.map(job => queueWaitMs(job, now)).filter(wait => wait !== undefined);
	return {
		running: gpusWhere(jobs, 'active'),
		queued: gpusWhere(jobs, 'pending'),
		held: gpusWhere(jobs, 'holding'),
		gpuHours: jobs.reduce((sum, job) => sum + ((job.gpus ?? 0) * (runTimeMs(job, now) ?? 0)) / hour, 0),
		waitMedianMs: percentile(waits, 0.5),
		waitLongMs: percentile(waits, 0.9),
		failedShare: failedShare(jobs),
	};
};

const figure = (value: number): string => {
	if (value < 10) {
		return String(Math.floor(value * 10) / 10);
	}
	return value < 10_000 ? String(Math.floor(value)) : `${Math.floor(value / 1000)}k`;
};

/** GPU-hours in few cells: `0.4`, `412`, `12k`. */
export const gpuHoursWords = ({ gpuHours }: Sums): string => `${figure(gpuHours)} GPU-h`;
