import type { TriageThresholds } from '../tables/triage-rules.ts';

/** What the run was started with; only the poll period changes while it runs. */
export type Settings = {
	readonly region: string;
	/** Where the credentials came from, in words: `profile default`, `environment`. */
	readonly credentials: string;
	readonly demo: boolean;
	/** The embedded service misbehaves on purpose. */
	readonly chaos: boolean;
	readonly ascii: boolean;
	/** Secrets are not masked. */
	readonly showSecrets: boolean;
	/** Most jobs that a sweep loads. */
	readonly maxJobs: number;
	/** So many at once, and so many each minute. */
	readonly requestsPerMinute: number;
	/** Jobs on a page, 1 to 100. */
	readonly pageSize: number;
	/** From the end of one answer to the next request, in ms. */
	readonly periodMs: number;
	/** Column ids in their order; undefined shows the default set. */
	readonly columns: readonly string[] | undefined;
	/** The flags that make the same connection in the same look, for a command to be copied. */
	readonly opensWith: readonly string[];
	/** Whether a link can be opened here: on a desktop of this very machine. */
	readonly opensLinks: boolean;
	/** From where on triage calls a job worth a look. */
	readonly triage: TriageThresholds;
};
