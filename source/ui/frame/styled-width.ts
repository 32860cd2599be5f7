import { hyperlinkPattern } from '../../text/hyperlink.ts';
import { displayWidth, graphemes } from '../../text/width.ts';

const lookPattern = `\\u001b\\[[0-9;]*m|${hyperlinkPattern}`;
const looks = new RegExp(lookPattern, 'g');
const looksOrText = new RegExp(`${lookPattern}|[^\\u001b]+`, 'g');

/** Cells of a text with looks. */
export const styledWidth = (text: string): number =>
	displayWidth(text.includes('\u001b') ? text.replace(looks, '') : text);

/**
 * The text in at most `width` cells (1 or more), with its looks closed as they were: the last cell is the mark, where there is
 * one. Without a mark, a space stands for half of a wide grapheme.
 */
export const cutStyled = (text: string, width: number, mark: '…' | ''): string => {
	if (styledWidth(text) <= width) {
		return text;
	}
	if (width === mark.length) {
		return mark;
	}
	let kept = '';
	let room = width - mark.length;
	let isCut = false;
	for (const [part] of text.matchAll(looksOrText)) {
		if (part.startsWith('\u001b')) {
			kept += part;
			continue;
		}
		for (const grapheme of isCut ? [] : graphemes(part)) {
			const cells = displayWidth(grapheme);
			if (cells > room) {
				kept += mark === '' ? ' '.repeat(room) : mark;
				isCut = true;
				break;
			}
			kept += grapheme;
			room -= cells;
		}
	}
	return kept;
};
