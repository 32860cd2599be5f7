import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fullBucket } from '../../source/model/bucket.ts';
import { success } from '../../source/model/failure.ts';
import type { State } from '../../source/model/state.ts';
import { update } from '../../source/model/update.ts';
import { createProgram } from '../../source/runtime/program.ts';
import { createFakeApi } from '../support/fake-api.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { nowhere } from '../support/fake-places.ts';
import { someFigures } from '../support/figures.ts';
import { aPage, aState, namedJob } from '../support/jobs.ts';
import { noon } from '../support/moves.ts';
import { settled } from '../support/settled.ts';

const hour = 3_600_000;
const nothing = (): void => {};
const terminal = {
	repaint: nothing,
	suspend: nothing,
	page: () => undefined,
	copy: nothing,
	open: nothing,
	notify: nothing,
	setTitle: nothing,
	exit: nothing,
};

/** Sleep and wake, a corrected clock, an hour of daylight saving, a battery that forgot the year. */
const anyJump = fc.oneof(
	fc.constantFrom(hour, -hour, 8 * hour, -30 * 24 * hour, 400 * 24 * hour, -400 * 24 * hour),
	fc.integer({ min: -10_000, max: 10_000 }),
);
const jumps = fc.array(fc.record({ afterSeconds: fc.integer({ min: 1, max: 90 }), by: anyJump }), { maxLength: 12 });

type Asked = { readonly at: number; readonly size: number };

/** Runs the monitor for some minutes in which its wall clock jumps; when it asked, by a clock that does not. */
const run = async (
	state: State,
	total: number,
	sequence: readonly { readonly afterSeconds: number; readonly by: number }[],
	minutes: number,
): Promise<{ readonly asked: readonly Asked[]; readonly state: State; readonly now: number }> => {
	const api = createFakeApi();
	const clock = createFakeClock(noon);
	const program = createProgram(state, update, {
		api,
		clock,
		random: () => 0.5,
		terminal,
		history: { save: nothing },
		keeper: {
			saveOrder: nothing,
			savePlaces: nothing,
			changeSettings: () => Promise.resolve({ type: 'settings-refused' as const, problem: '' }),
		},
		places: nowhere,
		figures: () => someFigures,
		files: { save: async path => success(path) },
	});
	const asked: Asked[] = [];
	let second = 0;
	let answered = 0;
	program.send({ type: 'started' });
	const answerAll = async (): Promise<void> => {
		for (; answered < api.calls.length; answered++) {
			const call = api.calls[answered];
			const { PageNumber = 1, PageSize = 50 } = call?.parameters ?? {};
			asked.push({ at: second, size: PageSize });
			const count = PageSize === 1 ? 0 : Math.max(0, Math.min(PageSize, total - (PageNumber - 1) * PageSize));
			const jobs = Array.from({ length: count }, (_, index) =>
				namedJob(`dlc${PageNumber}x${index}`, { GmtCreateTime: new Date(clock.now() - 60_000).toISOString() }),
			);
			await call?.answer(success(aPage(jobs, total)));
		}
	};
	const due = [...sequence];
	let untilJump = due[0]?.afterSeconds ?? -1;
	for (; second < minutes * 60; second++) {
		await answerAll();
		clock.advance(1000);
		await settled();
		untilJump -= 1;
		if (untilJump === 0) {
			clock.jump(due.shift()?.by ?? 0);
			untilJump = due[0]?.afterSeconds ?? -1;
		}
	}
	await answerAll();
	program.stop();
	return { asked, state: program.getState(), now: clock.now() };
};

describe('however the clock of the machine jumps', () => {
	test('a page is asked for every ten seconds, no more often and no less', async () => {
		await fc.assert(
			fc.asyncProperty(jumps, async sequence => {
				const { asked } = await run(aState(), 30, sequence, 4);
				const pages = asked.filter(({ size }) => size !== 1).map(({ at }) => at);
				expect(pages.length).toBeGreaterThanOrEqual(22);
				for (const [index, at] of pages.slice(1).entries()) {
					expect(at - (pages[index] ?? 0), pages.join()).toBeGreaterThanOrEqual(9);
					expect(at - (pages[index] ?? 0), pages.join()).toBeLessThanOrEqual(12);
				}
			}),
			{ numRuns: 12 },
		);
	});

	test('a list of many pages, and few requests to have, neither comes in a burst nor stands still', async () => {
		const plain = aState();
		const perMinute = 20;
		const settings = { ...plain.settings, requestsPerMinute: perMinute };
		const wanting = { ...plain, everything: true, settings, bucket: fullBucket(perMinute) };
		await fc.assert(
			fc.asyncProperty(jumps, async sequence => {
				const { asked } = await run(wanting, 1500, sequence, 4);
				const times = asked.map(({ at }) => at);
				// Time that was slept or skipped fills the bucket, once: no more than a start may take.
				const most = perMinute * (2 + sequence.filter(({ by }) => by > 0).length);
				for (const [index, at] of times.entries()) {
					const within = times.slice(index).filter(other => other < at + 60);
					expect(within.length, times.join()).toBeLessThanOrEqual(most);
					expect((times[index + 1] ?? at) - at, times.join()).toBeLessThanOrEqual(60);
				}
				expect(times.length).toBeGreaterThan(2 * perMinute);
			}),
			{ numRuns: 6 },
		);
	}, 60_000);

	test('ages are as of the last answer, so that they are right with the next one', async () => {
		await fc.assert(
			fc.asyncProperty(jumps, async sequence => {
				const { state, now } = await run(aState(), 30, sequence, 4);
				const { listing } = state;
				const [job] = listing?.jobs ?? [];
				expect(Math.abs((listing?.answeredAt ?? 0) - (job?.GmtCreateTime ?? 0) - 60_000)).toBeLessThanOrEqual(1000);
				const last = sequence.reduce((sum, { afterSeconds }) => sum + afterSeconds, 0);
				if (last < 220) {
					expect(now - (listing?.answeredAt ?? 0)).toBeLessThanOrEqual(12_000);
				}
				expect(state.lateByMs).toBeUndefined();
			}),
			{ numRuns: 8 },
		);
	});
});
