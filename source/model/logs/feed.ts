/** Where lines come from: the log of a pod, its events, or those of its job. */
export type Feed =
	| { readonly kind: 'log' | 'pod-events'; readonly JobId: string; readonly PodId: string; readonly PodUid: string }
	| { readonly kind: 'job-events'; readonly JobId: string };

/** What the service sends unless told otherwise. */
export const mostLines = 2000;

/** What of a feed is asked for. */
export type LineRange = {
	/** Ms since the epoch; undefined leaves it to the service, which then goes back seven days. */
	readonly StartTime: number | undefined;
	/** Ms since the epoch; without it until now. */
	readonly EndTime?: number;
	/** The newest so many lines, from 1; the service's own default is 2000. */
	readonly most: number;
};
