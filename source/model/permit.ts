import { type Asker, takeFrom } from './bucket.ts';
import type { Event } from './event.ts';
import type { Failure } from './failure.ts';
import { longestRetryAfterMs } from './poll.ts';
import type { State } from './state.ts';

/** The service asked to be left alone, by whatever request it was told. */
export type Quiet = {
	/** When it may be asked again, ms since the epoch. */
	readonly until: number;
	readonly failure: Failure;
};

const failureOf = (event: Event): Failure | undefined => ('failure' in event ? event.failure : undefined);

/** A hint to wait holds for every request of the process, whoever got it. */
export const heedHint = (state: State, event: Event): State => {
	const failure = failureOf(event);
	const ms = Math.min(failure?.retryAfterMs ?? 0, longestRetryAfterMs);
	if (failure === undefined || ms <= 0) {
		return state;
	}
	const until = Math.max(event.at + ms, quietAt(state, event.at)?.until ?? 0);
	return { ...state, quiet: { until, failure } };
};

/** The hint that still holds at a time. A clock that was set back must not make it hold for longer than any hint does. */
const quietAt = ({ quiet }: State, at: number): Quiet | undefined =>
	quiet !== undefined && at < quiet.until && quiet.until - at <= longestRetryAfterMs ? quiet : undefined;

/** Whether a request may be sent now; else how long to wait, in whole ms, and what the service said where it is for its sake. */
export type Permit = { readonly state: State; readonly waitMs: number; readonly failure: Failure | undefined };

/** Takes leave for one request: first of the service's hint, then of the requests that this minute has left. */
export const permit = (state: State, asker: Asker, at: number): Permit => {
	const quiet = quietAt(state, at);
	if (quiet !== undefined) {
		return { state, waitMs: Math.ceil(quiet.until - at), failure: quiet.failure };
	}
	const { bucket, waitMs } = takeFrom(state.bucket, state.settings.requestsPerMinute, asker, at);
	return { state: { ...state, bucket }, waitMs, failure: undefined };
};
