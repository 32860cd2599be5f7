import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jobsByKey } from '../../source/model/by-key.ts';
import { countsParts } from '../../source/model/select/counts.ts';
import { shown } from '../../source/model/shown.ts';
import type { State } from '../../source/model/state.ts';
import { sumsOf } from '../../source/model/sums.ts';
import { tallyOf } from '../../source/model/tally.ts';
import { statusOf } from '../../source/tables/statuses.ts';
import { usualThresholds } from '../../source/tables/triage-rules.ts';
import { aPage, aState, namedJob } from '../support/jobs.ts';
import {
	aFailure,
	answer,
	fire,
	inFlight,
	keysOf,
	later,
	noon,
	press,
	pressAll,
	refuse,
	showing,
} from '../support/moves.ts';

const many = (from: number, to: number, more = {}) =>
	Array.from({ length: to - from }, (_, index) => namedJob(`dlc${String(from + index).padStart(5, '0')}`, more));
const pages = 40;
const sweeping = press(showing(many(0, 2)), 'e').state;

/** The oldest request answered with its page. */
const turn = (state: State, at = noon): State => {
	const [sent] = inFlight(state);
	const page = sent?.ask.kind === 'sweep' ? sent.ask.pageNumber : 1;
	return answer(state, aPage(many(100 * (page - 1), 100 * page), 100 * pages), at).state;
};
const turns = (state: State, count: number): State =>
	Array.from({ length: count }).reduce<State>(now => turn(now), state);
const pagesShown = (state: State): number => keysOf(state).length / 100;

describe('the pages of a sweep', () => {
	test('come on the screen one by one while they are few, then in heaps, and all of them at the end', () => {
		const seen = Array.from({ length: pages + 1 }, (_, index) => pagesShown(turns(sweeping, index + 1)));
		expect(seen.slice(0, 12)).toEqual([1, 2, 3, 4, 4, 6, 6, 8, 8, 8, 11, 11]);
		expect(new Set(seen).size).toBeLessThan(pages / 2);
		expect(seen.at(-1)).toBe(pages);
	});

	test('count in the progress and in the total as they come', () => {
		const waits = turns(sweeping, 10);
		expect(pagesShown(waits)).toBe(8);
		expect(waits.listing).toMatchObject({ TotalCount: 4000, sweep: { pagesRead: 10, pagesWanted: 40, done: false } });
	});

	test('of several statuses count nobody knows how many jobs until each status was asked for', () => {
		const failed = press(showing(many(0, 2)), 'f').state;
		const first = answer(failed, aPage(many(0, 4))).state;
		expect(countsParts(first).slice(0, 2)).toEqual(['1/? pages', '4 of ? jobs']);
		const local = pressAll(first, [...'/gpu>0', 'enter']).state;
		expect(countsParts(local)).toContainEqual(expect.stringMatching(/over 4 of \? jobs loaded/));
		const all = answer(first, aPage(many(4, 9))).state;
		expect(countsParts(all).slice(0, 2)).toEqual(['everything', '9 jobs']);
	});

	test('wait no longer than a period, whatever the clock does meanwhile', () => {
		const waits = turns(sweeping, 16);
		expect(pagesShown(turn(waits, later(9)))).toBe(15);
		expect(pagesShown(turn(waits, later(10)))).toBe(17);
		expect(pagesShown(turn(waits, later(-1)))).toBe(17);
	});

	test.each([
		['a pause', (state: State) => press(state, 'P').state],
		['a request that fails', (state: State) => refuse(state, aFailure('network')).state],
		['a rest that the service asks for', (state: State) => refuse(state, aFailure('throttled')).state],
		['a refusal of all requests', (state: State) => refuse(state, aFailure('signed-out')).state],
	])('are all on the screen after %s', (_what, stop) => {
		const waits = turns(sweeping, 10);
		expect(pagesShown(waits)).toBe(8);
		expect(pagesShown(stop(waits))).toBe(10);
	});
});

describe('a round between two sweeps', () => {
	const all = many(0, 1500, { Status: 'Running' });
	const idsOf = (state: State): readonly string[] => {
		const [sent] = inFlight(state);
		return sent?.ask.kind === 'touch' ? sent.ask.ids : [];
	};
	const swept = (): State => {
		let state = sweeping;
		while (inFlight(state).some(({ ask }) => ask.kind === 'sweep')) {
			const [sent] = inFlight(state);
			const page = sent?.ask.kind === 'sweep' ? sent.ask.pageNumber : 1;
			state = answer(state, aPage(all.slice(100 * (page - 1), 100 * page), all.length)).state;
		}
		return state;
	};
	/** Round with its first answer, and one chunk of live jobs that have failed meanwhile. */
	const halfWay = (): State => {
		const begun = fire(swept(), 'poll', later(10)).state;
		const first = answer(begun, aPage(all.slice(0, 100), all.length), later(10)).state;
		const ids = idsOf(first);
		return answer(first, aPage(ids.map(id => namedJob(id, { Status: 'Failed' }))), later(11)).state;
	};
	const failed = (state: State): number => state.listing?.jobs.filter(job => job.Status === 'Failed').length ?? 0;

	test('shows the newest page at once, and what it hears of the live jobs when it has heard of all', () => {
		let state = halfWay();
		expect(failed(state)).toBe(0);
		while (idsOf(state).length > 0) {
			state = answer(state, aPage(idsOf(state).map(id => namedJob(id, { Status: 'Failed' }))), later(12)).state;
		}
		expect(failed(state)).toBe(1500);
	});

	test.each([
		['a pause', (state: State) => press(state, 'P', later(12)).state],
		['a request that fails', (state: State) => refuse(state, aFailure('network'), later(12)).state],
		[
			'an answer that shows that the service does not know JobIds',
			(state: State) => answer(state, aPage(all.slice(0, 100), 1500), later(12)).state,
		],
		['a period', (state: State) => answer(state, aPage([]), later(21)).state],
	])('shows what it has heard after %s', (_what, stop) => {
		expect(failed(stop(halfWay()))).toBe(100);
	});
});

