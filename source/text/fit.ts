import { displayWidth, graphemes } from './width.ts';

const mark = '…';

/** The longest beginning that takes at most `width` cells, whole graphemes only. */
const beginning = (text: string, width: number): string => {
	let kept = '';
	let used = 0;
	for (const grapheme of graphemes(text)) {
		used += displayWidth(grapheme);
		if (used > width) {
			break;
		}
		kept += grapheme;
	}
	return kept;
};

/**
 * The text in exactly `width` cells (0 or more): padded with spaces, or cut with a mark, never inside a grapheme. Where the
 * cut falls in the middle of a wide one, a space makes up for it.
 */
export const fit = (text: string, width: number, options: { readonly align?: 'right' } = {}): string => {
	if (width <= 0) {
		return '';
	}
	const cells = displayWidth(text);
	const shown = cells > width ? `${beginning(text, width - 1)}${mark}` : text;
	const space = ' '.repeat(width - (cells > width ? displayWidth(shown) : cells));
	return options.align === 'right' ? space + shown : shown + space;
};
