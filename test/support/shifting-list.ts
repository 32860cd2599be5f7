import type { Job, JobPage } from '../../source/model/job.ts';
import type { State } from '../../source/model/state.ts';
import type { ListJobsParameters } from '../../source/tables/parameters.ts';
import { aPage, namedJob } from './jobs.ts';
import { answerCounts, happen, inFlight } from './moves.ts';

/** What happens to the list between two answers. */
export type Shift =
	| { readonly kind: 'none' }
	| { readonly kind: 'arrival' }
	| { readonly kind: 'leave'; readonly at: number };

/** A list as the service keeps it, newest first, that changes while it is read page by page. */
export type ShiftingList = {
	readonly shift: (shift: Shift) => void;
	/** The page that these parameters ask for, as of now. */
	readonly page: (parameters: ListJobsParameters) => JobPage;
	readonly keys: () => readonly string[];
	/** Keys of all jobs that ever were in the list. */
	readonly everSeen: () => ReadonlySet<string>;
};

const numbered = (number: number): Job =>
	namedJob(`dlc${number}`, { GmtCreateTime: new Date(Date.UTC(2026, 10, 1) + number * 1000).toISOString() });

export const createShiftingList = (count: number): ShiftingList => {
	let jobs = Array.from({ length: count }, (_, index) => numbered(count - index));
	let next = count + 1;
	const seen = new Set(jobs.map(job => job.key));
	return {
		shift: shift => {
			if (shift.kind === 'arrival') {
				const job = numbered(next);
				next += 1;
				seen.add(job.key);
				jobs = [job, ...jobs];
			} else if (shift.kind === 'leave' && jobs.length > 0) {
				jobs = jobs.toSpliced(shift.at % jobs.length, 1);
			}
		},
		page: ({ PageNumber = 1, PageSize = 10 }) =>
			aPage(jobs.slice((PageNumber - 1) * PageSize, PageNumber * PageSize), jobs.length),
		keys: () => jobs.map(job => job.key),
		everSeen: () => seen,
	};
};

/** What a sweep came to, and the jobs that were in the list from its begin to its end. */
type Swept = { readonly state: State; readonly always: ReadonlySet<string>; readonly mostInFlight: number };

/** Carries a sweep to its end over a list that shifts before each answer; answers come in the order of the requests, or in another. */
export const sweepOver = (start: State, list: ShiftingList, shifts: readonly Shift[], inOrder: boolean): Swept => {
	let state = start;
	let mostInFlight = 0;
	let always = list.keys();
	for (let turn = 0; inFlight(state).some(({ ask }) => ask.kind === 'sweep'); turn += 1) {
		const sent = inFlight(state);
		mostInFlight = Math.max(mostInFlight, sent.length);
		const next = inOrder ? sent[0] : sent[(turn * 7) % sent.length];
		list.shift(shifts[turn] ?? { kind: 'none' });
		const now = new Set(list.keys());
		always = always.filter(key => now.has(key));
		const pageNumber = next?.ask.kind === 'sweep' ? next.ask.pageNumber : 1;
		const page = list.page({ PageNumber: pageNumber, PageSize: 100 });
		state = happen(state, { type: 'page-arrived', request: next?.request ?? -1, page }).state;
	}
	return { state: answerCounts(state), always: new Set(always), mostInFlight };
};
