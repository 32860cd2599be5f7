import { type Arrangement, plainArrangement } from './arrangement.ts';
import { type Bucket, fullBucket } from './bucket.ts';
import type { JobsByKey } from './by-key.ts';
import type { Comparison } from './comparison/comparison.ts';
import type { Detail } from './detail/detail.ts';
import type { Failure } from './failure.ts';
import { type Gate, openGate } from './gate.ts';
import type { Groups, Row } from './groups.ts';
import type { Job } from './job.ts';
import { type Journey, startOfJourney } from './journey.ts';
import type { Cursor } from './list.ts';
import { emptyCursor } from './list.ts';
import type { LogView } from './logs/log-view.ts';
import { type Marks, noMarks } from './marks.ts';
import type { Mode } from './mode.ts';
import type { Quiet } from './permit.ts';
import type { Pieces } from './pieces.ts';
import { type Known, noPlaces, type Places } from './places.ts';
import type { Poll } from './poll.ts';
import { defaultQuery, type Query, workspacesOf } from './query.ts';
import type { Settings } from './settings.ts';
import type { AnySort } from './sort.ts';
import type { Figures } from './stats/figures.ts';
import type { Problem } from './stats/problems.ts';
import type { Sums } from './sums.ts';
import type { SweepProgress } from './sweep.ts';
import type { Tally } from './tally.ts';
import type { Transition } from './transitions.ts';
import type { Judgement, Verdicts } from './triage.ts';
import { noWatches, type Watches } from './watch/watches.ts';

/** Cells of the terminal. */
export type Size = { readonly columns: number; readonly rows: number };

/** The rows that are shown, and what they answer. */
export type Listing = {
	/** All jobs of the answer, or of the sweep so far. */
	readonly loaded: JobsByKey;
	/** Those of a page in the order in which the service sent them; none in a sweep, whose answers come in no order. */
	readonly page: readonly Job[];
	/** Whose local filter `jobs` have passed: the state's own, also while the service has yet to answer it. */
	readonly filteredBy: Query;
	/** The jobs to show: those that pass the local filter, in their order. */
	readonly jobs: Pieces<Job>;
	/** Where they are grouped. */
	readonly groups: Groups | undefined;
	/** The lines of the table: the jobs, and the headers of their groups. */
	readonly rows: Pieces<Row>;
	/** What is known of `loaded`, and of `jobs`, without looking at each of them. */
	readonly tally: Tally;
	readonly shownTally: Tally;
	/** Figures over `jobs`. */
	readonly sums: Sums;
	/** The order of `jobs`; undefined where they stand as the service sent them. */
	readonly sorted: AnySort | undefined;
	/** Of all loaded jobs, while they are sorted by it. */
	readonly judgement: Judgement | undefined;
	/** Why jobs need a look; empty unless sorted by it. */
	readonly verdicts: Verdicts;
	readonly TotalCount: number;
	/** There may be more than `TotalCount`: the service sent no usable count, or has not told that of each chain of a sweep. */
	readonly uncounted: boolean;
	readonly RequestId: string;
	/** The page the rows are, from 1; in a sweep all rows are here and this is 1. */
	readonly pageNumber: number;
	/** How far a sweep over all pages got; undefined for one page of the service. */
	readonly sweep: SweepProgress | undefined;
	/** The last sweep of this question that came to its end was whole, and no row of it was lost since. */
	readonly complete: boolean;
	/** The query the loaded rows answer. While it is not the state's own, they are the former ones. */
	readonly query: Query;
	/** The rows are those of the loaded ones that a narrower query will have, which the service has yet to answer. */
	readonly narrowed: boolean;
	/** When the answer came by this machine's clock, ms since the epoch. */
	readonly answeredAt: number;
	/** The same moment by the service's clock: ages are as of then, since the service's times are. */
	readonly asOf: number;
	/** Items that the service sent twice on the page. */
	readonly duplicates: number;
	/** Jobs that changed, by key, with the number of polls for which the sign still shows. */
	readonly changes: ReadonlyMap<string, number>;
	/** The widest cell of each column since this query and page were first shown. */
	readonly widths: ReadonlyMap<string, number>;
	/** The workspace that the service takes where none is named, once a job told it. */
	readonly home: Known | undefined;
};

/** Live jobs that the window hides. */
export type Older = {
	readonly count: number;
	/** Polls since it was counted. */
	readonly polls: number;
};

