import { noJobs } from '../by-key.ts';
import type { Failure } from '../failure.ts';
import type { Job } from '../job.ts';
import { maskJson } from '../mask-json.ts';
import { type Pieces, piecesBeside } from '../pieces.ts';
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
	/** Whose rows were told last. */
	readonly listing: Listing | undefined;
	/** Jobs that were told of and are not among those rows, as last told: nobody knows whether they left. */
	readonly missing: readonly Job[];
	/** How many jobs appeared and did not leave. */
	readonly jobs: number;
	readonly poll: State['poll'] | undefined;
	readonly ready: boolean;
	/** The failure that was told last, and its next try. */
	readonly failure: Failure | undefined;
	readonly retryAt: number | undefined;
};

export const emptyStream: Stream = {
	listing: undefined,
	missing: [],
	jobs: 0,
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

/** The jobs in the pieces of a list that another one has not. A row without a JobId is a place on a page, not a job: it cannot be followed. */
const jobsBeside = (list: Pieces<Job>, other: Pieces<Job>): readonly Job[] =>
	piecesBeside(list, other)
		.flat()
		.filter(({ JobId }) => JobId !== '');

/** What new rows say. Those in pieces that the former ones have as well were told, and are not looked at. */
const tellRows = (stream: Stream, listing: Listing): StreamStep => {
	const before = stream.listing?.jobs ?? noJobs;
	const former = [...stream.missing, ...jobsBeside(before, listing.jobs)];
	const absent = new Map(former.map(job => [job.key, job]));
	const news = jobsBeside(listing.jobs, before).flatMap(job => {
		const known = absent.get(job.key);
		absent.delete(job.key);
		return seen(known, job);
	});
	const [left, missing] = tellsAll(listing) ? [[...absent.values()], []] : [[], [...absent.values()]];
	const appeared = news.filter(({ type }) => type === 'appeared').length;
	const jobs = stream.jobs + appeared - left.length;
	return [
		{ ...stream, listing, missing, jobs },
		[...news, ...left.map((job): StreamRecord => ({ type: 'left', job }))],
	];
};

const countsOf = ({ jobs }: Stream, { TotalCount, sweep }: Listing): Counts => ({
	jobs,
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
