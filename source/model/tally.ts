import { statusOf } from '../tables/statuses.ts';
import { queueWaitMs, runTimeMs } from './derive.ts';
import type { Job } from './job.ts';
import { type List, Pieces } from './pieces.ts';
import { amendedNumbers, sortNumbers } from './sorted.ts';

type Jobs = readonly Job[];

/**
 * What the figures over some jobs are made of. What is told of a job that has ended does not change with time, so that ended jobs are
 * counted once; the others are few, and looked at with each answer. So a poll costs what came, changed and went, not how many jobs there are.
 */
export type Tally = {
	/** The jobs whose status is not a last one, in no order. */
	readonly current: Jobs;
	/** By GmtCreateTime; undefined where no job has one. */
	readonly oldest: Job | undefined;
	readonly newest: Job | undefined;
	readonly ended: number;
	/** Of the ended jobs. */
	readonly failed: number;
	/** GPUs × run time of the ended jobs, in ms. */
	readonly gpuMs: number;
	/** The time that each ended job spent in the queue, in ms. */
	readonly waits: Pieces<number>;
};

/** Its status is a last one: what is told of it does not change with time. */
export const hasEnded = ({ Status }: Job): boolean => statusOf(Status).terminal;

/** GPUs × run time as of `now` (ms since the epoch), in whole ms, so that sums of them are exact; 0 where one of them is unknown. */
export const gpuMsOf = (job: Job, now: number): number => Math.round((job.gpus ?? 0) * (runTimeMs(job, now) ?? 0));

/** Of an ended job no time goes on, so that any will do. */
const anyTime = 0;
const waitsOf = (ended: Jobs): readonly number[] => ended.flatMap(job => queueWaitMs(job, anyTime) ?? []);
const failedOf = (ended: Jobs): number => ended.filter(({ Status }) => statusOf(Status).failed).length;
const gpuMsOfAll = (ended: Jobs): number => ended.reduce((sum, job) => sum + gpuMsOf(job, anyTime), 0);

const olderOf = (a: Job | undefined, b: Job): Job | undefined =>
	b.GmtCreateTime !== undefined && b.GmtCreateTime < (a?.GmtCreateTime ?? Number.POSITIVE_INFINITY) ? b : a;
const newerOf = (a: Job | undefined, b: Job): Job | undefined =>
	b.GmtCreateTime !== undefined && b.GmtCreateTime > (a?.GmtCreateTime ?? Number.NEGATIVE_INFINITY) ? b : a;

type Change = {
	/** Jobs that are not among them any more, as they were. */
	readonly less: Jobs;
	/** Jobs that are among them now. */
	readonly more: Jobs;
};

/** The oldest or newest of all jobs: one that is known unless it left, and none that came is as old or as new. */
const foremost = (
	former: Job | undefined,
	better: typeof olderOf,
	all: List<Job>,
	left: ReadonlySet<Job>,
	more: Jobs,
): Job | undefined => {
	const isThere = former === undefined || !left.has(former);
	const came = more.reduce(better, undefined);
	if (isThere) {
		return came === undefined ? former : better(former, came);
	}
	return came !== undefined && better(came, former) === came ? came : all.reduce<Job | undefined>(better, undefined);
};

const amended = (tally: Tally, all: List<Job>, change: Change): Tally => {
	const left = new Set(change.less);
	const [endedLess, endedMore] = [change.less.filter(hasEnded), change.more.filter(hasEnded)];
	return {
		current: [...tally.current.filter(job => !left.has(job)), ...change.more.filter(job => !hasEnded(job))],
		oldest: foremost(tally.oldest, olderOf, all, left, change.more),
		newest: foremost(tally.newest, newerOf, all, left, change.more),
		ended: tally.ended - endedLess.length + endedMore.length,
		failed: tally.failed - failedOf(endedLess) + failedOf(endedMore),
		gpuMs: tally.gpuMs - gpuMsOfAll(endedLess) + gpuMsOfAll(endedMore),
		waits: amendedNumbers(tally.waits, waitsOf(endedLess), waitsOf(endedMore)),
	};
};

export const tallyOf = (jobs: List<Job>): Tally => {
	const ended = jobs.filter(hasEnded);
	return {
		current: jobs.filter(job => !hasEnded(job)),
		oldest: jobs.reduce<Job | undefined>(olderOf, undefined),
		newest: jobs.reduce<Job | undefined>(newerOf, undefined),
		ended: ended.length,
		failed: failedOf(ended),
		gpuMs: gpuMsOfAll(ended),
		waits: Pieces.of(sortNumbers(waitsOf(ended))),
	};
};

/** The tally of all these jobs, by that of before and what changed since. */
export const tallyAfter = (tally: Tally, all: List<Job>, change: Change): Tally => {
	if (change.less.length + change.more.length === 0) {
		return tally;
	}
	const next = amended(tally, all, change);
	// Numbers of that size are not exact: what is added to them is not what is left once they are taken away.
	const isExact = Number.isSafeInteger(tally.gpuMs) && Number.isSafeInteger(next.gpuMs);
	return isExact ? next : tallyOf(all);
};
