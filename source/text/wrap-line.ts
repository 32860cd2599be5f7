import { displayWidth, graphemes } from './width.ts';

const printableAscii = /^[\u0020-\u007e]*$/;

const slices = (text: string, width: number): readonly string[] =>
	Array.from({ length: Math.ceil(text.length / width) }, (_, index) => text.slice(index * width, (index + 1) * width));

/** Text in rows of at most `width` cells, without losing a character; one row at least. A grapheme wider than a row has a row of its own. */
export const wrapLine = (text: string, width: number): readonly string[] => {
	if (text === '' || text.length <= width / 2) {
		return [text];
	}
	if (printableAscii.test(text)) {
		return slices(text, width);
	}
	const rows: string[] = [];
	let row = '';
	let used = 0;
	for (const grapheme of graphemes(text)) {
		const cells = displayWidth(grapheme);
		if (used + cells > width && row !== '') {
			rows.push(row);
			row = '';
			used = 0;
		}
		row += grapheme;
		used += cells;
	}
	return [...rows, row];
};
