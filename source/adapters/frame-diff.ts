import { isAmbiguous } from '../text/ambiguous.ts';
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
const inkedLength = (cells: Cells): number => {
	let length = cells.length;
	while (length > 0 && cells[length - 1] === blank) {
		length--;
	}
	return length;
};

/** Unchanged cells that are worth a try to be printed again: every move is shorter than so many. */
const longestReprint = 8;

/** Prints cells that the terminal shows already, for the sake of the way. */
const reprint = (pen: Pen, row: number, start: number, end: number, cells: Cells): Stroke | undefined => {
	const stroke = new Stroke(pen);
	stroke.moveTo(row, start);
	for (let column = start; column < end; column += widthAt(cells, column)) {
		if (isAmbiguous(cellAt(cells, column).text)) {
			return undefined;
		}
		stroke.print(cellAt(cells, column), widthAt(cells, column), cells.length);
	}
	return stroke.column === end ? stroke : undefined;
};

/** What it costs to get there and to be ready for the cell. */
const costOf = (stroke: Stroke, cell: Cell): number =>
	Buffer.byteLength(stroke.text) + (cell === blank ? 0 : styleChange(stroke.style, cell.style).length);

/** Moves to a cell by the shortest way: a jump, or over cells that are printed again. */
const approach = (stroke: Stroke, row: number, column: number, cells: Cells): void => {
	if (stroke.row === row && stroke.column === column) {
		return;
	}
	const jump = new Stroke(stroke);
	jump.moveTo(row, column);
	const start = stroke.row === row && stroke.column !== undefined && stroke.column < column ? stroke.column : 0;
	const cell = cellAt(cells, column);
	const jumpCost = costOf(jump, cell);
	// What stands in some cells is as many bytes at least.
	const mayWalk = column - start <= Math.min(longestReprint, jumpCost);
	const walk = mayWalk ? reprint(stroke, row, start, column, cells) : undefined;
	stroke.follow(walk !== undefined && costOf(walk, cell) <= jumpCost ? walk : jump);
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

/**
 * Cells that a terminal may have written over, because it takes a grapheme for wider than we do. Words are kept together: the
 * column is set again where one with ambiguous letters ends, not after each of them.
 */
class Wake {
	#spoiled = 0;
	#covered = 0;
	/** Ambiguous letters since the column was set: a terminal may be so many cells ahead. */
	drift = 0;

	get end(): number {
		return Math.max(this.#spoiled, this.#covered);
	}

	spoils(column: number): boolean {
		return column < this.#spoiled;
	}

	/** Whether the cell has to be printed again. Half a sign on a blank harms nobody. */
	reaches(column: number, cell: Cell): boolean {
		return this.spoils(column) || (column < this.#covered && cell.text !== ' ');
	}

	/** Takes note of a grapheme that was printed. */
	follow(cell: Cell, column: number, width: number): void {
		this.drift += isAmbiguous(cell.text) ? 1 : 0;
		this.#covered = Math.max(this.#covered, column + width + this.drift);
		if (isDoubtful(cell.text)) {
			this.#spoiled = Math.max(this.#spoiled, column + this.drift + reachOf(cell.text));
			this.drift = 0;
		}
	}
}

/** Prints every grapheme of `after` that differs from `before`, from left to right. */
const paint = (stroke: Stroke, row: number, before: Cells, after: Cells): void => {
	const inked = inkedLength(after);
	const isChanged = (column: number): boolean => !sameCell(cellAt(before, column), cellAt(after, column));
	let end = after.length;
	while (end > 0 && !isChanged(end - 1)) {
		end--;
	}
	const wake = new Wake();
	const isDue = (column: number): boolean => isChanged(column) || wake.reaches(column, cellAt(after, column));
	for (let column = 0; column < Math.max(end, wake.end) && column < after.length; ) {
		const width = widthAt(after, column);
		if (!isDue(column)) {
			column += width;
			continue;
		}
		approach(stroke, row, column, after);
		const run = wake.spoils(column) ? 0 : blankRun(before, after, column);
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
		wake.follow(cell, column, width);
		column += width;
		if (wake.drift > 0 && (!isDue(column) || cellAt(after, column).text === ' ')) {
			stroke.loseColumn();
			wake.drift = 0;
		}
	}
};

/** Erases from a column on, and prints what is not blank. */
const redraw = (stroke: Stroke, row: number, before: Cells, after: Cells, first: number): void => {
	approach(stroke, row, first, after);
	stroke.eraseLine();
	paint(stroke, row, before.slice(0, first), after);
};

/** The fewest bytes that {@link redraw} can take: the sequence that erases, and one for each grapheme that is not blank. */
const leastOfRedraw = (after: Cells, first: number): number => {
	let least = 3;
	for (let column = first; column < after.length; column++) {
		const cell = after[column];
		least += cell === blank || cell?.text === '' ? 0 : 1;
	}
	return least;
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
	const length = Buffer.byteLength(patched.text);
	const first = after.findIndex((cell, column) => !sameCell(cellAt(before, column), cell));
	if (leastOfRedraw(after, first) >= length) {
		return patched;
	}
	const redrawn = new Stroke(pen);
	redraw(redrawn, row, before, after, first);
	return Buffer.byteLength(redrawn.text) < length ? redrawn : patched;
};
