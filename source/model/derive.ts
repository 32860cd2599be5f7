import type { RowItem } from '../tables/job-item.ts';
import { statusOf } from '../tables/statuses.ts';
import type { Job } from './job.ts';

type Times = Pick<Job, 'Status' | 'GmtCreateTime' | 'GmtSubmittedTime' | 'GmtRunningTime' | 'GmtFinishTime'>;

/** Ms between two times of the service; undefined where either is unknown or the end lies before the start. */
const between = (start: number | undefined, end: number | undefined): number | undefined =>
	start === undefined || end === undefined || end < start ? undefined : end - start;

/** Ms from a time of the service to our clock. The two clocks differ a little, so a time just ahead of ours counts as now. */
const until = (start: number | undefined, now: number): number | undefined =>
	start === undefined ? undefined : Math.max(0, now - start);

/** How long ago the job was created, in ms. */
export const ageMs = (job: Times, now: number): number | undefined => until(job.GmtCreateTime, now);

/**
 * How long the job ran, in ms: from GmtRunningTime to GmtFinishTime, or to now while its status says that it is active.
 * Not the service's `Duration`, which includes the queue. A job sent back to the queue has no run time until it runs or ends.
 */
export const runTimeMs = (job: Times, now: number): number | undefined => {
	if (job.GmtFinishTime !== undefined) {
		return between(job.GmtRunningTime, job.GmtFinishTime);
	}
	return statusOf(job.Status).class === 'active' ? until(job.GmtRunningTime, now) : undefined;
};

/** How long the job waited from its submission (else its creation) until it first ran, ended without running, or now, in ms. */
export const queueWaitMs = (job: Times, now: number): number | undefined => {
	const start = job.GmtSubmittedTime ?? job.GmtCreateTime;
	const end = job.GmtRunningTime ?? job.GmtFinishTime;
	if (end !== undefined) {
		return between(start, end);
	}
	return statusOf(job.Status).class === 'pending' ? until(start, now) : undefined;
};

/** A count that came as text, where it is one: `"8"`, `"0.5"`. */
export const countOf = (text: string | undefined): number | undefined =>
	text !== undefined && /^\s*\d{1,15}(?:\.\d{1,15})?\s*$/.test(text) ? Number(text) : undefined;

const sumOf = (values: readonly (number | undefined)[]): number | undefined =>
	values.reduce((sum, value) => (value === undefined ? sum : (sum ?? 0) + value), undefined);

const podCount = (spec: NonNullable<RowItem['JobSpecs']>[number]): number | undefined =>
	Number.isSafeInteger(spec.PodCount) && (spec.PodCount ?? -1) >= 0 ? spec.PodCount : undefined;

/** GPUs requested: `RequestGPU`, else the sum over the roles of PodCount × GPU; undefined where neither can be told. */
export const gpusRequested = (item: RowItem): number | undefined =>
	countOf(item.RequestGPU) ??
	sumOf(
		(item.JobSpecs ?? []).map(spec => {
			const pods = podCount(spec);
			const each = countOf(spec.ResourceConfig?.GPU);
			return pods === undefined || each === undefined ? undefined : pods * each;
		}),
	);

/** GPUs in whole thousandths, so that sums of them are exact, and what is added can be taken away again. */
export const milliGpusOf = ({ gpus = 0 }: Pick<Job, 'gpus'>): number => Math.round(gpus * 1000);

/** Nodes: `NodeCount`, else how many are named, else the sum of PodCount; undefined where none can be told. */
export const nodesOf = (item: RowItem): number | undefined => {
	const named = item.NodeNames?.length ?? 0;
	return countOf(item.NodeCount) ?? (named > 0 ? named : sumOf((item.JobSpecs ?? []).map(podCount)));
};
