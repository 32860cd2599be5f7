import { statusOf } from '../tables/statuses.ts';
import { queueWaitMs, runTimeMs } from './derive.ts';
import type { Job } from './job.ts';
import { percentileOfSorted } from './percentile.ts';

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

/** The sums over these jobs as of `now` (ms since the epoch). All rows are looked at with each answer, so once must do. */
export const sumsOf = (jobs: readonly Job[], now: number): Sums => {
	const gpus = { pending: 0, active: 0, holding: 0, terminal: 0, unknown: 0 };
	const waits: number[] = [];
	let [gpuHours, ended, failed] = [0, 0, 0];
	for (const job of jobs) {
		const status = statusOf(job.Status);
		const wait = queueWaitMs(job, now);
		gpus[status.class] += job.gpus ?? 0;
		gpuHours += ((job.gpus ?? 0) * (runTimeMs(job, now) ?? 0)) / hour;
		ended += Number(status.terminal || status.held);
		failed += Number((status.terminal || status.held) && status.failed);
		if (wait !== undefined) {
			waits.push(wait);
		}
	}
	const sorted = Float64Array.from(waits).sort();
	return {
		running: gpus.active,
		queued: gpus.pending,
		held: gpus.holding,
		gpuHours,
		waitMedianMs: percentileOfSorted(sorted, 0.5),
		waitLongMs: percentileOfSorted(sorted, 0.9),
		failedShare: ended === 0 ? undefined : failed / ended,
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
