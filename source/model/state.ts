import type { Failure } from './failure.ts';
import type { Job } from './job.ts';
import type { LineEditor } from './line-editor.ts';
import type { Cursor } from './list.ts';
import { emptyCursor } from './list.ts';
import type { Poll } from './poll.ts';
import { defaultQuery, type Query } from './query.ts';
import type { SweepProgress } from './sweep.ts';

/** Cells of the terminal. */
export type Size = { readonly columns: number; readonly rows: number };

/** What the run was started with; only the poll period changes while it runs. */
export type Settings = {
	readonly region: string;
	/** Where the credentials came from, in words: `profile default`, `environment`. */
	readonly credentials: string;
	readonly demo: boolean;
	readonly ascii: boolean;
	/** Most jobs that a sweep loads. */
	readonly maxJobs: number;
	/** Jobs on a page, 1 to 100. */
	readonly pageSize: number;
	/** From the end of one answer to the next request, in ms. */
	readonly periodMs: number;
	/** Column ids in their order; undefined shows the default set. */
	readonly columns: readonly string[] | undefined;
};

/** The rows that are shown, and what they answer. */
export type Listing = {
	readonly jobs: readonly Job[];
	readonly TotalCount: number;
	readonly RequestId: string;
	/** The page the rows are, from 1; in a sweep all rows are here and this is 1. */
	readonly pageNumber: number;
	/** How far a sweep over all pages got; undefined for one page of the service. */
	readonly sweep: SweepProgress | undefined;
	/** The query the rows answer. While it is not the state's own, the rows are the former ones. */
	readonly query: Query;
	/** When the answer came, ms since the epoch: every age on the screen is as of then. */
	readonly answeredAt: number;
	/** Items that the service sent twice on the page. */
	readonly duplicates: number;
	/** Jobs that changed, by key, with the number of polls for which the sign still shows. */
	readonly changes: ReadonlyMap<string, number>;
	/** The widest cell of each column since this query and page were first shown. */
	readonly widths: ReadonlyMap<string, number>;
};

/** Live jobs that the window hides. */
export type Older = {
	readonly count: number;
	/** Polls since it was counted. */
	readonly polls: number;
};

export type Detail = {
	/** The job as last seen, so that the pane outlives the row. */
	readonly job: Job;
	/** First visible line. */
	readonly top: number;
	readonly zoomed: boolean;
	/** When the job was first missing from the list, ms since the epoch. */
	readonly leftAt: number | undefined;
};

/** Who has the keys. */
export type Mode =
	| { readonly kind: 'list' }
	| { readonly kind: 'filter'; readonly line: LineEditor; readonly before: Query; readonly pageBefore: number }
	| { readonly kind: 'sort' }
	| { readonly kind: 'help'; readonly top: number; readonly over: 'list' | 'detail' }
	| { readonly kind: 'detail' };

export type State = {
	readonly settings: Settings;
	readonly size: Size;
	readonly query: Query;
	/** Whether all pages are wanted, not one. */
	readonly everything: boolean;
	/** The wanted page of the query, from 1. */
	readonly pageNumber: number;
	readonly poll: Poll;
	/** The number of the newest request; grows by one with each. */
	readonly lastRequest: number;
	readonly listing: Listing | undefined;
	readonly cursor: Cursor;
	readonly older: Older | undefined;
	readonly mode: Mode;
	/** Open while the pane is on the screen, whoever has the keys. */
	readonly detail: Detail | undefined;
	/** One line of news for the user; the next key removes it. */
	readonly notice: string | undefined;
	/** How late the next answer is, in ms, in coarse steps; undefined while it is not late. */
	readonly lateByMs: number | undefined;
	readonly wide: boolean;
	/** Columns scrolled away to the left, behind the frozen ones. */
	readonly columnOffset: number;
	readonly lastFailure: Failure | undefined;
};

export const initialState = (settings: Settings, size: Size, query: Query = defaultQuery, pageNumber = 1): State => ({
	settings,
	size,
	query,
	everything: false,
	pageNumber,
	poll: { kind: 'paused' },
	lastRequest: 0,
	listing: undefined,
	cursor: emptyCursor,
	older: undefined,
	mode: { kind: 'list' },
	detail: undefined,
	notice: undefined,
	lateByMs: undefined,
	wide: false,
	columnOffset: 0,
	lastFailure: undefined,
});

/** Whether all pages are loaded: because the user asked for everything, or because the service takes one status at a time. */
export const isSwept = ({ everything, query }: Pick<State, 'everything' | 'query'>): boolean =>
	everything || query.statuses.length > 1;
