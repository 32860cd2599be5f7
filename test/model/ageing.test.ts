import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf, type JobsByKey, jobsByKey } from '../../source/model/by-key.ts';
import { type LocalTerm, operators } from '../../source/model/grammar/term.ts';
import type { Job } from '../../source/model/job.ts';
import { piecesBeside } from '../../source/model/pieces.ts';
import { type Shown, type Since, shown } from '../../source/model/shown.ts';
import type { Listing, State } from '../../source/model/state.ts';
import { tallyOf } from '../../source/model/tally.ts';
import { namedJob } from '../support/jobs.ts';
import { later, noon, press, showing } from '../support/moves.ts';

/** One that runs does so since it was created. */
const bornAgo = (id: number, seconds: number | undefined, Status = 'Failed') => {
	const GmtCreateTime = seconds === undefined ? '' : new Date(noon - seconds * 1000).toISOString();
	return namedJob(`dlc${id}`, { Status, GmtCreateTime, GmtRunningTime: Status === 'Running' ? GmtCreateTime : '' });
};

const loadedAll = press(showing([]), 'e').state;

/** Everything is loaded, and these terms are the filter. */
const filtered = (local: readonly LocalTerm[]): State => ({ ...loadedAll, query: { ...loadedAll.query, local } });

const rowsAt = (state: State, loaded: JobsByKey, asOf: number, since?: Since): Shown =>
	shown(state, { loaded, page: [], asOf, swept: true, since });

const aged = (operator: (typeof operators)[number], seconds: number, negated = false): LocalTerm => ({
	negated,
	match: { kind: 'number', field: 'age', operator, value: seconds * 1000 },
});

/** A listing of these jobs, as the state would have it after an answer of that time. */
const listingOf = (state: State, loaded: JobsByKey, asOf: number, rows = rowsAt(state, loaded, asOf)) =>
	state.listing && { ...state.listing, ...rows, loaded, asOf, tally: tallyOf(loaded) };

const sinceOf = (listing: Listing | undefined, loaded: JobsByKey): Since | undefined =>
	listing && { listing, difference: differenceOf(listing.loaded, loaded) };

describe('rows that are filtered by age', () => {
	test('are after any time what all of them looked at anew would be', () => {
		const someJobs = fc.array(
			fc.tuple(fc.nat(40), fc.option(fc.nat(8), { nil: undefined }), fc.constantFrom('Failed', 'Running')),
			{ maxLength: 40 },
		);
		const term = fc
			.tuple(fc.constantFrom(...operators), fc.nat(8), fc.boolean())
			.map(([operator, seconds, negated]) => aged(operator, seconds, negated));
		const live: LocalTerm = { negated: false, match: { kind: 'number', field: 'run', operator: '<', value: 5000 } };
		const terms = fc.array(fc.oneof({ weight: 4, arbitrary: term }, fc.constant(live)), {
			minLength: 1,
			maxLength: 3,
		});
		fc.assert(
			fc.property(
				someJobs,
				someJobs,
				terms,
				fc.array(fc.integer({ min: -4, max: 9 })),
				(first, second, local, times) => {
					const state = filtered(local);
					const [former, newer] = [first, second].map(jobs =>
						jobs.map(([id, ago, status]) => bornAgo(id, ago, status)),
					);
					let loaded = jobsByKey(former ?? []);
					let listing = listingOf(state, loaded, noon);
					for (const time of times) {
						// Once the jobs change, then nothing but time goes on.
						loaded = listing?.asOf === noon ? jobsByKey([...loaded.slice(3), ...(newer ?? [])]) : loaded;
						const went = rowsAt(state, loaded, later(time), sinceOf(listing, loaded));
						expect(went.jobs.slice()).toEqual(rowsAt(state, jobsByKey(loaded.slice()), later(time)).jobs.slice());
						listing = listingOf(state, loaded, later(time), went);
					}
				},
			),
			{ numRuns: 300 },
		);
	});

	test('of many go on by the ones that came of age or changed, and look at few others', () => {
		let looks = 0;
		const watched = (id: number): Job => {
			const job = bornAgo(id, id);
			return Object.defineProperty({ ...job }, 'GmtCreateTime', {
				get: () => {
					looks += 1;
					return job.GmtCreateTime;
				},
			});
		};
		const former = jobsByKey(Array.from({ length: 20_000 }, (_, index) => watched(index)));
		const state = filtered([aged('>=', 9000)]);
		const first = listingOf(state, former, noon);
		const second = listingOf(state, former, later(1), rowsAt(state, former, later(1), sinceOf(first, former)));
		looks = 0;
		const loaded = jobsByKey([...former, bornAgo(7, 10)]);
		const third = rowsAt(state, loaded, later(3), sinceOf(second, loaded));
		expect(looks).toBeLessThan(2000);
		expect([first, second, third].map(listing => listing?.jobs.length)).toEqual([11_000, 11_001, 11_003]);
		expect(second && piecesBeside(third.jobs, second.jobs).length).toBeLessThanOrEqual(2);
	});
});
