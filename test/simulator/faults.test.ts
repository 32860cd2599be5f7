import { expect, it } from 'vitest';
import { makeFaults } from '../../source/simulator/faults.ts';

const allPending = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

it.each([
	['first', 0, 1],
	['last', 1, 0],
])('holds until everyone who holds lets go, also when the %s one does so earlier', async (_which, earlier, later) => {
	const faults = makeFaults();
	const releases = [faults.hold(), faults.hold()];
	let isReleased = false;
	const released = faults.released().then(() => {
		isReleased = true;
	});
	releases[earlier]?.();
	await allPending();
	expect(isReleased).toBe(false);
	releases[later]?.();
	await released;
	expect(isReleased).toBe(true);
});

it('holds nothing unless told to', async () => {
	await expect(makeFaults().released()).resolves.toBeUndefined();
});

it('gives each fault to one request', () => {
	const faults = makeFaults();
	faults.failNext({ status: 500, body: 'first' });
	faults.failNext('silent');
	expect([faults.take(), faults.take(), faults.take()]).toEqual([{ status: 500, body: 'first' }, 'silent', undefined]);
});
