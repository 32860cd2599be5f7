import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stampTime } from '../../../source/text/log-line.ts';
import { namedJob } from '../../support/jobs.ts';
import { fire, happen, later, noon, press, showing } from '../../support/moves.ts';

const job = namedJob('dlc1', { Pods: [{ PodId: 'dlc1-worker-0', PodUid: 'one', Type: 'worker', Status: 'Running' }] });

type Line = { readonly at: number; readonly text: string; readonly collectedAt: number };

const written = ({ at, text }: Line): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')}  ${text}`;

/** A log that grows in bursts of equal lines and equal times; some lines are collected late, and stand at their time all the same. */
const bursts = fc.array(
	fc.record({
		afterSeconds: fc.integer({ min: 0, max: 30 }),
		lines: fc.array(fc.record({ text: fc.constantFrom('a', 'a', 'b'), lateSeconds: fc.constantFrom(0, 0, 0, 7, 40) }), {
			maxLength: 8,
		}),
	}),
	{ maxLength: 25 },
);

const logOf = (sizes: typeof bursts extends fc.Arbitrary<infer T> ? T : never): readonly Line[] => {
	let at = noon - 300_000;
	return sizes.flatMap(({ afterSeconds, lines }) => {
		at += afterSeconds * 1000;
		return lines.map(({ text, lateSeconds }) => ({ at, text, collectedAt: at + lateSeconds * 1000 }));
	});
};

/** What the service would send: the lines it has by now, from StartTime on, at most so many. */
const answered = (log: readonly Line[], StartTime: number | undefined, now: number, most: number): readonly string[] =>
	log
		.filter(line => line.collectedAt <= now && line.at >= Math.floor((StartTime ?? 0) / 1000) * 1000)
		.map(written)
		.slice(-most);

test('no line of a growing log is lost or doubled, with equal times, bursts, late lines and answers that overlap', () => {
	fc.assert(
		fc.property(bursts, fc.array(fc.integer({ min: 1, max: 45 }), { maxLength: 30 }), (sizes, waits) => {
			const log = logOf(sizes);
			let now = noon - 300_000;
			let { state, effects } = press(showing([job]), 'l', now);
			for (const wait of [...waits, 600]) {
				const asked = effects.find(effect => effect.type === 'fetch-lines');
				const lines = answered(log, asked?.type === 'fetch-lines' ? asked.range.StartTime : 0, now, 2000);
				state = happen(state, { type: 'lines-arrived', request: state.lastRequest, lines }, now).state;
				now += wait * 1000;
				({ state, effects } = fire(state, 'logs', now));
			}
			const asked = effects.find(effect => effect.type === 'fetch-lines');
			const lines = answered(log, asked?.type === 'fetch-lines' ? asked.range.StartTime : 0, now, 2000);
			state = happen(state, { type: 'lines-arrived', request: state.lastRequest, lines }, now).state;
			expect(state.logs?.held.lines).toEqual(log.map(written));
		}),
		{ numRuns: 100 },
	);
});

test('a gap is told where more came than one answer holds', () => {
	let { state } = press(showing([job]), 'l');
	const burst = (from: number) =>
		Array.from({ length: 2000 }, (_, index) => `2026-11-09 12:00:00  step ${from + index}`);
	state = happen(state, { type: 'lines-arrived', request: state.lastRequest, lines: burst(0) }).state;
	state = fire(state, 'logs', later(3)).state;
	state = happen(state, { type: 'lines-arrived', request: state.lastRequest, lines: burst(5000) }).state;
	expect(state.logs?.held.lines).toHaveLength(4001);
	expect(state.logs?.held.lines[2000]).toMatch(/^… lines are missing here/u);
	expect(stampTime(state.logs?.held.lines[2000] ?? '')).toBe(undefined);
});
