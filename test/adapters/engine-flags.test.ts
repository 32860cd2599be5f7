import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { leaveUnoptimized } from '../../source/adapters/engine-flags.ts';

const source = '(function () { return 42; })';
const cachedData = new Script(source).createCachedData();
let turn = 0;
/** By another name each time: what it compiled under one, the engine has in memory. */
const isRefused = () => new Script(source, { cachedData, filename: `${turn++}.js` }).cachedDataRejected;

test('code that was kept is refused while nothing is optimized, and taken again after that', () => {
	expect(isRefused()).toBe(false);
	const optimizeAgain = leaveUnoptimized();
	try {
		expect(isRefused()).toBe(true);
	} finally {
		optimizeAgain();
	}
	expect(isRefused()).toBe(false);
});
