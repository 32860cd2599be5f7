import { sanitize } from '../../text/sanitize.ts';
import { displayWidth, graphemes } from '../../text/width.ts';
import type { DetailLine, FieldLine, TableLine } from './line.ts';

/** One row of the screen that shows a part of a line, or the whole of it. */
export type TextRow = {
	readonly kind: 'text';
	readonly line: FieldLine;
	/** The line's whole text, safe for the terminal: label and value, without the steps to the right. */
	readonly text: string;
	/** Where the label ends in the text. */
	readonly labelEnd: number;
	/** The part of the text on this row. */
	readonly start: number;
	readonly end: number;
	/** Spaces before it. */
	readonly indent: number;
};

export type PaneRow = TextRow | TableLine;

/** Tabs become spaces: scripts have them, and as marks they would be in the way. */
const safe = (text: string): string => sanitize(text.replaceAll('\t', '    '));

const whole = (line: FieldLine): TextRow => {
	const label = safe(line.label);
	const value = safe(line.text);
	const gap = label === '' || value === '' ? '' : label.endsWith(':') ? ' ' : '  ';
	const text = `${label}${gap}${value}`;
	return {
		kind: 'text',
		line,
		text,
		labelEnd: label.length,
		start: 0,
		end: text.length,
		indent: line.depth * 2,
	};
};

/** Where a row of `room` cells that begins at `start` ends: behind the last space in its second half, else at the edge. */
const rowEnd = (pieces: readonly string[], first: number, room: number): number => {
	let used = 0;
	let next = first;
	let breakAt: number | undefined;
	while (next < pieces.length) {
		const piece = pieces[next] ?? '';
		used += displayWidth(piece);
		if (used > room && next > first) {
			return breakAt ?? next;
		}
		next += 1;
		if (piece === ' ' && used > room / 2) {
			breakAt = next;
		}
	}
	return next;
};

/** Steps to the right leave at least this many cells for the text. */
const leastRoom = 8;

const wrap = (row: TextRow, width: number): readonly TextRow[] => {
	const indent = Math.min(row.indent, Math.max(0, width - leastRoom));
	if (indent + displayWidth(row.text) <= width) {
		return [{ ...row, indent }];
	}
	const hanging = Math.min(indent + 2, Math.max(0, width - leastRoom));
	const pieces = graphemes(row.text);
	const rows: TextRow[] = [];
	let first = 0;
	let start = 0;
	while (first < pieces.length) {
		const before = rows.length === 0 ? indent : hanging;
		const next = rowEnd(pieces, first, Math.max(1, width - before));
		const end = start + pieces.slice(first, next).join('').length;
		rows.push({ ...row, indent: before, start, end });
		first = next;
		start = end;
	}
	return rows;
};

type Kept = { readonly width: number; readonly wraps: boolean; readonly rows: readonly PaneRow[] };
const ofLine = new WeakMap<DetailLine, Kept>();
const ofLines = new WeakMap<readonly DetailLine[], Kept>();

const lineRows = (line: DetailLine, width: number, wraps: boolean): readonly PaneRow[] => {
	if (line.kind === 'table') {
		return [line];
	}
	const known = ofLine.get(line);
	if (known?.width === width && known.wraps === wraps) {
		return known.rows;
	}
	const row = whole(line);
	const rows = wraps ? wrap(row, width) : [row];
	ofLine.set(line, { width, wraps, rows });
	return rows;
};

/** The rows that lines take in so many cells; without wrapping one for each, which the view cuts with a mark. Tables never wrap. */
export const rowsOf = (lines: readonly DetailLine[], width: number, wraps: boolean): readonly PaneRow[] => {
	const known = ofLines.get(lines);
	if (known?.width === width && known.wraps === wraps) {
		return known.rows;
	}
	const rows = lines.flatMap(line => lineRows(line, width, wraps));
	ofLines.set(lines, { width, wraps, rows });
	return rows;
};
