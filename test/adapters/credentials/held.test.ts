import { describe, expect, it } from 'vitest';
import { holdKeys } from '../../../source/adapters/credentials/held.ts';
import type { Credentials, Finding } from '../../../source/adapters/credentials/source.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { settled } from '../../support/settled.ts';
import { noon } from './surroundings.ts';

const minutes = (count: number): number => count * 60_000;

const theKeys = (name: string, expiresInMinutes?: number): Credentials => ({
	AccessKeyId: name,
	AccessKeySecret: 'secret',
	source: 'the test',
	renewal: 'do this',
	...(expiresInMinutes !== undefined && { expiresAt: noon + minutes(expiresInMinutes) }),
});

const trouble: Finding = { kind: 'failure', failure: { kind: 'network', message: 'STS is away' } };

/** A source that gives these findings one after the other, and the last one for ever. */
const hold = (
	first: Credentials,
	findings: readonly (Finding | Promise<Finding>)[],
	files: readonly string[] = [],
	reads = () => {},
) => {
	const clock = createFakeClock(noon);
	let stamp = 'one';
	let asked = 0;
	const source = {
		name: 'the test',
		files: () => files,
		find: async (): Promise<Finding> => {
			asked += 1;
			reads();
			return findings[Math.min(asked, findings.length) - 1] ?? trouble;
		},
	};
	const stamps = new Map(files.map(file => [file, stamp]));
	const held = holdKeys({ source, first, stamps, clock, stampOf: async () => stamp });
	return {
		...held,
		clock,
		asked: () => asked,
		change: () => {
			stamp = 'two';
		},
		idOf: async () => {
			const keys = await held.keys();
			return keys.ok ? keys.value.AccessKeyId : keys.problem.message;
		},
	};
};

const found = (keys: Credentials): Finding => ({ kind: 'keys', keys });

describe('keys that are held', () => {
	it('are given without a question as long as nobody says when they end', async () => {
		const { idOf, clock, asked } = hold(theKeys('one'), []);
		clock.advance(minutes(100_000));
		expect(await idOf()).toBe('one');
		expect(asked()).toBe(0);
	});

	it('are replaced 15 minutes before they end, once for all who ask at the same time', async () => {
		const { keys, idOf, clock, asked } = hold(theKeys('one', 60), [found(theKeys('two', 120))]);
		clock.advance(minutes(45) - 1);
		expect(await idOf()).toBe('one');
		clock.advance(1);
		await Promise.all([keys(), keys(), keys()]);
		await settled();
		expect(asked()).toBe(1);
		expect(await idOf()).toBe('two');
	});

	it('that hold for 15 minutes only are replaced after half of them, not at each request', async () => {
		const { idOf, clock, asked } = hold(theKeys('one', 15), [found(theKeys('two', 22))]);
		expect(await idOf()).toBe('one');
		clock.advance(minutes(7.5));
		expect(await idOf()).toBe('one');
		await settled();
		expect(await idOf()).toBe('two');
		expect(await idOf()).toBe('two');
		expect(asked()).toBe(1);
	});

	it('are given at once while newer ones are on their way, and waited for when they have ended', async () => {
		let arrive: (finding: Finding) => void = () => {};
		const slow = new Promise<Finding>(resolve => {
			arrive = resolve;
		});
		const { idOf, keys, clock } = hold(theKeys('one', 60), [slow]);
		clock.advance(minutes(50));
		expect(await idOf()).toBe('one');
		clock.advance(minutes(10));
		const waiting = Promise.all([keys(), keys()]);
		arrive(found(theKeys('two', 120)));
		expect(await waiting).toMatchObject([{ value: { AccessKeyId: 'two' } }, { value: { AccessKeyId: 'two' } }]);
	});

	it('stay in use while their source is in trouble, which is asked once a minute, until they end', async () => {
		const { idOf, clock, asked } = hold(theKeys('one', 60), [trouble]);
		clock.advance(minutes(45));
		expect(await idOf()).toBe('one');
		clock.advance(minutes(1) - 1);
		expect(await idOf()).toBe('one');
		expect(asked()).toBe(1);
		clock.advance(minutes(14) + 1);
		expect(await idOf()).toBe('STS is away');
	});

	it('whose source gives nothing newer are not asked for at each request, however near their end is', async () => {
		const { idOf, clock, asked } = hold(theKeys('one', 60), [found(theKeys('one', 60))]);
		const askAfter = async (wait: number): Promise<number> => {
			clock.advance(minutes(wait));
			expect(await idOf()).toBe('one');
			await settled();
			return asked();
		};
		expect(await askAfter(46)).toBe(1);
		expect(await askAfter(0)).toBe(1);
		expect(await askAfter(13.5)).toBe(2);
		expect(await askAfter(0.4)).toBe(2);
	});

	it('that have ended and are all the source has are called expired, with the fix', async () => {
		const { keys, clock } = hold(theKeys('one', 60), [found(theKeys('one', 60))]);
		clock.advance(minutes(60));
		expect(await keys()).toEqual({
			ok: false,
			problem: { kind: 'signed-out', message: 'The temporary keys (the test) have expired.', next: 'do this' },
		});
	});

	it('that were over when they were handed out come from another clock: they are used until the service refuses them', async () => {
		const { idOf, clock, asked, renew } = hold(theKeys('one', -60), [found(theKeys('two', -60))]);
		expect(await idOf()).toBe('one');
		clock.advance(minutes(600));
		expect(await idOf()).toBe('one');
		expect(asked()).toBe(0);
		expect(await renew(theKeys('one'))).toMatchObject({ value: { AccessKeyId: 'two' } });
		expect(await idOf()).toBe('two');
		expect(asked()).toBe(1);
	});

	it('of a source that comes and goes are asked for again, where a file is missing somebody has to act', async () => {
		const gone: Finding = { kind: 'nothing', why: 'nobody answers' };
		const ecs = hold(theKeys('one', 1), [gone]);
		ecs.clock.advance(minutes(2));
		expect(await ecs.keys()).toMatchObject({ problem: { kind: 'network' } });
		const file = hold(theKeys('one', 1), [gone], ['/file']);
		file.clock.advance(minutes(2));
		expect(await file.keys()).toMatchObject({ problem: { kind: 'signed-out' } });
	});
});

