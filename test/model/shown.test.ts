import { describe, expect, test } from 'vitest';
import { differenceOf, jobsByKey } from '../../source/model/by-key.ts';
import type { Job } from '../../source/model/job.ts';
import { piecesBeside } from '../../source/model/pieces.ts';
import { shown } from '../../source/model/shown.ts';
import type { Listing, State } from '../../source/model/state.ts';
import { type NumberField, numberFields } from '../../source/tables/filter-fields.ts';
import { sortKeys } from '../../source/tables/sort-keys.ts';
import { usualThresholds } from '../../source/tables/triage-rules.ts';
import { aJob, aPage, namedJob } from '../support/jobs.ts';
import { answer, inFlight, later, noon, press, pressAll, showing } from '../support/moves.ts';

/** Few of them go on, so that they are moved one by one. */
const jobs = Array.from({ length: 96 }, (_, index) =>
	namedJob(`dlc${index}`, {
		DisplayName: `job-${(index * 7) % 96}`,
		Username: `user-${index % 7}`,
		Status: index % 24 === 0 ? 'Running' : 'Failed',
		GmtRunningTime: new Date(noon - index * 60_000).toISOString(),
		...(index % 24 === 0 ? {} : { GmtFinishTime: new Date(noon - (index % 7) * 9000).toISOString() }),
	}),
);

const sweep = (start: State): State => {
	let state = start;
	while (inFlight(state).some(({ ask }) => ask.kind === 'sweep')) {
		state = answer(state, aPage(jobs)).state;
	}
	return state;
};

const loadedAll = sweep(press(showing([]), 'e').state);

/** Everything is loaded, these keys were pressed, and what they asked for has come. */
const everything = (...keys: readonly string[]): State => sweep(pressAll(loadedAll, keys).state);

/** What is shown once one job has changed: going on from the rows of before, and found out anew. */
const bothWays = (before: State, look: State, { asOf = noon }: Partial<Pick<Listing, 'asOf'>> = {}) => {
	const { listing } = before;
	const changed: Job = namedJob('dlc5', { DisplayName: 'job-99', Status: 'Failed' });
	const loaded = jobsByKey([...jobs, changed]);
	const rows = { loaded, page: [], asOf, swept: true };
	const since = listing && { listing, difference: differenceOf(listing.loaded, loaded) };
	return [shown(look, { ...rows, since }), shown(look, { ...rows, loaded: jobsByKey(loaded.slice()) })].map(
		({ jobs: ordered, rows: lines, verdicts }) => ({ ordered: ordered.slice(), lines: lines.slice(), verdicts }),
	);
};

describe('rows that go on from those before are what all of them found out anew are', () => {
	test.each([
		['the same look', everything(), everything()],
		['another filter', everything(), everything('/', 'g', 'p', 'u', '>', '0', 'enter')],
		['another order', everything(), everything('N')],
		['the order turned round', everything('N'), everything('N', 'I')],
		['a moving order', everything('D'), everything('D')],
		['another moving order', everything('D'), everything('W')],
		['a moving order turned round', everything('D'), everything('D', 'D')],
		['triage', everything('T'), everything('T')],
		['groups', everything('z'), everything('z')],
		['other groups', everything('z'), everything('z', 'z')],
		['groups where there were none', everything(), everything('z')],
		['no groups where there were some', everything('z'), everything()],
	])('with %s', (_what, before, look) => {
		const [went, anew] = bothWays(before, look);
		expect(went).toEqual(anew);
	});

	test.each([1, 59.5, 70])('with groups under triage, %d minutes later', minutes => {
		const state = everything('T', 'z', 'z', 'z');
		const [went, anew] = bothWays(state, state, { asOf: later(minutes * 60) });
		expect(went).toEqual(anew);
	});

	test('with the clock set back under triage, where what was taken back is said again', () => {
		const late = everything('T');
		const [went, anew] = bothWays(late, late, { asOf: noon - 1_800_000 });
		expect(went).toEqual(anew);
	});

	test('with other limits of triage', () => {
		const state = everything('T');
		const settings = { ...state.settings, triage: { ...usualThresholds, failedWithinMs: 60_000 } };
		const [went, anew] = bothWays(state, { ...state, settings });
		expect(went).toEqual(anew);
	});
});

test('a filter that was walked back from before its answer came leaves out none of the rows that come back', () => {
	const { local } = everything('/', 'g', 'p', 'u', '>', '9', 'enter').query;
	for (const keys of [['D'], ['s', 'g'], ['D', 'z'], ['T']]) {
		const before = everything(...keys);
		const filtered = { ...before, query: { ...before.query, local } };
		const listing = before.listing && {
			...before.listing,
			...shown(filtered, { loaded: before.listing.loaded, page: [], asOf: noon, swept: true }),
		};
		const [went, anew] = bothWays({ ...before, listing }, before);
		expect(went).toEqual(anew);
	}
});

test('time changes nothing that is compared of a job that has ended, but its age', () => {
	const ended = aJob({
		JobId: 'dlc1',
		Status: 'Failed',
		GmtCreateTime: '2026-11-09T08:00:00Z',
		GmtSubmittedTime: '2026-11-09T08:01:00Z',
	});
	const forms = [ended, { ...ended, GmtRunningTime: noon - 5000 }, { ...ended, GmtFinishTime: noon - 4000 }];
	const fields: readonly (readonly [string, NumberField])[] = Object.entries(numberFields);
	for (const job of forms) {
		const grows = fields.filter(([, { reads }]) => reads(job, noon) !== reads(job, later(60))).map(([name]) => name);
		expect(grows).toEqual(fields.filter(([, { ages }]) => ages === 'always').map(([name]) => name));
		const context = { now: noon, urgency: () => 0 };
		const moves = Object.values(sortKeys).filter(
			({ value }) => value(job, context) !== value(job, { ...context, now: later(60) }),
		);
		expect(moves).toEqual([]);
	}
});

test('of many jobs, one that changes leaves all pieces of the list as they are but its own', () => {
	const many = jobsByKey(Array.from({ length: 20_000 }, (_, index) => namedJob(`dlc${index}`, { Status: 'Stopped' })));
	const changed = namedJob('dlc5', { Status: 'Stopped', DisplayName: 'other' });
	const loaded = jobsByKey([...many, changed]);
	for (const keys of [[], ['D'], ['T'], ['z'], ['T', 'z', 'z']]) {
		const look = everything(...keys);
		const before = shown(look, { loaded: many, page: [], asOf: noon, swept: true });
		const listing = look.listing && { ...look.listing, ...before, loaded: many };
		const since = listing && { listing, difference: differenceOf(many, loaded) };
		const after = shown(look, { loaded, page: [], asOf: noon, swept: true, since });
		expect(piecesBeside(after.jobs, before.jobs).length).toBeLessThanOrEqual(3);
		expect(piecesBeside(after.rows, before.rows).length).toBeLessThanOrEqual(4);
	}
});
