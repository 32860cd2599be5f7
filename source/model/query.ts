import type { ListJobsParameters } from '../tables/parameters.ts';
import { failedStatuses, liveStatuses } from '../tables/statuses.ts';
import { printTerm } from './grammar/print.ts';
import type { LocalTerm } from './grammar/term.ts';
import { defaultWindow, longWindow, type TimeWindow, toServiceTime } from './window.ts';

export type SortKey = 'DisplayName' | 'JobType' | 'Status' | 'GmtCreateTime' | 'GmtFinishTime';
export type Sort = { readonly by: SortKey; readonly order: 'asc' | 'desc' };

/** The parameters that the query model holds in a form of its own; everything else is kept by its API name. */
export type OwnedParameter =
	| 'DisplayName'
	| 'Status'
	| 'StartTime'
	| 'EndTime'
	| 'SortBy'
	| 'Order'
	| 'PageNumber'
	| 'PageSize'
	| 'ShowOwn';

/** What the user asks to see, apart from which page of it. */
export type Query = {
	/** The word of `/`: a part of the name, or a whole JobId. */
	readonly name: string;
	/** Wanted statuses; none means any. */
	readonly statuses: readonly string[];
	/** True: only the caller's own jobs (the service's default). */
	readonly mine: boolean;
	/** Undefined while the user set none; {@link effectiveWindow} then decides. */
	readonly window: TimeWindow | undefined;
	readonly sort: Sort;
	readonly others: Omit<ListJobsParameters, OwnedParameter>;
	/** Terms that the service cannot answer: they filter the loaded rows. */
	readonly local: readonly LocalTerm[];
};

export const defaultQuery: Query = {
	name: '',
	statuses: [],
	mine: true,
	window: undefined,
	sort: { by: 'GmtCreateTime', order: 'desc' },
	others: {},
	local: [],
};

/** `dlc` and 13 base-36 characters, or the older `dlc-<14 digits>-<suffix>`. */
const jobIdShape = /^dlc(?:[0-9a-z]{13}|-\d{14}-[0-9a-z]+)$/i;
export const looksLikeJobId = (word: string): boolean => jobIdShape.test(word);

const wantsOnlyLive = (query: Query): boolean =>
	query.statuses.length > 0 && query.statuses.every(status => liveStatuses.includes(status));

/** Rule 7 of the screen: the user's window; else 90 days for live statuses or a JobId; else the service's own 7 days. */
export const effectiveWindow = (query: Query): TimeWindow =>
	query.window ?? (wantsOnlyLive(query) || looksLikeJobId(query.name) ? longWindow : defaultWindow);

/** Whether dlctop, not the user, chose a longer window than the service's default. */
export const windowIsWidened = (query: Query): boolean =>
	query.window === undefined && effectiveWindow(query) !== defaultWindow;

const windowParameters = (window: TimeWindow, now: number): Pick<ListJobsParameters, 'StartTime' | 'EndTime'> => {
	if (window.kind === 'last') {
		return { StartTime: toServiceTime(now - window.ms) };
	}
	return {
		StartTime: toServiceTime(window.start ?? 0),
		...(window.end === undefined ? {} : { EndTime: toServiceTime(window.end) }),
	};
};

/** The filters of a query as parameters, without window, page, sort and status. */
const filterParameters = (query: Query): ListJobsParameters => ({
	...query.others,
	ShowOwn: query.mine,
	...(query.name === '' ? {} : looksLikeJobId(query.name) ? { JobId: query.name } : { DisplayName: query.name }),
});

export type PageOfQuery = { readonly PageNumber: number; readonly PageSize: number };

/** The parameters that ask for one page of a query, in one status at most. */
export const pageParameters = (query: Query, page: PageOfQuery, status: string, now: number): ListJobsParameters => ({
	...filterParameters(query),
	...windowParameters(effectiveWindow(query), now),
	...(status === '' ? {} : { Status: status }),
	...page,
	SortBy: query.sort.by,
	Order: query.sort.order,
});

/** The parameters that count the jobs of one live status created before the window of the query begins; undefined where it has no beginning. */
export const olderParameters = (query: Query, status: string, now: number): ListJobsParameters | undefined => {
	const window = effectiveWindow(query);
	const end = window.kind === 'last' ? now - window.ms : window.start;
	return end === undefined
		? undefined
		: {
				...filterParameters(query),
				...windowParameters({ kind: 'between', start: 0, end: end - 1000 }, now),
				Status: status,
				PageNumber: 1,
				PageSize: 1,
			};
};

/** The workspaces that are asked for by id; none means the service's choice. */
export const workspacesOf = ({ others }: Pick<Query, 'others'>): readonly string[] =>
	(others.WorkspaceId ?? '').split(',').flatMap(id => (id.trim() === '' ? [] : [id.trim()]));

/** Whether every job of the query has failed. */
export const wantsOnlyFailed = ({ statuses }: Query): boolean =>
	statuses.length > 0 && statuses.every(status => failedStatuses.includes(status));

/** Whether the count of older live jobs says anything in this view: not when dlctop already widened the window for them. */
export const countsOlder = (query: Query): boolean =>
	!windowIsWidened(query) && windowHasStart(query) && workspacesOf(query).length < 2;

const windowHasStart = (query: Query): boolean => {
	const window = effectiveWindow(query);
	return window.kind === 'last' || window.start !== undefined;
};

const shown = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

export const sameStatuses = (a: readonly string[], b: readonly string[]): boolean =>
	a.length === b.length && a.every(status => b.includes(status));

const statusTerms = (wanted: readonly string[]): readonly string[] => {
	if (wanted.length === 0) {
		return [];
	}
	if (sameStatuses(wanted, liveStatuses)) {
		return ['live only'];
	}
	return sameStatuses(wanted, failedStatuses) ? ['failed only'] : [`status:${wanted.join(',')}`];
};

/** The filters of a query in the words of the prompt, for the counts line: `name:llm`, `status:Failed`, `Username:ali`. */
export const filterTerms = (query: Query): readonly string[] => [
	...(query.name === '' ? [] : [`${looksLikeJobId(query.name) ? 'id' : 'name'}:${query.name}`]),
	...statusTerms(query.statuses),
	...Object.entries(query.others)
		.filter(([name]) => name !== 'WorkspaceId')
		.map(([name, value]) => `${name}:${shown(value)}`),
	...query.local.map(printTerm),
];
