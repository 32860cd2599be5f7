import type { Failure } from './failure.ts';
import type { Job } from './job.ts';
import type { Sweep } from './sweep.ts';

/** One request of a round and what its answer is for. */
export type Ask =
	| { readonly kind: 'page'; readonly pageNumber: number }
	/** Counts the jobs of one live status that the window hides. */
	| { readonly kind: 'older'; readonly status: string }
	/** Between two sweeps: the newest page of a chain, or, with ids, these jobs as they are now. */
	| {
			readonly kind: 'touch';
			readonly workspace: string;
			readonly status: string;
			readonly ids: readonly string[];
	  }
	/** Watched jobs that no row shows, by their ids. */
	| {
			readonly kind: 'watched';
			readonly workspace: string;
			readonly mine: boolean;
			readonly ids: readonly string[];
	  }
	/** One page of one chain of a sweep; `again` reads the first page once more, last, since pages shift while jobs arrive. */
	| {
			readonly kind: 'sweep';
			/** `''`: the workspace of the query. */
			readonly workspace: string;
			readonly status: string;
			readonly pageNumber: number;
			readonly again: boolean;
	  };

/** A request on its way. */
export type Sent = {
	readonly request: number;
	readonly ask: Ask;
	/** When it was sent, ms since the epoch. */
	readonly since: number;
};

/** Where polling goes once the round is over. */
export type Afterwards = 'wait' | 'pause';

/**
 * What polling is doing. A request number exists only while its request is in flight, and a retry time only while backing off.
 * `attempt` counts failures in a row.
 */
export type Poll =
	| ({
			readonly kind: 'fetching';
			/** An answer has been waited for longer than {@link slowAfterMs}. */
			readonly slow: boolean;
	  } & Plan)
	| { readonly kind: 'waiting' }
	/** In the middle of a round: the service asked for patience, or this minute's requests are used up. */
	| {
			readonly kind: 'resting';
			readonly plan: Plan;
			/** What the service said; undefined where dlctop rests by itself. */
			readonly failure: Failure | undefined;
			/** When it goes on, ms since the epoch; undefined until the runtime has drawn the delay. */
			readonly retryAt: number | undefined;
	  }
	| {
			readonly kind: 'backing-off';
			readonly attempt: number;
			readonly failure: Failure;
			/** When the next attempt starts, ms since the epoch; undefined until the runtime has drawn the delay. */
			readonly retryAt: number | undefined;
	  }
	| { readonly kind: 'paused' }
	| { readonly kind: 'halted'; readonly failure: Failure };

/** A round under way. */
export type Plan = {
	/** Requests that are not answered yet, oldest first; empty only before the first one and while resting. */
	readonly inFlight: readonly Sent[];
	/** Asked as places become free, in order. */
	readonly queue: readonly Ask[];
	/** Older live jobs counted so far in this round. */
	readonly olderSoFar: number;
	/** What a sweep has gathered so far; undefined in a round for one page. */
	readonly sweep: Sweep | undefined;
	/** What a round between two sweeps has read and not shown yet. */
	readonly touched: readonly Job[];
	/** Requests that this round has sent for rows; the rare counts of older jobs are left out. */
	readonly requests: number;
	/** Pages of a sweep that may be in flight at once; fewer after each refusal for too many requests. */
	readonly atOnce: number;
	/** Begun by the user, not by the clock. */
	readonly urgent: boolean;
	readonly attempt: number;
	readonly afterwards: Afterwards;
};

export type Fetching = Extract<Poll, { kind: 'fetching' }>;

/** The range that a delay is drawn from, in ms. */
export type DelayRange = { readonly atLeastMs: number; readonly atMostMs: number };

/** One list request at a time; a sweep over all pages may have four (rule 4 of the screen). */
export const mostAtOnce = 4;
export const mostInFlight = ({ sweep, atOnce }: Pick<Plan, 'sweep' | 'atOnce'>): number =>
	sweep === undefined ? 1 : atOnce;
/** `r` joins a request younger than this (rule 4 of the screen). */
export const joinYoungerThanMs = 3000;
/** From here on the screen says that it waits for an answer. */
export const slowAfterMs = 2000;
/** The older live jobs are counted again every so many polls (rule 7). */
export const pollsBetweenOlderCounts = 10;

const firstBackoffMs = 1000;
const longestBackoffMs = 60_000;
/** Full jitter may draw nearly zero; a service in trouble gets at least this much rest. */
const leastBackoffMs = 200;
/** The service may ask for more patience than backoff would; past this a person should be told instead. */
export const longestRetryAfterMs = 3_600_000;

/** The period with ±10 % jitter, so that many monitors do not beat in step. */
export const pollDelay = (periodMs: number): DelayRange => ({
	atLeastMs: Math.round(periodMs * 0.9),
	atMostMs: Math.round(periodMs * 1.1),
});

/** The service is asked 60 times a minute at most: a round of many requests makes the next one wait so much longer. */
const leastMsForARequest = 1000;
export const periodAfter = (periodMs: number, requests: number): number =>
	Math.max(periodMs, requests * leastMsForARequest);

/** 1, 2, 4 … 60 s after the first, second, third … failure in a row. */
export const backoffCeilingMs = (attempt: number): number =>
	Math.min(longestBackoffMs, firstBackoffMs * 2 ** Math.min(Math.max(attempt - 1, 0), 16));

/**
 * Exponential backoff with full jitter, after whatever rest the service asked for.
 * A refusal that the next attempt will meet again (a bad request, an unreadable answer) waits at least one period.
 */
export const backoffDelay = (attempt: number, failure: Failure, periodMs: number): DelayRange => {
	const ceiling = backoffCeilingMs(attempt);
	const asked = Math.min(Math.max(failure.retryAfterMs ?? 0, 0), longestRetryAfterMs);
	const patience = failure.kind === 'bad-request' || failure.kind === 'malformed-answer' ? periodMs : 0;
	const rest = Math.max(asked, patience);
	return { atLeastMs: Math.max(rest, leastBackoffMs), atMostMs: rest + ceiling };
};

/** Failures that trying again cannot cure: polling stops until the user acts. */
export const halts = (failure: Failure): boolean => failure.kind === 'signed-out' || failure.kind === 'not-allowed';

/** An answer is late, in words on the screen, once it is so old (ms): two periods, and as long as a slow request may take. */
export const lateAfter = (periodMs: number): number => 2 * periodMs + slowAfterMs;

const lateSteps = [10, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 57_600, 86_400].map(
	seconds => seconds * 1000,
);

/** The age shown for an answer so old: the greatest coarse step not above it (10 s … 1 d), so that the screen changes rarely. */
export const lateStep = (ageMs: number): number => lateSteps.findLast(step => step <= ageMs) ?? ageMs;
/** The age at which the shown step changes next; undefined after the last one. */
export const nextLateStep = (ageMs: number): number | undefined => lateSteps.find(step => step > ageMs);
