import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jobsByKey } from '../../source/model/by-key.ts';
import type { Job } from '../../source/model/job.ts';
import { narrowedRows } from '../../source/model/narrow.ts';
import { defaultQuery, effectiveWindow, type Query } from '../../source/model/query.ts';
import { countsParts } from '../../source/model/select/counts.ts';
import { emptiness } from '../../source/model/select/emptiness.ts';
import type { State } from '../../source/model/state.ts';
import { dayMs, windowStart } from '../../source/model/window.ts';
import { liveStatuses } from '../../source/tables/statuses.ts';
import { aPage, aState, namedJob } from '../support/jobs.ts';
import {
	answer,
	answerCounts,
	asked,
	fire,
	keysOf,
	later,
	noon,
	press,
	pressAll,
	rangeOf,
	showing,
} from '../support/moves.ts';

const jobs = [
	namedJob('dlc1', { DisplayName: 'llm-a', Username: 'alice', Status: 'Failed' }),
	namedJob('dlc2', { DisplayName: 'LLM-b', Username: 'bob', Status: 'Running' }),
	namedJob('dlc3', { DisplayName: 'eval-c', Username: 'bob', Status: 'FailedReserving' }),
];
const all = (some: readonly Job[] = jobs, total?: number): State =>
	showing(some, { ...aState(), everything: true }, total);
const typed = (text: string, state = all()) => pressAll(press(state, '/').state, [...text]);
const counts = (state: State) => countsParts(state).slice(0, 3);

describe('in everything mode a filter that only asks for less', () => {
	test('is shown at each key, and the service is asked once typing rests', () => {
		const { state, effects } = typed('llm');
		expect(keysOf(state)).toEqual(['dlc1', 'dlc2']);
		expect(counts(state)).toEqual(['everything', '2 match', 'filtered here, over 3 jobs loaded']);
		expect(counts({ ...state, size: { columns: 40, rows: 10 } })).toEqual(['all', '2 match', 'here, of 3']);
		expect(asked(effects)).toEqual([]);
		expect(rangeOf(effects, 'typing')).toEqual([800, 800]);
		expect(keysOf(pressAll(state, [...'-b']).state)).toEqual(['dlc2']);
		const rested = fire(state, 'typing');
		expect(asked(rested.effects)).toMatchObject([{ DisplayName: 'llm', PageSize: 100 }]);
		expect(keysOf(rested.state)).toEqual(['dlc1', 'dlc2']);
		expect(counts(rested.state)[2]).toBe('asking; filtered here, over 3 jobs loaded');
	});

	test('has what the service says as soon as that is known', () => {
		const asking = fire(typed('llm').state, 'typing').state;
		const other = namedJob('dlc9', { DisplayName: 'an llm' });
		const { state } = answer(asking, aPage([...jobs.slice(1, 2), other]));
		expect(keysOf(state)).toEqual(['dlc2', 'dlc9']);
		expect(counts(state).slice(0, 2)).toEqual(['everything', '2 jobs']);
	});

	test('goes back without asking by Backspace and by Esc', () => {
		for (const keys of [['backspace', 'backspace', 'backspace'], ['escape'], ['backspace', 'escape']]) {
			const { state, effects } = pressAll(typed('llm').state, keys);
			expect(keysOf(state)).toEqual(['dlc1', 'dlc2', 'dlc3']);
			expect(state.listing?.narrowed).toBe(false);
			expect(asked(effects)).toEqual([]);
		}
	});

	test('keeps the former rows from a term that only the service can judge, or that is a mistake, on', () => {
		for (const more of [' image-search:x', ' nosuch:', ' window:90d']) {
			const { state } = pressAll(typed('llm').state, [...more]);
			expect(keysOf(state)).toEqual(['dlc1', 'dlc2', 'dlc3']);
		}
	});

	test('works with terms that are answered here, and says when none is left', () => {
		expect(keysOf(typed('llm -user:bob').state)).toEqual(['dlc1']);
		expect(emptiness(typed('nothing').state)?.lines).toEqual(['0 of 3 loaded jobs match; the service is asked next']);
	});

	test('is shown at once by a key as well, and by :view', () => {
		const { state, effects } = press(all(), 'f');
		expect(keysOf(state)).toEqual(['dlc1', 'dlc3']);
		expect(asked(effects)).toMatchObject([{ Status: 'FailedReserving' }, { Status: 'Failed' }]);
		expect(keysOf(press(all(), '2').state).toSorted()).toEqual(['dlc1', 'dlc3']);
	});

	test('works while a poll reads all pages anew, and its answers keep to what is typed', () => {
		const polling = fire(all(), 'poll', later(10)).state;
		const typing = typed('llm', polling).state;
		expect(keysOf(typing)).toEqual(['dlc1', 'dlc2']);
		const next = answer(typing, aPage([...jobs, namedJob('dlc4', { DisplayName: 'llm-d' })]), later(10)).state;
		expect(keysOf(next)).toEqual(['dlc1', 'dlc2', 'dlc4']);
	});

	test('keeps the selected job on its line, also when the answer comes', () => {
		const many = Array.from({ length: 60 }, (_, index) =>
			namedJob(`dlc${String(index).padStart(2, '0')}`, { DisplayName: index % 2 === 0 ? 'even' : 'odd' }),
		);
		const moved = pressAll(all(many), ['G', 'k', 'k', 'k']).state;
		const narrowed = typed('even', moved).state;
		const { cursor } = fire(narrowed, 'typing').state;
		const even = many.filter(({ DisplayName }) => DisplayName === 'even');
		const answered = answer(fire(narrowed, 'typing').state, aPage(even)).state;
		expect(answered.cursor).toMatchObject({ key: cursor.key, index: cursor.index, top: cursor.top });
	});
});

