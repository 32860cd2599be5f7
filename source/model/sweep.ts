import { statusValues } from '../tables/statuses.ts';
import { type JobsByKey, keepIdentity, noJobs, withArrived } from './by-key.ts';
import type { Job, JobPage } from './job.ts';
import type { Ask } from './poll.ts';
import { type Query, workspacesOf } from './query.ts';

/** The most the service gives in one page. */
export const sweepPageSize = 100;

/** So many pages may fail before the sweep gives the round up: then it is not the pages. */
export const mostFailedPages = 3;

export type SweepAsk = Extract<Ask, { kind: 'sweep' }>;

/** One chain of pages: the query in one workspace (or the query's own, `''`) and one status (or any, `''`). */
type Chain = {
	/** The newest TotalCount of the chain. */
	readonly total: number;
	/** The last of its pages that was asked for. */
	readonly lastPage: number;
	/** Of its pages those that were read; the first one counts once, though it is read again at the end. */
	readonly pagesRead: number;
	/** A page counted fewer jobs than one before it: where jobs leave, others slip over a page's edge unseen. */
	readonly shrank: boolean;
};

/** What a sweep over all pages of a query has gathered. Rows are merged by their key, so a job that shifts between pages counts once. */
export type Sweep = {
	readonly chains: ReadonlyMap<string, Chain>;
	readonly jobs: JobsByKey;
	readonly RequestId: string;
	readonly failedPages: number;
	/** Answers that brought a page: first pages that were read again are among them. */
	readonly answers: number;
	/** Of the answers, those that are on the screen. */
	readonly answersShown: number;
};

/** How far a sweep got, for the screen. */
export type SweepProgress = {
	/** Pages of the list that were read, of those that it has. */
	readonly pagesRead: number;
	readonly pagesWanted: number;
	/** What that took: a first page with others behind it is read twice. */
	readonly answers: number;
	/** All pages were read, no chain shrank meanwhile, and their jobs are as many as the service counts. */
	readonly whole: boolean;
	readonly done: boolean;
	/** There are more jobs than a sweep may load. */
	readonly cut: boolean;
};

export const emptySweep: Sweep = {
	chains: new Map(),
	jobs: noJobs,
	RequestId: '',
	failedPages: 0,
	answers: 0,
	answersShown: 0,
};

/**
 * The wanted statuses in the order of a job's life: a job that goes on from one to the next while they are read is met in the one or in
 * the other. Those that nobody knows come last.
 */
const inOrderOfLife = (wanted: readonly string[]): readonly string[] => [
	...statusValues.filter(status => wanted.includes(status)),
	...wanted.filter(status => !statusValues.includes(status)),
];

/** The first page of each chain: one chain for each wanted workspace and status, or a single one for any. */
export const firstSweepAsks = (query: Query): readonly SweepAsk[] => {
	const workspaces = workspacesOf(query);
	const statuses = query.statuses.length === 0 ? [''] : inOrderOfLife(query.statuses);
	return (workspaces.length > 1 ? workspaces : ['']).flatMap(workspace =>
		statuses.map(status => ({ kind: 'sweep', workspace, status, pageNumber: 1, again: false }) as const),
	);
};

const chainOf = ({ workspace, status }: SweepAsk): string => `${workspace} ${status}`;

const pagesOf = (jobs: number): number => Math.max(1, Math.ceil(jobs / sweepPageSize));

/** The pages that `maxJobs` leaves to a chain beside the others; its first one in any case. */
const mostPages = (sweep: Sweep, chain: string, maxJobs: number): number => {
	const others = [...sweep.chains].filter(([other]) => other !== chain);
	return Math.max(1, pagesOf(maxJobs) - others.reduce((sum, [, { lastPage }]) => sum + lastPage, 0));
};

/** A row of a page. Rows without an id have no identity across pages but their place. */
const rowOf = (job: Job, ask: SweepAsk): Job =>
	job.JobId === '' ? { ...job, key: `${job.key} ${chainOf(ask)} ${ask.pageNumber}` } : job;

/**
 * The sweep with one more page, and what is to be asked because of it: after a chain's first page its others, then the first
 * one again; after any page those that the chain has grown by. At most `maxJobs` rows in all, a page for each chain aside.
 * `shown` are the rows on the screen, whose objects stay where they come back equal.
 */
export const gather = (
	sweep: Sweep,
	asked: SweepAsk,
	page: JobPage,
	maxJobs: number,
	shown: JobsByKey,
): { readonly sweep: Sweep; readonly asks: readonly SweepAsk[] } => {
	const name = chainOf(asked);
	const former = sweep.chains.get(name);
	const known = former?.lastPage ?? 1;
	const lastPage = Math.max(known, Math.min(pagesOf(page.TotalCount), mostPages(sweep, name, maxJobs)));
	const more = Array.from({ length: lastPage - known }, (_, index) => ({
		...asked,
		pageNumber: known + 1 + index,
		again: false,
	}));
	const chain: Chain = {
		total: page.TotalCount,
		lastPage,
		pagesRead: (former?.pagesRead ?? 0) + (asked.again ? 0 : 1),
		shrank: former !== undefined && (former.shrank || page.TotalCount < former.total),
	};
	const rows = keepIdentity(
		shown,
		page.jobs.map(job => rowOf(job, asked)),
	);
	return {
		sweep: {
			...sweep,
			jobs: withArrived(sweep.jobs, rows),
			chains: new Map([...sweep.chains, [name, chain]]),
			RequestId: page.RequestId,
			answers: sweep.answers + 1,
		},
		asks: former === undefined && lastPage > 1 ? [...more, { ...asked, pageNumber: 1, again: true }] : more,
	};
};

/** The sweep without a page that the service did not give. */
export const missPage = (sweep: Sweep): Sweep => ({ ...sweep, failedPages: sweep.failedPages + 1 });

const sumOver = (sweep: Sweep, figure: (chain: Chain) => number): number =>
	[...sweep.chains.values()].reduce((sum, chain) => sum + figure(chain), 0);

/** The number of jobs that the service counts for the whole query. */
export const sweepTotal = (sweep: Sweep): number => sumOver(sweep, ({ total }) => total);

/** The sweep once all that it has read is on the screen. */
export const asShown = (sweep: Sweep): Sweep => ({ ...sweep, answersShown: sweep.answers });

/** Answers that wait to be shown, of all that came: each showing looks at all rows, so that fewer are shown the more there are. */
const mostUnshown = 0.25;

/** Whether answers that are not on the screen yet are enough to show them; the first few always are. */
export const hasEnoughToShow = ({ answers, answersShown }: Sweep): boolean =>
	answers - answersShown >= answers * mostUnshown;

/** Whether some of what was read is not on the screen. */
export const hasUnshown = ({ answers, answersShown }: Sweep): boolean => answers > answersShown;

export const sweepProgress = (sweep: Sweep, done: boolean): SweepProgress => {
	const chains = [...sweep.chains.values()];
	const complete = sweep.failedPages === 0 && sweep.jobs.length >= sweepTotal(sweep);
	return {
		pagesRead: sumOver(sweep, ({ pagesRead }) => pagesRead),
		pagesWanted: sumOver(sweep, ({ lastPage }) => lastPage),
		answers: sweep.answers,
		whole: done && complete && !chains.some(({ shrank }) => shrank),
		done,
		cut: chains.some(({ total, lastPage }) => pagesOf(total) > lastPage),
	};
};
