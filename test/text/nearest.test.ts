import { expect, test } from 'vitest';
import { nearest } from '../../source/text/nearest.ts';

const words = ['status', 'start-time', 'page-size', 'workspace-id', 'vpc'];

test.each([
	['statsu', 'status'],
	['pagesize', 'page-size'],
	['work', 'workspace-id'],
	['sta', 'status'],
	['v', 'vpc'],
	['vcp', 'vpc'],
	['strat-time', 'start-time'],
])('the word nearest to %s is %s', (word, near) => {
	expect(nearest(word, words)).toBe(near);
});

test('nothing is near where there are no words', () => {
	expect(nearest('status', [])).toBeUndefined();
});

test('a word as long as a file is compared only as far as a flag can reach', () => {
	expect(nearest(`page-siz${'x'.repeat(5_000_000)}`, ['vpc', 'page-size-of-the-longest-flag-there-could-be'])).toMatch(
		/^page/,
	);
});
