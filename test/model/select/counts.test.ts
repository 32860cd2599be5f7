import { describe, expect, test } from 'vitest';
import type { Job } from '../../../source/model/job.ts';
import { countsParts } from '../../../source/model/select/counts.ts';
import { sumsParts } from '../../../source/model/select/sums.ts';
import type { State } from '../../../source/model/state.ts';
import { sumsOf } from '../../../source/model/sums.ts';
import { tallyOf } from '../../../source/model/tally.ts';
import { statusValues } from '../../../source/tables/statuses.ts';
import { aPage, aState, namedJob } from '../../support/jobs.ts';
import {
	aFailure,
	answer,
	answerCounts,
	fire,
	inFlight,
	later,
	noon,
	press,
	pressAll,
	refuse,
	showing,
} from '../../support/moves.ts';

const job = (id: number, Status = 'Running', RequestGPU = '8') => namedJob(`dlc${id}`, { Status, RequestGPU });
const fifty = Array.from({ length: 50 }, (_, index) => job(index));
const narrow = (state: State): State => ({ ...state, size: { columns: 80, rows: 24 } });
const line = (state: State): string => countsParts(state).join(' · ');

test('nothing is counted before the first answer', () => {
	expect(countsParts(aState())).toEqual([]);
});

test('the line is page of pages, rows of all, order and GPUs; short below 100 columns', () => {
	const state = showing([job(1), job(2, 'Queuing', '96'), job(3, 'FailedReserving')], aState(), 683);
	expect(line({ ...state, pageNumber: 1 })).toBe(
		'page 1/14 · 3 of 683 jobs, the service sent fewer · created ↓ · GPUs here 8 running 96 queued 8 held',
	);
	expect(line(narrow(state))).toBe('1/14 · 3 of 683, the service sent fewer · created ↓ · GPU 8/96/8');
});

describe('the rows', () => {
	test.each([
		{ jobs: fifty, total: 683, words: '50 of 683 jobs' },
		{ jobs: fifty.slice(0, 1), total: 2, words: '1 of 2 jobs, the service sent fewer' },
		{ jobs: fifty.slice(0, 2), total: 2, words: '2 of 2 jobs' },
		{ jobs: fifty.slice(0, 2), total: 1, words: '2 of 1 job' },
	])('that came are $words', ({ jobs, total, words }) => {
		expect(countsParts(showing(jobs, aState(), total))).toContain(words);
	});

	test('of a last page that is short are not called fewer', () => {
		const last = answer(press(showing(fifty, aState(), 60), 'n').state, aPage(fifty.slice(0, 10), 60)).state;
		expect(countsParts(last).slice(0, 2)).toEqual(['page 2/2', '10 of 60 jobs']);
	});

	test('that came twice are said to have, and are not missed', () => {
		const state = answer(fire(showing(fifty), 'poll').state, { ...aPage(fifty.slice(0, 48), 50), duplicates: 2 }).state;
		expect(countsParts(state)).toContain('48 of 50 jobs, 2 sent twice');
	});
});

describe('GPUs', () => {
	const gpus = (of: Job): string => {
		const { running, queued, held } = sumsOf(tallyOf([of]), noon);
		return `${running} ${queued} ${held}`;
	};

	test('count as running, queued and held by the class of the status, and not at all once a job ended', () => {
		const sums = statusValues.map(status => gpus(job(1, status)));
		expect(Object.fromEntries(statusValues.map((status, index) => [status, sums[index]]))).toMatchObject({
			Queuing: '0 8 0',
			EnvPreparing: '0 8 0',
			Running: '8 0 0',
			Restarting: '8 0 0',
			Stopping: '8 0 0',
			SucceededReserving: '0 0 8',
			FailedReserving: '0 0 8',
			Failed: '0 0 0',
			Stopped: '0 0 0',
		});
		expect([gpus(job(1, 'NewStatus')), gpus(namedJob('dlc2'))]).toEqual(['0 0 0', '0 0 0']);
	});

	test('of all rows there are are not called a part', () => {
		expect(line(showing([job(1)]))).toContain('GPUs 8 running 0 queued 0 held');
		expect(line(showing([job(1)], aState(), 2))).toContain('GPUs here 8 running');
	});
});

describe('older live jobs', () => {
	const counted = (count: number): State => {
		const state = answer(fire(showing([job(1)]), 'poll').state, aPage([job(1)])).state;
		return { ...answerCounts(state), older: { count, polls: 0 } };
	};

	test('are named with the window that hides them and the key that shows them', () => {
		expect(countsParts(counted(4)).at(-1)).toBe('+ 4 live older than 7 d: a');
		expect(countsParts(narrow(counted(4))).at(-1)).toBe('+ 4 older live: a');
	});

	test('that were not counted yet are said to be unknown, so that the window hides nothing silently', () => {
		const asked = answer(press(counted(4), 'm').state, aPage([job(1)])).state;
		expect(inFlight(asked).map(({ ask }) => ask.kind)).toEqual(['older']);
		expect(countsParts(asked).at(-1)).toBe('+ ? live older than 7 d: a');
		expect(countsParts(narrow(asked)).at(-1)).toBe('+ ? older live: a');
		const live = answer(press(counted(4), 'a').state, aPage([job(1)])).state;
		expect(line(live)).not.toContain('older');
	});

	test('that are none are not mentioned', () => {
		expect(line(counted(0))).not.toContain('older');
	});

	test('before a date are simply older', () => {
		const state = counted(4);
		const query = { ...state.query, window: { kind: 'between' as const, start: 5, end: undefined } };
		expect(countsParts({ ...state, query }).at(-1)).toBe('+ 4 older live: a');
	});
});

