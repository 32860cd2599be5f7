import type { Action } from '../../tables/keymap.ts';
import type { State } from '../state.ts';
import { type Detail, type Place, placeOf, withPlace } from './detail.ts';
import type { PaneRow } from './rows.ts';
import { hitRows } from './search.ts';
import { hasCursor, isStop, openRows, sectionHeight } from './view.ts';

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/** The last row that a section may begin with. */
const lastTop = (rows: readonly PaneRow[], height: number): number => Math.max(0, rows.length - height);

export type Move = Extract<Action, { type: 'move' | 'move-to' }>;

const scrolled = (place: Place, action: Move, rows: readonly PaneRow[], height: number): Place => {
	const last = lastTop(rows, height);
	const by = action.type === 'move' ? (action.unit === 'row' ? action.by : Math.trunc(action.by * height)) : 0;
	const top = action.type === 'move-to' ? (action.end === 'first' ? 0 : last) : clamp(place.top + by, 0, last);
	return { top, at: top };
};

/** The stop so many rows on: at least one stop further where there is one. */
const nextStop = (rows: readonly PaneRow[], at: number, by: number): number => {
	const wanted = at + by;
	const found =
		by > 0
			? rows.findIndex((row, index) => index >= wanted && isStop(row))
			: rows.findLastIndex((row, index) => index <= wanted && isStop(row));
	const end = by > 0 ? rows.findLastIndex(isStop) : rows.findIndex(isStop);
	return [found, end].find(index => index !== -1) ?? at;
};

/** The window moved no more than needed to show the row, along with the borders around it. */
const showing = (rows: readonly PaneRow[], at: number, top: number, height: number): Place => {
	const before = rows.findLastIndex((row, index) => index < at && isStop(row));
	const after = rows.findIndex((row, index) => index > at && isStop(row));
	const from = Math.max(before + 1, at - height + 1);
	const to = Math.min((after === -1 ? rows.length : after) - 1, from + height - 1);
	return { top: clamp(clamp(top, to - height + 1, from), 0, lastTop(rows, height)), at };
};

const cursorMoved = (place: Place, action: Move, rows: readonly PaneRow[], height: number): Place => {
	if (action.type === 'move-to') {
		const at = action.end === 'first' ? nextStop(rows, rows.length, -rows.length) : nextStop(rows, 0, rows.length);
		return showing(rows, at, place.top, height);
	}
	const by = action.unit === 'row' ? action.by : Math.trunc(action.by * height);
	const top = action.unit === 'row' ? place.top : clamp(place.top + by, 0, lastTop(rows, height));
	return showing(rows, nextStop(rows, place.at, by), top, height);
};

/** Moves in the open section: the cursor where it has one, else the rows. */
export const scrollSection = (state: State, detail: Detail, action: Move): Detail => {
	const rows = openRows(state, detail);
	const move = hasCursor(detail.section) ? cursorMoved : scrolled;
	return withPlace(detail, move(placeOf(detail), action, rows, sectionHeight(state)));
};

/** Keeps the place within the rows, after they or the height changed. */
export const fitPlace = (state: State, detail: Detail): Detail => {
	const place = placeOf(detail);
	const rows = openRows(state, detail);
	const height = sectionHeight(state);
	const at = clamp(place.at, 0, Math.max(0, rows.length - 1));
	const top = clamp(place.top, 0, lastTop(rows, height));
	const fitted = hasCursor(detail.section) ? showing(rows, nextStop(rows, at - 1, 1), top, height) : { top, at };
	return fitted.top === place.top && fitted.at === place.at ? detail : withPlace(detail, fitted);
};

/** The next or former row with a hit, around the end; undefined where nothing is found. */
export const nextHit = (state: State, detail: Detail, by: 1 | -1, from = placeOf(detail).at): Detail | undefined => {
	const rows = openRows(state, detail);
	const hits = hitRows(rows, detail.search);
	const at = by > 0 ? (hits.find(hit => hit > from) ?? hits[0]) : (hits.findLast(hit => hit < from) ?? hits.at(-1));
	return at === undefined ? undefined : withPlace(detail, showing(rows, at, placeOf(detail).top, sectionHeight(state)));
};
