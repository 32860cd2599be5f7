import { statusOf } from '../tables/statuses.ts';
import {
	preparing,
	type TriageContext,
	type TriageRule,
	type TriageThresholds,
	triageRules,
} from '../tables/triage-rules.ts';
import { queueWaitMs } from './derive.ts';
import type { Job } from './job.ts';
import { percentile } from './percentile.ts';
import { staysOf } from './triage-stays.ts';

/** Why a job needs a look. */
export type Verdict = {
	/** The place of the first rule that fired, 0 is the most urgent. */
	readonly rank: number;
	/** The reasons of all rules that fired, in words. */
	readonly why: string;
};

export type Verdicts = ReadonlyMap<string, Verdict>;

export const noVerdicts: Verdicts = new Map();

const rules: readonly TriageRule[] = Object.values(triageRules);

const stuckLimits = (jobs: readonly Job[], now: number, { stuckShare, stuckLeastSeen }: TriageThresholds) => {
	const seen = new Map(preparing.map((status): [string, number[]] => [status, []]));
	for (const { Status, start, end } of jobs.flatMap(staysOf)) {
		seen.get(Status)?.push(Math.max(0, (end ?? now) - start));
	}
	return new Map(
		[...seen].map(([status, stays]) => [
			status,
			stays.length < stuckLeastSeen ? undefined : percentile(stays, stuckShare),
		]),
	);
};

const quotaOf = (job: Job): string => job.ResourceId || job.ResourceQuotaName;

const waitLimits = (jobs: readonly Job[], now: number, { waitShare, waitLeastSeen }: TriageThresholds) => {
	const waits = new Map<string, number[]>();
	for (const job of jobs) {
		const wait = queueWaitMs(job, now);
		const known = waits.get(quotaOf(job)) ?? [];
		if (wait !== undefined) {
			known.push(wait);
			waits.set(quotaOf(job), known);
		}
	}
	return new Map(
		[...waits].map(([quota, known]) => [
			quota,
			known.length < waitLeastSeen ? undefined : percentile(known, waitShare),
		]),
	);
};

type Judged = { readonly now: number; readonly thresholds: TriageThresholds; readonly verdicts: Verdicts };
const judged = new WeakMap<readonly Job[], Judged>();

/**
 * What the rules say of each job, by its key; jobs of which they say nothing are left out. What is usual is taken from the jobs
 * themselves. Asked again of the same rows as of the same time, it need not think again.
 */
export const judge = (jobs: readonly Job[], now: number, thresholds: TriageThresholds): Verdicts => {
	const known = judged.get(jobs);
	if (known?.now === now && known.thresholds === thresholds) {
		return known.verdicts;
	}
	const verdicts = judgeAnew(jobs, now, thresholds);
	judged.set(jobs, { now, thresholds, verdicts });
	return verdicts;
};

const judgeAnew = (jobs: readonly Job[], now: number, thresholds: TriageThresholds): Verdicts => {
	const stuckAfter = stuckLimits(jobs, now, thresholds);
	const longWait = waitLimits(jobs, now, thresholds);
	const context: TriageContext = {
		now,
		thresholds,
		stuckAfterMs: status => stuckAfter.get(status),
		longWaitMs: job => longWait.get(quotaOf(job)),
	};
	const verdicts = new Map<string, Verdict>();
	for (const job of jobs) {
		const reasons = rules.map(({ reason }) => reason(job, context));
		const rank = reasons.findIndex(reason => reason !== undefined);
		if (rank !== -1) {
			verdicts.set(job.key, { rank, why: reasons.filter(reason => reason !== undefined).join('; ') });
		}
	}
	return verdicts;
};

/** More than any job asks for. */
const gpuSpan = 10_000_000;

/** How urgently a person should look at a job, less is more: by rule, then by status, and by GPUs among equals. */
export const urgencyOf =
	(verdicts: Verdicts) =>
	(job: Job): number => {
		const rank = verdicts.get(job.key)?.rank ?? rules.length + statusOf(job.Status).triageRank;
		return (rank + 1) * gpuSpan - Math.min(job.gpus ?? 0, gpuSpan - 1);
	};
