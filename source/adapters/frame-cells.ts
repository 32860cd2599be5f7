import { hyperlinkPattern } from '../text/hyperlink.ts';
import { displayWidth, graphemes } from '../text/width.ts';
import { plain, type Style, withLink, withParameters } from './frame-style.ts';

/** One cell of the screen. The further cells of a wide grapheme hold `''` and the same style. */
export type Cell = { readonly text: string; readonly style: Style };

/** A blank in the default look, and every blank that cannot be told from it. */
export const blank: Cell = { text: ' ', style: plain };

export const sameCell = (a: Cell, b: Cell): boolean => a === b || (a.text === b.text && a.style === b.style);

const asciiCells = new WeakMap<Style, readonly Cell[]>();

/** The cells of a style for the 95 printable characters: made once, so that most comparisons are of identities. */
const asciiCellsOf = (style: Style): readonly Cell[] => {
	const known = asciiCells.get(style);
	if (known !== undefined) {
		return known;
	}
	const cells = Array.from({ length: 95 }, (_, index) => ({ text: String.fromCharCode(0x20 + index), style }));
	if (!style.showsOnBlank) {
		cells[0] = blank;
	}
	asciiCells.set(style, cells);
	return cells;
};

const looks = new RegExp(`\\u001b\\[([0-9;]*)m|${hyperlinkPattern}`, 'g');

const fill = (cells: Cell[], columns: number): void => {
	while (cells.length < columns) {
		cells.push(blank);
	}
};

/** Adds the cells of a text up to `columns`; what does not fit, and all after it, is left out. */
const pushText = (cells: Cell[], text: string, style: Style, columns: number): void => {
	const ascii = asciiCellsOf(style);
	for (const grapheme of graphemes(text)) {
		const simple = grapheme.length === 1 ? ascii[grapheme.charCodeAt(0) - 0x20] : undefined;
		const width = simple === undefined ? displayWidth(grapheme) : 1;
		if (cells.length + width > columns) {
			fill(cells, columns);
			return;
		}
		if (width > 0) {
			cells.push(simple ?? { text: grapheme, style });
		}
		for (let further = 1; further < width; further++) {
			cells.push({ text: '', style });
		}
	}
};

/** A part of a line in one look. */
export type Stretch = { readonly text: string; readonly style: Style };

/** The parts of a line, in order, without what only changes the look; some are empty. */
export const stretchesOf = (line: string): readonly Stretch[] => {
	const found: Stretch[] = [];
	let style = plain;
	// Between two texts stand the groups of the pattern. One list for a line is less to allocate than a match for each look.
	const parts: readonly (string | undefined)[] = line.split(looks);
	for (let at = 0; at < parts.length; at += 3) {
		if (at > 0) {
			const [parameters, link] = [parts[at - 2], parts[at - 1]];
			style = link === undefined ? withParameters(style, parameters ?? '') : withLink(style, link);
		}
		found.push({ text: parts[at] ?? '', style });
	}
	return found;
};

/** The cells of one line of a frame, as many as the screen has columns. */
export const lineCells = (line: string, columns: number): readonly Cell[] => {
	const cells: Cell[] = [];
	for (const { text, style } of stretchesOf(line)) {
		pushText(cells, text, style, columns);
	}
	fill(cells, columns);
	return cells;
};

/** A line on the screen. Its cells are made when they are asked for: many lines are never compared with another one. */
export class PaintedLine {
	readonly text: string;
	readonly #columns: number;
	#cells: readonly Cell[] | undefined;

	constructor(text: string, columns: number) {
		this.text = text;
		this.#columns = columns;
	}

	get cells(): readonly Cell[] {
		this.#cells ??= lineCells(this.text, this.#columns);
		return this.#cells;
	}
}