test('what is shown after an answer is what sorting and filtering all of the rows anew shows, in every order', () => {
	const hours = (count: number): string => new Date(noon - count * 3_600_000).toISOString();
	const statuses = ['Running', 'Failed', 'Queuing', 'EnvPreparing', 'Succeeded', 'FailedReserving'];
	// Two forms of each job, so that from answer to answer some stay, some change, and some come and go.
	const forms = Array.from({ length: 24 }, (_, index) => {
		const [Status = '', quota] = [statuses[(index * 5) % 6], index % 3];
		return namedJob(`dlc${index >> 1}`, {
			DisplayName: `job-${index % 4}`,
			Status,
			RequestGPU: ['0', '0.1', '0.7', '8'][(index * 7) % 4] ?? '',
			ResourceId: `quota${quota}`,
			GmtCreateTime: hours(1 + (index % 5)),
			...(Status === 'Queuing' ? {} : { GmtRunningTime: hours(1 + (index % 4) / 2) }),
			...(statusOf(Status).terminal ? { GmtFinishTime: hours((index % 3) / 3) } : {}),
			StatusHistory: [
				{ Status: 'EnvPreparing', StartTime: hours(3 + quota), ...(quota === 0 ? {} : { EndTime: hours(3) }) },
			],
		});
	});
	// So many that stay as they are that a few which change are moved one by one.
	const others = Array.from({ length: 80 }, (_, index) =>
		namedJob(`dlcx${index}`, {
			DisplayName: `job-${index % 5}`,
			Status: 'Failed',
			RequestGPU: String(index % 3),
			ResourceId: `quota${index % 3}`,
			GmtCreateTime: hours(4 + index / 10),
			GmtRunningTime: hours(3),
			GmtFinishTime: hours(index / 20),
		}),
	);
	const list = fc
		.shuffledSubarray(forms, { maxLength: 8 })
		.map(some => jobsByKey(some).slice())
		.chain(some => fc.constantFrom(some, [...some, ...others], [...some, ...others]));
	// The clock may be set back.
	const rounds = fc.array(fc.record({ jobs: list, turn: fc.nat(4) }), { minLength: 1, maxLength: 8 });
	const looks = fc.constantFrom(
		[],
		['N'],
		['D'],
		['T'],
		['s', 'g'],
		['I'],
		['/', 'g', 'p', 'u', '>', '0', 'enter'],
		['/', 'a', 'g', 'e', '>', '2', 'h', 'enter'],
		['/', 'r', 'u', 'n', '>', '2', 'h', 'enter'],
		['/', 'w', 'a', 'i', 't', '<', '2', 'h', 'enter'],
		['z'],
		['T', 'z', 'z', 'z', 'z'],
		['D', 'z'],
		['Z'],
	);
	const round = (state: State, jobs: readonly ReturnType<typeof namedJob>[], at: number): State => {
		const [sent] = inFlight(state);
		return sent === undefined ? state : answer(state, aPage(jobs), at).state;
	};
	const few = aState({
		triage: { ...usualThresholds, stuckLeastSeen: 2, waitLeastSeen: 2, waitLeastMs: 0, stuckShare: 0.5 },
	});
	fc.assert(
		fc.property(rounds, fc.array(looks, { maxLength: 5 }), (heard, pressed) => {
			let state = round(press(showing([], few), 'e').state, heard[0]?.jobs ?? [], noon);
			for (const [index, { jobs, turn }] of heard.entries()) {
				const at = later(1200 * turn);
				state = pressAll(state, pressed[index] ?? [], at).state;
				state = round(fire(press(state, 'r', at).state, 'typing', at).state, jobs, at);
				const { listing } = state;
				const anew =
					listing &&
					shown(state, { loaded: jobsByKey(listing.loaded.slice()), page: [], asOf: listing.asOf, swept: true });
				expect(listing?.jobs.map(({ key }) => key)).toEqual(anew?.jobs.map(({ key }) => key));
				expect(listing?.rows.slice()).toEqual(anew?.rows.slice());
				expect(listing?.verdicts).toEqual(anew?.verdicts);
				expect(listing?.sums).toEqual(sumsOf(tallyOf(anew?.jobs ?? []), listing?.asOf ?? 0));
			}
		}),
	);
});
