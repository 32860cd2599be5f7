import { type SectionId, sections } from '../../tables/detail-sections.ts';
import { decodeJob } from '../decode-job.ts';
import { andThen, only, type Step } from '../effect.ts';
import { isGroupRow, noRows, type Row } from '../groups.ts';
import type { Job } from '../job.ts';
import { layoutOf, listHeight } from '../layout.ts';
import { moveTo, resize } from '../list.ts';
import { openLogs } from '../logs/log-screen.ts';
import { selectedJob } from '../shown.ts';
import type { State } from '../state.ts';
import { wrapWords } from '../wrap-words.ts';
import { type Detail, openDetail, placeOf } from './detail.ts';
import { refitDetail } from './refit.ts';
import { abortJob, askForJob } from './request.ts';
import { choiceOf, openRows } from './view.ts';

/** Keeps the selected row in sight and the pane filled, after either got another height or other lines. */
export const refit = (state: State): State =>
	refitDetail({ ...state, cursor: resize(state.cursor, state.listing?.rows ?? noRows, listHeight(state)) });

const openOn = (state: State, job: Job, section: SectionId, listed = true): Step => {
	const detail = { ...openDetail(job, section, state.listing?.asOf ?? 0), listed };
	return askForJob(refit({ ...state, mode: { kind: 'detail' }, detail }));
};

/** Opens the pane on the selected job and asks for all of it; without a job, says so. */
export const open = (state: State, section: SectionId): Step => {
	const job = selectedJob(state);
	return job === undefined ? only({ ...state, notice: 'no job is selected' }) : openOn(state, job, section);
};

/** The first answer of `dlctop JOB_ID` has come: opens the pane on the job; what the answer lacks, an older job, GetJob may know. */
export const openWanted = (state: State): Step => {
	const { opensOn, listing } = state;
	if (opensOn === undefined || listing === undefined) {
		return only(state);
	}
	const calm: State = { ...state, opensOn: undefined };
	const job = listing.jobs.find(candidate => candidate.JobId.toLowerCase() === opensOn.toLowerCase());
	if (calm.mode.kind !== 'list') {
		return only(calm);
	}
	return job === undefined
		? openOn(calm, decodeJob({ JobId: opensOn }, 0), 'overview', false)
		: openOn(calm, job, 'overview');
};

export const close = (state: State): Step =>
	andThen(abortJob(state), calm => only(refit({ ...calm, mode: { kind: 'list' }, detail: undefined })));

const change = (state: State, changed: Partial<Detail>): State =>
	state.detail === undefined ? state : refit({ ...state, detail: { ...state.detail, ...changed } });

/** `z`: where the pane has the whole screen because nothing else fits, a word says so. */
export const zoom = (state: State): State => {
	const zoomed = change(state, { zoomed: state.detail?.zoomed !== true });
	const places = [state, zoomed].map(({ size, detail }) => layoutOf({ size, detail }).detail?.place);
	const isAlwaysFull = places.every(place => place === 'full');
	return isAlwaysFull ? { ...zoomed, notice: 'the pane has the whole screen: there is no room beside it' } : zoomed;
};

export const toggleWrap = (state: State): State => {
	const wraps = state.detail?.wraps !== true;
	return { ...change(state, { wraps }), notice: wrapWords(wraps) };
};

/** `x`: secrets as they are, on the screen only, until the pane closes. */
export const toggleSecrets = (state: State): State => {
	if (state.settings.showSecrets) {
		return { ...state, notice: 'secrets are shown because of --show-secrets' };
	}
	const unmasked = state.detail?.unmasked !== true;
	const notice = unmasked ? 'secrets are shown until the pane closes; x hides them' : 'secrets are hidden';
	return { ...change(state, { unmasked }), notice };
};

export const showSection = (state: State, section: SectionId): State => change(state, { section });

/** `Tab` and `shift+tab`, around the end. */
export const turnSection = (state: State, by: 1 | -1): State => {
	const index = sections.findIndex(({ id }) => id === state.detail?.section);
	const next = sections[(index + by + sections.length) % sections.length];
	return next === undefined ? state : showSection(state, next.id);
};

const isHeader = (row: Row | undefined): boolean => row !== undefined && isGroupRow(row);

/** `J` and `K`: the next or previous job of the list, in the list and in the pane, in the same section. */
export const neighbour = (state: State, by: 1 | -1): Step => {
	const rows = state.listing?.rows ?? noRows;
	// The headers of groups are no jobs.
	let found = state.cursor.index + by;
	while (found >= 0 && isHeader(rows.at(found))) {
		found += by;
	}
	const cursor =
		found < 0 || found >= rows.length ? state.cursor : moveTo(state.cursor, rows, found, listHeight(state));
	const job = selectedJob({ ...state, cursor });
	if (
		job === undefined ||
		state.detail === undefined ||
		(cursor === state.cursor && job.key === state.detail.job.key)
	) {
		return only({ ...state, notice: by > 0 ? 'this is the last job here' : 'this is the first job here' });
	}
	const { section, wraps, unmasked, zoomed, search } = state.detail;
	const next = openDetail(job, section, state.listing?.asOf ?? 0);
	return andThen(abortJob({ ...state, cursor }), calm =>
		askForJob(refit({ ...calm, detail: { ...next, wraps, unmasked, zoomed, search } })),
	);
};

const toggled = (folds: ReadonlySet<string>, path: string): ReadonlySet<string> =>
	folds.has(path) ? new Set([...folds].filter(other => other !== path)) : new Set([...folds, path]);

/** Enter in the pane: what the row of the cursor offers. */
export const choose = (state: State, at: number): Step => {
	const { detail } = state;
	if (detail === undefined) {
		return only(state);
	}
	const choice = choiceOf(openRows(state, detail)[placeOf(detail).at]);
	switch (choice?.kind) {
		case undefined:
			return only({ ...state, notice: 'nothing to open on this line' });
		case 'fold':
			return only(
				detail.search === ''
					? change(state, { folds: toggled(detail.folds, choice.path) })
					: { ...state, notice: 'all is open while a word is searched for' },
			);
		case 'pod':
			return openLogs(state, at, choice);
	}
};
