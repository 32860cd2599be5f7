import { statusOf } from '../../tables/statuses.ts';
import { feedOf, type LogView } from './log-view.ts';
import type { ReadLines } from './read.ts';

/** A line may be collected a while after it was printed. */
export const latenessMs = 60_000;

/** What prints the lines has ended; when, ms since the epoch by the service's clock, where that is told. */
type End = { readonly at: number | undefined };

const endOfJob = ({ job }: LogView): End | undefined =>
	statusOf(job.Status).terminal ? { at: job.GmtFinishTime } : undefined;

/** Undefined while it goes on. A pod ends before its job where others go on, and with it at the latest. */
export const endOf = (view: LogView): End | undefined => {
	const pod = view.pods[view.pod];
	if (feedOf(view).kind === 'job-events' || pod === undefined) {
		return endOfJob(view);
	}
	const ofJob = endOfJob(view);
	return pod.former || statusOf(pod.Status).terminal ? { at: pod.finishedAt ?? ofJob?.at } : ofJob;
};

/**
 * Whether all lines there will be were read: the answer has all of its range, and was asked for so long after the end that no late
 * line is still to come. Where nobody tells when that was, an answer without news does. `clockAheadMs`: of this machine's clock.
 */
export const isReadToEnd = (view: LogView, read: ReadLines, hasNews: boolean, clockAheadMs: number): boolean => {
	const end = endOf(view);
	if (end === undefined || read.sent >= view.asked.most || view.asked.EndTime !== undefined) {
		return false;
	}
	return end.at === undefined ? !hasNews : view.askedAt - clockAheadMs >= end.at + latenessMs;
};
