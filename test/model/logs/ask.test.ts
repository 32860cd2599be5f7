import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../source/model/effect.ts';
import { followPods } from '../../../source/model/logs/log-screen.ts';
import { readLines } from '../../../source/model/logs/read.ts';
import type { State } from '../../../source/model/state.ts';
import { aState, namedJob } from '../../support/jobs.ts';
import { aFailure, fire, happen, later, noon, press, pressAll, showing, typesOf } from '../../support/moves.ts';

const pod = (name: string, Status = 'Running') => ({
	PodId: `dlc1-${name}`,
	PodUid: `uid-${name}`,
	Type: name.slice(0, 6),
	Status,
});
const job = namedJob('dlc1', { Pods: [pod('master-0'), pod('worker-0')] });
const opened = () => press(showing([job], aState()), 'l');

const questions = (effects: readonly Effect[]) =>
	effects.flatMap(effect => (effect.type === 'fetch-lines' ? [{ feed: effect.feed, ...effect.range }] : []));
const arrive = (state: State, lines: readonly string[], at = noon) =>
	happen(state, { type: 'lines-arrived', request: state.logs?.request ?? -1, lines: readLines(lines) }, at);
const waits = (effects: readonly Effect[]) =>
	effects.flatMap(effect => (effect.type === 'start-timer' && effect.timer === 'logs' ? [effect.atMostMs] : []));

describe('the log of a pod', () => {
	test('is asked for by l, whole, with the id that the item names', () => {
		const { state, effects } = opened();
		expect(state.mode.kind).toBe('logs');
		expect(questions(effects)).toEqual([
			{
				feed: { kind: 'log', JobId: 'dlc1', PodId: 'dlc1-master-0', PodUid: 'uid-master-0' },
				StartTime: undefined,
				most: 2000,
			},
		]);
	});

	test('is asked for again from the last line on, though not later than a while before the former question', () => {
		const first = arrive(opened().state, ['2026-11-09 11:58:00  old', '2026-11-09 11:58:30  new', 'no time'], later(1));
		expect(questions(fire(first.state, 'logs', later(3)).effects)).toMatchObject([
			{ StartTime: Date.parse('2026-11-09T11:58:30Z') },
		]);
		const zoned = arrive(opened().state, ['2026-11-09 20:00:00  eight hours ahead'], later(1));
		expect(questions(fire(zoned.state, 'logs', later(3)).effects)).toMatchObject([{ StartTime: noon - 60_000 }]);
	});

	test('is followed every 2 s while lines come, and less often while none do, up to the poll period', () => {
		let moved = arrive(opened().state, ['a']);
		expect(waits(moved.effects)).toEqual([2200]);
		const most: number[] = [];
		for (let round = 0; round < 6; round += 1) {
			moved = arrive(fire(moved.state, 'logs').state, ['a']);
			most.push(...waits(moved.effects));
		}
		expect(most).toEqual(most.toSorted((a, b) => a - b));
		expect(most.at(-1)).toBe(Math.round(aState().settings.periodMs * 1.1));
		moved = arrive(fire(moved.state, 'logs').state, ['a', 'b']);
		expect(waits(moved.effects)).toEqual([2200]);
	});

	test('takes no answer but the one it waits for', () => {
		const { state } = opened();
		const late = happen(state, { type: 'lines-arrived', request: 77, lines: readLines(['late']) });
		expect(late.state).toBe(state);
		expect(happen(state, { type: 'lines-failed', request: 77, failure: aFailure('network') }).state).toBe(state);
		const closed = press(state, 'escape');
		expect(typesOf(closed.effects)).toEqual(['abort-lines', 'stop-timer']);
		expect(
			happen(closed.state, { type: 'lines-arrived', request: state.lastRequest, lines: readLines(['late']) }).state
				.logs,
		).toBe(undefined);
	});

	test.each([
		['network', true],
		['throttled', true],
		['malformed-answer', true],
		['not-allowed', false],
		['signed-out', false],
	] as const)('keeps its lines after a failure (%s) and tries again: %s', (kind, again) => {
		const first = arrive(opened().state, ['a']);
		const asked = fire(first.state, 'logs').state;
		const { state, effects } = happen(asked, {
			type: 'lines-failed',
			request: asked.lastRequest,
			failure: aFailure(kind),
		});
		expect(state.logs).toMatchObject({ held: { lines: ['a'] }, failure: { kind }, follows: again });
		expect(waits(effects)).toHaveLength(again ? 1 : 0);
		expect(questions(press(state, 'r').effects)).toHaveLength(1);
	});

	test('is no longer followed after s, and again after another, at the end', () => {
		const still = press(arrive(opened().state, ['a']).state, 's');
		expect(still.state.logs?.follows).toBe(false);
		expect(typesOf(still.effects)).toEqual(['stop-timer']);
		expect(fire(still.state, 'logs').effects).toEqual([]);
		const again = press(still.state, 's');
		expect(again.state.logs).toMatchObject({ follows: true, place: undefined });
		expect(questions(again.effects)).toHaveLength(1);
	});
});

