import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Pieces, piecesBeside } from '../../source/model/pieces.ts';

const values = fc.array(fc.nat(20), { maxLength: 30 });
/** Values cut into pieces anywhere, none of them empty. */
const cut = fc
	.tuple(values, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 30, maxLength: 30 }))
	.map(([all, sizes]) => {
		const pieces: number[][] = [];
		let from = 0;
		for (const size of sizes) {
			pieces.push(all.slice(from, from + size));
			from += size;
		}
		return { all, list: new Pieces(pieces.filter(({ length }) => length > 0)) };
	});
const place = fc.integer({ min: -35, max: 35 });

test('a list in pieces is read as an array is', () => {
	fc.assert(
		fc.property(cut, place, place, fc.nat(20), ({ all, list }, from, to, value) => {
			const is = (other: number): boolean => other === value;
			expect(list).toHaveLength(all.length);
			expect([...list]).toEqual(all);
			expect(list.at(from)).toBe(all.at(from));
			expect([list.slice(), list.slice(from), list.slice(from, to)]).toEqual([
				all.slice(),
				all.slice(from),
				all.slice(from, to),
			]);
			expect(list.map(String)).toEqual(all.map(String));
			expect(list.flatMap(one => [one, one])).toEqual(all.flatMap(one => [one, one]));
			expect(list.filter(is)).toEqual(all.filter(is));
			expect([list.find(is), list.findIndex(is)]).toEqual([all.find(is), all.findIndex(is)]);
			expect([list.some(is), list.every(is)]).toEqual([all.some(is), all.every(is)]);
			expect(list.reduce((sum, one) => sum * 2 + one, 1)).toBe(all.reduce((sum, one) => sum * 2 + one, 1));
		}),
	);
});

test('a place is found in its piece, and each piece knows where it begins', () => {
	fc.assert(
		fc.property(cut, fc.nat(29), ({ all, list }, at) => {
			fc.pre(at < all.length);
			const { index, within } = list.whereIs(at);
			expect(list.pieces[index]?.[within]).toBe(all[at]);
			expect(list.startOf(index) + within).toBe(at);
			expect(list.startOf(list.pieces.length)).toBe(all.length);
		}),
	);
});

test('pieces beside those of another list are those that are not the same arrays', () => {
	const [a, b, c] = [[1], [2], [1]];
	expect(piecesBeside(new Pieces([a, b]), new Pieces([b, c]))).toEqual([a]);
	expect(piecesBeside(new Pieces([a, b]), new Pieces([a, b]))).toEqual([]);
});
