import { statusOf } from '../../tables/statuses.ts';
import type { Job } from '../job.ts';
import { effectiveWindow, filterTerms, type SortKey } from '../query.ts';
import { isSwept, type Listing, type State } from '../state.ts';
import type { SweepProgress } from '../sweep.ts';
import { windowWords } from '../window.ts';
import { isCompact } from './scope.ts';

/** GPUs requested by the rows that are loaded. */
export type GpuSums = { readonly running: number; readonly queued: number; readonly held: number };

export const gpuSums = (jobs: readonly Job[]): GpuSums => {
	const sums = { running: 0, queued: 0, held: 0 };
	for (const { Status, gpus = 0 } of jobs) {
		const { class: kind } = statusOf(Status);
		if (kind === 'active') {
			sums.running += gpus;
		} else if (kind === 'pending') {
			sums.queued += gpus;
		} else if (kind === 'holding') {
			sums.held += gpus;
		}
	}
	return sums;
};

const sortWords: Readonly<Record<SortKey, string>> = {
	DisplayName: 'name',
	GmtCreateTime: 'created',
	GmtFinishTime: 'finished',
	JobType: 'type',
	Status: 'status',
};

const pagesOf = (total: number, pageSize: number): number => Math.max(1, Math.ceil(total / pageSize));

const rowsWords = (listing: Listing, pageSize: number, unit: string): string => {
	const { jobs, TotalCount, duplicates } = listing;
	const due = Math.max(0, Math.min(pageSize, TotalCount - (listing.pageNumber - 1) * pageSize));
	const twice = duplicates === 0 ? '' : `, ${duplicates} sent twice`;
	const fewer = jobs.length + duplicates < due ? ', the service sent fewer' : '';
	return `${jobs.length} of ${TotalCount}${unit}${twice}${fewer}`;
};

const gpuWords = (listing: Listing, compact: boolean): string => {
	const { running, queued, held } = gpuSums(listing.jobs);
	const whole = listing.sweep?.whole ?? listing.jobs.length >= listing.TotalCount;
	if (compact) {
		return `GPU ${running}/${queued}/${held}`;
	}
	return `GPUs ${whole ? '' : 'here '}${running} running ${queued} queued ${held} held`;
};

const olderWords = (state: State, compact: boolean): string | undefined => {
	if (state.older === undefined || state.older.count === 0) {
		return undefined;
	}
	const { count } = state.older;
	const window = effectiveWindow(state.query);
	if (compact || window.kind !== 'last') {
		return `+ ${count} older live: a`;
	}
	return `+ ${count} live older than ${windowWords(window, 'short')}: a`;
};

const sweepWords = (listing: Listing, sweep: SweepProgress, compact: boolean): readonly string[] => {
	const { pagesRead, pagesWanted, whole, done } = sweep;
	const rows = `${listing.jobs.length} of ${listing.TotalCount}${compact ? '' : ' jobs'}`;
	if (!done) {
		return [`${pagesRead}/${pagesWanted} pages`, rows];
	}
	return [
		compact ? 'all' : 'everything',
		whole ? `${listing.jobs.length}${compact ? '' : ' jobs'}` : `${rows}, partial`,
	];
};

const listingWords = (state: State, listing: Listing, compact: boolean): readonly string[] => {
	if (listing.sweep !== undefined) {
		return sweepWords(listing, listing.sweep, compact);
	}
	const pages = pagesOf(listing.TotalCount, state.settings.pageSize);
	const page = `${listing.pageNumber}/${pages}`;
	return [compact ? page : `page ${page}`, rowsWords(listing, state.settings.pageSize, compact ? '' : ' jobs')];
};

/** What a newer question than the rows answer is doing; undefined while the rows are the wanted ones. */
const pendingWords = (state: State, listing: Listing): string | undefined => {
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

/** The pieces of the second line, the most important first; pieces go from the end when the line gets narrow. */
export const countsParts = (state: State): readonly string[] => {
	const { listing } = state;
	if (listing === undefined) {
		return [];
	}
	const compact = isCompact(state.size.columns);
	const { sort } = state.query;
	const parts: readonly (string | undefined)[] = [
		...listingWords(state, listing, compact),
		pendingWords(state, listing),
		...filterTerms(state.query),
		`${sortWords[sort.by]} ${sort.order === 'desc' ? '↓' : '↑'}`,
		gpuWords(listing, compact),
		olderWords(state, compact),
	];
	return parts.filter(part => part !== undefined);
};
