import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../source/model/effect.ts';
import type { LineRange } from '../../../source/model/logs/feed.ts';
import { shapeOf } from '../../../source/model/logs/log-view.ts';
import { readLines } from '../../../source/model/logs/read.ts';
import { visibleRows } from '../../../source/model/logs/window.ts';
import { followWords, noLinesWords } from '../../../source/model/select/logs.ts';
import type { State } from '../../../source/model/state.ts';
import { stampTime } from '../../../source/text/log-line.ts';
import { aState, namedJob } from '../../support/jobs.ts';
import { aFailure, fire, happen, later, noon, press, pressAll, showing } from '../../support/moves.ts';

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
				state = happen(
					state,
					{ type: 'lines-arrived', request: state.lastRequest, lines: readLines(lines) },
					now,
				).state;
				now += wait * 1000;
				({ state, effects } = fire(state, 'logs', now));
			}
			const asked = effects.find(effect => effect.type === 'fetch-lines');
			const lines = answered(log, asked?.type === 'fetch-lines' ? asked.range.StartTime : 0, now, 2000);
			state = happen(state, { type: 'lines-arrived', request: state.lastRequest, lines: readLines(lines) }, now).state;
			expect(state.logs?.held.lines).toEqual(log.map(written));
		}),
		{ numRuns: 100 },
	);
});

/** What the service sends for an order: the newest lines of its range. */
const serve = (
	log: readonly string[],
	{ StartTime = 0, EndTime = Number.POSITIVE_INFINITY, most }: LineRange,
): readonly string[] =>
	log
		.filter(line => {
			const at = stampTime(line) ?? 0;
			return at >= StartTime && at <= EndTime;
		})
		.slice(-most);
const rangesIn = (effects: readonly Effect[]): readonly LineRange[] =>
	effects.flatMap(effect => (effect.type === 'fetch-lines' ? [effect.range] : []));

/** Answers each question from a log until none is asked any more; how many there were. */
const answerAll = (
	from: State,
	asked: readonly Effect[],
	log: readonly string[],
): { state: State; questions: number } => {
	let state = from;
	let ranges = rangesIn(asked);
	let questions = 0;
	for (let range = ranges[0]; range !== undefined && questions < 30; range = ranges[0]) {
		questions += 1;
		const moved = happen(state, {
			type: 'lines-arrived',
			request: state.lastRequest,
			lines: readLines(serve(log, range)),
		});
		state = moved.state;
		ranges = rangesIn(moved.effects);
	}
	return { state, questions };
};
const steps = (count: number, perSecond: number, from = noon): readonly string[] =>
	Array.from({ length: count }, (_, index) =>
		written({ at: from + Math.floor(index / perSecond) * 1000, text: `step ${index}`, collectedAt: 0 }),
	);

