import type { TextRow } from '../../model/detail/rows.ts';
import { hitsOfRow, type Span } from '../../model/detail/search.ts';
import type { Piece } from '../frame/styled-text.ts';

type Style = Omit<Piece, 'text'>;

/** The text from `start` to `end` in a style, the hits inside it inverse. */
const withHits = (text: string, { start, end }: Span, hits: readonly Span[], style: Style): readonly Piece[] => {
	const pieces: Piece[] = [];
	let at = start;
	for (const hit of hits) {
		const from = Math.max(at, hit.start);
		const to = Math.min(end, hit.end);
		if (from < to) {
			pieces.push({ ...style, text: text.slice(at, from) }, { ...style, text: text.slice(from, to), inverse: true });
			at = to;
		}
	}
	return [...pieces, { ...style, text: text.slice(at, end) }];
};

/** A row of text: its label dim (a branch's bold), the value plain, hits of the search inverse. */
export const rowPieces = (row: TextRow, word: string): readonly Piece[] => {
	const { line, text, start, end, labelEnd, indent } = row;
	const hits = hitsOfRow(row, word);
	const split = Math.max(start, Math.min(labelEnd, end));
	const label: Style = line.tone === 'branch' ? { bold: true } : line.tone === 'value' ? { dim: true } : {};
	const value: Style = line.tone === 'problem' ? { color: 'red' } : {};
	return [
		{ text: ' '.repeat(indent) },
		...withHits(text, { start, end: split }, hits, label),
		...withHits(text, { start: split, end }, hits, value),
	].filter(piece => piece.text !== '');
};

/** A drawn cell, the hits in it inverse; all of it where the hit lies in what was cut off. */
export const cellPieces = (cell: string, hits: readonly Span[], hiddenHit: boolean): readonly Piece[] =>
	hiddenHit
		? [{ text: cell, inverse: true }]
		: withHits(cell, { start: 0, end: cell.length }, hits, {}).filter(piece => piece.text !== '');
