import { firstPlace } from './first-place.ts';
import { inPieces, mostInAPiece, Pieces } from './pieces.ts';

/** Less than 0 where the first stands before the second, 0 where the two have one place. */
export type Order<T> = (a: T, b: T) => number;

/** Ascending order of two texts, by their code units, or of two numbers. */
export const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : Number(a > b));

/** The first place, of those from `from` on, whose value does not stand before this one. */
const placeIn = <T>(values: readonly T[], value: T, order: Order<T>, from = 0): number =>
	firstPlace(from, values.length, place => {
		const other = values[place];
		return other === undefined || order(other, value) >= 0;
	});

/** The value of a sorted list that has the place of another one. */
export const foundIn = <T extends Key, Key>(list: Pieces<T>, value: Key, order: Order<Key>): T | undefined => {
	const { pieces } = list;
	const index = firstPlace(0, pieces.length, place => {
		const last = pieces[place]?.at(-1);
		return last === undefined || order(last, value) >= 0;
	});
	const piece = pieces[index] ?? [];
	const found = piece[placeIn<Key>(piece, value, order)];
	return found !== undefined && order(found, value) === 0 ? found : undefined;
};

/** Values that leave a piece and that come to it, each in order. Where one leaves and one comes to a place, it leaves first. */
type Change<T> = { readonly less: readonly T[]; readonly more: readonly T[] };

/** A sorted piece after a change; the same one where that changes nothing. */
const amendedPiece = <T>(piece: readonly T[], { less, more }: Change<T>, order: Order<T>): readonly T[] => {
	const values: T[] = [];
	let [from, leaving] = [0, 0];
	const copyTo = (value: T): void => {
		const place = placeIn(piece, value, order, from);
		values.push(...piece.slice(from, place));
		from = place;
	};
	const leave = (value: T): void => {
		copyTo(value);
		const there = piece[from];
		from += Number(there !== undefined && order(there, value) === 0);
	};
	for (const value of more) {
		for (let next = less[leaving]; next !== undefined && order(next, value) <= 0; next = less[leaving]) {
			leave(next);
			leaving += 1;
		}
		copyTo(value);
		values.push(value);
	}
	for (const value of less.slice(leaving)) {
		leave(value);
	}
	values.push(...piece.slice(from));
	return more.length === 0 && values.length === piece.length ? piece : values;
};

/** The end of the values, from `from` on, that leave this piece and not the one behind it, which begins with `next`: of equal ones as many as it has. */
const endOfLess = <T>(less: readonly T[], from: number, piece: readonly T[], next: T, order: Order<T>): number => {
	const end = placeIn(less, next, order, from);
	const equal = less[end];
	if (equal === undefined || order(equal, next) !== 0) {
		return end;
	}
	const most = piece.length - placeIn(piece, next, order);
	const others = less.slice(end).findIndex(value => order(value, next) !== 0);
	return end + Math.min(most, others === -1 ? less.length - end : others);
};

/** Puts a piece behind the others; a small one joins the last of them, so that there are no more pieces than need be. */
const putBehind = <T>(pieces: (readonly T[])[], piece: readonly T[]): void => {
	const last = pieces.at(-1);
	if (piece.length === 0) {
		return;
	}
	if (last !== undefined && last.length + piece.length <= mostInAPiece / 2) {
		pieces.splice(-1, 1, [...last, ...piece]);
	} else {
		pieces.push(...(piece.length > mostInAPiece ? inPieces(piece) : [piece]));
	}
};

/**
 * A sorted list without some values, which need not be in it, and with others, all in the same order; the same list where that changes
 * nothing. Of equal values as many leave as are given. Pieces that none of them belongs to are shared. Costs what comes and goes, and a reference for each piece.
 */
export const amended = <T>(list: Pieces<T>, less: readonly T[], more: readonly T[], order: Order<T>): Pieces<T> => {
	if (list.length === 0) {
		return more.length === 0 ? list : Pieces.of(more);
	}
	const pieces: (readonly T[])[] = [];
	let [left, come] = [0, 0];
	for (const [index, piece] of list.pieces.entries()) {
		const next = list.pieces[index + 1]?.[0];
		const leftTo = next === undefined ? less.length : endOfLess(less, left, piece, next, order);
		const comeTo = next === undefined ? more.length : placeIn(more, next, order, come);
		const change = { less: less.slice(left, leftTo), more: more.slice(come, comeTo) };
		const now = leftTo === left && comeTo === come ? piece : amendedPiece(piece, change, order);
		if (now === piece) {
			pieces.push(piece);
		} else {
			putBehind(pieces, now);
		}
		[left, come] = [leftTo, comeTo];
	}
	const isSame = pieces.length === list.pieces.length && pieces.every((piece, index) => piece === list.pieces[index]);
	return isSame ? list : new Pieces(pieces);
};

/** A list in the order `was`, without some and with others, in the order `is`, which those that stay are in as well. Both are given in their orders. */
export const reordered = <T>(
	list: Pieces<T>,
	less: readonly T[],
	more: readonly T[],
	was: Order<T>,
	is: Order<T>,
): Pieces<T> => amended(amended(list, less, [], was), [], more, is);

/** The numbers in ascending order. */
export const sortNumbers = (numbers: readonly number[]): readonly number[] => [...Float64Array.from(numbers).sort()];

/** Ascending numbers without some and with others, those in any order. */
export const amendedNumbers = (
	sorted: Pieces<number>,
	less: readonly number[],
	more: readonly number[],
): Pieces<number> => amended(sorted, sortNumbers(less), sortNumbers(more), compare);

/** What of a sorted list is asked for to find a place in it. */
type Places = { readonly length: number; at(place: number): number | undefined };

/** The number at this place, from 0, of all that two ascending lists have together; undefined where there are not so many. */
export const numberAt = (place: number, a: Places, b: Places): number | undefined => {
	// So many of the first stand before that place; the others before it are of the second.
	const ofA = firstPlace(
		Math.max(0, place - b.length),
		Math.min(place, a.length),
		count => (a.at(count) ?? 0) >= (b.at(place - count - 1) ?? 0),
	);
	const [next, other] = [a.at(ofA), b.at(place - ofA)];
	return next === undefined || other === undefined ? (next ?? other) : Math.min(next, other);
};
