/**
 * Why a request gave no answer, as the user needs to know it. The kind decides what the poll machine does:
 * `throttled`, `service` and `network` are tried again; `signed-out` and `not-allowed` halt polling;
 * `bad-request` and `malformed-answer` keep the rows and try again slowly.
 */
export type FailureKind =
	| 'throttled'
	| 'signed-out'
	| 'not-allowed'
	| 'bad-request'
	| 'service'
	| 'network'
	| 'malformed-answer';

export type Failure = {
	readonly kind: FailureKind;
	/** One sentence for the user: what failed. May quote the service, so it is sanitized where it is shown. */
	readonly message: string;
	/** What the user can do next, one sentence; absent when waiting is all there is to do. */
	readonly next?: string;
	/** The service's own words, where it sent any. */
	readonly Code?: string;
	readonly Message?: string;
	readonly RequestId?: string;
	readonly httpStatus?: number;
	/** How long the service asked to be left alone, in ms, from `x-acs-retry-after` (ms) or `Retry-After` (s or a date). */
	readonly retryAfterMs?: number;
};

export type Result<Value, Problem = Failure> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly problem: Problem };

export const success = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });
export const failed = <Problem>(problem: Problem): { readonly ok: false; readonly problem: Problem } => ({
	ok: false,
	problem,
});
