import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gateWords } from '../../source/model/select/gate.ts';
import { pollWords } from '../../source/model/select/scope.ts';
import type { State } from '../../source/model/state.ts';
import { namedJob } from '../support/jobs.ts';
import {
	aFailure,
	fire,
	happen,
	type Moved,
	noon,
	oldest,
	press,
	pressAll,
	rangeOf,
	refuse,
	seconds,
	showing,
	typesOf,
} from '../support/moves.ts';

const jobs = [namedJob('dlc1'), namedJob('dlc2')];
const hint = aFailure('throttled', { Code: 'Throttling.User', retryAfterMs: 90_000 });
const throttledAt = (at: number): State => refuse(fire(showing(jobs), 'poll', at).state, hint, at).state;

const requests = ({ effects }: Moved): number => typesOf(effects).filter(type => type.startsWith('fetch')).length;

describe('a hint to wait', () => {
	test('that the list was given holds the pane and the logs back as well, until its time', () => {
		const throttled = throttledAt(noon + seconds(10));
		const opened = press(throttled, 'enter', noon + seconds(20));
		expect(requests(opened)).toBe(0);
		expect(gateWords(opened.state, 'fetch-job')).toMatch(/^asks at \d\d:\d\d:40: the service asks to wait$/);
		expect(rangeOf(opened.effects, 'gate')).toEqual([80_000, 80_000]);
		expect(requests(fire(opened.state, 'gate', noon + seconds(99)))).toBe(0);
		const released = fire(opened.state, 'gate', noon + seconds(100));
		expect(typesOf(released.effects)).toEqual(['fetch-job']);
		expect(gateWords(released.state, 'fetch-job')).toBeUndefined();
	});

	test('that the pane was given holds the list back, r included, and the first line says until when', () => {
		const opened = press(showing(jobs), 'enter');
		const request = opened.state.detail?.request ?? -1;
		const told = happen(opened.state, { type: 'job-failed', request, failure: hint }).state;
		const asked = press(told, 'r', noon + seconds(5));
		expect(requests(asked)).toBe(0);
		expect(rangeOf(asked.effects, 'poll')).toEqual([85_000, 85_000]);
		const scheduled = happen(asked.state, { type: 'timer-started', timer: 'poll', firesAt: noon + seconds(90) });
		expect(pollWords(scheduled.state).text).toMatch(/^⚠ throttled, retry at \d\d:\d\d:30$/u);
		expect(typesOf(fire(scheduled.state, 'poll', noon + seconds(90)).effects)).toContain('fetch');
	});

	test('does not hold for ever where the clock is set back', () => {
		const throttled = throttledAt(noon + seconds(10));
		expect(requests(press(throttled, 'enter', noon - seconds(86_400)))).toBe(1);
	});

	test('of a request that was given up is heeded all the same', () => {
		const polling = fire(showing(jobs), 'poll', noon + seconds(10)).state;
		const late = happen(polling, { type: 'fetch-failed', request: oldest(polling) + 1000, failure: hint }).state;
		expect(requests(press(late, 'enter', noon + seconds(11)))).toBe(0);
	});
});

describe('a request of the pane', () => {
	const dry = (state: State): State => ({ ...state, bucket: { tokens: 0, at: noon } });

	test('waits for the bucket, after the poll, and says so', () => {
		const opened = press(dry(showing(jobs)), 'enter');
		expect(requests(opened)).toBe(0);
		expect(gateWords(opened.state, 'fetch-job')).toMatch(/60 requests a minute used$/);
	});

	test('that waits is forgotten with the pane, and replaced by that of the next job', () => {
		const opened = press(dry(showing(jobs)), 'enter').state;
		const next = press(opened, 'J').state;
		expect(next.gate.held.map(held => 'JobId' in held && held.JobId)).toEqual(['dlc2']);
		const closed = pressAll(next, ['escape']).state;
		expect(closed.gate.held).toEqual([]);
		expect(requests(fire(closed, 'gate', noon + seconds(100)))).toBe(0);
	});
});

type Move = { readonly what: string; readonly afterMs: number; readonly retryAfterMs: number };

const refusals = { refuse: 'fetch-failed', 'refuse-job': 'job-failed', 'refuse-lines': 'lines-failed' } as const;
const isRefusal = (what: string): what is keyof typeof refusals => Object.hasOwn(refusals, what);
const isTimer = (what: string): what is 'poll' | 'gate' | 'logs' => ['poll', 'gate', 'logs'].includes(what);

/** The number of the request that a refusal is for; one that never was where there is none. */
const refused = (state: State, what: keyof typeof refusals): number =>
	({ refuse: oldest(state), 'refuse-job': state.detail?.request, 'refuse-lines': state.logs?.request })[what] ?? -1;

const moved = (state: State, { what, retryAfterMs }: Move, at: number): Moved => {
	if (isRefusal(what)) {
		const failure = aFailure('throttled', { retryAfterMs });
		return happen(state, { type: refusals[what], request: refused(state, what), failure }, at);
	}
	return isTimer(what) ? fire(state, what, at) : press(state, what, at);
};

test('under any series of moves no request is sent before the time that the service asked for', () => {
	const keys = ['enter', 'escape', 'l', 'r', 'J', 't', 'e'];
	const move = fc.record({
		what: fc.constantFrom(...keys, ...Object.keys(refusals), 'poll', 'gate', 'logs'),
		afterMs: fc.nat(40_000),
		retryAfterMs: fc.integer({ min: 1, max: 120_000 }),
	});
	fc.assert(
		fc.property(fc.array(move, { maxLength: 60 }), moves => {
			let state = showing(jobs);
			let at = noon;
			let until = 0;
			for (const next of moves) {
				at += next.afterMs;
				until = isRefusal(next.what) ? Math.max(until, at + next.retryAfterMs) : until;
				const after = moved(state, next, at);
				expect(at < until ? requests(after) : 0).toBe(0);
				state = after.state;
			}
		}),
	);
});
