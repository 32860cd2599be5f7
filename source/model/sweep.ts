import type { Job, JobPage } from './job.ts';
import type { Ask } from './poll.ts';

/** The most the service gives in one page. */
export const sweepPageSize = 100;

export type SweepAsk = Extract<Ask, { kind: 'sweep' }>;

/** One chain of pages: the query in one status, or in any (`''`). */
type Chain = {
	/** The newest TotalCount of the chain. */
	readonly total: number;
	/** The last of its pages that was asked for. */
	readonly lastPage: number;
	readonly pagesRead: number;
	/** A page counted fewer jobs than one before it: where jobs leave, others slip over a page's edge unseen. */
	readonly shrank: boolean;
};

/** What a sweep over all pages of a query has gathered. Rows are merged by their key, so a job that shifts between pages counts once. */
export type Sweep = {
	readonly chains: ReadonlyMap<string, Chain>;
	readonly jobs: ReadonlyMap<string, Job>;
	readonly RequestId: string;
};

/** How far a sweep got, for the screen. */
export type SweepProgress = {
	readonly pagesRead: number;
	readonly pagesWanted: number;
	/** All pages were read, no chain shrank meanwhile, and their jobs are as many as the service counts. */
	readonly whole: boolean;
	readonly done: boolean;
};

export const emptySweep: Sweep = { chains: new Map(), jobs: new Map(), RequestId: '' };

const ask = (status: string, pageNumber: number, again = false): SweepAsk => ({
	kind: 'sweep',
	status,
	pageNumber,
	again,
});

/** The first page of each chain: one chain for each wanted status, or a single one for any. */
export const firstSweepAsks = (statuses: readonly string[]): readonly SweepAsk[] =>
	statuses.length === 0 ? [ask('', 1)] : statuses.map(status => ask(status, 1));

const pagesOf = (jobs: number): number => Math.max(1, Math.ceil(jobs / sweepPageSize));

/** The pages that `maxJobs` leaves to a chain beside the others; its first one in any case. */
const mostPages = (sweep: Sweep, status: string, maxJobs: number): number => {
	const others = [...sweep.chains].filter(([other]) => other !== status);
	return Math.max(1, pagesOf(maxJobs) - others.reduce((sum, [, { lastPage }]) => sum + lastPage, 0));
};

/** A row of a page. Rows without an id have no identity across pages but their place. */
const rowOf = (job: Job, { status, pageNumber }: SweepAsk): Job =>
	job.JobId === '' ? { ...job, key: `${job.key} ${status} ${pageNumber}` } : job;

/**
 * The sweep with one more page, and what is to be asked because of it: after a chain's first page its others, then the first
 * one again; after any page those that the chain has grown by. At most `maxJobs` rows in all, a page for each chain aside.
 */
export const gather = (
	sweep: Sweep,
	asked: SweepAsk,
	page: JobPage,
	maxJobs: number,
): { readonly sweep: Sweep; readonly asks: readonly SweepAsk[] } => {
	const { status } = asked;
	const former = sweep.chains.get(status);
	const known = former?.lastPage ?? 1;
	const lastPage = Math.max(known, Math.min(pagesOf(page.TotalCount), mostPages(sweep, status, maxJobs)));
	const more = Array.from({ length: lastPage - known }, (_, index) => ask(status, known + 1 + index));
	const chain: Chain = {
		total: page.TotalCount,
		lastPage,
		pagesRead: (former?.pagesRead ?? 0) + 1,
		shrank: former !== undefined && (former.shrank || page.TotalCount < former.total),
	};
	const rows = page.jobs.map(job => rowOf(job, asked));
	return {
		sweep: {
			jobs: new Map([...sweep.jobs, ...rows.map(job => [job.key, job] as const)]),
			chains: new Map([...sweep.chains, [status, chain]]),
			RequestId: page.RequestId,
		},
		asks: former === undefined && lastPage > 1 ? [...more, ask(status, 1, true)] : more,
	};
};

const sumOver = (sweep: Sweep, figure: (chain: Chain) => number): number =>
	[...sweep.chains.values()].reduce((sum, chain) => sum + figure(chain), 0);

/** The number of jobs that the service counts for the whole query. */
export const sweepTotal = (sweep: Sweep): number => sumOver(sweep, ({ total }) => total);

export const sweepProgress = (sweep: Sweep, done: boolean): SweepProgress => ({
	pagesRead: sumOver(sweep, ({ pagesRead }) => pagesRead),
	pagesWanted: sumOver(sweep, ({ lastPage }) => (lastPage === 1 ? 1 : lastPage + 1)),
	whole: done && sweep.jobs.size >= sweepTotal(sweep) && ![...sweep.chains.values()].some(({ shrank }) => shrank),
	done,
});
