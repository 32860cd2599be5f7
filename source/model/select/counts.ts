import { groupKeys } from '../../tables/group-keys.ts';
import { sortKeys } from '../../tables/sort-keys.ts';
import { clockTime } from '../../text/clock-time.ts';
import { jobWords } from '../../text/job-words.ts';
import { orderOf } from '../arrangement.ts';
import { localWords } from '../local-words.ts';
import { markWords } from '../mark.ts';
import { lookedFor } from '../narrow.ts';
import { countsOlder, effectiveWindow, filterTerms } from '../query.ts';
import { isSwept, type Listing, type Standing } from '../state.ts';
import type { SweepProgress } from '../sweep.ts';
import { windowWords } from '../window.ts';
import { coarseAge, isCompact } from './scope.ts';
import { localSortWords } from './sort-picker.ts';

/** The order of the rows. A local key orders only what is loaded. */
const sortWords = (state: Standing): string => {
	const { arrangement, listing } = state;
	const { by, order } = orderOf(state);
	const here = arrangement.sort !== undefined && listing?.sweep === undefined ? ', this page' : '';
	return `${sortKeys[by].word} ${order === 'desc' ? '↓' : '↑'}${here}`;
};

const groupWords = ({ arrangement: { group } }: Standing): string | undefined =>
	group === undefined ? undefined : `by ${groupKeys[group].word}`;

const pagesOf = (total: number, pageSize: number): number => Math.max(1, Math.ceil(total / pageSize));

/** Rows of all that the service counts; a narrow line goes without the word. */
const ofAllWords = ({ loaded, TotalCount, uncounted }: Listing, compact: boolean): string => {
	const all = uncounted ? '?' : TotalCount;
	return `${loaded.length} of ${compact ? all : jobWords(all)}`;
};

const rowsWords = (listing: Listing, pageSize: number, compact: boolean): string => {
	const { loaded, TotalCount, uncounted, duplicates } = listing;
	const due = Math.max(0, Math.min(pageSize, TotalCount - (listing.pageNumber - 1) * pageSize));
	const twice = duplicates === 0 ? '' : `, ${duplicates} sent twice`;
	const fewer = loaded.length + duplicates < due ? ', the service sent fewer' : '';
	return uncounted
		? `${jobWords(loaded.length)}${twice}, the service sent no count`
		: `${ofAllWords(listing, compact)}${twice}${fewer}`;
};

/** Whether the loaded rows are all that the service counts. While everything is read anew, what was whole stays so. */
export const isWhole = ({ sweep, complete, loaded, TotalCount, uncounted }: Listing): boolean =>
	sweep === undefined ? loaded.length >= TotalCount && !uncounted : sweep.done ? sweep.whole : complete;

const gpuWords = (listing: Listing, compact: boolean): string => {
	const { running, queued, held } = listing.sums;
	const whole = isWhole(listing);
	if (compact) {
		return `GPU ${running}/${queued}/${held}`;
	}
	return `GPUs ${whole ? '' : 'here '}${running} running ${queued} queued ${held} held`;
};

/** Live jobs that the window hides; `?` of them until they were counted for this query, since nothing is hidden silently. */
const olderWords = (state: Standing, compact: boolean): string | undefined => {
	if (!countsOlder(state.query) || state.older?.count === 0) {
		return undefined;
	}
	const count = state.older?.count ?? '?';
	const window = effectiveWindow(state.query);
	if (compact || window.kind !== 'last') {
		return `+ ${count} older live: a`;
	}
	return `+ ${count} live older than ${windowWords(window, 'short')}: a`;
};

/** Rows of a former reading can make up the number although a page could not be read this time. */
const partlyWords = ({ loaded, TotalCount, uncounted }: Listing): string =>
	loaded.length < TotalCount || uncounted ? 'partial' : 'not all read anew';

const sweepWords = (listing: Listing, sweep: SweepProgress, compact: boolean): readonly string[] => {
	const { pagesRead, pagesWanted, done, cut } = sweep;
	const whole = isWhole(listing);
	const rows = ofAllWords(listing, compact);
	if (!done && !whole) {
		return [`${pagesRead}/${listing.uncounted ? '?' : pagesWanted} pages`, rows];
	}
	const all = compact ? String(listing.loaded.length) : jobWords(listing.loaded.length);
	return [compact ? 'all' : 'everything', whole ? all : `${rows}, ${cut ? 'cut at --max-jobs' : partlyWords(listing)}`];
};

