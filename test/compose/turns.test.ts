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
