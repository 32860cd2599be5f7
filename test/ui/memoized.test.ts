import { expect, test } from 'vitest';
import { memoized } from '../../source/ui/memoized.ts';

const counting = () => {
	let made = 0;
	const make = memoized(({ a, b }: { readonly a?: unknown; readonly b?: unknown }) => ({ number: ++made, a, b }));
	return make;
};

test('the same values give the same object, in whatever object they come', () => {
	const make = counting();
	const list = [1];
	expect(make({ a: list, b: Number.NaN })).toBe(make({ a: list, b: Number.NaN }));
});

test.each([
	['another value', { a: 1, b: 3 }],
	['an equal object that is not the same', { a: 1, b: [] }],
	['nothing', { a: 1, b: undefined }],
	['no value', { a: 1 }],
])('%s in one field gives another object', (_, given) => {
	const make = counting();
	const before = make({ a: 1, b: [] });
	expect(make(given)).not.toBe(before);
	expect(make(given).number).toBe(2);
});

test('one field more gives another object', () => {
	const make = counting();
	expect(make({ a: 1 })).not.toBe(make({ a: 1, b: undefined }));
});

test('only the last result is kept', () => {
	const make = counting();
	make({ a: 1, b: 1 });
	make({ a: 2, b: 1 });
	expect(make({ a: 1, b: 1 }).number).toBe(3);
});
