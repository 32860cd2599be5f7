import type { ListJobsParameters } from '../../tables/parameters.ts';
import { type Bucket, fullBucket } from '../bucket.ts';
import type { Failure } from '../failure.ts';
import type { Job, JobPage } from '../job.ts';
import type { Json } from '../json.ts';
import type { DelayRange } from '../poll.ts';
import type { Goal, Verdict } from './goal.ts';

export type WaitSettings = {
	/** As they were given, each once. */
	readonly ids: readonly string[];
	readonly goal: Goal;
	/** From the end of one round to the next, in ms. */
	readonly periodMs: number;
	/** Undefined: for ever. */
	readonly timeoutMs: number | undefined;
	readonly requestsPerMinute: number;
	/** Where ListJobs looks: only what was asked for by flags. */
	readonly scope: Pick<ListJobsParameters, 'WorkspaceId' | 'ShowOwn' | 'FromAllWorkspaces'>;
};

/** One job that is waited for. */
export type Watched =
	/** No answer told of it yet. */
	| { readonly kind: 'unseen' }
	| { readonly kind: 'seen'; readonly job: Job; readonly verdict: Verdict }
	/** The service knew it once and does not any more; as it was. */
	| { readonly kind: 'gone'; readonly job: Job }
	/** The service has never known it. */
	| { readonly kind: 'unknown' };

/** One request: several jobs by one ListJobs, or one by GetJob. The ids are keys of the map of jobs. */
export type WaitAsk =
	| { readonly kind: 'together'; readonly ids: readonly string[] }
	| { readonly kind: 'alone'; readonly id: string };

/** Why no request is on its way and the round is not over. */
export type Pause =
	| { readonly kind: 'round-over' }
	| { readonly kind: 'bucket' }
	| { readonly kind: 'failure'; readonly failure: Failure; readonly retryAt: number | undefined };

export type WaitState = {
	readonly settings: WaitSettings;
	/** By the id in lower case: the service does not tell cases apart. In the order given. */
	readonly jobs: ReadonlyMap<string, Watched>;
	/** Ids that a list does not show; GetJob finds them in any workspace and of any age. */
	readonly alone: ReadonlySet<string>;
	/** ListJobs does not answer for ids: everything goes one by one. */
	readonly listRefused: boolean;
	/** Asked in this round, in order. */
	readonly queue: readonly WaitAsk[];
	readonly inFlight: { readonly request: number; readonly ask: WaitAsk } | undefined;
	readonly pause: Pause | undefined;
	/** Requests that this round sent. */
	readonly requests: number;
	readonly lastRequest: number;
	readonly bucket: Bucket;
	/** Failures in a row. */
	readonly attempt: number;
	/** The service has answered once. */
	readonly answered: boolean;
	/** Ms since the epoch. */
	readonly deadline: number | undefined;
	/** When the last answer came; undefined before the first. */
	readonly answeredAt: number | undefined;
	readonly ended: boolean;
};

export type WaitTimer = 'next' | 'deadline';

export type WaitHappening =
	| { readonly type: 'started' }
	| { readonly type: 'list-answered'; readonly request: number; readonly page: JobPage }
	| { readonly type: 'job-answered'; readonly request: number; readonly item: Json }
	| { readonly type: 'failed'; readonly request: number; readonly failure: Failure }
	| { readonly type: 'timer-started'; readonly timer: WaitTimer; readonly firesAt: number }
	| { readonly type: 'timer-fired'; readonly timer: WaitTimer };

/** `at` is ms since the epoch. */
export type WaitEvent = WaitHappening & { readonly at: number };

/** How it ends by itself; a signal is the runner's matter. */
export type WaitEnding =
	| { readonly kind: 'reached' }
	| { readonly kind: 'failed' }
	| { readonly kind: 'unknown' }
	| { readonly kind: 'timed-out' }
	| { readonly kind: 'refused'; readonly failure: Failure };

/** Something worth a line. */
export type News =
	| { readonly kind: 'first-seen'; readonly job: Job }
	| { readonly kind: 'changed'; readonly job: Job; readonly from: string }
	| { readonly kind: 'gone'; readonly job: Job }
	| { readonly kind: 'trouble'; readonly failure: Failure; readonly retryAt: number };

export type WaitEffect =
	| { readonly type: 'ask-list'; readonly request: number; readonly parameters: ListJobsParameters }
	| { readonly type: 'ask-job'; readonly request: number; readonly JobId: string }
	| ({ readonly type: 'start-timer'; readonly timer: WaitTimer } & DelayRange)
	| { readonly type: 'tell'; readonly news: News }
	| { readonly type: 'end'; readonly ending: WaitEnding };

export type WaitStep = readonly [WaitState, readonly WaitEffect[]];

export const initialWait = (settings: WaitSettings): WaitState => ({
	settings,
	jobs: new Map(settings.ids.map(id => [id.toLowerCase(), { kind: 'unseen' }])),
	alone: new Set(),
	listRefused: false,
	queue: [],
	inFlight: undefined,
	pause: undefined,
	requests: 0,
	lastRequest: 0,
	bucket: fullBucket(settings.requestsPerMinute),
	attempt: 0,
	answered: false,
	deadline: undefined,
	answeredAt: undefined,
	ended: false,
});

/** The keys of the jobs whose end, or whatever is waited for, is still to come. */
export const openIds = ({ jobs }: WaitState): readonly string[] =>
	[...jobs].flatMap(([id, watched]) =>
		watched.kind === 'unseen' || (watched.kind === 'seen' && watched.verdict === 'waiting') ? [id] : [],
	);
