import { expect, test } from 'vitest';
import { nearest, nearestWords } from '../../source/text/nearest.ts';

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
	expect(nearest(`page-siz${'x'.repeat(5_000_000)}`, words)).toBeUndefined();
});

test.each([
	['window', 'wide'],
	['user', 'group'],
	['limit', 'wait'],
	['gpu', 'vpc'],
])('a word that is right in itself is no mistyped other one: %s is not %s', (word, other) => {
	expect(nearest(word, [other])).toBeUndefined();
});

test.each(['foo', 'x', 'zzzzzzzz', '<<', '一二三', ''])('nonsense like %j is near to nothing', word => {
	expect(nearest(word, words)).toBeUndefined();
	expect(nearestWords(word, words)).toBe('');
});

test.each([
	['Runing', 'Running'],
	['QUEUING', 'Queuing'],
	['Bejing/', 'cn-beijing'],
])('case and a forgotten beginning matter not: %s means %s', (word, near) => {
	expect(nearest(word, ['Running', 'Queuing', 'cn-hangzhou', 'cn-beijing'])).toBe(near);
	expect(nearestWords(word, [near], name => `:${name}`)).toBe(`; the nearest is :${near}`);
});
