import type { Json, JsonObject } from './json.ts';

/** Something in an item that could not be read: where, what was expected there, what came instead. */
export type DecodeProblem = {
	/** Path in the item, in the notation of the field table: `JobSpecs[0].PodCount`. */
	readonly path: string;
	readonly expected: string;
	readonly found: string;
};

/**
 * One row of the list: what every column, sum and mark needs, flat, plus the item as the service sent it.
 * Strings are `''` and numbers `undefined` where the service sent nothing (absent, null and `""` mean the same there).
 * Times are ms since the epoch.
 */
export type Job = {
	/** The row's identity: the JobId, or `?1`, `?2`, … for items of a page that came without one. */
	readonly key: string;
	readonly JobId: string;
	readonly DisplayName: string;
	/** As it came. An unknown status is kept; none is ever guessed. */
	readonly Status: string;
	readonly SubStatus: string;
	readonly ReasonCode: string;
	readonly ReasonMessage: string;
	readonly JobType: string;
	readonly UserId: string;
	readonly Username: string;
	readonly WorkspaceId: string;
	readonly WorkspaceName: string;
	readonly ResourceId: string;
	readonly ResourceQuotaName: string;
	readonly ResourceType: string;
	readonly Accessibility: string;
	readonly Priority: number | undefined;
	/** Restarts so far and the limit, from `"1"` or `"0/10"`. */
	readonly restarts: { readonly used: number; readonly limit: number | undefined } | undefined;
	/** GPUs requested: `RequestGPU`, else the sum over `JobSpecs` of PodCount × GPU; undefined when neither came. */
	readonly gpus: number | undefined;
	/** The first GPU type any role names, else `''`. */
	readonly gpuType: string;
	/** The first role's image, else `''`. */
	readonly image: string;
	/** `NodeCount`, else how many `NodeNames` there are, else the sum of PodCount; undefined when none came. */
	readonly nodes: number | undefined;
	readonly GmtCreateTime: number | undefined;
	readonly GmtSubmittedTime: number | undefined;
	readonly GmtRunningTime: number | undefined;
	readonly GmtFinishTime: number | undefined;
	readonly JobMaxRunningTimeMinutes: number | undefined;
	readonly problems: readonly DecodeProblem[];
	/** The item as it came, keys and all; shallow enough to walk by recursion. Not always an object: a bad item is kept too. */
	readonly sent: Json;
};

/** One answer of ListJobs, decoded. */
export type JobPage = {
	readonly jobs: readonly Job[];
	readonly TotalCount: number;
	readonly RequestId: string;
	/** How many items were left out of `jobs` because an item before them on the page has the same JobId. */
	readonly duplicates: number;
	/** No usable `TotalCount` came: `TotalCount` is what is here, and there may be more. */
	readonly uncounted?: true;
	/** How far this machine's clock is ahead of the service's, in ms; absent while it is right. */
	readonly clockAheadMs?: number;
	/** The envelope as it came (`Jobs`, `TotalCount`, `RequestId`, anything new). */
	readonly sent: JsonObject;
};
