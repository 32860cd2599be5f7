import type { FaultName } from '../tables/faults.ts';
import { randomOf } from './random.ts';

/** Two good answers, then a fault. */
const between = 3;

/** All of them in an order of chance that repeats: every one comes before any comes again. */
const shuffled = (names: readonly FaultName[], seed: number): readonly FaultName[] => {
	const random = randomOf(`${seed} chaos`);
	return names
		.map(name => ({ name, place: random.fraction() }))
		.toSorted((a, b) => a.place - b.place)
		.map(({ name }) => name);
};

/**
 * Says for one request after the other which fault it meets, if any. A hangup meets two in a row: a client sends the first again at
 * once, as it cannot tell it from a connection that was merely kept open for too long.
 */
export const makeChaos = (names: readonly FaultName[], seed: number): (() => FaultName | undefined) => {
	const order = shuffled(names, seed);
	let requests = 0;
	let again: FaultName | undefined;
	return () => {
		if (again !== undefined) {
			const name = again;
			again = undefined;
			return name;
		}
		requests += 1;
		const name = requests % between === 0 ? order[(requests / between - 1) % order.length] : undefined;
		again = name === 'hangup' ? name : undefined;
		return name;
	};
};