describe('other sources', () => {
	test('are the next pod by ] and the former by [, around the end, with nothing of the old lines', () => {
		const first = arrive(opened().state, ['a']).state;
		const next = press(first, ']');
		expect(next.state.logs?.held.lines).toEqual([]);
		expect(questions(next.effects)).toMatchObject([{ feed: { PodId: 'dlc1-worker-0' }, StartTime: undefined }]);
		expect(questions(pressAll(next.state, [']']).effects)).toMatchObject([{ feed: { PodId: 'dlc1-master-0' } }]);
		expect(questions(press(first, '[').effects)).toMatchObject([{ feed: { PodId: 'dlc1-worker-0' } }]);
	});

	test('are the events of the pod and of the job by Tab, and the log again', () => {
		const kinds = questions(pressAll(opened().state, ['tab', 'tab', 'tab']).effects).map(({ feed }) => feed.kind);
		expect(kinds).toEqual(['pod-events', 'job-events', 'log']);
	});

	test('are only the events of the job while it has no pods', () => {
		const { state, effects } = press(showing([namedJob('dlc1')], aState()), 'l');
		expect(questions(effects)).toMatchObject([{ feed: { kind: 'job-events', JobId: 'dlc1' } }]);
		expect(press(state, 'tab').state.notice).toBe('the job has no pods yet');
	});

	test('none: a row without a JobId has no logs', () => {
		expect(press(showing([namedJob('')], aState()), 'l').state).toMatchObject({
			mode: { kind: 'list' },
			logs: undefined,
		});
	});
});

describe('from the pane', () => {
	test('Enter on a pod of section 3 opens its log, on a former run that of this run', () => {
		const HistoryPods = [{ PodId: 'dlc1-worker-0', PodUid: 'old', Status: 'Failed' }];
		const Pods = [{ PodId: 'dlc1-worker-0', PodUid: 'new', Type: 'worker', Status: 'Running', HistoryPods }];
		const list = showing([namedJob('dlc1', { Pods })], { ...aState(), size: { columns: 120, rows: 40 } });
		const found = ['new', 'old'].map(uid => {
			const searched = pressAll(list, ['enter', '3', '/', ...'worker-0', 'enter', ...(uid === 'old' ? ['n'] : [])]);
			return questions(press(searched.state, 'enter').effects)[0]?.feed;
		});
		expect(found).toMatchObject([{ PodUid: 'new' }, { PodUid: 'old' }]);
	});

	test('Enter on a pod of section 6 opens its log, and Esc goes back to the section', () => {
		const pane = pressAll(showing([job], { ...aState(), size: { columns: 120, rows: 40 } }), [
			'enter',
			'6',
			'G',
			'k',
		]).state;
		const { state, effects } = press(pane, 'enter');
		expect(questions(effects)).toMatchObject([
			{ feed: { kind: 'log', PodId: 'dlc1-master-0', PodUid: 'uid-master-0' } },
		]);
		const back = press(state, 'escape').state;
		expect(back).toMatchObject({ mode: { kind: 'detail' }, detail: { section: 'logs' }, logs: undefined });
	});
});

test('pods that came after the screen was opened are there with the next poll, and the chosen one stays', () => {
	const { state } = press(showing([namedJob('dlc1')], aState()), 'l');
	const listing = showing([job], aState()).listing;
	const [next] = followPods({ ...state, listing }, noon);
	expect(next.logs).toMatchObject({
		pod: 0,
		kind: 'job-events',
		pods: [{ PodId: 'dlc1-master-0' }, { PodId: 'dlc1-worker-0' }],
	});
	const second = press(next, ']').state;
	expect(second.logs).toMatchObject({ pod: 1, kind: 'log' });
	const other = namedJob('dlc1', { Pods: [pod('worker-0', 'Failed')] });
	expect(followPods({ ...second, listing: showing([other], aState()).listing }, noon)[0].logs).toMatchObject({
		pod: 0,
		pods: [{ Status: 'Failed' }],
	});
});

test('a search goes to the first hit from the top on, then on and back, and says where it ends', () => {
	const lines = Array.from({ length: 200 }, (_, index) => (index % 50 === 7 ? `hit ${index}` : `line ${index}`));
	const ready = press(arrive(opened().state, lines).state, 'g').state;
	const found = pressAll(ready, ['/', 'h', 'i', 't', 'enter']).state;
	expect(found.logs?.hit).toBe(7);
	expect(pressAll(ready, ['G', '/', 'h', 'i', 't', 'enter']).state.logs?.hit).toBe(7);
	expect(pressAll(found, ['n', 'n']).state.logs?.hit).toBe(107);
	expect(pressAll(found, ['n', 'n', 'N']).state.logs?.hit).toBe(57);
	expect(pressAll(found, ['N']).state).toMatchObject({ notice: 'hit does not come above', logs: { hit: 7 } });
	expect(pressAll(ready, ['/', 'z', 'enter']).state.notice).toBe('z is in none of the lines');
	expect(pressAll(found, ['/', 'enter']).state.logs).toMatchObject({ search: '', hit: undefined });
});
