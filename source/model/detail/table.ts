import { fit } from '../../text/fit.ts';
import { sanitize } from '../../text/sanitize.ts';
import { displayWidth } from '../../text/width.ts';
import { type DetailLine, type DetailTable, fieldLine, type TableRow } from './line.ts';

/** A border and a space on either side of a cell, and one border more at the end. */
const aroundCell = 3;
const atTheEnd = 1;
/** The narrowest a cell gets. */
const leastWidth = 4;

const widthNeeded = (widths: readonly number[]): number =>
	widths.reduce((sum, width) => sum + width + aroundCell, atTheEnd);

/** Columns that are not cut, by their titles, and columns at the end that go before others are cut. */
export type TableWishes = { readonly firm?: readonly string[]; readonly yield?: readonly string[] };

/** Takes a cell at a time from the widest column until all fit, but from none below its least. */
const shrink = (wanted: readonly number[], least: readonly number[], room: number): readonly number[] => {
	const widths = [...wanted];
	for (let over = widthNeeded(widths) - room; over > 0; over -= 1) {
		const candidates = widths.map((width, index) => (width > (least[index] ?? 0) ? width : -1));
		const widest = Math.max(...candidates);
		if (widest < 0) {
			break;
		}
		const at = candidates.indexOf(widest);
		widths[at] = widest - 1;
	}
	return widths;
};

/**
 * Lays the columns out in so many cells. The last ones are left out where even their narrowest form does not fit; those that `yield`
 * are as soon as another one would be cut. `firm` ones are never narrower than their texts.
 */
export const layOutTable = (
	titles: readonly string[],
	rows: readonly TableRow[],
	width: number,
	wishes: TableWishes = {},
): { readonly table: DetailTable; readonly leftOut: readonly string[] } => {
	const natural = titles.map((title, index) =>
		rows.reduce(
			(most, { cells }) => Math.max(most, displayWidth(sanitize(cells[index] ?? ''))),
			Math.max(leastWidth, title.length),
		),
	);
	const least = titles.map((title, index) =>
		wishes.firm?.includes(title) === true
			? Math.min(natural[index] ?? 0, width - aroundCell - atTheEnd)
			: Math.max(leastWidth, title.length),
	);
	let count = titles.length;
	while (wishes.yield?.includes(titles[count - 1] ?? '') === true && widthNeeded(natural.slice(0, count)) > width) {
		count -= 1;
	}
	while (count > 1 && widthNeeded(least.slice(0, count)) > width) {
		count -= 1;
	}
	const widths = shrink(natural.slice(0, count), least.slice(0, count), width);
	return {
		table: { columns: widths.map((cells, index) => ({ title: titles[index] ?? '', width: cells })), rows },
		leftOut: titles.slice(count),
	};
};

/** Borders, heading, and two lines for each row. */
export const tableHeight = ({ rows }: DetailTable): number => rows.length * 2 + 3;

/** The row that a line of the table shows; undefined for borders, rules and the heading. */
export const rowOfLine = (table: DetailTable, line: number): TableRow | undefined =>
	line >= 3 && line % 2 === 1 ? table.rows[(line - 3) / 2] : undefined;

/** A table as lines of a section; a word below names the columns that found no room. */
export const tableLines = (
	titles: readonly string[],
	rows: readonly TableRow[],
	width: number,
	wishes: TableWishes = {},
): readonly DetailLine[] => {
	if (rows.length === 0) {
		return [];
	}
	const { table, leftOut } = layOutTable(titles, rows, width, wishes);
	const lines: readonly DetailLine[] = Array.from({ length: tableHeight(table) }, (_, line) => ({
		kind: 'table' as const,
		table,
		line,
	}));
	return leftOut.length === 0
		? lines
		: [...lines, fieldLine(0, '', `… no room for ${leftOut.join(', ')}: see every field below`)];
};

/** The cell as it is drawn: safe, and in exactly the width of its column. */
export const drawnCell = (table: DetailTable, row: number, column: number): string =>
	fit(sanitize(table.rows[row]?.cells[column] ?? ''), table.columns[column]?.width ?? 0);
