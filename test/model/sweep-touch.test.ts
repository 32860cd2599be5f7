import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Job } from '../../source/model/job.ts';
import type { State } from '../../source/model/state.ts';
import type { ListJobsParameters } from '../../source/tables/parameters.ts';
import { aPage, namedJob } from '../support/jobs.ts';
import {
	aFailure,
	answer,
	answerCounts,
	asked,
	fire,
	inFlight,
	keysOf,
	later,
	press,
	rangeOf,
	refuse,
	showing,
} from '../support/moves.ts';

/** A service that keeps these jobs, newest first. */
type World = Map<string, Job>;

const jobNamed = (number: number, Status: string): Job => namedJob(`dlc${String(number).padStart(5, '0')}`, { Status });
const worldOf = (count: number, live: number): World =>
	new Map(
		Array.from({ length: count }, (_, index) => {
			const job = jobNamed(
				count - index,
				index % Math.max(1, Math.floor(count / live)) === 0 ? 'Running' : 'Succeeded',
			);
			return [job.key, job] as const;
		}),
	);

const answerOf = (world: World, { JobIds, PageNumber = 1, PageSize = 100 }: ListJobsParameters) => {
	const ids = JobIds?.split(',');
	const jobs = [...world.values()].filter(job => ids === undefined || ids.includes(job.JobId));
	return aPage(jobs.slice((PageNumber - 1) * PageSize, PageNumber * PageSize), jobs.length);
};

/** Answers every request of the round; the parameters of those that were sent, the first ones included. */
const serve = (
	world: World,
	begun: { readonly state: State; readonly effects: Parameters<typeof asked>[0] },
	at: number,
): { readonly state: State; readonly sent: readonly ListJobsParameters[] } => {
	const waiting = [...asked(begun.effects)];
	const sent = [...waiting];
	let { state } = begun;
	while (inFlight(state).some(({ ask }) => ask.kind !== 'older')) {
		const parameters = waiting.shift() ?? {};
		const next = answer(state, answerOf(world, parameters), at);
		state = next.state;
		const more = asked(next.effects);
		waiting.push(...more);
		sent.push(...more);
	}
	return { state: answerCounts(state, 0, at), sent };
};

const swept = (world: World): State => serve(world, press(showing([]), 'e'), later(0)).state;
const polledAt = (world: World, state: State, second: number) =>
	serve(world, fire(state, 'poll', later(second)), later(second));
const statusOf = (state: State, key: string): string | undefined =>
	state.listing?.loaded.find(job => job.key === key)?.Status;

