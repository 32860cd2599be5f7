import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Job } from '../../source/model/job.ts';
import type { State } from '../../source/model/state.ts';
import { firstSweepAsks } from '../../source/model/sweep.ts';
import { statusValues } from '../../source/tables/statuses.ts';
import { aPage, namedJob } from '../support/jobs.ts';
import { answerCounts, happen, inFlight, keysOf, press, showing } from '../support/moves.ts';

/** What happens to the service's jobs between two answers. */
type Shift =
	| { readonly kind: 'none' }
	| { readonly kind: 'arrival' }
	/** A job goes on in its life by so many statuses, or to any one. */
	| { readonly kind: 'on' | 'to'; readonly at: number; readonly by: number };

/** The jobs of a service, newest first, in the statuses of a life; and those that each had since the sweep began. */
type World = {
	jobs: Job[];
	readonly life: readonly string[];
	readonly before: ReadonlySet<string>;
	readonly had: Map<string, string[]>;
};

const numbered = (number: number, Status: string): Job =>
	namedJob(`dlc${number}`, {
		Status,
		GmtCreateTime: new Date(Date.UTC(2026, 10, 1) + number * 1000).toISOString(),
	});

/** A life leads through the wanted statuses, and ends in one that nobody asks for. */
const worldOf = (wanted: readonly string[], places: readonly number[]): World => {
	const life = [...statusValues.filter(status => wanted.includes(status)), 'Elsewhere'];
	const jobs = places.map((place, index) => numbered(places.length - index, life[place % life.length] ?? ''));
	return {
		jobs,
		life,
		before: new Set(jobs.map(job => job.key)),
		had: new Map(jobs.map(job => [job.key, [job.Status]])),
	};
};

const shift = (world: World, { kind, ...how }: Shift): void => {
	const { life, had } = world;
	if (kind === 'arrival') {
		const job = numbered(had.size + 1, life[0] ?? '');
		world.jobs = [job, ...world.jobs];
		had.set(job.key, [job.Status]);
	} else if ('at' in how && world.jobs.length > 0) {
		const index = how.at % world.jobs.length;
		const job = world.jobs[index] ?? numbered(0, '');
		const place = kind === 'on' ? Math.min(life.indexOf(job.Status) + how.by, life.length - 1) : how.by % life.length;
		const Status = life[place] ?? '';
		world.jobs = world.jobs.with(index, numbered(Number(job.JobId.slice(3)), Status));
		had.get(job.key)?.push(Status);
	}
};

/** The state at the end of a sweep over these statuses, which shifts before each answer. */
const sweepOver = (world: World, statuses: readonly string[], shifts: readonly Shift[], inOrder: boolean): State => {
	const listed = showing([]);
	let { state } = press({ ...listed, query: { ...listed.query, statuses } }, 'r');
	for (let turn = 0; inFlight(state).some(({ ask }) => ask.kind === 'sweep'); turn += 1) {
		const sent = inFlight(state);
		const next = sent[inOrder ? 0 : (turn * 7) % sent.length];
		shift(world, shifts[turn] ?? { kind: 'none' });
		const { status, pageNumber } = next?.ask.kind === 'sweep' ? next.ask : { status: '', pageNumber: 1 };
		const chain = world.jobs.filter(job => job.Status === status);
		const page = aPage(chain.slice((pageNumber - 1) * 100, pageNumber * 100), chain.length);
		({ state } = happen(state, { type: 'page-arrived', request: next?.request ?? -1, page }));
	}
	return answerCounts(state);
};

const wantedStatuses = fc
	.shuffledSubarray([...statusValues], { minLength: 2, maxLength: 5 })
	.map(statuses => [...statuses]);
const onePageEach = fc.array(fc.nat(12), { maxLength: 40 });
/** Few statuses, so that a chain has several pages. */
const severalPages = fc.array(fc.nat(2), { minLength: 200, maxLength: 420 });
const quiet = fc.constantFrom<Shift>({ kind: 'none' }, { kind: 'arrival' });
const goesOn = fc.record({ kind: fc.constant('on' as const), at: fc.nat(500), by: fc.integer({ min: 1, max: 3 }) });
const goesAnywhere = fc.record({ kind: fc.constant('to' as const), at: fc.nat(500), by: fc.nat(12) });
const oneMove = fc
	.tuple(fc.nat(10), goesOn)
	.map(([turn, move]): readonly Shift[] => [...Array(turn).fill({ kind: 'none' }), move]);

/** Of the jobs that had none but wanted statuses from before the sweep on, and at most so many, those that the state has lost. */
const lostOf = (state: State, world: World, statuses: readonly string[], most = Number.POSITIVE_INFINITY) => {
	const keys = new Set(keysOf(state));
	return [...world.had]
		.filter(([key]) => world.before.has(key) && !keys.has(key))
		.filter(([, had]) => had.length <= most && had.every(status => statuses.includes(status)))
		.map(([key]) => key);
};

const expectEachOnceAsItWas = (state: State, world: World): void => {
	const keys = keysOf(state);
	expect(new Set(keys).size).toBe(keys.length);
	for (const job of state.listing?.loaded ?? []) {
		expect(world.had.get(job.key)).toContain(job.Status);
	}
};

test('a job that goes on in its life while several statuses are read is not lost, and is shown once, in a status that it had', () => {
	fc.assert(
		fc.property(
			onePageEach,
			wantedStatuses,
			fc.array(fc.oneof(quiet, goesOn), { maxLength: 12 }),
			(places, statuses, shifts) => {
				const world = worldOf(statuses, places);
				const state = sweepOver(world, statuses, shifts, true);
				expectEachOnceAsItWas(state, world);
				expect(lostOf(state, world, statuses)).toEqual([]);
			},
		),
		{ numRuns: 300 },
	);
});

test('whatever statuses jobs go to and however the answers come, one that kept its own is not lost', () => {
	fc.assert(
		fc.property(
			onePageEach,
			wantedStatuses,
			fc.array(fc.oneof(quiet, goesOn, goesAnywhere), { maxLength: 12 }),
			(places, statuses, shifts) => {
				const world = worldOf(statuses, places);
				const state = sweepOver(world, statuses, shifts, false);
				expectEachOnceAsItWas(state, world);
				expect(lostOf(state, world, statuses, 1)).toEqual([]);
			},
		),
		{ numRuns: 300 },
	);
});

test('where statuses have several pages, a sweep that a change made lose a job is called partial', () => {
	let partial = 0;
	fc.assert(
		fc.property(severalPages, wantedStatuses, oneMove, fc.boolean(), (places, statuses, shifts, inOrder) => {
			const world = worldOf(statuses, places);
			const state = sweepOver(world, statuses, shifts, inOrder);
			expectEachOnceAsItWas(state, world);
			const lost = lostOf(state, world, statuses, inOrder ? undefined : 1);
			partial += state.listing?.sweep?.whole === false ? 1 : 0;
			expect(state.listing?.sweep?.whole === false ? [] : lost).toEqual([]);
		}),
		// Shrinking hundreds of jobs takes minutes.
		{ numRuns: 100, endOnFailure: true },
	);
	expect(partial).toBeGreaterThan(0);
});

test('the chains are asked for in the order of a job’s life, however they were typed', () => {
	const { query } = showing([]);
	const asks = firstSweepAsks({ ...query, statuses: ['Failed', 'New', 'Running', 'Queuing'] });
	expect(asks.map(({ status }) => status)).toEqual(['Queuing', 'Running', 'Failed', 'New']);
});
