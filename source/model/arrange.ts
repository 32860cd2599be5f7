import { type GroupKey, groupKeys, nextGroupKey } from '../tables/group-keys.ts';
import { type LocalSortKey, sortKeys } from '../tables/sort-keys.ts';
import { jobWords } from '../text/job-words.ts';
import { allFolded, allOpen, turnFold } from './folds.ts';
import { type GroupRow, isGroupRow } from './groups.ts';
import { rearrange } from './listing.ts';
import type { State } from './state.ts';

type Order = 'asc' | 'desc';
const otherOrder = (order: Order): Order => (order === 'asc' ? 'desc' : 'asc');

/** Sorts the loaded rows by a key that the service does not know; the key that sorts already flips the order. */
export const sortLocally = (state: State, by: LocalSortKey): State => {
	const { sort } = state.arrangement;
	const order = sort?.by === by ? otherOrder(sort.order) : sortKeys[by].natural;
	const next = rearrange({ ...state, arrangement: { ...state.arrangement, sort: { by, order } } });
	if (by !== 'triage') {
		return next;
	}
	// Triage may be the order of a former run, which who presses its key need not know.
	return order === sortKeys[by].natural
		? withNotice(next, lookWords(next))
		: { ...next, notice: 'triage turned round: what needs a look stands last' };
};

/** Where the selected job keeps its line, what the order puts first is above the screen. */
const withNotice = (state: State, words: string): State =>
	state.cursor.top === 0 ? state : { ...state, notice: `${words}: g goes to the top` };

const lookWords = ({ listing }: State): string => {
	const count = listing?.verdicts.size ?? 0;
	return `${jobWords(count)} ${count === 1 ? 'needs' : 'need'} a look`;
};

/** Flips a local sort; undefined where the query's own order holds. */
export const invertLocally = (state: State): State | undefined => {
	const { sort } = state.arrangement;
	return sort === undefined
		? undefined
		: rearrange({
				...state,
				arrangement: { ...state.arrangement, sort: { ...sort, order: otherOrder(sort.order) } },
			});
};

/** Back to the order of the query. */
export const sortAsAsked = (state: State): State =>
	state.arrangement.sort === undefined
		? state
		: rearrange({ ...state, arrangement: { ...state.arrangement, sort: undefined } });

const groupedWords = (group: GroupKey | undefined): string =>
	group === undefined ? 'not grouped' : `grouped by ${groupKeys[group].word}`;

/** Another grouping, or none, and says so; all its groups are open. */
export const groupBy = (state: State, group: GroupKey | undefined): State =>
	rearrange({ ...state, notice: groupedWords(group), arrangement: { ...state.arrangement, group, folds: allOpen } });

/** `z`: groups by the next key; after the last one, by none. */
export const groupByNext = (state: State): State => {
	const group = nextGroupKey(state.arrangement.group);
	const next = groupBy(state, group);
	return group === undefined ? next : withNotice(next, groupedWords(group));
};

/** The selected row where it is the header of a group. */
export const selectedGroup = ({ listing, cursor }: State): GroupRow | undefined => {
	const row = listing?.rows.at(cursor.index);
	return row !== undefined && isGroupRow(row) ? row : undefined;
};

/** Hides the jobs of a group, or shows them again. */
export const toggleFold = (state: State, group: GroupRow): State => {
	const folds = turnFold(state.arrangement.folds, group.key);
	return rearrange({ ...state, arrangement: { ...state.arrangement, folds } });
};

/** The header above a row, or the row itself where it is one; undefined without groups. */
const headerAbove = ({ listing, cursor }: State): GroupRow | undefined =>
	listing?.rows.slice(0, cursor.index + 1).findLast(isGroupRow);

/** `Z`: folds every group and those to come, or opens them where all are folded; the selection goes to the header of its group. */
export const toggleAllFolds = (state: State): State => {
	const headers = state.listing?.rows.flatMap(row => (isGroupRow(row) ? [row] : [])) ?? [];
	if (headers.length === 0) {
		return { ...state, notice: state.arrangement.group === undefined ? 'not grouped: z groups' : 'no groups here' };
	}
	const folds = headers.every(header => header.folded) ? allOpen : allFolded;
	const key = headerAbove(state)?.key ?? state.cursor.key;
	return rearrange({
		...state,
		cursor: { ...state.cursor, key },
		arrangement: { ...state.arrangement, folds },
	});
};
