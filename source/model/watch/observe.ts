import { statusOf } from '../../tables/statuses.ts';
import { type Difference, differenceOf, type JobsByKey, jobsByKey, jobWith, noJobs } from '../by-key.ts';
import { only, type Step } from '../effect.ts';
import type { Job } from '../job.ts';
import type { Listing, State } from '../state.ts';
import { tell } from './tell.ts';
import { wasTold, withTold } from './told.ts';
import { hasEnded, hasFailed, type WatchedJob, type Watches, watchOf } from './watches.ts';

/** Jobs that are looked up at most, beside those that the user chose. */
const mostLookedUp = 100;

const endWords = (job: Job): string => {
	const reason = job.ReasonMessage === '' ? job.ReasonCode : job.ReasonMessage;
	const why = hasFailed(job) && reason !== '' ? `: ${reason}` : '';
	return `${job.DisplayName || job.JobId} ${job.Status}${why}`;
};

/** What came of watching, so far: the watches after it, and the lines to tell. */
type Outcome = { readonly watches: Watches; readonly lines: readonly string[] };

const without = ({ jobs }: Watches, JobId: string): ReadonlyMap<string, WatchedJob> =>
	new Map([...jobs].filter(([id]) => id !== JobId));

/** A watched job as an answer shows it now. */
const seen = ({ watches, lines }: Outcome, watched: WatchedJob, job: Job): Outcome => {
	if (hasEnded(job)) {
		const isTold = watched.wants === 'end' || (hasFailed(job) && !wasTold(watches.told, job.JobId));
		return {
			watches: { ...watches, jobs: without(watches, job.JobId), told: withTold(watches.told, [job.JobId]) },
			lines: isTold ? [...lines, endWords(job)] : lines,
		};
	}
	if (watched.wants === 'failure') {
		return { watches: { ...watches, jobs: without(watches, job.JobId) }, lines };
	}
	return job.Status === watched.Status
		? { watches, lines }
		: {
				watches: { ...watches, jobs: new Map([...watches.jobs, [job.JobId, { ...watched, Status: job.Status }]]) },
				lines,
			};
};

const seeAll = (outcome: Outcome, jobs: JobsByKey): Outcome => {
	let next = outcome;
	for (const watched of outcome.watches.jobs.values()) {
		const job = jobWith(jobs, watched.JobId);
		next = job === undefined ? next : seen(next, watched, job);
	}
	return next;
};

/** Those of some jobs that a view has, in its order. */
const inViewOrder = ({ jobs }: Listing, some: readonly Job[]): readonly Job[] => {
	const wanted = new Set(some);
	return wanted.size === 0 ? [] : jobs.filter(job => wanted.has(job));
};

/** A view before and after an answer; `former` where it goes on with the same question. */
type Views = { readonly former: Listing | undefined; readonly now: Listing; readonly difference: Difference };

const viewsOf = (before: Listing | undefined, now: Listing): Views => {
	const former = before?.query === now.query ? before : undefined;
	return { former, now, difference: differenceOf(former?.loaded ?? noJobs, now.loaded) };
};

/** Jobs of the view that failed between two answers, or while no answer showed them. */
const newFailures = ({ former, now, difference }: Views, { failedSince, told }: Watches): readonly Job[] => {
	const known = former?.loaded ?? noJobs;
	const failed = difference.fresh.filter(job => {
		if (failedSince === undefined || !hasFailed(job) || wasTold(told, job.JobId)) {
			return false;
		}
		const before = jobWith(known, job.key);
		return before === undefined ? (job.GmtFinishTime ?? 0) >= failedSince : !hasFailed(before);
	});
	return inViewOrder(now, failed);
};

/** Live jobs that left a view which goes on, those that its filter left out behind the others: whether they failed is looked up. */
const vanished = ({ former, now, difference }: Views): readonly Job[] => {
	if (former === undefined || former.pageNumber !== now.pageNumber) {
		return [];
	}
	const gone = difference.gone.filter(job => job.JobId !== '' && statusOf(job.Status).live);
	return [...new Set([...inViewOrder(former, gone), ...gone])];
};

const lookUp = (watches: Watches, jobs: readonly Job[], mine: boolean): Watches => {
	const added = jobs
		.filter(({ JobId }) => !watches.jobs.has(JobId))
		.slice(0, Math.max(0, mostLookedUp - watches.jobs.size));
	return added.length === 0
		? watches
		: {
				...watches,
				jobs: new Map([...watches.jobs, ...added.map(job => [job.JobId, watchOf(job, mine, 'failure')] as const)]),
			};
};

const watchFailing = (outcome: Outcome, before: State, now: Listing, mine: boolean): Outcome => {
	if (outcome.watches.failedSince === undefined) {
		return outcome;
	}
	const views = viewsOf(before.listing, now);
	const failed = newFailures(views, outcome.watches);
	const told = withTold(
		outcome.watches.told,
		failed.map(({ JobId }) => JobId),
	);
	return {
		watches: lookUp({ ...outcome.watches, told }, vanished(views), mine),
		lines: [...outcome.lines, ...failed.map(endWords)],
	};
};

/** After an answer that brought rows: tells what became of the watched jobs among them. */
export const noticeEnds = (before: State, after: State): Step => {
	const { listing, watches } = after;
	const isIdle = watches.jobs.size === 0 && watches.failedSince === undefined;
	if (isIdle || listing === undefined || listing === before.listing) {
		return only(after);
	}
	const all = seeAll({ watches, lines: [] }, listing.loaded);
	const outcome = watchFailing(all, before, listing, after.query.mine);
	return outcome.watches === watches && outcome.lines.length === 0
		? only(after)
		: tell({ ...after, watches: outcome.watches }, outcome.lines);
};

/**
 * The answer to a question for watched jobs by their ids; `complete` where it is the answer to all of them, so that one that is
 * missing is gone.
 */
export const watchedSeen = (state: State, ids: readonly string[], jobs: readonly Job[], complete: boolean): Step => {
	let outcome = seeAll({ watches: state.watches, lines: [] }, jobsByKey(jobs));
	for (const id of complete ? ids : []) {
		const gone = outcome.watches.jobs.get(id);
		if (gone !== undefined && !jobs.some(({ JobId }) => JobId === id)) {
			const line = `${gone.DisplayName || id} is gone: the service lists it no more`;
			outcome = {
				watches: { ...outcome.watches, jobs: without(outcome.watches, id) },
				lines: gone.wants === 'end' ? [...outcome.lines, line] : outcome.lines,
			};
		}
	}
	return tell({ ...state, watches: outcome.watches }, outcome.lines);
};
