import { firstPlace } from './first-place.ts';

/**
 * Ascending numbers, of which there may be a hundred thousand: in pieces, none of them empty, so that a few that come or go cost a copy of
 * their pieces and not of all.
 */
export type SortedNumbers = readonly (readonly number[])[];

const mostInAPiece = 512;

const inPieces = (sorted: readonly number[]): SortedNumbers =>
	Array.from({ length: Math.ceil(sorted.length / mostInAPiece) }, (_, index) =>
		sorted.slice(index * mostInAPiece, (index + 1) * mostInAPiece),
	);

export const sortNumbers = (numbers: readonly number[]): SortedNumbers =>
	inPieces([...Float64Array.from(numbers).sort()]);

/** The piece that has the value or where it belongs: the first that does not end before it, else the last. */
const pieceOf = (value: number, pieces: SortedNumbers): number =>
	firstPlace(0, Math.max(0, pieces.length - 1), place => (pieces[place]?.at(-1) ?? 0) >= value);

const placeIn = (value: number, piece: readonly number[]): number =>
	firstPlace(0, piece.length, place => (piece[place] ?? 0) >= value);

/** The numbers without one; all of them where it is not among them. */
const without = (pieces: SortedNumbers, value: number): SortedNumbers => {
	const index = pieceOf(value, pieces);
	const piece = pieces[index] ?? [];
	const place = placeIn(value, piece);
	if (piece[place] !== value) {
		return pieces;
	}
	const rest = piece.toSpliced(place, 1);
	return pieces.toSpliced(index, 1, ...(rest.length === 0 ? [] : [rest]));
};

const withOne = (pieces: SortedNumbers, value: number): SortedNumbers => {
	const index = pieceOf(value, pieces);
	const piece = pieces[index] ?? [];
	return pieces.toSpliced(index, 1, ...inHalves(piece.toSpliced(placeIn(value, piece), 0, value)));
};

const inHalves = (piece: readonly number[]): SortedNumbers => {
	const half = piece.length >>> 1;
	return piece.length > mostInAPiece ? [piece.slice(0, half), piece.slice(half)] : [piece];
};

/** The numbers without some and with others. */
export const amendedNumbers = (
	sorted: SortedNumbers,
	less: readonly number[],
	more: readonly number[],
): SortedNumbers => more.reduce(withOne, less.reduce(without, sorted));

export const lengthOf = (sorted: SortedNumbers): number => sorted.reduce((sum, { length }) => sum + length, 0);

const at = (place: number, sorted: SortedNumbers): number | undefined => {
	let rest = place;
	for (const piece of sorted) {
		if (rest < piece.length) {
			return piece[rest];
		}
		rest -= piece.length;
	}
	return undefined;
};

/** The number at this place, from 0, of all that two have together; undefined where there are not so many. */
export const numberAt = (place: number, a: SortedNumbers, b: SortedNumbers): number | undefined => {
	// So many of the first stand before that place; the others before it are of the second.
	const ofA = firstPlace(
		Math.max(0, place - lengthOf(b)),
		Math.min(place, lengthOf(a)),
		count => (at(count, a) ?? 0) >= (at(place - count - 1, b) ?? 0),
	);
	const [next, other] = [at(ofA, a), at(place - ofA, b)];
	return next === undefined || other === undefined ? (next ?? other) : Math.min(next, other);
};