describe('keys that the service refuses', () => {
	it('are renewed once for all who were refused', async () => {
		const { renew, idOf, asked } = hold(theKeys('one'), [found(theKeys('two'))]);
		const all = await Promise.all([renew(theKeys('one')), renew(theKeys('one'))]);
		expect(all).toMatchObject([{ value: { AccessKeyId: 'two' } }, { value: { AccessKeyId: 'two' } }]);
		expect(await renew(theKeys('one'))).toMatchObject({ value: { AccessKeyId: 'two' } });
		expect(await idOf()).toBe('two');
		expect(asked()).toBe(1);
	});

	it('are called expired when the source has no others', async () => {
		const { renew } = hold(theKeys('one'), [found(theKeys('one'))]);
		expect(await renew(theKeys('one'))).toMatchObject({ problem: { kind: 'signed-out', next: 'do this' } });
	});
});

/** Begins the watch; how often it has told of a change so far. */
const counted = (watch: (changed: () => void) => unknown): (() => number) => {
	let told = 0;
	watch(() => {
		told += 1;
	});
	return () => told;
};

describe('a watch', () => {
	it('tells once that a file has changed, after which the source is asked', async () => {
		const { watch, change, clock, idOf, asked } = hold(theKeys('one'), [found(theKeys('two'))], ['/file']);
		const told = counted(watch);
		clock.advance(5_000);
		await settled();
		expect(told()).toBe(0);
		expect(await idOf()).toBe('one');
		change();
		clock.advance(1_000);
		await settled();
		expect(told()).toBe(1);
		expect(await idOf()).toBe('two');
		expect(asked()).toBe(1);
		expect(clock.pending()).toEqual([]);
	});

	it('tells of a change between the last reading and its own beginning', async () => {
		const { watch, change, clock } = hold(theKeys('one'), [], ['/file']);
		change();
		const told = counted(watch);
		clock.advance(1_000);
		await settled();
		expect(told()).toBe(1);
	});

	it('tells of a change while the file was being read', async () => {
		const { watch, change, clock, renew } = hold(theKeys('one'), [], ['/file'], () => change());
		await renew(theKeys('one'));
		const told = counted(watch);
		clock.advance(1_000);
		await settled();
		expect(told()).toBe(1);
	});

	it('ends when nobody wants it any more, and never begins without a file', async () => {
		const withFile = hold(theKeys('one'), [], ['/file']);
		withFile.watch(() => expect.unreachable())();
		withFile.change();
		expect(withFile.clock.pending()).toEqual([]);
		const without = hold(theKeys('one'), []);
		without.watch(() => expect.unreachable());
		expect(without.clock.pending()).toEqual([]);
	});
});
