import { blank, type Cell } from './frame-cells.ts';
import { plain, type Style, styleChange } from './frame-style.ts';

/** Where the terminal writes next, and how. A place that is not known for sure is undefined, and left by an absolute move. */
export type Pen = { readonly row: number | undefined; readonly column: number | undefined; readonly style: Style };

const csi = '\u001b[';

/** A control sequence with one count or place; 1 is what a terminal takes for granted. */
const counted = (count: number, final: string): string => `${csi}${count === 1 ? '' : count}${final}`;

const shorter = (one: string, other: string): string => (other.length < one.length ? other : one);

const absolute = (row: number, column: number): string =>
	column === 0 ? counted(row + 1, 'H') : `${csi}${row === 0 ? '' : row + 1};${column + 1}H`;

const vertical = (from: number, to: number): string => {
	const by = to - from;
	if (by <= 0) {
		return by === 0 ? '' : counted(-by, 'A');
	}
	// A vertical tab moves as a line feed does, but no terminal driver makes a carriage return of it.
	return shorter(counted(by, 'B'), '\v'.repeat(by));
};

const horizontal = (from: number | undefined, to: number): string => {
	const fromLeft = to === 0 ? '\r' : shorter(`\r${counted(to, 'C')}`, counted(to + 1, 'G'));
	if (from === undefined) {
		return fromLeft;
	}
	const by = to - from;
	if (by === 0) {
		return '';
	}
	return shorter(fromLeft, by > 0 ? counted(by, 'C') : shorter(counted(-by, 'D'), '\b'.repeat(-by)));
};

/** The shortest sequence that moves the pen without printing. */
export const moveSequence = ({ row, column }: Pen, toRow: number, toColumn: number): string => {
	const outright = absolute(toRow, toColumn);
	return row === undefined ? outright : shorter(vertical(row, toRow) + horizontal(column, toColumn), outright);
};

/** Terminals disagree about the cells these take: sequences of several characters, and what only newer ones know as emoji. */
export const isDoubtful = (grapheme: string): boolean =>
	grapheme.length > 1 || (grapheme > '\u02ff' && /\p{Emoji_Presentation}|\p{M}/u.test(grapheme));

/** Terminal output that grows, and knows its pen. */
export class Stroke {
	text = '';
	row: number | undefined;
	column: number | undefined;
	style: Style;

	constructor({ row, column, style }: Pen) {
		this.row = row;
		this.column = column;
		this.style = style;
	}

	moveTo(row: number, column: number): void {
		this.text += moveSequence(this, row, column);
		this.row = row;
		this.column = column;
	}

	setStyle(style: Style): void {
		this.text += styleChange(this.style, style);
		this.style = style;
	}

	/** Readies the pen for blanks: a colour does not show on them, and stays. */
	#clean(): void {
		if (this.style.showsOnBlank) {
			this.setStyle(plain);
		}
	}

	/** Prints one grapheme, `width` cells wide, in a line of `columns`. */
	print(cell: Cell, width: number, columns: number): void {
		if (cell === blank) {
			this.#clean();
		} else {
			this.setStyle(cell.style);
		}
		const { column } = this;
		const doubtful = isDoubtful(cell.text);
		if (doubtful && width > 1 && column !== undefined) {
			// A terminal that takes it for narrow would leave what stood in the further cells.
			this.text += `${' '.repeat(width)}${counted(column + 1, 'G')}`;
		}
		this.text += cell.text;
		this.column = column === undefined || doubtful || column + width >= columns ? undefined : column + width;
	}

	/** Prints a text that is `width` cells wide. Where it ends in the last column, or a terminal may take it for wider, `loseColumn` is for the caller. */
	printText(text: string, style: Style, width: number): void {
		this.setStyle(style);
		this.text += text;
		this.column = this.column === undefined ? undefined : this.column + width;
	}

	/** From here on the column is not sure: terminals disagree about what was printed. */
	loseColumn(): void {
		this.column = undefined;
	}

	/** Goes on where another stroke from here ended. */
	follow(other: Stroke): void {
		this.text += other.text;
		this.row = other.row;
		this.column = other.column;
		this.style = other.style;
	}

	/** Erases from the pen to the end of the line. */
	eraseLine(): void {
		this.#clean();
		this.text += `${csi}K`;
	}

	/** Makes the next `count` cells blank, and stays. */
	eraseCells(count: number): void {
		this.#clean();
		this.text += counted(count, 'X');
	}
}