describe('rows that answer a former question', () => {
	test('are said to, while the new one is asked and after it failed', () => {
		const asking = press(showing(fifty), 't').state;
		expect(countsParts(asking)).toContain('asking; these are the former rows');
		expect(countsParts(refuse(asking, aFailure('signed-out')).state)).toContain('these are the former rows');
	});

	test('are said to be of another page', () => {
		expect(countsParts(press(showing(fifty, aState(), 683), 'n').state)).toContain('asking for page 2');
	});

	test('are said to be one page, or all', () => {
		const sweeping = press(showing(fifty), 'e').state;
		expect(countsParts(sweeping)).toContain('asking for all pages');
		const swept = answer(sweeping, aPage(fifty)).state;
		expect(countsParts(press(swept, 'e').state)).toContain('asking for one page');
	});
});

describe('a sweep', () => {
	const first = answer(press(showing(fifty), 'e').state, aPage(fifty, 250)).state;

	test('says how far it got in the pages of the list, of which the first one counts once though it is read again at the end', () => {
		const said: string[] = [];
		for (let state = first; state.listing?.sweep?.done === false; state = answer(state, aPage([], 250)).state) {
			said.push(countsParts(state)[0] ?? '');
		}
		expect(countsParts(first)[1]).toBe('50 of 250 jobs');
		expect(said).toEqual(['1/3 pages', '2/3 pages', '3/3 pages']);
	});

	test('stays everything while all is read anew', () => {
		const whole = answer(press(showing(fifty), 'e').state, aPage(fifty)).state;
		const anew = answer(fire(whole, 'poll', later(10)).state, aPage(fifty, 120), later(10)).state;
		expect(anew.listing?.sweep).toMatchObject({ done: false, pagesRead: 1 });
		expect(countsParts(anew).slice(0, 2)).toEqual(['everything', '50 jobs']);
		expect([...countsParts(anew), ...sumsParts(anew)].join()).not.toContain('here');
	});

	test('says that not all was read anew where rows of a former reading make up the number', () => {
		const whole = answer(press(showing(fifty), 'e').state, aPage(fifty)).state;
		const { listing } = whole;
		if (listing?.sweep === undefined) {
			throw new Error('nothing was swept');
		}
		const missed = { ...whole, listing: { ...listing, sweep: { ...listing.sweep, whole: false } } };
		expect(countsParts(missed).slice(0, 2)).toEqual(['everything', '50 of 50 jobs, not all read anew']);
	});

	test('is everything when it has all jobs, and partial when it has not', () => {
		const whole = answer(press(showing(fifty), 'e').state, aPage(fifty)).state;
		expect(countsParts(whole).slice(0, 2)).toEqual(['everything', '50 jobs']);
		expect(countsParts(narrow(whole)).slice(0, 2)).toEqual(['all', '50']);
		let state = first;
		while (inFlight(state).some(({ ask }) => ask.kind === 'sweep')) {
			state = answer(state, aPage([], 250)).state;
		}
		expect(countsParts(state).slice(0, 2)).toEqual(['everything', '50 of 250 jobs, partial']);
	});
});

test('the filters stand in the line, and the order with its direction', () => {
	const state = showing(fifty);
	const query = { ...state.query, name: 'llm', sort: { by: 'DisplayName' as const, order: 'asc' as const } };
	expect(line({ ...state, query })).toContain('name:llm · name ↑');
});

test.each(['network', 'signed-out'] as const)(
	'while %s keeps new rows away, the time of the shown ones is there',
	kind => {
		const failing = refuse(fire(showing(fifty), 'poll', noon + 60_000).state, aFailure(kind)).state;
		expect(line(failing)).toContain('50 of 50 jobs · rows of ');
		expect(line({ ...failing, lateByMs: 300_000 })).toMatch(/rows of \d\d:\d\d:\d\d, 5 m old/);
		expect(line(showing(fifty))).not.toContain('rows of');
	},
);

test('a narrow line has room for the filter behind how many rows it was looked for in', () => {
	const asked = pressAll(showing(fifty, aState(), 683), ['/', ...'gpu>=8', 'enter']).state;
	const state = inFlight(asked).length === 0 ? asked : answer(asked, aPage(fifty, 683)).state;
	expect(line(narrow(state))).toMatch(/^1\/14 · 50 match · over 50 of 683 · gpu>=8 · /);
	expect(line(state)).toMatch(/^page 1\/14 · 50 match · 1 of 1 term here, over 50 of 683 jobs loaded · gpu>=8 · /);
});
