import type { Failure } from '../failure.ts';
import type { Job } from '../job.ts';
import { maskJson } from '../mask-json.ts';
import type { Listing, State } from '../state.ts';
import { type Change, changesOf } from './changes.ts';

/** How many jobs the stream shows and the service counts; partial: not all of them could be read. */
type Counts = { readonly jobs: number; readonly total: number; readonly partial: boolean };

/** One thing that `-o ndjson --watch` has to say. */
export type StreamRecord =
	| { readonly type: 'appeared'; readonly job: Job }
	| { readonly type: 'changed'; readonly job: Job; readonly changes: ReadonlyMap<string, Change> }
	| { readonly type: 'left'; readonly job: Job }
	/** All jobs that there are at first have appeared. */
	| ({ readonly type: 'ready' } & Counts)
	/** A round is over. */
	| ({ readonly type: 'heartbeat' } & Counts)
	| { readonly type: 'error'; readonly failure: Failure; readonly retryAt: number | undefined };

/** What the stream has said so far. */
export type Stream = {
	/** By JobId, as last told. */
	readonly told: ReadonlyMap<string, Job>;
	readonly listing: Listing | undefined;
	readonly poll: State['poll'] | undefined;
	readonly ready: boolean;
	/** The failure that was told last, and its next try. */
	readonly failure: Failure | undefined;
	readonly retryAt: number | undefined;
};

export const emptyStream: Stream = {
	told: new Map(),
	listing: undefined,
	poll: undefined,
	ready: false,
	failure: undefined,
	retryAt: undefined,
};

export type StreamStep = readonly [Stream, readonly StreamRecord[]];

/** Rows that are missing have left: all pages were read, or as many as may be. */
const tellsAll = ({ sweep }: Listing): boolean => sweep?.done === true && (sweep.whole || sweep.cut);

const seen = (known: Job | undefined, job: Job): readonly StreamRecord[] => {
	if (known === undefined) {
		return [{ type: 'appeared', job }];
	}
	const changes = known === job ? new Map<string, Change>() : changesOf(maskJson(known.sent), maskJson(job.sent));
	return changes.size === 0 ? [] : [{ type: 'changed', job, changes }];
};

/** What new rows say. A row without a JobId is a place on a page, not a job: it cannot be followed. */
const tellRows = (stream: Stream, listing: Listing): StreamStep => {
	const jobs = new Map(listing.jobs.flatMap(job => (job.JobId === '' ? [] : [[job.JobId, job] as const])));
	const told = tellsAll(listing) ? jobs : new Map([...stream.told, ...jobs]);
	const news = [...jobs.values()].flatMap(job => seen(stream.told.get(job.JobId), job));
	const left = [...stream.told].flatMap(([id, job]): readonly StreamRecord[] =>
		told.has(id) ? [] : [{ type: 'left', job }],
	);
	return [{ ...stream, told, listing }, [...news, ...left]];
};

const countsOf = ({ told }: Stream, { TotalCount, sweep }: Listing): Counts => ({
	jobs: told.size,
	total: TotalCount,
	partial: sweep?.whole !== true,
});

/** A round is over once polling waits for the next one. */
const tellRound = (stream: Stream, { poll, listing, lastFailure }: State): StreamStep => {
	if (poll.kind !== 'waiting' || stream.poll?.kind === 'waiting' || listing?.sweep?.done !== true) {
		return [stream, []];
	}
	const missed: readonly StreamRecord[] =
		lastFailure === undefined ? [] : [{ type: 'error', failure: lastFailure, retryAt: undefined }];
	const type = stream.ready ? 'heartbeat' : 'ready';
	return [{ ...stream, ready: true }, [...missed, { type, ...countsOf(stream, listing) }]];
};

/** A failure is told once its next try is known, or at once where there is none. */
const tellFailure = (stream: Stream, { poll }: State): StreamStep => {
	const retryAt = poll.kind === 'backing-off' || poll.kind === 'resting' ? poll.retryAt : undefined;
	const failure =
		poll.kind === 'halted' || ((poll.kind === 'backing-off' || poll.kind === 'resting') && retryAt !== undefined)
			? poll.failure
			: undefined;
	return failure === undefined || (failure === stream.failure && retryAt === stream.retryAt)
		? [stream, []]
		: [{ ...stream, failure, retryAt }, [{ type: 'error', failure, retryAt }]];
};

/** What a state of the monitor has to say beyond what was said before. Pure; to be asked after each change of state. */
export const streamOn = (before: Stream, state: State): StreamStep => {
	const { listing } = state;
	const [rows, news] = listing === undefined || listing === before.listing ? [before, []] : tellRows(before, listing);
	const [failed, errors] = tellFailure(rows, state);
	const [stream, round] = tellRound(failed, state);
	return [{ ...stream, poll: state.poll }, [...news, ...errors, ...round]];
};
