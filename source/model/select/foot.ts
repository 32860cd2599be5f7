import type { Circumstance } from '../../tables/hint.ts';
import { bindingsIn, type KeyMode, type KeyTable, keyLabel } from '../../tables/keymap.ts';
import { maskText } from '../../text/mask.ts';
import { attendedJob } from '../attended.ts';
import { isGroupRow } from '../groups.ts';
import type { State } from '../state.ts';
import { groupTitle } from './groups.ts';

/** One hint of the last line: a key and what it does. Rank 1 is the last to go. */
export type Hint = { readonly key: string; readonly word: string; readonly rank: number };

/** What is special where the keys are now; undefined where each does what it usually does. */
export const circumstanceOf = ({ mode, listing, cursor, logs }: State): Circumstance | undefined => {
	if (mode.kind === 'logs') {
		return logs?.ended === true ? 'ended log' : logs?.follows === true ? 'followed log' : undefined;
	}
	if (mode.kind !== 'list') {
		return undefined;
	}
	const row = listing?.rows.at(cursor.index);
	if (row === undefined) {
		return 'no row';
	}
	return isGroupRow(row) ? (row.folded ? 'folded group' : 'open group') : undefined;
};

/** The hints of a mode that are true in the circumstance, the most lasting first; from the table that drives the keys. */
export const hintsOf = (mode: KeyMode, table?: KeyTable, circumstance?: Circumstance): readonly Hint[] =>
	bindingsIn(mode, table)
		.flatMap(({ keys, hint }) => {
			const instead = circumstance === undefined ? undefined : hint?.instead?.[circumstance];
			const word = instead ?? hint?.word ?? '';
			return hint === undefined || word === '' ? [] : [{ key: keyLabel(keys[0] ?? ''), word, rank: hint.rank }];
		})
		.toSorted((a, b) => a.rank - b.rank);

/** The selected job's id and name in full, for the last line, or what the jobs of the selected group share; `''` when nothing is selected. */
export const selectedWords = (state: State): string => {
	// The screen of two jobs names both by itself.
	if (state.comparison !== undefined) {
		return '';
	}
	const job = attendedJob(state);
	const row = state.listing?.rows.at(state.cursor.index);
	if (job === undefined && row !== undefined && isGroupRow(row)) {
		return groupTitle(row);
	}
	return job === undefined ? '' : [job.JobId, maskText(job.DisplayName)].filter(text => text !== '').join(' ');
};

/** One line of news, and where a click on it leads. */
type News = { readonly text: string; readonly bad: boolean; readonly link?: string };

/** News of the last line: what just happened, else what is wrong; undefined when all is well. */
export const newsWords = (state: State): News | undefined => {
	const { notice, noticeLink, lastFailure, listing } = state;
	if (notice !== undefined) {
		const link = noticeLink?.notice === notice ? noticeLink.address : undefined;
		return { text: notice, bad: false, ...(link === undefined ? {} : { link }) };
	}
	if (lastFailure === undefined || listing === undefined) {
		return undefined;
	}
	const { Code, RequestId, message } = lastFailure;
	const id = RequestId === undefined ? '' : ` · RequestId ${RequestId}`;
	return { text: `${Code === undefined ? '' : `${Code}: `}${maskText(message)}${id}`, bad: true };
};
