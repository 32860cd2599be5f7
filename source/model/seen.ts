import { type JobsByKey, jobsWith } from './by-key.ts';
import type { Job } from './job.ts';
import { lookedFor, narrowedRows } from './narrow.ts';
import type { List } from './pieces.ts';
import type { Measured } from './select/table.ts';
import { type Shown, type Since, shown } from './shown.ts';
import type { Listing, State } from './state.ts';
import { type Tally, tallyAfter, tallyOf } from './tally.ts';
import type { Verdicts } from './triage.ts';

/** The tally of loaded rows, by that of the rows before where there were some. */
export const tallyOfRows = (loaded: JobsByKey, since: Since | undefined): Tally => {
	if (since === undefined) {
		return tallyOf(loaded);
	}
	const { fresh, replaced, gone } = since.difference;
	return tallyAfter(since.listing.tally, loaded, { less: [...replaced, ...gone], more: fresh });
};

/** What of the rows has to be measured, where all but the fresh ones were before. */
export const measured = (
	fresh: List<Job>,
	{ loaded, tally }: Pick<Listing, 'loaded' | 'tally'>,
	verdicts: Verdicts,
): Measured => ({
	fresh,
	always: tally.oldest === undefined ? [] : [tally.oldest],
	live: [...fresh, ...tally.current],
	judged: [...fresh, ...jobsWith(loaded, verdicts.keys())],
});

type Answer = Pick<Listing, 'query' | 'loaded' | 'page' | 'tally' | 'sweep' | 'complete' | 'asOf'>;

/** What is shown of loaded rows: of those that answer a wider query, the ones that the narrower one will have. */
export const seen = (state: State, answer: Answer, since?: Since): Shown & Pick<Listing, 'narrowed'> => {
	const query = lookedFor(state);
	const narrowed = query === answer.query ? undefined : narrowedRows(answer, query);
	const { loaded, page, tally, asOf } = answer;
	const swept = answer.sweep !== undefined;
	if (narrowed !== undefined) {
		return { ...shown({ ...state, query }, { loaded: narrowed, page: [], asOf, swept }), narrowed: true };
	}
	// Rows that were a part of those loaded tell nothing of the others.
	const wider = since?.listing.narrowed === true ? undefined : since;
	return { ...shown(state, { loaded, page, tally, asOf, swept, since: wider }), narrowed: false };
};
