import { attendedJob } from '../attended.ts';
import type { Job } from '../job.ts';
import type { State } from '../state.ts';
import { hasEnded, noWatches, watchOf } from './watches.ts';

const nameOf = ({ DisplayName, JobId }: Pick<Job, 'DisplayName' | 'JobId'>): string => DisplayName || JobId;

/** Whether a job's end will be told, for the sign in its row. */
export const isWatched = ({ watches }: State, JobId: string): boolean => watches.jobs.get(JobId)?.wants === 'end';

/** `w`, `:watch`: the selected job, in the pane its job. */
export const toggleWatch = (state: State): State => {
	const { watches, query } = state;
	const job = attendedJob(state);
	if (job === undefined || job.JobId === '') {
		return { ...state, notice: job === undefined ? 'no job is selected' : 'this item has no JobId to watch it by' };
	}
	const jobs = new Map(watches.jobs);
	if (isWatched(state, job.JobId)) {
		jobs.delete(job.JobId);
		return { ...state, watches: { ...watches, jobs }, notice: `${nameOf(job)} is watched no more` };
	}
	if (hasEnded(job)) {
		return { ...state, notice: `${nameOf(job)} has ended already: ${job.Status}` };
	}
	jobs.set(job.JobId, watchOf(job, query.mine, 'end'));
	const how = state.settings.notifies ? 'a bell at its end' : 'a line at its end';
	return { ...state, watches: { ...watches, jobs }, notice: `watching ${nameOf(job)}: ${how}` };
};

/** `:watch failed`. What has failed before `at` (ms since the epoch) is not told. */
export const watchFailures = (state: State, at: number): State => ({
	...state,
	watches: { ...state.watches, failedSince: state.watches.failedSince ?? at },
	notice: 'watching this view: a notice for each job that fails',
});

/** `:unwatch`. */
export const unwatchAll = (state: State): State => {
	const { jobs, failedSince, unread } = state.watches;
	const some = jobs.size > 0 || failedSince !== undefined;
	return {
		...state,
		watches: { ...noWatches, unread },
		notice: some ? 'watching nothing more' : 'nothing is watched',
	};
};
