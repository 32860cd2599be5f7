import { describe, expect, test } from 'vitest';
import { findHit, hitPieces } from '../../../source/model/logs/hits.ts';

const view = { held: { lines: ['loss 1', 'ERROR [a.b]', 'loss 2', 'error'], dropped: 10 }, stamps: true };

describe('a search', () => {
	test.each([
		['error', 10, 1, 11],
		['error', 12, 1, 13],
		['error', 12, -1, 11],
		['[a.b]', 10, 1, 11],
		['loss', 13, -1, 12],
		['loss', 13, 1, undefined],
		['error', 10, -1, undefined],
		['error', 99, -1, undefined],
	] as const)('for %s from line %s goes %s to %s', (word, from, by, found) => {
		expect(findHit(view, word, from, by)).toBe(found);
	});

	test('marks every hit in a row, and both parts of one that goes over its end', () => {
		const line = 'an Error, an error';
		expect(hitPieces(line, { text: 'an Err', from: 0 }, 'error')).toEqual([
			{ text: 'an ', isHit: false },
			{ text: 'Err', isHit: true },
		]);
		expect(hitPieces(line, { text: 'or, an error', from: 6 }, 'error')).toEqual([
			{ text: 'or', isHit: true },
			{ text: ', an ', isHit: false },
			{ text: 'error', isHit: true },
		]);
	});

	test('for nothing marks nothing', () => {
		expect(hitPieces('abc', { text: 'abc', from: 0 }, '')).toEqual([{ text: 'abc', isHit: false }]);
	});
});
