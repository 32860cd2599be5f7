import { describe, expect, test } from 'vitest';
import type { FailureKind } from '../../source/model/failure.ts';
import { namedJob } from '../support/jobs.ts';
import { aFailure, fire, happen, keysOf, later, press, refuse, showing, typesOf } from '../support/moves.ts';

const halted = (kind: FailureKind = 'signed-out') =>
	refuse(fire(showing([namedJob('dlc1')]), 'poll', later(10)).state, aFailure(kind));

describe('polling that is halted for want of keys', () => {
	test('watches the files that the keys come from, and asks when one changes', () => {
		const { state, effects } = halted();
		expect(typesOf(effects)).toContain('watch-credentials');
		const changed = happen(state, { type: 'credentials-changed' }, later(20));
		expect(changed.state.poll.kind).toBe('fetching');
		expect(keysOf(changed.state)).toEqual(['dlc1']);
		expect(typesOf(changed.effects)).toEqual(expect.arrayContaining(['fetch', 'stop-watching-credentials']));
	});

	test('ends the watch when a key makes it ask', () => {
		expect(typesOf(press(halted().state, 'r', later(20)).effects)).toContain('stop-watching-credentials');
	});

	test('watches again when the new keys are no better', () => {
		const again = happen(halted().state, { type: 'credentials-changed' }, later(20)).state;
		expect(typesOf(refuse(again, aFailure('signed-out')).effects)).toContain('watch-credentials');
	});
});

describe('polling that goes on, or is halted for another reason', () => {
	test.each<FailureKind>(['not-allowed', 'network', 'throttled'])('watches nothing after %s', kind => {
		const { state, effects } = halted(kind);
		expect(typesOf(effects)).not.toContain('watch-credentials');
		expect(happen(state, { type: 'credentials-changed' }, later(20)).state).toBe(state);
	});
});
