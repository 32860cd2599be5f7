import { displayWidth, graphemes } from './width.ts';

const mark = '…';

/** Whole graphemes from the start, of at most `width` cells; undefined where there are no more than these. */
const kept = (clusters: readonly string[], width: number): string | undefined => {
	let text = '';
	let used = 0;
	for (const grapheme of clusters) {
		used += displayWidth(grapheme);
		if (used > width) {
			return text;
		}
		text += grapheme;
	}
	return undefined;
};

/** Letters per cell that are looked at first: of a line of a log, thousands may stand behind what is shown. */
const lettersPerCell = 3;

/** The longest beginning that takes at most `width` cells, whole graphemes only. */
const beginning = (text: string, width: number): string => {
	const some = lettersPerCell * width + 1;
	const cutsPair = (text.codePointAt(some - 1) ?? 0) > 0xffff;
	// The last grapheme of a part may go on behind it.
	const head = graphemes(text.slice(0, some + (cutsPair ? 1 : 0))).slice(0, -1);
	return kept(head, width) ?? kept(graphemes(text), width) ?? text;
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

/** The text in at most `width` cells: cut with a mark like {@link fit}, but never padded to them. */
export const cut = (text: string, width: number): string => (displayWidth(text) <= width ? text : fit(text, width));
