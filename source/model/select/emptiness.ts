import type { Failure } from '../failure.ts';
import { localWords } from '../local-words.ts';
import { effectiveWindow, filterTerms } from '../query.ts';
import type { Listing, State } from '../state.ts';
import { hasLongerWindow, windowWords } from '../window.ts';

/** Why there is no row to show, in a few lines; the first one says it. Not yet made safe for the terminal. */
export type Emptiness = { readonly lines: readonly string[]; readonly tone: 'plain' | 'bad' };

const detailsOf = ({ Code, Message, RequestId, httpStatus }: Failure): string =>
	[
		...(Code === undefined ? [] : [Code]),
		...(httpStatus === undefined ? [] : [`HTTP ${httpStatus}`]),
		...(Message === undefined ? [] : [Message]),
		...(RequestId === undefined ? [] : [`RequestId ${RequestId}`]),
	].join(' · ');

const refused = (failure: Failure): Emptiness => ({
	tone: 'bad',
	lines: [
		failure.kind === 'not-allowed' ? 'you may not list jobs here' : failure.message,
		...(failure.kind === 'not-allowed' ? [failure.message] : []),
		detailsOf(failure),
		failure.next ?? '',
	].filter(line => line !== ''),
});

const noMatch = (state: State): Emptiness => {
	const terms = filterTerms(state.query);
	const window = effectiveWindow(state.query);
	const created = `created ${windowWords(window, 'long')}`;
	const offers = [
		...(hasLongerWindow(window) ? ['t  a longer window'] : []),
		...(terms.length === 0 ? [] : ['0  clear the filters']),
		...(state.query.mine ? ['m  jobs of everyone'] : []),
	];
	return {
		tone: 'plain',
		lines: [
			terms.length === 0 ? `no job was ${created}` : 'no job matches these filters in this window',
			...(terms.length === 0 ? [] : [`${terms.join(' ')} · ${created}`]),
			...(offers.length === 0 ? [] : [offers.join('    ')]),
		],
	};
};

/** The service found jobs, and the terms that are answered here leave none of the loaded ones. */
const noneHere = (state: State, { loaded, TotalCount, sweep }: Listing): Emptiness => ({
	tone: 'plain',
	lines: [
		`0 of ${loaded.length} loaded jobs match these filters`,
		localWords(state.query, { jobs: loaded, TotalCount }),
		filterTerms(state.query).join(' '),
		`0  clear the filters${sweep === undefined ? '    e  look through all pages' : ''}`,
	],
});

/** What stands in place of the rows; undefined while there are rows. */
export const emptiness = (state: State): Emptiness | undefined => {
	const { listing, lastFailure } = state;
	if (listing !== undefined && listing.jobs.length > 0) {
		return undefined;
	}
	if (lastFailure !== undefined) {
		return refused(lastFailure);
	}
	if (listing?.narrowed) {
		return { tone: 'plain', lines: [`0 of ${listing.loaded.length} loaded jobs match; the service is asked next`] };
	}
	if (listing === undefined || listing.query !== state.query) {
		return { tone: 'plain', lines: ['loading …'] };
	}
	if (listing.loaded.length > 0) {
		return noneHere(state, listing);
	}
	return listing.TotalCount === 0
		? noMatch(state)
		: { tone: 'bad', lines: [`the service counts ${listing.TotalCount} jobs and sent none of them`] };
};