test('a part of a list is not narrowed: one page, a partial sweep, the rows of another question', () => {
	expect(keysOf(typed('llm', showing(jobs)).state)).toHaveLength(3);
	expect(keysOf(typed('llm', all(jobs, 4)).state)).toHaveLength(3);
	const asking = press(press(all(), 'f').state, 'm').state;
	expect(asking.listing?.narrowed).toBe(false);
	expect(countsParts(asking)).toContain('asking; these are the former rows');
});

describe('what is narrowed here', () => {
	const times = [1, 5, 12, 40].map(days => new Date(noon - days * dayMs).toISOString());
	const someJob = fc.record({
		DisplayName: fc.constantFrom('a', 'AB', 'xab', 'b'),
		Status: fc.constantFrom('Running', 'Queuing', 'Failed', 'Succeeded'),
		Username: fc.constantFrom('ann', 'Bob', 'joann'),
		JobType: fc.constantFrom('TFJob', 'PyTorchJob'),
		GmtCreateTime: fc.constantFrom(...times),
	});
	const someQuery: fc.Arbitrary<Query> = fc
		.record({
			name: fc.constantFrom('', 'a', 'ab', 'B'),
			statuses: fc.constantFrom(
				[],
				['Running'],
				['Running', 'Queuing'],
				['Failed'],
				['Running', 'Failed'],
				liveStatuses,
			),
			window: fc.constantFrom(undefined, ...[1, 7, 30, 90].map(days => ({ kind: 'last', ms: days * dayMs }) as const)),
			mine: fc.boolean(),
			user: fc.constantFrom(undefined, 'ann', 'jo', 'joann'),
			type: fc.constantFrom(undefined, 'TFJob'),
			image: fc.constantFrom(undefined, undefined, 'x'),
		})
		.map(({ name, statuses, window, mine, user, type, image }) => ({
			...defaultQuery,
			name,
			statuses,
			window,
			mine,
			others: {
				...(user === undefined ? {} : { Username: user }),
				...(type === undefined ? {} : { JobType: type }),
				...(image === undefined ? {} : { ImageSearch: image }),
			},
		}));

	/** What of another query makes the narrower one. */
	const someParts = fc.subarray(['name', 'statuses', 'window', 'mine', 'others'] as const, { minLength: 1 });

	/** The service, written down a second time. The image and the owner are nothing that a row tells. */
	const sends = ({ name, statuses, others, ...query }: Query, job: Job): boolean =>
		job.DisplayName.toLowerCase().includes(name.toLowerCase()) &&
		(statuses.length === 0 || statuses.includes(job.Status)) &&
		job.Username.toLowerCase().includes((others.Username ?? '').toLowerCase()) &&
		(others.JobType === undefined || others.JobType === job.JobType) &&
		(job.GmtCreateTime ?? 0) >= (windowStart(effectiveWindow({ name, statuses, others, ...query }), noon) ?? 0);

	test('is what the service would send, or it is left to the service', () => {
		let told = 0;
		fc.assert(
			fc.property(
				fc.array(someJob, { maxLength: 12 }),
				someQuery,
				someQuery,
				someParts,
				(items, wide, other, parts) => {
					const narrow: Query = { ...wide, ...Object.fromEntries(parts.map(part => [part, other[part]])) };
					const world = items.map((item, index) => namedJob(`dlc${index}`, item));
					const loaded = world.filter(job => sends(wide, job));
					const rows = narrowedRows({ query: wide, loaded: jobsByKey(loaded), complete: true, asOf: noon }, narrow);
					if (rows !== undefined) {
						told += 1;
						expect(wide.mine).toBe(narrow.mine);
						expect(wide.others.ImageSearch).toBe(narrow.others.ImageSearch);
						expect(rows.slice()).toEqual(jobsByKey(world.filter(job => sends(narrow, job))).slice());
					}
				},
			),
			{ numRuns: 3000 },
		);
		expect(told).toBeGreaterThan(200);
	});

	test('is nothing where a row does not tell what the service looks at', () => {
		const loaded = jobsByKey([namedJob('dlc1', { Username: 'ann' }), namedJob('dlc2')]);
		const ann: Query = { ...defaultQuery, others: { Username: 'ann' } };
		expect(narrowedRows({ query: defaultQuery, loaded, complete: true, asOf: noon }, ann)).toBeUndefined();
		expect(narrowedRows({ query: defaultQuery, loaded, complete: false, asOf: noon }, defaultQuery)).toBeUndefined();
	});
});

test('a list that was narrowed and left again has every row of it', () => {
	const back = press(answerCounts(press(all(), 'f').state), 'f').state;
	expect(keysOf(back)).toEqual(['dlc1', 'dlc2', 'dlc3']);
	expect(answer(back, aPage(jobs)).state.listing).toMatchObject({ narrowed: false, query: back.query });
});
