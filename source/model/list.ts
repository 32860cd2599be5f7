/** All that the cursor needs to know of a row: who it is. */
type Row = { readonly key: string };

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
export const moveTo = (cursor: Cursor, rows: readonly Row[], wanted: number, height: number): Cursor => {
	const index = clamp(wanted, 0, Math.max(0, rows.length - 1));
	const top = scrollTo(index, cursor.top, height, rows.length);
	return {
		key: rows[index]?.key,
		index,
		top,
		pinned: index === 0,
		newAbove: Math.min(cursor.newAbove, top),
	};
};

/** Moves by whole screens, the view along with the selection. */
export const moveByScreens = (cursor: Cursor, rows: readonly Row[], screens: number, height: number): Cursor => {
	const by = Math.trunc(screens * height);
	const top = clamp(cursor.top + by, 0, Math.max(0, rows.length - height));
	return moveTo({ ...cursor, top }, rows, cursor.index + by, height);
};

/** The same view in another height. */
export const resize = (cursor: Cursor, rows: readonly Row[], height: number): Cursor => {
	const top = scrollTo(cursor.index, cursor.top, height, rows.length);
	return top === cursor.top ? cursor : { ...cursor, top, newAbove: Math.min(cursor.newAbove, top) };
};

const isSame = (a: Row | undefined, b: Row | undefined): boolean => a === b || a?.key === b?.key;

/** Where the row of this key stands, from 0; -1 where it is gone. Rows seldom go far, so that the nearest are looked at first. */
const placeNear = (key: string, rows: readonly Row[], near: number): number => {
	const isAt = (place: number): boolean => place >= 0 && place < rows.length && rows[place]?.key === key;
	for (let away = 0; away <= Math.max(near, rows.length - near); away++) {
		if (isAt(near - away)) {
			return near - away;
		}
		if (isAt(near + away)) {
			return near + away;
		}
	}
	return -1;
};

/** How many of the rows above a line were not there before. Most stayed: from both lines upwards, those are passed by. */
const countNew = (before: readonly Row[], lineBefore: number, after: readonly Row[], line: number): number => {
	let [was, is] = [Math.min(lineBefore, before.length), line];
	while (was > 0 && is > 0 && isSame(before[was - 1], after[is - 1])) {
		[was, is] = [was - 1, is - 1];
	}
	const unknown = new Set(after.slice(0, is).map(({ key }) => key));
	for (let place = 0; place < before.length && unknown.size > 0; place++) {
		unknown.delete(before[place]?.key ?? '');
	}
	return unknown.size;
};

/**
 * The cursor after the rows changed by themselves: the same job on the same screen line; where it is gone, the job now on its line.
 * At the top (pinned) the view stays at the top as long as the selected job remains in sight.
 */
export const follow = (cursor: Cursor, before: readonly Row[], after: readonly Row[], height: number): Cursor => {
	if (after.length === 0) {
		return emptyCursor;
	}
	const found = cursor.key === undefined ? -1 : placeNear(cursor.key, after, cursor.index);
	const index = found === -1 ? clamp(cursor.index, 0, after.length - 1) : found;
	const pinned = cursor.pinned && index < height;
	const line = cursor.index - cursor.top;
	const top = pinned ? 0 : scrollTo(index, index - line, height, after.length);
	const arrived = pinned || before === after ? 0 : countNew(before, cursor.top, after, top);
	return {
		key: after[index]?.key,
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
export const reorder = (cursor: Cursor, rows: readonly Row[], height: number): Cursor => {
	const followed = follow(cursor, rows, rows, height);
	return cursor.pinned && !followed.pinned ? moveTo(emptyCursor, rows, 0, height) : { ...followed, newAbove: 0 };
};
