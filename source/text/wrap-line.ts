import { displayWidth, graphemes } from './width.ts';

const printableAscii = /^[\u0020-\u007e]*$/;

/**
 * Where the row ends that begins at `start`, by the text's index. Blanks at the edge hang over it, so that the next row begins with a word. A
 * word that would fit into a row of its own is not cut; a longer one is.
 */
const asciiEnd = (text: string, start: number, width: number): number => {
	const edge = start + width;
	if (edge >= text.length) {
		return text.length;
	}
	let end = edge;
	while (text[end] === ' ') {
		end += 1;
	}
	if (end > edge || text[edge - 1] === ' ') {
		return end;
	}
	const word = text.lastIndexOf(' ', edge - 1) + 1;
	const next = text.indexOf(' ', edge);
	const isShort = (next === -1 ? text.length : next) - word <= width;
	// A row of blanks alone before the word is the step to the right of the line itself.
	return word > start && isShort && text.slice(start, word).trim() !== '' ? word : edge;
};

const asciiRows = (text: string, width: number): readonly string[] => {
	const rows: string[] = [];
	let start = 0;
	while (start < text.length) {
		const end = asciiEnd(text, start, width);
		rows.push(text.slice(start, end));
		start = end;
	}
	return rows;
};

const wide = (piece: string): boolean => displayWidth(piece) > 1;

/** One row of pieces: how many of them, from `first` on. Between two wide characters, as in Chinese, a row may end as well. */
const piecesInRow = (pieces: readonly string[], first: number, width: number): number => {
	let used = 0;
	let at = first;
	let border = first;
	while (at < pieces.length) {
		const piece = pieces[at] ?? '';
		used += displayWidth(piece);
		if (used > width && at > first && piece !== ' ') {
			break;
		}
		if (at > first && (pieces[at - 1] === ' ' || wide(piece) || wide(pieces[at - 1] ?? '')) && piece !== ' ') {
			border = at;
		}
		at += 1;
	}
	if (at === pieces.length) {
		return at - first;
	}
	const isBorder = pieces[at - 1] === ' ' || wide(pieces[at] ?? '') || wide(pieces[at - 1] ?? '');
	const hasText = pieces.slice(first, border).some(piece => piece !== ' ');
	// The word that is cut at the edge goes to the next row as a whole, unless it is longer than a row.
	const isShort = isBorder || pieces.slice(border, border + width + 1).includes(' ') || border + width >= pieces.length;
	return !isBorder && hasText && isShort ? border - first : at - first;
};

/**
 * Text in rows of at most `width` cells, without losing a character; one row at least. Rows end between words where they can; blanks that
 * stand at the end of a row may hang over its edge. A grapheme wider than a row has a row of its own.
 */
export const wrapLine = (text: string, width: number): readonly string[] => {
	if (text === '' || text.length <= width / 2) {
		return [text];
	}
	if (printableAscii.test(text)) {
		return asciiRows(text, width);
	}
	const pieces = graphemes(text);
	const rows: string[] = [];
	for (let first = 0; first < pieces.length; ) {
		const count = piecesInRow(pieces, first, width);
		rows.push(pieces.slice(first, first + count).join(''));
		first += count;
	}
	return rows;
};
