import type { Failure, Result } from '../model/failure.ts';
import type { JobPage } from '../model/job.ts';
import type { ListJobsParameters } from '../tables/parameters.ts';

/** The service, as the program sees it. Never throws: a failure is a value; an aborted call resolves to a `network` failure. */
export type JobsApi = {
	readonly listJobs: (parameters: ListJobsParameters, signal: AbortSignal) => Promise<Result<JobPage, Failure>>;
};

/** Time, injected. Everything is in ms. */
export type Clock = {
	/** Wall clock, ms since the epoch. */
	readonly now: () => number;
	/** Runs `run` once after `ms`; the returned function cancels. */
	readonly setTimeout: (run: () => void, ms: number) => () => void;
};

/** The terminal, for what is not a frame. */
export type Terminal = {
	/** Paints the last frame whole, whatever the terminal shows now. */
	readonly repaint: () => void;
	/** Hands the terminal to the shell (job control) and takes it back on return. */
	readonly suspend: () => void;
	readonly exit: () => void;
};
