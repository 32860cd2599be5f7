import { literal } from '../../text/literal.ts';
import { sanitize } from '../../text/sanitize.ts';
import type { DetailTable, TableLine } from './line.ts';
import type { PaneRow, TextRow } from './rows.ts';
import { rowOfLine } from './table.ts';

/** A stretch of a text: from `start` up to `end`. */
export type Span = { readonly start: number; readonly end: number };

/** A word as a pattern that takes it literally, in any case: one that only tells whether it is there, and one that tells where. */
type Pattern = { readonly isIn: RegExp; readonly each: RegExp };

const patterns = new Map<string, Pattern>();
const patternOf = (word: string): Pattern => {
	const known = patterns.get(word);
	if (known !== undefined) {
		return known;
	}
	const source = literal(word);
	const pattern = { isIn: new RegExp(source, 'iu'), each: new RegExp(source, 'giu') };
	patterns.clear();
	patterns.set(word, pattern);
	return pattern;
};

/** Whether the word stands in a text: `matchAll` copies its pattern, which thousands of rows without a hit need not pay for. */
const holds = (text: string, word: string): boolean => word !== '' && patternOf(word).isIn.test(text);

/** Where the word stands in a text, in any case; nowhere for `''`. */
export const spansIn = (text: string, word: string): readonly Span[] =>
	holds(text, word)
		? Array.from(text.matchAll(patternOf(word).each), ({ index, 0: found }) => ({
				start: index,
				end: index + found.length,
			}))
		: [];

/** The parts of a row's text that are hits; one that the break of a row cuts is marked on both rows. */
export const hitsOfRow = (row: TextRow, word: string): readonly Span[] =>
	spansIn(row.text, word).flatMap(({ start, end }) =>
		start < row.end && end > row.start ? [{ start: Math.max(start, row.start), end: Math.min(end, row.end) }] : [],
	);

const tableLineHits = ({ table, line }: TableLine, word: string): boolean =>
	rowOfLine(table, line)
		?.cells.slice(0, table.columns.length)
		.some(cell => cellHits(cell, word)) ?? false;

const cellHits = (cell: string, word: string): boolean => holds(sanitize(cell), word);

/** Whether a cell is a hit although what is drawn of it does not show the word: the rest was cut. */
export const hitsBehindCut = (table: DetailTable, row: number, column: number, drawn: string, word: string): boolean =>
	!holds(drawn, word) && cellHits(table.rows[row]?.cells[column] ?? '', word);

const rowHits = (row: PaneRow, word: string): boolean =>
	row.kind === 'table' ? tableLineHits(row, word) : startsHit(row, word);

/** A hit counts where it begins. */
export const startsHit = (row: TextRow, word: string): boolean =>
	row.start === 0 && row.end === row.text.length
		? holds(row.text, word)
		: spansIn(row.text, word).some(({ start }) => start >= row.start && start < row.end);

const kept = new WeakMap<readonly PaneRow[], { readonly word: string; readonly hits: readonly number[] }>();

/** The rows, by number, in which the word stands. */
export const hitRows = (rows: readonly PaneRow[], word: string): readonly number[] => {
	const known = kept.get(rows);
	if (known?.word === word) {
		return known.hits;
	}
	const hits = word === '' ? [] : rows.flatMap((row, index) => (rowHits(row, word) ? [index] : []));
	kept.set(rows, { word, hits });
	return hits;
};
