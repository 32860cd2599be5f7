import type { SimulatedJob } from './job.ts';
import type { Parameters, Reading } from './readers.ts';

/** Whether a job is wanted, at an instant. */
export type Predicate = (job: SimulatedJob, now: number) => boolean;

/** Behaviours that the documents leave open. */
export type Disputed = {
	/** `JobId` matches a part of the id (the API page) or the whole id (newer sources). */
	readonly fuzzyJobId: boolean;
	/** `Status` takes a list with commas (seen in public code) or one value (the API page). */
	readonly commaStatus: boolean;
};

export type FilterContext = { readonly now: number; readonly disputed: Disputed };

/** What one parameter, or a few that belong together, want of a job; undefined when they were not sent. */
export type Filter = (parameters: Parameters, context: FilterContext) => Reading<Predicate>;
