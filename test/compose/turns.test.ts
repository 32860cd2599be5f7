import { expect, test } from 'vitest';
import { turnsOfLoop } from '../../source/compose/turns.ts';

test('what was to be done in the next turns of the loop is done first', async () => {
	const done: string[] = [];
	setImmediate(() => {
		done.push('first');
		setImmediate(() => done.push('second'));
	});
	await turnsOfLoop(2);
	expect(done).toEqual(['first', 'second']);
});

test('there are no more turns than are needed', async () => {
	let turns = 0;
	await turnsOfLoop(9, () => turns++ === 3);
	expect(turns).toBe(4);
});