describe('between two sweeps of many pages', () => {
	test('a poll reads the newest page, and the live jobs by their ids, a hundred at a time', () => {
		const world = worldOf(1500, 150);
		const state = swept(world);
		expect(keysOf(state)).toHaveLength(1500);
		world.set('dlc09999', jobNamed(9999, 'Queuing'));
		const ordered = new Map([...world].toSorted(([a], [b]) => (a < b ? 1 : -1)));
		const running = [...ordered.values()].findLast(job => job.Status === 'Running')?.key ?? '';
		ordered.set(running, jobNamed(Number(running.slice(3)), 'Failed'));
		const next = polledAt(ordered, state, 10);
		expect(next.sent.map(({ JobIds, PageNumber }) => [JobIds?.split(',').length, PageNumber])).toEqual([
			[undefined, 1],
			[100, 1],
			[50, 1],
		]);
		expect(keysOf(next.state)).toHaveLength(1501);
		expect(next.state.listing).toMatchObject({ TotalCount: 1501, sweep: { done: true, whole: true } });
		expect(statusOf(next.state, 'dlc09999')).toBe('Queuing');
		expect(statusOf(next.state, running)).toBe('Failed');
		expect(next.state.listing?.changes.has(running)).toBe(true);
	});

	test('the next poll comes after the period, and another sweep after twice what the last one cost', () => {
		const world = worldOf(1500, 15);
		const last = fire(swept(world), 'poll', later(10));
		expect(rangeOf(answerAll(world, last), 'poll')).toEqual([9000, 11_000]);
		expect(polledAt(world, swept(world), 31).sent[1]?.JobIds).toBeDefined();
		const again = polledAt(world, swept(world), 33);
		expect(again.sent.filter(({ JobIds }) => JobIds !== undefined)).toEqual([]);
		expect(again.sent).toHaveLength(16);
	});

	test('begin where sweeps would take more than half of the requests, so that older jobs can be counted', () => {
		const asksIds = (jobs: number): boolean => {
			const world = worldOf(jobs, 15);
			return polledAt(world, swept(world), 10).sent.some(({ JobIds }) => JobIds !== undefined);
		};
		expect([asksIds(400), asksIds(500)]).toEqual([false, true]);
	});

	test('r reads everything', () => {
		const world = worldOf(1500, 15);
		expect(serve(world, press(swept(world), 'r', later(10)), later(10)).sent).toHaveLength(16);
	});

	test('signs of changes fade after two polls', () => {
		const world = worldOf(1500, 15);
		let state = swept(world);
		const [first] = world.values();
		world.set(first?.key ?? '', jobNamed(Number(first?.key.slice(3)), 'Stopping'));
		const shown = [10, 20, 30].map(second => {
			state = polledAt(world, state, second).state;
			return state.listing?.changes.has(first?.key ?? '');
		});
		expect(shown).toEqual([true, true, false]);
	});

	test.each(['a refusal', 'more rows than ids'])(
		'a service that meets JobIds with %s is asked for pages from then on',
		how => {
			const world = worldOf(1500, 15);
			const touching = fire(swept(world), 'poll', later(10));
			const asking = answer(touching.state, answerOf(world, {}), later(10)).state;
			const refused =
				how === 'a refusal'
					? refuse(asking, aFailure('bad-request'), later(10))
					: answer(asking, answerOf(world, {}), later(10));
			expect(refused.state).toMatchObject({ poll: { kind: 'waiting' }, idsRefused: true });
			expect(keysOf(refused.state)).toHaveLength(1500);
			expect(polledAt(world, refused.state, 20).sent).toHaveLength(16);
		},
	);
});

const answerAll = (world: World, begun: ReturnType<typeof fire>): Parameters<typeof rangeOf>[0] => {
	const waiting = [...asked(begun.effects)];
	let { state, effects } = begun;
	while (state.poll.kind === 'fetching') {
		const next = answer(state, answerOf(world, waiting.shift() ?? {}), later(10));
		waiting.push(...asked(next.effects));
		({ state, effects } = next);
	}
	return effects;
};

test('whatever happens to the jobs, no poll loses one, shows one twice or invents one', () => {
	const moves = fc.array(fc.record({ kind: fc.constantFrom('arrive', 'end', 'nothing'), at: fc.nat(1100) }), {
		minLength: 1,
		maxLength: 6,
	});
	fc.assert(
		fc.property(moves, happenings => {
			let world = worldOf(1101, 40);
			let state = swept(world);
			let next = 20_000;
			for (const [index, { kind, at }] of happenings.entries()) {
				const victim = [...world.values()][at];
				if (kind === 'arrive') {
					world = new Map([[jobNamed(next, 'Queuing').key, jobNamed(next, 'Queuing')] as const, ...world]);
					next += 1;
				} else if (kind === 'end' && victim !== undefined) {
					world.set(victim.key, jobNamed(Number(victim.key.slice(3)), 'Succeeded'));
				}
				state = polledAt(world, state, 10 * (index + 1)).state;
				expect(keysOf(state).toSorted()).toEqual([...world.keys()].toSorted());
				for (const job of world.values()) {
					expect(statusOf(state, job.key)).toBe(job.Status);
				}
			}
		}),
		{ numRuns: 8 },
	);
});
