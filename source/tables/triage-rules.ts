import { causeOfFailure } from '../model/cause-of-failure.ts';
import { queueWaitMs, runTimeMs } from '../model/derive.ts';
import type { Job } from '../model/job.ts';
import { currentStayMs, staysOf } from '../model/triage-stays.ts';
import { formatSpan } from '../text/span.ts';
import { statusOf } from './statuses.ts';

const minute = 60_000;
const hour = 60 * minute;

/** From where on a job is worth a look. Spans are ms, shares 0 to 1. */
export type TriageThresholds = {
	readonly failedWithinMs: number;
	/** So many restarts within the span are a loop. */
	readonly restarts: number;
	readonly restartsWithinMs: number;
	/** A preparation is stuck past this share of those in the list, where at least so many were seen. */
	readonly stuckShare: number;
	readonly stuckLeastSeen: number;
	/** A wait is long past this share of the waits of its quota, of which at least so many are known, and past a least time. */
	readonly waitShare: number;
	readonly waitLeastSeen: number;
	readonly waitLeastMs: number;
	readonly endsWithinMs: number;
};

export const usualThresholds: TriageThresholds = {
	failedWithinMs: hour,
	restarts: 3,
	restartsWithinMs: hour,
	stuckShare: 0.95,
	stuckLeastSeen: 20,
	waitShare: 0.9,
	waitLeastSeen: 5,
	waitLeastMs: 10 * minute,
	endsWithinMs: hour,
};

/** What a rule may look at besides the job. */
export type TriageContext = {
	/** When the answer came, ms since the epoch. */
	readonly now: number;
	readonly thresholds: TriageThresholds;
	/** The time in this status past which a job is stuck; undefined where too few were seen. */
	readonly stuckAfterMs: (Status: string) => number | undefined;
	/** The wait past which a job waits longer than others of its quota; undefined where too few are known. */
	readonly longWaitMs: (job: Job) => number | undefined;
};

export type TriageRule = {
	readonly help: string;
	/** Why the job needs a look, in words; undefined where it does not. Not yet made safe for the terminal. */
	readonly reason: (job: Job, context: TriageContext) => string | undefined;
};

/** The statuses in which a job may hang before it runs. */
export const preparing: readonly string[] = ['EnvPreparing', 'SanityChecking'];

const failedLately: TriageRule['reason'] = (job, { now, thresholds }) => {
	const { GmtFinishTime } = job;
	if (!statusOf(job.Status).failed || GmtFinishTime === undefined || now - GmtFinishTime > thresholds.failedWithinMs) {
		return undefined;
	}
	const cause = causeOfFailure(job);
	return `failed ${formatSpan(now - GmtFinishTime)} ago${cause === '' ? '' : `: ${cause}`}`;
};

const restartLoop: TriageRule['reason'] = (job, { now, thresholds }) => {
	if (!statusOf(job.Status).live || (job.restarts?.used ?? 0) < thresholds.restarts) {
		return undefined;
	}
	const lately = staysOf(job).filter(
		({ Status, start }) => Status === 'Restarting' && now - start <= thresholds.restartsWithinMs,
	).length;
	return lately < thresholds.restarts
		? undefined
		: `${lately} restarts within ${formatSpan(thresholds.restartsWithinMs)}`;
};

const stuck: TriageRule['reason'] = (job, { now, thresholds, stuckAfterMs }) => {
	const most = preparing.includes(job.Status) ? stuckAfterMs(job.Status) : undefined;
	const stay = currentStayMs(job, now);
	return most === undefined || stay === undefined || stay <= most
		? undefined
		: `in ${job.Status} for ${formatSpan(stay)}, ${Math.round(thresholds.stuckShare * 100)} % take up to ${formatSpan(most)}`;
};

const longWait: TriageRule['reason'] = (job, { now, thresholds, longWaitMs }) => {
	const wait = statusOf(job.Status).class === 'pending' && !preparing.includes(job.Status) ? queueWaitMs(job, now) : 0;
	const most = longWaitMs(job);
	return wait === undefined || most === undefined || wait <= Math.max(most, thresholds.waitLeastMs)
		? undefined
		: `waits ${formatSpan(wait)}, others of its quota up to ${formatSpan(most)}`;
};

const endsSoon: TriageRule['reason'] = (job, { now, thresholds }) => {
	const run = statusOf(job.Status).class === 'active' ? runTimeMs(job, now) : undefined;
	const limit = job.JobMaxRunningTimeMinutes ?? 0;
	if (run === undefined || limit <= 0) {
		return undefined;
	}
	const left = limit * minute - run;
	// A short job is near its limit all its life: the first half of it is no news.
	if (left > Math.min(thresholds.endsWithinMs, (limit * minute) / 2)) {
		return undefined;
	}
	return left >= 0 ? `ends in ${formatSpan(left)}, at its limit` : `past its limit by ${formatSpan(-left)}`;
};

const holding: TriageRule['reason'] = (job, { now }) => {
	if (!statusOf(job.Status).held || (job.gpus ?? 0) <= 0) {
		return undefined;
	}
	const stay = currentStayMs(job, now);
	return `ended, holds ${job.gpus} ${job.gpus === 1 ? 'GPU' : 'GPUs'}${stay === undefined ? '' : ` for ${formatSpan(stay)}`}`;
};

/** The rules, the most urgent first. A job stands where its first rule does. */
export const triageRules = {
	failedLately: { help: 'failed within the last hour', reason: failedLately },
	restartLoop: { help: 'three restarts or more within an hour', reason: restartLoop },
	stuck: {
		help: 'longer in EnvPreparing or SanityChecking than 95 % of this list, where at least 20 were seen',
		reason: stuck,
	},
	longWait: {
		help: 'waiting over 10 m, and longer than 90 % of the jobs of its quota, where at least 5 are known',
		reason: longWait,
	},
	endsSoon: { help: 'within an hour of JobMaxRunningTimeMinutes', reason: endsSoon },
	holding: { help: 'ended, but in a Reserving status and holding GPUs', reason: holding },
} as const satisfies Record<string, TriageRule>;

export type TriageRuleId = keyof typeof triageRules;
