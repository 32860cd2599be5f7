import { isAmbiguous } from '../text/ambiguous.ts';
import { displayWidth, isPlain } from '../text/width.ts';
import { stretchesOf } from './frame-cells.ts';
import { type Pen, Stroke } from './frame-pen.ts';
import type { Style } from './frame-style.ts';

/** Up to so many blanks are printed: a move over them is no shorter. */
const mostBlanks = 4;

/** Blanks, a stretch of other ASCII, or one other character. */
const words = / +|[!-~]+|[^ -~]/g;

/** Goes on to a column of the line, over cells that are blank, to what is written there in a style. */
const advance = (stroke: Stroke, row: number, column: number, style: Style): void => {
	const blanks = stroke.row === row && stroke.column !== undefined ? column - stroke.column : Number.POSITIVE_INFINITY;
	const unseen = stroke.style.showsOnBlank ? style : stroke.style;
	if (blanks <= mostBlanks && !unseen.showsOnBlank) {
		stroke.printText(' '.repeat(blanks), unseen, blanks);
	} else if (blanks > 0) {
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
		if (!isPlain(text)) {
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
