import { literal } from '../../text/literal.ts';
import { type Shape, shownText } from './window.ts';

/** A piece of a row, and whether it is a hit. */
export type HitPiece = { readonly text: string; readonly isHit: boolean };

const patternOf = (word: string): RegExp => new RegExp(literal(word), 'giu');

/** The nearest line that holds the word, from `from` on (by its number) in a direction and before `until`; undefined when none does. */
export const findHit = (
	view: Pick<Shape, 'held' | 'stamps'>,
	word: string,
	from: number,
	by: 1 | -1,
	until?: number,
): number | undefined => {
	const wanted = word.toLowerCase();
	const { lines, dropped } = view.held;
	const end = until === undefined ? lines.length : Math.min(lines.length, until - dropped);
	for (let index = from - dropped; index >= 0 && index < end; index += by) {
		if (
			shownText(view, index + dropped)
				.toLowerCase()
				.includes(wanted)
		) {
			return index + dropped;
		}
	}
	return undefined;
};

/** A row cut at the borders of hits in its line, so that a hit that goes on in the next row is marked in both. */
export const hitPieces = (
	line: string,
	row: { readonly text: string; readonly from: number },
	word: string,
): readonly HitPiece[] => {
	if (word === '') {
		return [{ text: row.text, isHit: false }];
	}
	const pieces: HitPiece[] = [];
	const end = row.from + row.text.length;
	let done = row.from;
	const take = (until: number, isHit: boolean): void => {
		const to = Math.min(until, end);
		if (to > done) {
			pieces.push({ text: row.text.slice(done - row.from, to - row.from), isHit });
			done = to;
		}
	};
	for (const { index, 0: found } of line.matchAll(patternOf(word))) {
		take(index, false);
		take(index + found.length, true);
	}
	take(end, false);
	return pieces;
};
