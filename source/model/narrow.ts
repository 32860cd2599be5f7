import { judgedParameters } from '../tables/judged-parameters.ts';
import { isParameterName } from '../tables/parameters.ts';
import type { JobsByKey } from './by-key.ts';
import type { Job } from './job.ts';
import { Pieces } from './pieces.ts';
import { effectiveWindow, looksLikeJobId, type Query } from './query.ts';
import type { Listing, State } from './state.ts';
import { toServiceTime, windowStart } from './window.ts';

/** Whether the service would send a job; undefined where its row does not tell. */
type Judge = (job: Job) => boolean | undefined;
/** What a narrower query adds to a wider one; undefined where it is not narrower, or nobody here can judge it. */
type Added = readonly Judge[] | undefined;

const isPart = (part: string, text: string): boolean => text.toLowerCase().includes(part.toLowerCase());

const addedName = (wide: Query, narrow: Query): Added => {
	if (wide.name === narrow.name) {
		return [];
	}
	const isWord = !looksLikeJobId(wide.name) && !looksLikeJobId(narrow.name);
	const asUsual = narrow.others.DisplayNameSearchMode === undefined;
	return isWord && asUsual && isPart(wide.name, narrow.name)
		? [({ DisplayName }) => isPart(narrow.name, DisplayName)]
		: undefined;
};

const addedStatuses = ({ statuses: wide }: Query, { statuses: narrow }: Query): Added => {
	if (narrow.length === 0) {
		return wide.length === 0 ? [] : undefined;
	}
	return wide.length === 0 || narrow.every(status => wide.includes(status))
		? [({ Status }) => narrow.includes(Status)]
		: undefined;
};

/** Times are sent in whole seconds. */
const sentSecond = (ms: number): number => Date.parse(toServiceTime(ms));

const addedWindow = (wide: Query, narrow: Query, now: number): Added => {
	const [was, is] = [effectiveWindow(wide), effectiveWindow(narrow)];
	const [wasStart, start] = [windowStart(was, now) ?? 0, windowStart(is, now) ?? 0];
	const endOf = (window: typeof is): number =>
		window.kind === 'last' ? Number.POSITIVE_INFINITY : (window.end ?? Number.POSITIVE_INFINITY);
	const [wasEnd, end] = [endOf(was), endOf(is)];
	if (wasStart === start && wasEnd === end) {
		return [];
	}
	return narrow.others.TimeRangeField === undefined && start >= wasStart && end <= wasEnd
		? [
				({ GmtCreateTime: created }) =>
					created === undefined ? undefined : created >= sentSecond(start) && created <= end,
			]
		: undefined;
};

const addedParameter = (name: string, wide: unknown, narrow: unknown): Added => {
	if (wide === narrow) {
		return [];
	}
	const judged = isParameterName(name) ? judgedParameters[name] : undefined;
	if (judged === undefined || typeof narrow !== 'string' || narrow === '') {
		return undefined;
	}
	const { by, reads } = judged;
	if (wide !== undefined && !(by === 'part' && typeof wide === 'string' && isPart(wide, narrow))) {
		return undefined;
	}
	return [
		job => {
			const text = reads(job);
			return text === '' ? undefined : by === 'part' ? isPart(narrow, text) : text === narrow;
		},
	];
};

const addedParameters = ({ others: wide }: Query, { others: narrow }: Query): readonly Added[] => {
	const valueIn = (others: Query['others'], name: string): unknown =>
		Object.entries(others).find(([other]) => other === name)?.[1];
	return [...new Set([...Object.keys(wide), ...Object.keys(narrow)])].map(name =>
		addedParameter(name, valueIn(wide, name), valueIn(narrow, name)),
	);
};

/** What the service's half of a query asks beyond that of another one, each in terms that loaded rows answer as the service does. */
const added = (wide: Query, narrow: Query, now: number): Added => {
	const all = [
		wide.mine === narrow.mine ? [] : undefined,
		addedName(wide, narrow),
		addedStatuses(wide, narrow),
		addedWindow(wide, narrow, now),
		...addedParameters(wide, narrow),
	];
	const known = all.filter(judges => judges !== undefined);
	return known.length === all.length ? known.flat() : undefined;
};

/**
 * The loaded rows that a query would get of the service, told before it is asked: where they are all that a wider query has, and each
 * of them can be judged as the service does. Undefined where only the service knows.
 */
export const narrowedRows = (
	{ query: wide, loaded, complete, asOf }: Pick<Listing, 'query' | 'loaded' | 'complete' | 'asOf'>,
	narrow: Query,
): JobsByKey | undefined => {
	const judges = complete ? added(wide, narrow, asOf) : undefined;
	if (judges === undefined) {
		return undefined;
	}
	const rows: Job[] = [];
	for (const job of loaded) {
		const verdicts = judges.map(judge => judge(job));
		if (verdicts.includes(undefined)) {
			return undefined;
		}
		if (!verdicts.includes(false)) {
			rows.push(job);
		}
	}
	return Pieces.of(rows);
};

/** The query that is looked at: the one being typed, where the loaded rows answer it, else the state's own. */
export const lookedFor = ({ mode, query }: Pick<State, 'mode' | 'query'>): Query =>
	mode.kind === 'filter' ? (mode.preview ?? query) : query;
