import { statusOf } from '../../tables/statuses.ts';
import { type JobsByKey, jobWith } from '../by-key.ts';
import type { Json } from '../json.ts';
import { type Detail, isInList } from './detail.ts';
import { changedPaths, mergeJob } from './merge.ts';

/** When an answer came: by this machine's clock, and by the service's, whose times the job has. Ms since the epoch. */
type Moment = { readonly at: number; readonly asOf: number };

const nothing: ReadonlySet<string> = new Set();

/**
 * The pane after the list was read again: the job in its new form, or gone. `newPoll` is false for the later pages of a sweep,
 * which are a part of the same poll and leave the marks of its changes alone.
 */
export const followList = (
	detail: Detail | undefined,
	jobs: JobsByKey,
	{ at, asOf }: Moment,
	newPoll: boolean,
): Detail | undefined => {
	if (detail === undefined) {
		return undefined;
	}
	const changed = newPoll ? nothing : detail.changed;
	const job = jobWith(jobs, detail.job.key);
	if (job === undefined) {
		// Nothing happens any more to a job that has ended: its ages go on with all others. What goes on was last told of by GetJob.
		const answeredAt = statusOf(detail.merged.Status).terminal ? asOf : detail.answeredAt;
		return { ...detail, changed, answeredAt, leftAt: detail.listed ? (detail.leftAt ?? at) : undefined };
	}
	if (job === detail.job) {
		return { ...detail, changed, answeredAt: asOf, listed: true, leftAt: undefined };
	}
	const merged = mergeJob(job, detail.answer, true);
	return {
		...detail,
		job,
		merged,
		answeredAt: asOf,
		listed: true,
		leftAt: undefined,
		changed: new Set([...changed, ...changedPaths(detail.merged.sent, merged.sent)]),
	};
};

/**
 * The pane with GetJob's answer, as of a moment of the service's clock. The first one changes nothing: it only tells more. While the
 * list has the job, its ages stay as of the list's answer, as in its row and on all of the screen.
 */
export const withAnswer = (detail: Detail, answer: Json, asOf: number): Detail => {
	const merged = mergeJob(detail.job, answer, false);
	const news = detail.answer === undefined ? nothing : changedPaths(detail.merged.sent, merged.sent);
	return {
		...detail,
		answer,
		merged,
		answeredAt: isInList(detail) ? detail.answeredAt : asOf,
		request: undefined,
		failure: undefined,
		changed: new Set([...detail.changed, ...news]),
	};
};
