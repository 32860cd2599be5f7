import { fitCell } from '../../text/fit-cell.ts';
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

/**
 * Of columns, by their titles: those that are not cut, those at the end that go before others are cut, and cells without which one says
 * too little to be shown, and those whose texts are paths.
 */
export type TableWishes = {
	readonly firm?: readonly string[];
	readonly yield?: readonly string[];
	readonly least?: Readonly<Record<string, number>>;
	readonly paths?: readonly string[];
};

/** Takes a cell at a time from the widest of the columns that are above what is least for them, until all fit or none is. */
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

/** What a column asks for, in cells. */
type Demand = {
	readonly title: string;
	readonly texts: number;
	/** Its texts and its heading whole. */
	readonly natural: number;
	readonly least: number;
	readonly yields: boolean;
};

const demandsOf = (
	titles: readonly string[],
	rows: readonly TableRow[],
	width: number,
	wishes: TableWishes,
): readonly Demand[] =>
	titles.map((title, index) => {
		const texts = rows.reduce((most, { cells }) => Math.max(most, displayWidth(sanitize(cells[index] ?? ''))), 0);
		const ofTexts = Math.max(leastWidth, texts);
		const least = wishes.firm?.includes(title)
			? Math.min(ofTexts, width - aroundCell - atTheEnd)
			: Math.min(ofTexts, Math.max(leastWidth, wishes.least?.[title] ?? title.length));
		return {
			title,
			texts,
			natural: Math.max(ofTexts, title.length),
			least,
			yields: wishes.yield?.includes(title) === true,
		};
	});

const naturalOf = (demands: readonly Demand[]): readonly number[] => demands.map(({ natural }) => natural);
const leastOf = (demands: readonly Demand[]): readonly number[] => demands.map(({ least }) => least);

/** Columns from the left, as many as fit: those that yield go as soon as another would be cut, others where even their least does not fit. */
const fitting = (demands: readonly Demand[], width: number): readonly Demand[] => {
	let count = demands.length;
	const needed = (): number =>
		widthNeeded([...naturalOf(demands.slice(0, count - 1)), ...leastOf(demands.slice(count - 1, count))]);
	while (demands[count - 1]?.yields === true && needed() > width) {
		count -= 1;
	}
	while (count > 1 && widthNeeded(leastOf(demands.slice(0, count))) > width) {
		count -= 1;
	}
	return demands.slice(0, count);
};

/**
 * Lays the columns out in so many cells. Where not all fit, the room of columns without any text goes to the others, then that of
 * headings that are longer than what stands below them. The last ones are left out where even their narrowest form does not fit; those
 * that `yield` are as soon as another one would be cut. `firm` ones are never narrower than their texts.
 */
export const layOutTable = (
	titles: readonly string[],
	rows: readonly TableRow[],
	width: number,
	wishes: TableWishes = {},
): { readonly table: DetailTable; readonly leftOut: readonly string[] } => {
	const all = demandsOf(titles, rows, width, wishes);
	const areTight = widthNeeded(naturalOf(all)) > width;
	// The first one names the row.
	const isKept = all.map(({ texts }, index) => index === 0 || texts > 0 || !areTight);
	const told = all.filter((_, index) => isKept[index]);
	const shown = fitting(told, width);
	const ofTexts = shown.map(({ texts, natural, least }) => Math.max(least, Math.min(natural, texts)));
	const widths = shrink(shrink(naturalOf(shown), ofTexts, width), leastOf(shown), width);
	return {
		table: {
			columns: shown.map(({ title }, index) => ({
				title,
				width: widths[index] ?? 0,
				...(wishes.paths?.includes(title) && { isPath: true as const }),
			})),
			rows:
				told.length === all.length
					? rows
					: rows.map(row => ({ ...row, cells: row.cells.filter((_, index) => isKept[index]) })),
		},
		leftOut: told.slice(shown.length).map(({ title }) => title),
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
	fitCell(sanitize(table.rows[row]?.cells[column] ?? ''), table.columns[column]?.width ?? 0, table.columns[column]);
