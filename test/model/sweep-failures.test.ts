import { describe, expect, test } from 'vitest';
import type { JobPage } from '../../source/model/job.ts';
import { countsParts } from '../../source/model/select/counts.ts';
import { pollWords } from '../../source/model/select/scope.ts';
import type { State } from '../../source/model/state.ts';
import { aPage, aState, namedJob } from '../support/jobs.ts';
import {
	aFailure,
	answer,
	answerCounts,
	asked,
	fire,
	inFlight,
	keysOf,
	later,
	noon,
	press,
	rangeOf,
	refuse,
	showing,
	typesOf,
} from '../support/moves.ts';

const total = 530;
const pageOf = (number: number): JobPage =>
	aPage(
		Array.from({ length: Math.min(100, total - (number - 1) * 100) }, (_, index) =>
			namedJob(`dlc${String((number - 1) * 100 + index).padStart(4, '0')}`),
		),
		total,
	);

/** Answers each request with its page, except those that `fails` names. */
const answerPages = (
	state: State,
	fails: readonly number[] = [],
	kind: 'service' | 'network' = 'service',
	at = noon,
): State => {
	const [sent] = inFlight(state);
	if (sent?.ask.kind !== 'sweep') {
		return answerCounts(state, 0, at);
	}
	const { pageNumber } = sent.ask;
	const next = fails.includes(pageNumber)
		? refuse(state, aFailure(kind), at).state
		: answer(state, pageOf(pageNumber), at).state;
	return answerPages(next, fails, kind, at);
};

const begun = (settings = {}): State => answer(press(showing([], aState(settings)), 'e').state, pageOf(1)).state;

describe('a page that fails', () => {
	test('leaves a sweep partial, with a word of what failed, and is asked for again in the next poll', () => {
		const partial = answerPages(begun(), [3]);
		expect(keysOf(partial)).toHaveLength(430);
		expect(countsParts(partial)).toContain('430 of 530 jobs, partial');
		expect(partial).toMatchObject({ poll: { kind: 'waiting' }, lastFailure: { kind: 'service' } });
		const whole = answerPages(fire(partial, 'poll', later(10)).state);
		expect(countsParts(whole)).toContain('530 jobs');
		expect(whole.lastFailure).toBeUndefined();
	});

	test('takes no row of a former sweep away', () => {
		const again = answerPages(fire(answerPages(begun()), 'poll', later(15)).state, [3]);
		expect(keysOf(again)).toHaveLength(530);
		expect(countsParts(again)).toContain('530 of 530 jobs, not all read anew');
	});

	test('ends the round once too many have failed, since then it is not the pages', () => {
		const { poll } = answerPages(begun(), [2, 3, 4, 5], 'network');
		expect(poll).toMatchObject({ kind: 'backing-off', failure: { kind: 'network' } });
	});

	test('ends the round where no page came before it', () => {
		const { state } = refuse(press(showing([]), 'e').state, aFailure('service'));
		expect(state.poll.kind).toBe('backing-off');
	});
});

describe('a sweep that is throttled', () => {
	const throttled = () => refuse(begun(), aFailure('throttled', { retryAfterMs: 5000 }));

	test('keeps its rows, rests as long as asked, and goes on with half as many at once', () => {
		const { state, effects } = throttled();
		expect(keysOf(state)).toHaveLength(100);
		expect(typesOf(effects)).toEqual(['abort-fetches', 'stop-timer', 'start-timer']);
		expect(rangeOf(effects, 'poll')).toEqual([5000, 6000]);
		const on = fire(state, 'poll', later(6));
		expect(asked(on.effects).map(({ PageNumber }) => PageNumber)).toEqual([2, 3]);
		const whole = answerPages(on.state, [], 'service', later(6));
		expect(keysOf(whole)).toHaveLength(total);
		expect(countsParts(whole)).toContain('530 jobs');
	});

	test('says so, and until when', () => {
		const [timed] = [throttled().state].map(state => ({ ...state, poll: { ...state.poll, retryAt: later(5) } }));
		expect(pollWords(timed ?? begun()).text).toMatch(/^⚠ throttled, retry at \d\d:\d\d:05$/u);
	});

	test('goes down to one at once, and stays there', () => {
		let state = throttled().state;
		for (let time = 0; time < 3; time += 1) {
			const at = later(60 * (time + 1));
			state = refuse(fire(state, 'poll', at).state, aFailure('throttled'), at).state;
		}
		const on = fire(state, 'poll', later(300));
		expect(asked(on.effects)).toHaveLength(1);
		expect(keysOf(answerPages(on.state, [], 'service', later(300)))).toHaveLength(total);
	});

	test('can be paused, and asked for anew once the service allows it', () => {
		const paused = press(throttled().state, 'P');
		expect(paused.state.poll.kind).toBe('paused');
		expect(paused.effects).toEqual([{ type: 'stop-timer', timer: 'poll' }]);
		expect(asked(press(throttled().state, 'r').effects)).toEqual([]);
		expect(asked(press(throttled().state, 'r', later(5)).effects)).toMatchObject([{ PageNumber: 1 }]);
	});
});

describe('more jobs than --max-jobs', () => {
	test('are cut, and the counts say so', () => {
		const cut = answerPages(begun({ maxJobs: 300 }));
		expect(keysOf(cut)).toHaveLength(300);
		expect(countsParts(cut)).toContain('300 of 530 jobs, cut at --max-jobs');
	});
});

describe('several workspaces', () => {
	const state = aState();
	const several: State = {
		...state,
		query: { ...state.query, others: { WorkspaceId: 'a, b,c' }, statuses: ['Failed', 'Stopped'] },
	};

	test('are one chain each, for each status', () => {
		const { effects } = fire({ ...several, poll: { kind: 'waiting' } }, 'poll');
		expect(asked(effects).map(({ WorkspaceId, Status }) => `${WorkspaceId} ${Status}`)).toEqual([
			'a Failed',
			'a Stopped',
			'b Failed',
			'b Stopped',
		]);
	});

	test('are merged, shown as everything, and cannot be paged', () => {
		const page = (id: string) => aPage([namedJob(id, { WorkspaceId: id })]);
		let next = fire({ ...several, poll: { kind: 'waiting' } }, 'poll').state;
		for (const id of ['dlc1', 'dlc2', 'dlc3', 'dlc4', 'dlc5', 'dlc1']) {
			next = answer(next, page(id)).state;
		}
		expect(keysOf(next).toSorted()).toEqual(['dlc1', 'dlc2', 'dlc3', 'dlc4', 'dlc5']);
		expect(countsParts(next)[0]).toBe('everything');
		expect(press(next, 'e').state.notice).toBe('several workspaces are always shown as everything');
	});
});
