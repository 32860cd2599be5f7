import { statusOf } from '../tables/statuses.ts';
import { milliGpusOf, queueWaitMs } from './derive.ts';
import { percentilePlace } from './percentile.ts';
import { numberAt, sortNumbers } from './sorted.ts';
import { gpuMsOf, type Tally } from './tally.ts';

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

/** The sums over the jobs of a tally as of `now` (ms since the epoch). Only those that have not ended are looked at. */
export const sumsOf = (tally: Tally, now: number): Sums => {
	const gpus = { pending: 0, active: 0, holding: 0, terminal: 0, unknown: 0 };
	const waits: number[] = [];
	let { gpuMs, ended, failed } = tally;
	for (const job of tally.current) {
		const status = statusOf(job.Status);
		const wait = queueWaitMs(job, now);
		gpus[status.class] += milliGpusOf(job);
		gpuMs += gpuMsOf(job, now);
		ended += Number(status.held);
		failed += Number(status.held && status.failed);
		if (wait !== undefined) {
			waits.push(wait);
		}
	}
	const current = sortNumbers(waits);
	const known = current.length + tally.waits.length;
	const waitMs = (share: number): number | undefined => numberAt(percentilePlace(known, share), current, tally.waits);
	return {
		running: gpus.active / 1000,
		queued: gpus.pending / 1000,
		held: gpus.holding / 1000,
		gpuHours: gpuMs / hour,
		waitMedianMs: waitMs(0.5),
		waitLongMs: waitMs(0.9),
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