const listingWords = (state: Standing, listing: Listing, compact: boolean): readonly string[] => {
	if (listing.sweep !== undefined) {
		return sweepWords(listing, listing.sweep, compact);
	}
	const pages = pagesOf(listing.TotalCount, state.settings.pageSize);
	const page = `${listing.pageNumber}/${listing.uncounted ? '?' : pages}`;
	return [compact ? page : `page ${page}`, rowsWords(listing, state.settings.pageSize, compact)];
};

/** The counts where terms of the filter are answered here: which page, how many rows are left, and out of what. */
const filteredWords = (state: Standing, listing: Listing, compact: boolean): readonly string[] => {
	const { sweep, jobs, loaded, TotalCount, uncounted } = listing;
	const [pages = ''] = listingWords(state, listing, compact);
	const partial = sweep?.done === true && !sweep.whole ? `, ${partlyWords(listing)}` : '';
	const over = compact
		? `over ${ofAllWords(listing, compact)}`
		: localWords(state.query, { jobs: loaded, TotalCount, uncounted });
	return [pages, `${jobs.length} match`, `${over}${partial}`];
};

/** The counts of rows that a narrower query will have, before the service was asked for it. */
const narrowedWords = (state: Standing, listing: Listing, compact: boolean): readonly string[] => {
	const [pages = ''] = listingWords(state, listing, compact);
	const asking = listing.query !== state.query && state.poll.kind === 'fetching' ? 'asking; ' : '';
	const { jobs, loaded } = listing;
	const over = compact ? `here, of ${loaded.length}` : `filtered here, over ${jobWords(loaded.length)} loaded`;
	return [pages, `${jobs.length} match`, `${asking}${over}`];
};

/** Whose time the rows are, while the first line tells of trouble instead. */
const oldWords = ({ poll, lateByMs }: Standing, listing: Listing): string | undefined => {
	if (poll.kind !== 'halted' && poll.kind !== 'backing-off') {
		return undefined;
	}
	const late = lateByMs === undefined ? '' : `, ${coarseAge(lateByMs)} old`;
	return `rows of ${clockTime(listing.answeredAt)}${late}`;
};

/** What a newer question than the rows answer is doing; undefined while the rows are the wanted ones. */
const pendingWords = (state: Standing, listing: Listing): string | undefined => {
	if (listing.narrowed) {
		return undefined;
	}
	if (listing.query !== state.query) {
		return `${state.poll.kind === 'fetching' ? 'asking; ' : ''}these are the former rows`;
	}
	if (isSwept(state) !== (listing.sweep !== undefined)) {
		return isSwept(state) ? 'asking for all pages' : 'asking for one page';
	}
	return listing.pageNumber === state.pageNumber || listing.sweep !== undefined
		? undefined
		: `asking for page ${state.pageNumber}`;
};

const rowsParts = (state: Standing, listing: Listing, compact: boolean): readonly string[] => {
	if (listing.narrowed) {
		return narrowedWords(state, listing, compact);
	}
	return state.query.local.length > 0 && listing.query === state.query
		? filteredWords(state, listing, compact)
		: listingWords(state, listing, compact);
};

/** The pieces of the second line, the most important first; pieces go from the end when the line gets narrow. */
export const countsParts = (state: Standing): readonly string[] => {
	const { listing } = state;
	if (state.mode.kind === 'sort') {
		return [localSortWords(state)];
	}
	if (listing === undefined) {
		return [];
	}
	const compact = isCompact(state.size.columns);
	const parts: readonly (string | undefined)[] = [
		...rowsParts(state, listing, compact),
		oldWords(state, listing),
		pendingWords(state, listing),
		markWords(state),
		...filterTerms(lookedFor(state)),
		sortWords(state),
		groupWords(state),
		// Wide asks for figures instead of words.
		gpuWords(listing, compact || state.wide),
		olderWords(state, compact),
	];
	return parts.filter(part => part !== undefined);
};