describe('more lines than one answer holds', () => {
	test.each([
		[2500, 10, 2],
		[9000, 700, 5],
		[17_000, 1999, 9],
	])('%i of them, %i a second, are fetched in %i questions or so, and none is lost', (count, perSecond, about) => {
		const log = steps(count, perSecond);
		const { state } = press(showing([job]), 'l');
		const first = happen(state, {
			type: 'lines-arrived',
			request: state.lastRequest,
			lines: readLines(log.slice(0, 5)),
		});
		const asked = fire(first.state, 'logs', later(3));
		const all = answerAll(asked.state, asked.effects, log);
		expect(all.state.logs?.held.lines).toEqual(log);
		expect(all.state.logs).toMatchObject({ catchUp: undefined, request: undefined });
		expect(all.questions).toBeLessThanOrEqual(about * 2 + 1);
	});

	test('are told to be missing where they are more than are held, and where all of them are of one second', () => {
		for (const log of [steps(30_000, 100), steps(5000, 10_000)]) {
			const { state } = press(showing([job]), 'l');
			const first = happen(state, {
				type: 'lines-arrived',
				request: state.lastRequest,
				lines: readLines(log.slice(0, 5)),
			});
			const asked = fire(first.state, 'logs', later(3));
			const all = answerAll(asked.state, asked.effects, log);
			const lines = all.state.logs?.held.lines ?? [];
			const gap = lines.findIndex(line => /^… lines are missing here/u.test(line));
			expect(all.questions).toBeLessThanOrEqual(11);
			expect([gap, all.state.logs?.held.dropped !== 0]).toContain(gap === -1 ? true : 5);
			expect(lines.at(-1)).toBe(log.at(-1));
			expect(all.state.logs?.catchUp).toBe(undefined);
		}
	});

	test('go through the gate like any other question, and are said to be under way', () => {
		const log = steps(9000, 700);
		const { state } = press(showing([job]), 'l');
		const first = happen(state, {
			type: 'lines-arrived',
			request: state.lastRequest,
			lines: readLines(log.slice(0, 5)),
		});
		const asked = fire(first.state, 'logs', later(3));
		const dry: State = { ...asked.state, bucket: { tokens: 0, at: later(3) } };
		const lines = serve(log, rangesIn(asked.effects)[0] ?? { StartTime: 0, most: 2000 });
		const held = happen(dry, { type: 'lines-arrived', request: dry.lastRequest, lines: readLines(lines) }, later(3));
		expect(rangesIn(held.effects)).toEqual([]);
		expect(held.state.gate.held).toHaveLength(1);
		expect(held.state.logs && followWords(held.state.logs)).toBe('catching up: 2000 lines so far');
	});

	test('that fail in between are told, with what came', () => {
		const log = steps(9000, 700);
		const { state } = press(showing([job]), 'l');
		const first = happen(state, {
			type: 'lines-arrived',
			request: state.lastRequest,
			lines: readLines(log.slice(0, 5)),
		});
		const asked = fire(first.state, 'logs', later(3));
		const lines = serve(log, rangesIn(asked.effects)[0] ?? { StartTime: 0, most: 2000 });
		const more = happen(asked.state, {
			type: 'lines-arrived',
			request: asked.state.lastRequest,
			lines: readLines(lines),
		});
		const end = happen(more.state, {
			type: 'lines-failed',
			request: more.state.lastRequest,
			failure: aFailure('network'),
		}).state;
		expect(end.logs?.held.lines).toHaveLength(5 + 1 + 2000);
		expect(end.logs?.held.lines[5]).toMatch(/^… lines are missing here/u);
		expect(stampTime(end.logs?.held.lines[5] ?? '')).toBe(undefined);
		expect(end.logs).toMatchObject({ failure: { kind: 'network' }, catchUp: undefined });
	});
});

describe('a line that was collected late', () => {
	const line = (second: number, text: string) => written({ at: noon + second * 1000, text, collectedAt: 0 });
	const log = Array.from({ length: 50 }, (_, index) => line(index, `step ${index}`));
	const late = [...log.slice(0, 20), line(19, 'late'), line(19, 'later'), ...log.slice(20), line(50, 'new')];
	const view = (keys: readonly string[]) => {
		const { state } = press(showing([job], { ...aState(), size: { columns: 80, rows: 14 } }), 'l');
		const first = happen(state, { type: 'lines-arrived', request: state.lastRequest, lines: readLines(log) }).state;
		return pressAll(first, keys).state;
	};
	const seen = ({ logs, size }: State) => logs && visibleRows(shapeOf(logs, size), logs.place).map(({ text }) => text);
	const withLate = (state: State): State => {
		const asked = fire(state, 'logs', later(1));
		return happen(asked.state, { type: 'lines-arrived', request: asked.state.lastRequest, lines: readLines(late) })
			.state;
	};

	test.each([
		['scrolled up', ['ctrl+u', 'k']],
		['in a filtered log', ['f', ...'step', 'enter', 'ctrl+u', 'k']],
	])('does not move what one reads, %s', (_, keys) => {
		const before = view(keys);
		const after = withLate(before);
		expect(after.logs?.held.lines).toEqual(late);
		expect(seen(after)).toEqual(seen(before));
	});

	test('leaves the hit of the search at its line', () => {
		const before = view(['g', '/', ...'step 30', 'enter']);
		const after = withLate(before);
		expect(after.logs?.held.lines[after.logs.hit ?? 0]).toContain('step 30');
	});
});

test.each([
	['Pending', 'the pod has not started; Tab shows the events'],
	['Running', 'nothing was printed in the last 7 d; Tab shows the events'],
])('an empty log of a pod that is %s says why it is', (Status, words) => {
	const pods = [{ PodId: 'dlc1-worker-0', PodUid: 'one', Type: 'worker', Status }];
	const opened = press(showing([namedJob('dlc1', { Pods: pods })]), 'l').state;
	const { state } = happen(opened, { type: 'lines-arrived', request: opened.lastRequest, lines: readLines([]) });
	expect(state.logs && noLinesWords(state.logs)).toBe(words);
});
