import { blank, type Cell, sameCell } from './frame-cells.ts';
import { isDoubtful, type Pen, Stroke } from './frame-pen.ts';
import { styleChange } from './frame-style.ts';

type Cells = readonly Cell[];

const cellAt = (cells: Cells, column: number): Cell => cells[column] ?? blank;

/** Cells of the grapheme that starts at a column. */
const widthAt = (cells: Cells, column: number): number => {
	let end = column + 1;
	while (cells[end]?.text === '') {
		end++;
	}
	return end - column;
};

/** The most cells that any terminal writes for a grapheme: one that knows no clusters draws its parts side by side. */
const reachOf = (grapheme: string): number => 2 * [...grapheme].length;

/** One past the last cell that is not blank. */
const inkedLength = (cells: Cells): number => cells.findLastIndex(cell => cell !== blank) + 1;

/** Unchanged cells that are worth a try to be printed again: every move is shorter than so many. */
const longestReprint = 8;

/** Prints cells that the terminal shows already, for the sake of the way. */
const reprint = (pen: Pen, row: number, start: number, end: number, cells: Cells): Stroke | undefined => {
	const stroke = new Stroke(pen);
	stroke.moveTo(row, start);
	for (let column = start; column < end; column += widthAt(cells, column)) {
		stroke.print(cellAt(cells, column), widthAt(cells, column), cells.length);
	}
	return stroke.pen.column === end ? stroke : undefined;
};

/** What it costs to get there and to be ready for the cell. */
const costOf = (stroke: Stroke, cell: Cell): number =>
	Buffer.byteLength(stroke.text) + (cell === blank ? 0 : styleChange(stroke.pen.style, cell.style).length);

/** Moves to a cell by the shortest way: a jump, or over cells that are printed again. */
const approach = (stroke: Stroke, row: number, column: number, cells: Cells): void => {
	const { pen } = stroke;
	if (pen.row === row && pen.column === column) {
		return;
	}
	const jump = new Stroke(pen);
	jump.moveTo(row, column);
	const start = pen.row === row && pen.column !== undefined && pen.column < column ? pen.column : 0;
	const walk = column - start > longestReprint ? undefined : reprint(pen, row, start, column, cells);
	const cell = cellAt(cells, column);
	const best = walk !== undefined && costOf(walk, cell) <= costOf(jump, cell) ? walk : jump;
	stroke.text += best.text;
	stroke.pen = best.pen;
};

/** Cells from `column` on that are to be blank, up to the last one that is not so yet. */
const blankRun = (before: Cells, after: Cells, column: number): number => {
	let length = 0;
	for (let index = column; after[index] === blank; index++) {
		if (cellAt(before, index) !== blank) {
			length = index + 1 - column;
		}
	}
	return length;
};

/** Below so many blanks, spaces are shorter than the sequence that erases them; the second one is followed by a move. */
const leastErased = { last: 5, followed: 10 } as const;

/** Prints every grapheme of `after` that differs from `before`, from left to right. */
const paint = (stroke: Stroke, row: number, before: Cells, after: Cells): void => {
	const inked = inkedLength(after);
	const isChanged = (column: number): boolean => !sameCell(cellAt(before, column), cellAt(after, column));
	const end = after.findLastIndex((_, column) => isChanged(column)) + 1;
	let spoiled = 0;
	for (let column = 0; column < Math.max(end, spoiled) && column < after.length; ) {
		const width = widthAt(after, column);
		if (!isChanged(column) && column >= spoiled) {
			column += width;
			continue;
		}
		approach(stroke, row, column, after);
		const run = spoiled > column ? 0 : blankRun(before, after, column);
		if (column >= inked && run > 2) {
			stroke.eraseLine();
			return;
		}
		if (run >= (column + run === end ? leastErased.last : leastErased.followed)) {
			stroke.eraseCells(run);
			column += run;
			continue;
		}
		const cell = cellAt(after, column);
		stroke.print(cell, width, after.length);
		if (isDoubtful(cell.text)) {
			spoiled = Math.max(spoiled, column + reachOf(cell.text));
		}
		column += width;
	}
};

/** Erases from the first difference on, and prints what is not blank. */
const redraw = (stroke: Stroke, row: number, before: Cells, after: Cells): void => {
	const first = after.findIndex((cell, column) => !sameCell(cellAt(before, column), cell));
	approach(stroke, row, first, after);
	stroke.eraseLine();
	paint(stroke, row, before.slice(0, first), after);
};

/**
 * The shortest of our ways to turn one line of the screen into another. A line that is blank yet has no cells in `before`.
 * `row` counts from 0; both lines have the width of the screen.
 */
export const diffLine = (pen: Pen, row: number, before: Cells, after: Cells): Stroke => {
	const patched = new Stroke(pen);
	paint(patched, row, before, after);
	if (patched.text === '' || before.length === 0) {
		return patched;
	}
	const redrawn = new Stroke(pen);
	redraw(redrawn, row, before, after);
	return Buffer.byteLength(redrawn.text) < Buffer.byteLength(patched.text) ? redrawn : patched;
};
