import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Asker, fullBucket, takeFrom } from '../../source/model/bucket.ts';
import { pollWords } from '../../source/model/select/scope.ts';
import type { State } from '../../source/model/state.ts';
import { displayWidth } from '../../source/text/width.ts';
import { aPage, aState, namedJob } from '../support/jobs.ts';
import {
	aFailure,
	answer,
	answerCounts,
	asked,
	fire,
	happen,
	later,
	noon,
	press,
	rangeOf,
	refuse,
	seconds,
	showing,
} from '../support/moves.ts';

const asker = fc.constantFrom<Asker>('user', 'poll', 'sweep', 'older');
const tries = fc.array(fc.record({ asker, after: fc.nat(5000) }), { maxLength: 300 });
const perMinute = fc.integer({ min: 10, max: 600 });

describe('the bucket', () => {
	test('gives no more than a minute’s requests at once, and so many a minute from then on', () => {
		fc.assert(
			fc.property(perMinute, tries, (rate, moves) => {
				let bucket = fullBucket(rate);
				let now = noon;
				let taken = 0;
				for (const move of moves) {
					now += move.after;
					const step = takeFrom(bucket, rate, move.asker, now);
					bucket = step.bucket;
					taken += step.waitMs === 0 ? 1 : 0;
					expect(taken).toBeLessThanOrEqual(rate + ((now - noon) * rate) / 60_000 + 1e-6);
				}
			}),
		);
	});

	test('has a request after the time it names, for each asker', () => {
		fc.assert(
			fc.property(perMinute, asker, fc.nat(600), (rate, who, spent) => {
				let bucket = fullBucket(rate);
				for (let count = 0; count < spent; count += 1) {
					bucket = takeFrom(bucket, rate, 'user', noon).bucket;
				}
				const { waitMs } = takeFrom(bucket, rate, who, noon);
				expect(takeFrom(bucket, rate, who, noon + waitMs).waitMs).toBe(0);
			}),
		);
	});

	test('keeps some for the user when a sweep finds it empty, then for the poll', () => {
		let bucket = fullBucket(60);
		const counts = { user: 0, poll: 0, sweep: 0, older: 0 };
		for (const who of ['older', 'sweep', 'poll', 'user'] as const) {
			for (;;) {
				const step = takeFrom(bucket, 60, who, noon);
				if (step.waitMs > 0) {
					break;
				}
				bucket = step.bucket;
				counts[who] += 1;
			}
		}
		expect(counts).toEqual({ older: 45, sweep: 5, poll: 7, user: 3 });
	});

	test('is not refilled by a clock that went back', () => {
		const { bucket } = takeFrom(fullBucket(10), 10, 'user', noon);
		expect(takeFrom(bucket, 10, 'user', noon - seconds(60)).bucket.tokens).toBeCloseTo(8);
	});
});

describe('a monitor that has used up its requests', () => {
	/** Nobody presses r so often; each aborts the one before. */
	const dry = (): State => {
		let state = showing([namedJob('dlc1')], aState({ requestsPerMinute: 10 }));
		for (let time = 0; time < 10; time += 1) {
			state = answerCounts(answer(press(state, 'r').state, aPage([namedJob('dlc1')])).state);
		}
		return state;
	};

	test('rests until there is one, and says so', () => {
		const { state, effects } = press(dry(), 'r');
		expect(asked(effects)).toEqual([]);
		expect(state.poll.kind).toBe('resting');
		const [wait = 0] = rangeOf(effects, 'poll') ?? [];
		expect(wait).toBeGreaterThan(0);
		expect(wait).toBeLessThanOrEqual(6000);
		const timed = happen(state, { type: 'timer-started', timer: 'poll', firesAt: later(6) }).state;
		expect(pollWords(timed).text).toMatch(/^◌ request limit, next \d\d:\d\d:06$/u);
		const on = fire(timed, 'poll', later(6));
		expect(asked(on.effects)).toHaveLength(1);
		expect(on.state.poll.kind).toBe('fetching');
	});

	test('takes no more of the first line than one that the service throttles, so that what is looked at stays in it', () => {
		const firesAt = later(6);
		const resting = happen(press(dry(), 'r').state, { type: 'timer-started', timer: 'poll', firesAt }).state;
		const refused = refuse(press(showing([]), 'r').state, aFailure('throttled')).state;
		const throttled = happen(refused, { type: 'timer-started', timer: 'poll', firesAt }).state;
		expect(pollWords(throttled).text).toMatch(/^⚠ throttled, retry at \d\d:/u);
		expect(displayWidth(pollWords(resting).text)).toBeLessThanOrEqual(displayWidth(pollWords(throttled).text));
	});

	test('stays paused where it was', () => {
		const paused = press(press(dry(), 'P').state, 'r').state;
		expect(paused.poll.kind).toBe('resting');
		const on = fire(paused, 'poll', later(6)).state;
		expect(answer(on, aPage([namedJob('dlc1')]), later(7)).state.poll.kind).toBe('paused');
	});
});
