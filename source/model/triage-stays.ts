import { statusOf } from '../tables/statuses.ts';
import type { Job } from './job.ts';
import { isJsonArray, isJsonObject, type Json } from './json.ts';

/** One time that a job was in a status. */
export type Stay = {
	readonly Status: string;
	/** When it began, ms since the epoch. */
	readonly start: number;
	/** When it ended; undefined while it lasts. */
	readonly end: number | undefined;
};

const timeOf = (value: Json | undefined): number | undefined => {
	const ms = typeof value === 'string' && value !== '' ? Date.parse(value) : Number.NaN;
	return Number.isNaN(ms) ? undefined : ms;
};

const stayOf = (entry: Json): readonly Stay[] => {
	if (!isJsonObject(entry) || typeof entry.Status !== 'string') {
		return [];
	}
	const start = timeOf(entry.StartTime);
	return start === undefined ? [] : [{ Status: entry.Status, start, end: timeOf(entry.EndTime) }];
};

const read = (job: Job): readonly Stay[] => {
	const history = isJsonObject(job.sent) ? job.sent.StatusHistory : undefined;
	return isJsonArray(history) ? history.flatMap(stayOf) : [];
};

const known = new WeakMap<Job, readonly Stay[]>();

/** The stays that the service tells of in `StatusHistory`; none are guessed where it sends no history. Read once for each job. */
export const staysOf = (job: Job): readonly Stay[] => {
	const stays = known.get(job) ?? read(job);
	known.set(job, stays);
	return stays;
};

/** How long the job is in the status it has now, in ms; undefined where its history does not say. */
export const currentStayMs = (job: Job, now: number): number | undefined => {
	const stay = staysOf(job).findLast(({ Status, end }) => Status === job.Status && end === undefined);
	return stay === undefined ? undefined : Math.max(0, now - stay.start);
};

/**
 * When the job was over, ms since the epoch: its GmtFinishTime, else, where it has none because its pods are kept (the two
 * Reserving), the time since when its history has it there. Undefined while it goes on, and where nobody tells.
 */
export const endedAt = (job: Job): number | undefined =>
	job.GmtFinishTime ??
	(statusOf(job.Status).held ? staysOf(job).findLast(({ Status }) => Status === job.Status)?.start : undefined);
