import { isAmbiguous } from '../text/ambiguous.ts';
import { displayWidth, isPlainText } from '../text/width.ts';
import { stretchesOf } from './frame-cells.ts';
import { moveSequence, type Pen, Stroke } from './frame-pen.ts';
import type { Style } from './frame-style.ts';

/** Up to so many blanks are printed: a move over them is no shorter. */
const mostBlanks = 4;

/** Blanks, a stretch of other ASCII, or one other character. */
const words = / +|[!-~]+|[^ -~]/g;

/** Goes on to a column of the line, to what is written there in a style: cells before it that were not written are blank. */
const advance = (stroke: Stroke, row: number, column: number, style: Style): void => {
	const from = stroke.row === row ? stroke.column : 0;
	const unseen = stroke.style.showsOnBlank ? style : stroke.style;
	const blanks = column - (from ?? Number.NEGATIVE_INFINITY);
	const mayWalk = from !== undefined && blanks <= mostBlanks && !unseen.showsOnBlank;
	if (mayWalk && moveSequence(stroke, row, from).length + blanks <= moveSequence(stroke, row, column).length) {
		stroke.moveTo(row, from);
		stroke.printText(' '.repeat(blanks), unseen, blanks);
	} else {
		stroke.moveTo(row, column);
	}
};

/**
 * Prints a line where the terminal shows a blank one: its words as they stand, and a way over what is blank. Undefined for a line that is
 * longer than the screen is wide, and for one with graphemes about which terminals disagree, which needs a look at its cells. As there,
 * the column is set again after a word with ambiguous letters.
 */
export const printLine = (pen: Pen, row: number, line: string, columns: number): Stroke | undefined => {
	const stroke = new Stroke(pen);
	let column = 0;
	let isUnsure = false;
	for (const { text, style } of stretchesOf(line)) {
		if (!isPlainText(text)) {
			return undefined;
		}
		for (const word of text.match(words) ?? []) {
			const isBlank = word.startsWith(' ');
			if (isBlank && isUnsure) {
				stroke.loseColumn();
				isUnsure = false;
			}
			const width = word.length === 1 ? displayWidth(word) : word.length;
			if (!isBlank || style.showsOnBlank) {
				advance(stroke, row, column, style);
				stroke.printText(word, style, width);
				isUnsure ||= isAmbiguous(word);
			}
			column += width;
		}
	}
	if (column > columns) {
		return undefined;
	}
	if (isUnsure || column === columns) {
		stroke.loseColumn();
	}
	return stroke;
};
