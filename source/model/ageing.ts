import { type NumberField, numberFields } from '../tables/filter-fields.ts';
import type { JobsByKey } from './by-key.ts';
import { firstPlace } from './first-place.ts';
import type { LocalTerm } from './grammar/term.ts';
import type { Job } from './job.ts';
import { Pieces } from './pieces.ts';
import type { Query } from './query.ts';
import type { Loaded, Since } from './shown.ts';
import { type AnySort, bare, resorted, sortJobs } from './sort.ts';

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

const known = new WeakMap<JobsByKey, Pieces<Job>>();

const byCreation = (loaded: JobsByKey): Pieces<Job> => known.get(loaded) ?? Pieces.of(sortJobs(loaded, oldestFirst));

/**
 * The former jobs that came to an age, between two answers, at which the filter may take them in or leave them out. All are put in the
 * order of their creation once, and from then on those that come and go.
 */
export const cameOfAge = (
	{ listing, difference }: Since,
	{ loaded, asOf }: Pick<Loaded, 'loaded' | 'asOf'>,
	query: Query,
): readonly Job[] => {
	const limits = limitsIn(query);
	if (limits.length === 0) {
		return [];
	}
	const jobs = byCreation(listing.loaded);
	known.set(loaded, resorted(jobs, [...difference.replaced, ...difference.gone], difference.fresh, asEver));
	const createdSince = (time: number): number =>
		firstPlace(0, jobs.length, place => (jobs.at(place)?.GmtCreateTime ?? 0) >= time);
	// A clock that was set back makes jobs younger again.
	const [from, to] = [Math.min(listing.asOf, asOf), Math.max(listing.asOf, asOf)];
	return limits.flatMap(limit => jobs.slice(createdSince(from - limit), createdSince(to - limit + 1)));
};
