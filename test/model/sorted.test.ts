import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostInAPiece, Pieces, piecesBeside } from '../../source/model/pieces.ts';
import { amended, amendedNumbers, foundIn, numberAt, sortNumbers } from '../../source/model/sorted.ts';

const inOrder = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);
const few = fc.array(fc.integer({ min: -5, max: 40 }), { maxLength: 12 });
/** More than fit in one piece, many of them equal. */
const many = fc.array(fc.integer({ min: -5, max: 40 }), { minLength: 500, maxLength: 1400 });
const numbers = (values: readonly number[]): Pieces<number> => Pieces.of(sortNumbers(values));

const isInPieces = ({ pieces }: Pieces<unknown>): boolean =>
	pieces.every(({ length }) => length > 0 && length <= mostInAPiece);

test('values that come and go leave what sorting the rest gives', () => {
	fc.assert(
		fc.property(fc.oneof(few, many), fc.oneof(few, many), fc.nat(1400), (first, more, count) => {
			const next = amendedNumbers(numbers(first), first.slice(0, count), more);
			expect(next.slice()).toEqual(inOrder([...first.slice(count), ...more]));
			expect(next).toHaveLength(next.slice().length);
			expect(isInPieces(next)).toBe(true);
		}),
	);
});

type Thing = { readonly place: number; readonly name: string };
const byPlace = (a: Thing, b: Thing): number => a.place - b.place;
const things = (places: readonly number[], name: string): readonly Thing[] => places.map(place => ({ place, name }));
const somePlaces = fc.uniqueArray(fc.nat(2000), { maxLength: 900 }).map(inOrder);

test('what leaves a place is not what comes to it, and who is not there leaves nothing', () => {
	fc.assert(
		fc.property(somePlaces, somePlaces, somePlaces, (first, less, more) => {
			const before = Pieces.of(things(first, 'old'));
			const next = amended(before, things(less, 'any'), things(more, 'new'), byPlace);
			const rest = things(
				first.filter(place => !less.includes(place)),
				'old',
			);
			const wanted = [...rest, ...things(more, 'new')].map(({ place, name }) => `${place} ${name}`);
			expect(next.map(({ place, name }) => `${place} ${name}`).toSorted()).toEqual(wanted.toSorted());
			expect(next.map(({ place }) => place)).toEqual(
				inOrder([...rest, ...things(more, 'new')].map(({ place }) => place)),
			);
			expect(isInPieces(next)).toBe(true);
			expect(before.map(({ place }) => place)).toEqual(first);
			for (const place of [0, 7, 2000, ...more]) {
				const there = next.filter(thing => thing.place === place);
				expect(foundIn(next, { place, name: '' }, byPlace)).toBe(there[0]);
			}
		}),
		{ numRuns: 30 },
	);
});

test('the list stays the same one where nothing comes and only strangers leave', () => {
	const list = numbers([1, 3, 5]);
	expect(amendedNumbers(list, [2, 4, 9], [])).toBe(list);
	expect(amendedNumbers(list, [], [])).toBe(list);
	expect(amendedNumbers(Pieces.of<number>([]), [2], []).length).toBe(0);
});

test('what changes of many is the pieces that they come to and leave', () => {
	const list = numbers(Array.from({ length: 100_000 }, (_, index) => index));
	const next = amendedNumbers(list, [7], [3000.5]);
	expect(piecesBeside(list, next)).toHaveLength(2);
	expect(piecesBeside(next, list)).toHaveLength(2);
});

test('a list from which most went has no more pieces than it needs, twice over', () => {
	let list = numbers(Array.from({ length: 20_000 }, (_, index) => index));
	const going = Array.from({ length: 19_000 }, (_, index) => (index * 7919) % 20_000);
	for (let from = 0; from < going.length; from += 100) {
		list = amendedNumbers(list, going.slice(from, from + 100), []);
	}
	expect(list).toHaveLength(1000);
	expect(list.pieces.length).toBeLessThanOrEqual(20);
});

test('a place of two together is the place in both, sorted', () => {
	fc.assert(
		fc.property(fc.oneof(few, many), fc.oneof(few, many), (a, b) => {
			const together = inOrder([...a, ...b]);
			const [first, second] = [numbers(a), sortNumbers(b)];
			for (let place = 0; place <= together.length; place += together.length > 50 ? 37 : 1) {
				expect(numberAt(place, first, second)).toBe(together[place]);
			}
		}),
	);
});
