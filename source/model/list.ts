import { type Pieces, piecesBeside } from './pieces.ts';

/** All that the cursor needs to know of a row: who it is. */
type Row = { readonly key: string };
type Rows = Pieces<Row>;

/**
 * Where the user is in the list. The selection is a job's key, never a row number; `index` and `top` only say where
 * that job stands in the rows that are shown, so that it can stay on its screen line.
 */
export type Cursor = {
	readonly key: string | undefined;
	/** Row of the selected job, from 0; 0 in an empty list. */
	readonly index: number;
	/** First visible row. */
	readonly top: number;
	/** At the top on purpose: arrivals push the rows down instead of being scrolled out of sight. */
	readonly pinned: boolean;
	/** Rows that arrived above the first visible one and were not seen yet. */
	readonly newAbove: number;
};

export const emptyCursor: Cursor = { key: undefined, index: 0, top: 0, pinned: true, newAbove: 0 };

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/** Moves the window of `height` rows no more than needed to show the row `index`, and never past the last row. */
const scrollTo = (index: number, top: number, height: number, count: number): number =>
	clamp(clamp(top, index - height + 1, index), 0, Math.max(0, count - height));

/** The cursor on row `index` (clamped), by the user's own move. */
export const moveTo = (cursor: Cursor, rows: Rows, wanted: number, height: number): Cursor => {
	const index = clamp(wanted, 0, Math.max(0, rows.length - 1));
	const top = scrollTo(index, cursor.top, height, rows.length);
	return {
		key: rows.at(index)?.key,
		index,
		top,
		pinned: index === 0,
		newAbove: Math.min(cursor.newAbove, top),
	};
};

/** Moves by whole screens, the view along with the selection. */
export const moveByScreens = (cursor: Cursor, rows: Rows, screens: number, height: number): Cursor => {
	const by = Math.trunc(screens * height);
	const top = clamp(cursor.top + by, 0, Math.max(0, rows.length - height));
	return moveTo({ ...cursor, top }, rows, cursor.index + by, height);
};

/** The same view in another height. */
export const resize = (cursor: Cursor, rows: Rows, height: number): Cursor => {
	const top = scrollTo(cursor.index, cursor.top, height, rows.length);
	return top === cursor.top ? cursor : { ...cursor, top, newAbove: Math.min(cursor.newAbove, top) };
};

/** The place of the first row, in the pieces that others have not, for which something holds; -1 where there is none. */
const placeBeside = (rows: Rows, others: Rows, holds: (row: Row) => boolean): number => {
	const piece = piecesBeside(rows, others).find(candidate => candidate.some(holds));
	return piece === undefined ? -1 : rows.startOf(rows.pieces.indexOf(piece)) + piece.findIndex(holds);
};

/** Where the row of this key stands, from 0; -1 where it is gone. Where it stood before is given, since a piece that both have tells it at once. */
const placeOf = (key: string, before: Rows, formerPlace: number, after: Rows): number => {
	const isIt = (row: Row): boolean => row.key === key;
	if (before.at(formerPlace)?.key !== key) {
		return after.findIndex(isIt);
	}
	const { index, within } = before.whereIs(formerPlace);
	const piece = before.pieces[index];
	const shared = piece === undefined ? -1 : after.pieces.indexOf(piece);
	return shared === -1 ? placeBeside(after, before, isIt) : after.startOf(shared) + within;
};

/** How many of the rows above a line were not there before. Pieces that both have are passed by. */
const countNew = (before: Rows, after: Rows, line: number): number => {
	const unknown = new Set<string>();
	const known = new Set(before.pieces);
	for (const [index, piece] of after.pieces.entries()) {
		const above = line - after.startOf(index);
		if (above <= 0) {
			break;
		}
		for (const { key } of known.has(piece) ? [] : piece.slice(0, above)) {
			unknown.add(key);
		}
	}
	for (const piece of piecesBeside(before, after)) {
		for (const { key } of piece) {
			unknown.delete(key);
		}
	}
	return unknown.size;
};

/**
 * The cursor after the rows changed by themselves: the same job on the same screen line; where it is gone, the job now on its line.
 * At the top (pinned) the view stays at the top as long as the selected job remains in sight.
 */
export const follow = (cursor: Cursor, before: Rows, after: Rows, height: number): Cursor => {
	if (after.length === 0) {
		return emptyCursor;
	}
	const found = cursor.key === undefined ? -1 : placeOf(cursor.key, before, cursor.index, after);
	const index = found === -1 ? clamp(cursor.index, 0, after.length - 1) : found;
	const pinned = cursor.pinned && index < height;
	const line = cursor.index - cursor.top;
	const top = pinned ? 0 : scrollTo(index, index - line, height, after.length);
	const arrived = pinned || before === after ? 0 : countNew(before, after, top);
	return {
		key: after.at(index)?.key,
		index,
		top,
		pinned,
		newAbove: Math.min(cursor.newAbove + arrived, top),
	};
};

/**
 * The cursor after the same rows were put in another order, or others were left out. At the top (pinned) the view shows the new top, and
 * a selected job that would be out of sight gives way to the first row; elsewhere that job stays on its line.
 */
export const reorder = (cursor: Cursor, rows: Rows, height: number): Cursor => {
	const followed = follow(cursor, rows, rows, height);
	return cursor.pinned && !followed.pinned ? moveTo(emptyCursor, rows, 0, height) : { ...followed, newAbove: 0 };
};
