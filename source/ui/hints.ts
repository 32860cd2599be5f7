import type { Hint } from '../model/select/foot.ts';
import { displayWidth } from '../text/width.ts';
import { widthOf } from './assemble.ts';
import type { Piece } from './frame/styled-text.ts';

/** Cells between two hints. */
export const gapBetweenHints = 2;

const hintWidth = ({ key, word }: Hint): number => displayWidth(key) + 1 + displayWidth(word);

/** As many hints as there is room for: those of the highest rank go first. */
const fitHints = (hints: readonly Hint[], room: number): readonly Hint[] => {
	const kept: Hint[] = [];
	let used = 0;
	for (const hint of hints) {
		const cells = hintWidth(hint) + (kept.length > 0 ? gapBetweenHints : 0);
		if (used + cells > room) {
			break;
		}
		kept.push(hint);
		used += cells;
	}
	return kept;
};

const piecesOf = (hints: readonly Hint[]): readonly Piece[] =>
	hints.flatMap(({ key, word }, index) => [
		{ text: index === 0 ? '' : ' '.repeat(gapBetweenHints) },
		{ text: key, bold: true },
		{ text: ` ${word}`, dim: true },
	]);

/** The hints that fit, the most lasting first. */
export const hintPieces = (hints: readonly Hint[], room: number): readonly Piece[] => piecesOf(fitHints(hints, room));

/**
 * The hints of a menu in their order. Where not all fit a mark says so, and the last one stays: that of the help, which has
 * every key of the menu.
 */
export const menuPieces = (hints: readonly Hint[], room: number): readonly Piece[] => {
	const last = hints.at(-1);
	if (last === undefined || fitHints(hints, room).length === hints.length) {
		return piecesOf(hints);
	}
	const gap = ' '.repeat(gapBetweenHints);
	const end: readonly Piece[] = [{ text: '…', dim: true }, { text: gap }, ...piecesOf([last])];
	const kept = fitHints(hints, room - widthOf(end) - gapBetweenHints);
	return kept.length === 0 ? end : [...piecesOf(kept), { text: gap }, ...end];
};

/** So many stand beside a row of the list on a narrow screen: with more of them some would come and go with the length of each name. */
export const mostBesideRow = 3;

/** The hints of a narrow screen that is no menu: the most lasting one at the edge, where the eye looks for it. */
export const edgeHints = (hints: readonly Hint[], room: number): readonly Piece[] =>
	piecesOf(fitHints(hints, room).toReversed());

/**
 * The most lasting hint beside a text that leaves no room for any (widths in cells): its key alone where the text would lose a letter for
 * its word, and all of it where the text is cut in any case.
 */
export const lastHint = ([hint]: readonly Hint[], textWidth: number, width: number): readonly Piece[] => {
	if (hint === undefined) {
		return [];
	}
	if (textWidth > width) {
		return piecesOf([hint]);
	}
	return textWidth + 1 + displayWidth(hint.key) <= width ? [{ text: hint.key, bold: true }] : [];
};
