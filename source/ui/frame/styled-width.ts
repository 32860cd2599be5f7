import { hyperlinkPattern } from '../../text/hyperlink.ts';
import { displayWidth, graphemes } from '../../text/width.ts';

const lookPattern = `\\u001b\\[[0-9;]*m|${hyperlinkPattern}`;
const looks = new RegExp(lookPattern, 'g');
const looksOrText = new RegExp(`${lookPattern}|[^\\u001b]+`, 'g');

const measured = (text: string): number => displayWidth(text.includes('\u001b') ? text.replace(looks, '') : text);

/** More than two screens have lines. */
const mostKnown = 512;

let known = new Map<string, number>();
let formerlyKnown: ReadonlyMap<string, number> = known;

/** Cells of a line with looks. Most lines of a frame stood in the one before, so the last few hundred widths are kept. */
export const styledWidth = (text: string): number => {
	const found = known.get(text);
	if (found !== undefined) {
		return found;
	}
	const cells = formerlyKnown.get(text) ?? measured(text);
	if (known.size >= mostKnown) {
		formerlyKnown = known;
		known = new Map();
	}
	known.set(text, cells);
	return cells;
};

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
