import { jobWords } from '../text/job-words.ts';
import { jobWith, noJobs } from './by-key.ts';
import { isGroupRow, noRows } from './groups.ts';
import type { Job } from './job.ts';
import { listHeight } from './layout.ts';
import { moveTo } from './list.ts';
import { noMarks } from './marks.ts';
import { selectedJob } from './shown.ts';
import type { Standing, State } from './state.ts';

/** `?1` and the like are places in one answer, not jobs. */
const isKnown = (job: Job): boolean => job.JobId !== '';

const shownJobs = ({ listing }: State): readonly Job[] =>
	listing?.rows.flatMap(row => (isGroupRow(row) || !isKnown(row) ? [] : [row])) ?? [];

const countWords = (count: number): string => `${jobWords(count)} marked`;

const withMarks = (state: State, ids: ReadonlySet<string>, from: string | undefined): State => ({
	...state,
	marks: { ids, from },
});

/** `Space`: marks the selected job or takes its mark away; the next row is selected. */
export const toggleMark = (state: State): State => {
	const job = selectedJob(state);
	if (job === undefined || !isKnown(job)) {
		return { ...state, notice: job === undefined ? 'no job is selected' : 'this item has no JobId to mark it by' };
	}
	const ids = new Set(state.marks.ids);
	const taken = ids.delete(job.JobId);
	if (!taken) {
		ids.add(job.JobId);
	}
	const cursor = moveTo(state.cursor, state.listing?.rows ?? noRows, state.cursor.index + 1, listHeight(state));
	return { ...withMarks(state, ids, taken ? state.marks.from : job.JobId), cursor };
};

/** `V`: marks every job from the last mark to the selected one; without a mark among the rows, the selected one. */
export const markRange = (state: State): State => {
	const jobs = shownJobs(state);
	const to = jobs.findIndex(({ key }) => key === state.cursor.key);
	const end = jobs[to];
	if (end === undefined) {
		return { ...state, notice: 'no job is selected' };
	}
	const found = jobs.findIndex(({ JobId }) => JobId === state.marks.from);
	const from = found === -1 ? to : found;
	const range = jobs.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ JobId }) => JobId);
	const ids = new Set([...state.marks.ids, ...range]);
	return { ...withMarks(state, ids, end.JobId), notice: countWords(ids.size) };
};

/** `*`: marks every job that is shown, in sight or not. */
export const markAll = (state: State): State => {
	const ids = new Set([...state.marks.ids, ...shownJobs(state).map(({ JobId }) => JobId)]);
	return { ...withMarks(state, ids, state.marks.from), notice: countWords(ids.size) };
};

/** `u`. */
export const unmarkAll = (state: State): State => ({
	...state,
	marks: noMarks,
	notice: state.marks.ids.size === 0 ? 'no job is marked' : 'all marks taken away',
});

/** Ids that are marked and not among the loaded rows: on another page, filtered away, or gone. */
export const marksElsewhere = ({ marks, listing }: Standing): readonly string[] => {
	if (marks.ids.size === 0) {
		return [];
	}
	// The key of a job that has an id is the id.
	const loaded = listing?.loaded ?? noJobs;
	return [...marks.ids].filter(id => jobWith(loaded, id) === undefined);
};

/** `3 marked, 1 not in this list`; undefined while nothing is marked. */
export const markWords = (state: Standing): string | undefined => {
	const count = state.marks.ids.size;
	if (count === 0) {
		return undefined;
	}
	const elsewhere = marksElsewhere(state).length;
	return `${count} marked${elsewhere === 0 ? '' : `, ${elsewhere} not in this list`}`;
};