/** An address of our own making, and the notice that tells of it. */
export type NoticeLink = { readonly notice: string; readonly address: string };

export type State = {
	readonly settings: Settings;
	readonly size: Size;
	readonly query: Query;
	/** Whether all pages are wanted, not one. */
	readonly everything: boolean;
	/** The wanted page of the query, from 1. */
	readonly pageNumber: number;
	readonly poll: Poll;
	/** When the last sweep ended, ms since the epoch. */
	readonly sweptAt: number | undefined;
	/** The service does not answer for jobs by their ids. */
	readonly idsRefused: boolean;
	/** List requests that may be sent. */
	readonly bucket: Bucket;
	/** The service asked to be left alone; holds for every request. */
	readonly quiet: Quiet | undefined;
	/** Requests of the pane and of the logs that wait for leave. */
	readonly gate: Gate;
	/** The number of the newest request; grows by one with each. */
	readonly lastRequest: number;
	readonly listing: Listing | undefined;
	readonly cursor: Cursor;
	readonly arrangement: Arrangement;
	/** Where one can go from here. */
	readonly places: Places;
	/** The looks of this run, to walk back to. */
	readonly journey: Journey;
	readonly marks: Marks;
	readonly watches: Watches;
	/** Filters of this run and former ones, the newest last. */
	readonly filters: readonly string[];
	/** Command lines of this run, the newest last. */
	readonly commands: readonly string[];
	readonly older: Older | undefined;
	readonly mode: Mode;
	/** Open while the pane is on the screen, whoever has the keys. */
	readonly detail: Detail | undefined;
	/** Open while the screen of events and logs is. */
	readonly logs: LogView | undefined;
	/** Open while the screen of the differences of two jobs is. */
	readonly comparison: Comparison | undefined;
	/** The JobId that the run was started with: the pane opens on it with the first answer. */
	readonly opensOn: string | undefined;
	/** Changes of status that dlctop saw, of all jobs, oldest first. */
	readonly transitions: readonly Transition[];
	/** One line of news for the user; the next key removes it. */
	readonly notice: string | undefined;
	/** Where one notice leads: with another one it means nothing. */
	readonly noticeLink: NoticeLink | undefined;
	/** How late the next answer is, in ms, in coarse steps; undefined while it is not late. */
	readonly lateByMs: number | undefined;
	/** How far this machine's clock is ahead of the service's, in ms, as the last answer told; 0 while it is right. */
	readonly clockAheadMs: number;
	readonly wide: boolean;
	/** Columns scrolled away to the left, behind the frozen ones. */
	readonly columnOffset: number;
	readonly lastFailure: Failure | undefined;
	/** The last requests that failed, the newest last. */
	readonly problems: readonly Problem[];
	/** Of this process, while the screen of figures is open. */
	readonly figures: Figures | undefined;
};

/** What the most frequent of keys leaves as it is: all but the cursor. */
export type Standing = Omit<State, 'cursor'>;

export const initialState = (settings: Settings, size: Size, query: Query = defaultQuery, pageNumber = 1): State => ({
	settings,
	size,
	query,
	everything: false,
	pageNumber,
	poll: { kind: 'paused' },
	sweptAt: undefined,
	idsRefused: false,
	bucket: fullBucket(settings.requestsPerMinute),
	quiet: undefined,
	gate: openGate,
	lastRequest: 0,
	listing: undefined,
	cursor: emptyCursor,
	arrangement: plainArrangement,
	places: noPlaces,
	journey: startOfJourney,
	marks: noMarks,
	watches: noWatches,
	filters: [],
	commands: [],
	older: undefined,
	mode: { kind: 'list' },
	detail: undefined,
	logs: undefined,
	comparison: undefined,
	opensOn: undefined,
	transitions: [],
	notice: undefined,
	noticeLink: undefined,
	lateByMs: undefined,
	clockAheadMs: 0,
	wide: false,
	columnOffset: 0,
	lastFailure: undefined,
	problems: [],
	figures: undefined,
});

/** Whether all pages are loaded: because the user asked for everything, or because the service takes one status and one workspace at a time. */
export const isSwept = ({ everything, query }: Pick<State, 'everything' | 'query'>): boolean =>
	everything || query.statuses.length > 1 || workspacesOf(query).length > 1;
