import { type JobsByKey, jobWith } from '../by-key.ts';
import { decodeJob } from '../decode-job.ts';
import type { Place } from '../detail/detail.ts';
import { mergeJob } from '../detail/merge.ts';
import type { Failure } from '../failure.ts';
import type { Job } from '../job.ts';
import type { Json } from '../json.ts';

/** One of two jobs that are held against each other. */
export type Side = {
	readonly JobId: string;
	/** The list's row as last seen; where the list has none, an item with nothing but the id. */
	readonly row: Job;
	/** Whether the list has ever shown the row. */
	readonly listed: boolean;
	/** What GetJob told last, without its RequestId; undefined until it answers. */
	readonly answer: Json | undefined;
	/** The row and the answer in one. */
	readonly merged: Job;
	/** The number of its GetJob request in flight. */
	readonly request: number | undefined;
	/** Why GetJob gave no answer the last time it was asked. */
	readonly failure: Failure | undefined;
};

export type SideName = 'a' | 'b';

/** The screen of the differences of two jobs. */
export type Comparison = {
	readonly a: Side;
	readonly b: Side;
	readonly place: Place;
	/** The word that is searched for; `''` for none. */
	readonly search: string;
	readonly wraps: boolean;
	readonly unmasked: boolean;
};

const sideOf = (JobId: string, row: Job | undefined): Side => {
	const job = row ?? decodeJob({ JobId }, 0);
	return {
		JobId,
		row: job,
		listed: row !== undefined,
		answer: undefined,
		merged: job,
		request: undefined,
		failure: undefined,
	};
};

/** Two jobs by their ids, with what a list has of them. */
export const openComparison = (a: string, b: string, jobs: JobsByKey): Comparison => {
	const rowOf = (id: string): Job | undefined => jobWith(jobs, id);
	return {
		a: sideOf(a, rowOf(a)),
		b: sideOf(b, rowOf(b)),
		place: { top: 0, at: 0 },
		search: '',
		wraps: true,
		unmasked: false,
	};
};

/** The side with GetJob's answer merged over the row. */
export const withAnswer = (side: Side, answer: Json): Side => ({
	...side,
	answer,
	merged: mergeJob(side.row, answer, false),
	request: undefined,
	failure: undefined,
});

/** The side with the row of a newer list; the same side where the row is the same, or none. */
export const withRow = (side: Side, jobs: JobsByKey): Side => {
	const row = jobWith(jobs, side.JobId);
	return row === undefined || row === side.row
		? side
		: { ...side, row, listed: true, merged: mergeJob(row, side.answer, true) };
};
