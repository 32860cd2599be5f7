import { fit } from '../text/fit.ts';
import { sanitize } from '../text/sanitize.ts';
import { displayWidth } from '../text/width.ts';
import type { Piece } from './frame/styled-text.ts';

/** Cells of a row of pieces. */
export const widthOf = (pieces: readonly Piece[]): number =>
	pieces.reduce((sum, { text }) => sum + displayWidth(text), 0);

/** A control character has no width until it is a visible mark, so text is made safe before it is measured. */
const made = (piece: Piece): Piece => ({ ...piece, text: sanitize(piece.text) });

/** Cuts a row of pieces to `width` cells; the piece that does not fit ends in a mark. */
export const clip = (pieces: readonly Piece[], width: number): readonly Piece[] => {
	const kept: Piece[] = [];
	let room = width;
	for (const piece of pieces.map(made)) {
		const cells = displayWidth(piece.text);
		if (cells > room) {
			return room > 0 ? [...kept, { ...piece, text: fit(piece.text, room) }] : kept;
		}
		kept.push(piece);
		room -= cells;
	}
	return kept;
};

/** A line with a left and a right end. The right end stays whole; the left one gives way. */
export const spread = (left: readonly Piece[], right: readonly Piece[], width: number): readonly Piece[] => {
	const end = clip(right, width);
	const space = widthOf(end) === 0 ? 0 : 1;
	const start = clip(left, Math.max(0, width - widthOf(end) - space));
	const gap = Math.max(0, width - widthOf(start) - widthOf(end));
	return end.length === 0 ? start : [...start, { text: ' '.repeat(gap) }, ...end];
};
