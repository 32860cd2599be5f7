import { expect, test } from 'vitest';
import type { Effect } from '../../../source/model/effect.ts';
import type { LineRange } from '../../../source/model/logs/feed.ts';
import { readLines } from '../../../source/model/logs/read.ts';
import { stampTime } from '../../../source/text/log-line.ts';
import { namedJob } from '../../support/jobs.ts';
import { fire, happen, noon, press, showing } from '../../support/moves.ts';

const job = namedJob('dlc1', { Pods: [{ PodId: 'dlc1-worker-0', PodUid: 'one', Type: 'worker', Status: 'Running' }] });

const rangesIn = (effects: readonly Effect[]): readonly LineRange[] =>
	effects.flatMap(effect => (effect.type === 'fetch-lines' ? [effect.range] : []));
const asksAtOnce = (effects: readonly Effect[]): boolean =>
	effects.some(effect => effect.type === 'start-timer' && effect.timer === 'logs' && effect.atMostMs === 0);

/** Two lines a second, of which the last was printed so long ago. */
const logUntil = (agoMs: number, count: number): readonly string[] =>
	Array.from({ length: count }, (_, index) => {
		const at = noon - agoMs - (count - 1 - index) * 500;
		return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')}  step ${index}`;
	});

/** Answers all that is asked at noon by a service that keeps the newest (-1) or the oldest (1) lines of a range. */
const heldAtNoon = (log: readonly string[], end: 1 | -1) => {
	let { state, effects } = press(showing([job]), 'l');
	let questions = 0;
	for (let steps = 0; steps < 100 && (rangesIn(effects).length > 0 || asksAtOnce(effects)); steps += 1) {
		const [range] = rangesIn(effects);
		if (range === undefined) {
			({ state, effects } = fire(state, 'logs'));
		} else {
			questions += 1;
			const { StartTime = 0, EndTime = Number.POSITIVE_INFINITY, most } = range;
			const inRange = log.filter(line => (stampTime(line) ?? 0) >= StartTime && (stampTime(line) ?? 0) <= EndTime);
			const lines = readLines(end === 1 ? inRange.slice(0, most) : inRange.slice(-most));
			({ state, effects } = happen(state, { type: 'lines-arrived', request: state.lastRequest, lines }));
		}
	}
	return { held: state.logs?.held.lines ?? [], questions };
};

test('a long log is held to its end at once, also where an answer has the oldest lines of its range', () => {
	const log = logUntil(3_600_000, 18_500);
	expect(heldAtNoon(log, 1)).toEqual({ held: log, questions: 10 });
	expect(heldAtNoon(log, -1)).toEqual({ held: log.slice(-2000), questions: 2 });
});

test('a log that goes on is asked for again after the usual wait, however much comes', () => {
	const log = logUntil(0, 5000);
	expect(heldAtNoon(log, -1)).toEqual({ held: log.slice(-2000), questions: 1 });
});
