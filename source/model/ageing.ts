import { type NumberField, numberFields } from '../tables/filter-fields.ts';
import { firstPlace } from './first-place.ts';
import type { LocalTerm } from './grammar/term.ts';
import type { Job } from './job.ts';
import { Pieces } from './pieces.ts';
import type { Query } from './query.ts';
import type { Loaded } from './shown.ts';
import { type AnySort, bare, resorted, sortJobs } from './sort.ts';
import type { Listing } from './state.ts';

/** Whose figures a term looks at as time goes on: those of all jobs, or of those that have not ended; undefined where time changes nothing. */
const agesIn = ({ match }: LocalTerm): 'always' | 'live' | undefined => {
	const field: NumberField | undefined = match.kind === 'number' ? numberFields[match.field] : undefined;
	return field?.ages;
};

/** Whether a job that has not ended may come or go by the filter although it came back equal. */
export const followsLive = ({ local }: Query): boolean => local.some(term => agesIn(term) === 'live');

/** The ages (ms) at which any job may come or go by the filter. */
const limitsIn = ({ local }: Query): readonly number[] =>
	local.flatMap(term => (agesIn(term) === 'always' && term.match.kind === 'number' ? [term.match.value] : []));

const oldestFirst: AnySort = { by: 'GmtCreateTime', order: 'asc' };
const asEver = { sort: oldestFirst, was: bare, is: bare };

/** The loaded jobs, the oldest first, where the filter looks at their age. */
export const byCreationOf = (query: Query, { loaded, since }: Loaded): Pieces<Job> | undefined => {
	if (limitsIn(query).length === 0) {
		return undefined;
	}
	const former = since?.listing.byCreation;
	if (since === undefined || former === undefined) {
		return Pieces.of(sortJobs(loaded, oldestFirst));
	}
	const { fresh, replaced, gone } = since.difference;
	return resorted(former, [...replaced, ...gone], fresh, asEver);
};

/** The jobs that came to an age between two times (ms since the epoch) at which the filter may take them in or leave them out. */
export const cameOfAge = (
	{ byCreation = Pieces.of<Job>([]) }: Pick<Listing, 'byCreation'>,
	query: Query,
	...times: readonly [number, number]
): readonly Job[] => {
	const createdSince = (time: number): number =>
		firstPlace(0, byCreation.length, place => (byCreation.at(place)?.GmtCreateTime ?? 0) >= time);
	// Of a clock that was set back as well: what had come of age is younger again.
	const [from, to] = [Math.min(...times), Math.max(...times)];
	return limitsIn(query).flatMap(limit => byCreation.slice(createdSince(from - limit), createdSince(to - limit + 1)));
};
