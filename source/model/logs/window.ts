import { fit } from '../../text/fit.ts';
import { stampLength } from '../../text/log-line.ts';
import { wrapLine } from '../../text/wrap-line.ts';
import type { Lines } from './held.ts';

/** A row of a line: `line` is the line's number, `row` counts from its first. */
export type Place = { readonly line: number; readonly row: number };

/** How lines become rows. Nothing is kept of it: only rows near the window are ever computed, so a log may be of any length. */
export type Shape = {
	readonly held: Lines;
	readonly width: number;
	readonly height: number;
	readonly wraps: boolean;
	readonly stamps: boolean;
};

/** One row of the window, and where its text begins in the line as it is shown. */
export type LogRow = Place & { readonly text: string; readonly from: number };

const firstLine = ({ held }: Shape): number => held.dropped;
const lastLine = ({ held }: Shape): number => held.dropped + held.lines.length - 1;

/** A line without its time where times are hidden. */
export const shownText = ({ held, stamps }: Pick<Shape, 'held' | 'stamps'>, line: number): string => {
	const text = held.lines[line - held.dropped] ?? '';
	return stamps ? text : text.slice(stampLength(text));
};

const rowsOf = (shape: Shape, line: number): readonly string[] => {
	const text = shownText(shape, line);
	return shape.wraps ? wrapLine(text, shape.width) : [fit(text, shape.width).trimEnd()];
};

/** The place so many rows further up, or the very first one. */
const up = (shape: Shape, { line, row }: Place, by: number): Place => {
	let left = by - row;
	let at = line;
	while (left > 0 && at > firstLine(shape)) {
		at -= 1;
		left -= rowsOf(shape, at).length;
	}
	return left > 0 ? { line: firstLine(shape), row: 0 } : { line: at, row: Math.abs(left) };
};

const down = (shape: Shape, { line, row }: Place, by: number): Place => {
	let left = row + by;
	let at = line;
	while (at < lastLine(shape)) {
		const rows = rowsOf(shape, at).length;
		if (left < rows) {
			break;
		}
		left -= rows;
		at += 1;
	}
	return { line: at, row: Math.min(left, rowsOf(shape, at).length - 1) };
};

/** The top of a window that shows the end. */
const endTop = (shape: Shape): Place =>
	up(shape, { line: lastLine(shape), row: rowsOf(shape, lastLine(shape)).length - 1 }, shape.height - 1);

const isBefore = (a: Place, b: Place): boolean => a.line < b.line || (a.line === b.line && a.row < b.row);

/** A place that is there: within the lines that are held, and within its line at this width. */
const present = (shape: Shape, { line, row }: Place): Place =>
	line < firstLine(shape)
		? { line: firstLine(shape), row: 0 }
		: { line, row: Math.min(row, rowsOf(shape, line).length - 1) };

/** The top of the window; undefined stays at the end, whatever comes. */
export const topOf = (shape: Shape, place: Place | undefined): Place => {
	const end = endTop(shape);
	return place === undefined || !isBefore(place, end) ? end : present(shape, place);
};

/** The place after moving by rows: undefined once the end is in sight. */
export const moved = (shape: Shape, place: Place | undefined, by: number): Place | undefined => {
	const top = topOf(shape, place);
	const next = by < 0 ? up(shape, top, -by) : down(shape, top, by);
	return isBefore(next, endTop(shape)) ? next : undefined;
};

/** The rows in sight. */
export const visibleRows = (shape: Shape, place: Place | undefined): readonly LogRow[] => {
	const found: LogRow[] = [];
	const top = topOf(shape, place);
	for (let line = top.line; line <= lastLine(shape) && found.length < top.row + shape.height; line += 1) {
		let from = 0;
		for (const [row, text] of rowsOf(shape, line).entries()) {
			// Blanks may hang over the edge of a row.
			found.push({ line, row, text: text.trimEnd(), from });
			from += text.length;
		}
	}
	return found.slice(top.row, top.row + shape.height);
};
