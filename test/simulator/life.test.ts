import { expect, it } from 'vitest';
import { begun, lifeOf, phaseAt } from '../../source/simulator/life.ts';
import { second, start, world } from './moments.ts';

const spec = world.jobsAt(start)[0]?.spec;

it('places steps one after the other, on whole seconds, none shorter than one', () => {
	if (spec === undefined) {
		throw new Error('the world is empty');
	}
	const steps = [
		{ Status: 'Creating', ms: 1_400 },
		{ Status: 'Queuing', ms: 0 },
		{ Status: 'Running', ms: 2_600 },
		{ Status: 'Succeeded', ms: 1 },
	] as const;
	const life = lifeOf(start + 700, steps, spec);
	expect(life.map(({ Status, at }) => [Status, (at - start) / second])).toEqual([
		['Creating', 0],
		['Queuing', 1],
		['Running', 2],
		['Succeeded', 5],
	]);
	expect(phaseAt(life, start + 1_999).Status).toBe('Queuing');
	expect(phaseAt(life, start + 2_000).Status).toBe('Running');
	expect(begun(life, start - 1)).toEqual([]);
	expect(begun(life, start + 2_000)).toHaveLength(3);
});
