import { firstPlace } from './first-place.ts';

/** What is read of a list, be it an array or in pieces. */
export type List<T> = Iterable<T> & {
	readonly length: number;
	/** The value at a place, from 0; from the end where it is negative. */
	at(place: number): T | undefined;
	slice(from?: number, to?: number): readonly T[];
	map<To>(to: (value: T) => To): To[];
	flatMap<To>(to: (value: T) => To | readonly To[]): readonly To[];
	filter(holds: (value: T) => boolean): readonly T[];
	find(holds: (value: T) => boolean): T | undefined;
	findIndex(holds: (value: T) => boolean): number;
	some(holds: (value: T) => boolean): boolean;
	every(holds: (value: T) => boolean): boolean;
	reduce<To>(fold: (folded: To, value: T) => To, first: To): To;
};

/** So many references are copied in half a microsecond, and of a hundred thousand values there are two hundred pieces. */
export const mostInAPiece = 512;

/**
 * A list that never changes, of which there may be a hundred thousand values: in pieces, none of them empty. One that goes on from it has
 * the same pieces where nothing came or went, so that it costs what came and went, and what differs is found by comparing pieces.
 */
export class Pieces<T> implements List<T> {
	readonly pieces: readonly (readonly T[])[];
	readonly length: number;
	/** The place of the first value of each piece. */
	readonly #starts: readonly number[];

	constructor(pieces: readonly (readonly T[])[]) {
		let length = 0;
		const starts: number[] = [];
		for (const piece of pieces) {
			starts.push(length);
			length += piece.length;
		}
		this.pieces = pieces;
		this.length = length;
		this.#starts = starts;
	}

	static of<T>(values: readonly T[]): Pieces<T> {
		return new Pieces(inPieces(values));
	}

	/** The place of a piece among the pieces, and of the value at `place` within it. Past the end it is behind the last piece. */
	whereIs(place: number): { readonly index: number; readonly within: number } {
		const index = firstPlace(0, this.#starts.length, at => (this.#starts[at] ?? 0) > place) - 1;
		return { index, within: place - (this.#starts[index] ?? 0) };
	}

	/** The place of the first value of the piece with this index. */
	startOf(index: number): number {
		return this.#starts[index] ?? this.length;
	}

	at(place: number): T | undefined {
		const { index, within } = this.whereIs(place < 0 ? this.length + place : place);
		return this.pieces[index]?.[within];
	}

	slice(from = 0, to = this.length): readonly T[] {
		const [first, end] = [this.#fromStart(from), this.#fromStart(to)];
		const values: T[] = [];
		for (let { index } = this.whereIs(first); index < this.pieces.length && this.startOf(index) < end; index += 1) {
			const start = this.startOf(index);
			values.push(...(this.pieces[index]?.slice(Math.max(0, first - start), end - start) ?? []));
		}
		return values;
	}

	/** A place that is counted from the end where it is negative. */
	#fromStart(place: number): number {
		return place < 0 ? Math.max(0, this.length + place) : place;
	}

	map<To>(to: (value: T) => To): To[] {
		const values: To[] = [];
		for (const piece of this.pieces) {
			for (const value of piece) {
				values.push(to(value));
			}
		}
		return values;
	}

	flatMap<To>(to: (value: T) => To | readonly To[]): readonly To[] {
		return this.pieces.flatMap(piece => piece.flatMap(value => to(value)));
	}

	filter(holds: (value: T) => boolean): readonly T[] {
		return this.pieces.flatMap(piece => piece.filter(value => holds(value)));
	}

	find(holds: (value: T) => boolean): T | undefined {
		const place = this.findIndex(holds);
		return place === -1 ? undefined : this.at(place);
	}

	findIndex(holds: (value: T) => boolean): number {
		const index = this.pieces.findIndex(piece => piece.some(holds));
		return index === -1 ? -1 : this.startOf(index) + (this.pieces[index]?.findIndex(holds) ?? 0);
	}

	some(holds: (value: T) => boolean): boolean {
		return this.pieces.some(piece => piece.some(holds));
	}

	every(holds: (value: T) => boolean): boolean {
		return this.pieces.every(piece => piece.every(holds));
	}

	reduce<To>(fold: (folded: To, value: T) => To, first: To): To {
		return this.pieces.reduce((folded, piece) => piece.reduce(fold, folded), first);
	}

	*[Symbol.iterator](): Generator<T> {
		for (const piece of this.pieces) {
			yield* piece;
		}
	}
}

/** The values in pieces, none of them empty nor longer than may be. */
export const inPieces = <T>(values: readonly T[]): readonly (readonly T[])[] => {
	const count = Math.ceil(values.length / mostInAPiece);
	const each = Math.ceil(values.length / Math.max(1, count));
	return Array.from({ length: count }, (_, index) => values.slice(index * each, (index + 1) * each));
};

/** The pieces of a list that another one has not. */
export const piecesBeside = <T>(list: Pieces<T>, other: Pieces<unknown>): readonly (readonly T[])[] => {
	const shared = new Set<unknown>(other.pieces);
	return list.pieces.filter(piece => !shared.has(piece));
};
