import { statusOf } from '../tables/statuses.ts';
import { type TriageContext, type TriageRule, type TriageThresholds, triageRules } from '../tables/triage-rules.ts';
import { type JobsByKey, jobsWith } from './by-key.ts';
import type { Job } from './job.ts';
import type { Loaded } from './shown.ts';
import { hasEnded } from './tally.ts';
import { limitsOf, type Usual, usualAfter, usualOf } from './triage-usual.ts';

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

/** What the rules say of some jobs, by key, jobs of which they say nothing left out; and what they went by. */
export type Judgement = {
	readonly verdicts: Verdicts;
	/** Of the jobs that have ended. */
	readonly usual: Usual;
	/** Ms since the epoch. */
	readonly asOf: number;
	readonly thresholds: TriageThresholds;
};

type Standards = Pick<Judgement, 'asOf' | 'thresholds'>;

/** Rows to judge, and what they go on from. */
type Judged = Pick<Loaded, 'loaded' | 'asOf' | 'tally' | 'since'>;

/**
 * Whether a judgement goes on from a former one by the same standards. Of a job that has ended nothing new is said as time goes on: what
 * was said of it is only taken back.
 */
export const goesOnFrom = (former: Judgement | undefined, { asOf, thresholds }: Standards): former is Judgement =>
	former?.thresholds === thresholds && former.asOf <= asOf;

const judgeRows = ({ loaded, tally, asOf, since }: Judged, thresholds: TriageThresholds): Judgement => {
	const standards: Standards = { asOf, thresholds };
	const current = tally?.current ?? loaded.filter(job => !hasEnded(job));
	const former = since?.listing.judgement;
	if (since === undefined || !goesOnFrom(former, standards)) {
		return judgement(loaded, current, usualOf(loaded), standards);
	}
	const { fresh, replaced, gone } = since.difference;
	const spokenOf = jobsWith(loaded, former.verdicts.keys());
	const usual = usualAfter(former.usual, [...replaced, ...gone], fresh);
	return judgement(new Set([...current, ...fresh, ...spokenOf]), current, usual, standards);
};

/** The judgement on jobs of which the rules say something of none but these suspects. */
const judgement = (
	suspects: Iterable<Job>,
	current: readonly Job[],
	usual: Usual,
	{ asOf, thresholds }: Standards,
): Judgement => {
	const context: TriageContext = { now: asOf, thresholds, ...limitsOf(usual, current, asOf, thresholds) };
	const verdicts = new Map<string, Verdict>();
	for (const job of suspects) {
		const reasons = rules.map(({ reason }) => reason(job, context));
		const rank = reasons.findIndex(reason => reason !== undefined);
		if (rank !== -1) {
			verdicts.set(job.key, { rank, why: reasons.filter(reason => reason !== undefined).join('; ') });
		}
	}
	return { verdicts, usual, asOf, thresholds };
};

const known = new WeakMap<JobsByKey, Judgement>();

/**
 * What the rules say of each job. What is usual is taken from the jobs themselves. Asked again of the same rows as of the same time, it
 * need not think again.
 */
export const judge = (rows: Judged, thresholds: TriageThresholds): Judgement => {
	const former = known.get(rows.loaded);
	if (former?.asOf === rows.asOf && former.thresholds === thresholds) {
		return former;
	}
	const anew = judgeRows(rows, thresholds);
	known.set(rows.loaded, anew);
	return anew;
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
