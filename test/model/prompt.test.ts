import { describe, expect, test } from 'vitest';
import { doubtsAbout } from '../../source/model/grammar/doubts.ts';
import { countsParts } from '../../source/model/select/counts.ts';
import { emptiness } from '../../source/model/select/emptiness.ts';
import { promptNews } from '../../source/model/select/prompt.ts';
import type { State } from '../../source/model/state.ts';
import { aState, namedJob } from '../support/jobs.ts';
import { asked, fire, happen, keysOf, press, pressAll, rangeOf, showing } from '../support/moves.ts';

const jobs = [
	namedJob('dlc1', { RequestGPU: '64', Username: 'alice', ReasonCode: 'OOMKilled' }),
	namedJob('dlc2', { RequestGPU: '8', Username: 'alice' }),
	namedJob('dlc3', { RequestGPU: '1', Username: 'bob', ResourceQuotaName: 'a100 pool' }),
];
const listed = (): State => showing(jobs, aState(), 500);
const typing = (text: string, state = listed()): State => pressAll(press(state, '/').state, [...text]).state;
const paused = (text: string, state = listed()) => fire(typing(text, state), 'typing');
const line = (state: State): string =>
	state.mode.kind === 'filter' ? state.mode.line.before + state.mode.line.after : '';

describe('a filter of two halves', () => {
	test('sends what the service can answer and looks through the loaded rows for the rest', () => {
		const { state, effects } = paused('user:alice gpu>=8');
		expect(asked(effects)).toMatchObject([{ Username: 'alice' }]);
		expect(state.query.local).toHaveLength(1);
	});

	test('asks nothing where only rows are looked through, and shows those that are left at once', () => {
		const { state, effects } = paused('gpu>=8');
		expect(asked(effects)).toEqual([]);
		expect(keysOf(state)).toEqual(['dlc1', 'dlc2']);
		expect(state.listing?.loaded).toHaveLength(3);
		expect(countsParts(state).slice(0, 3)).toEqual([
			'page 1/10',
			'2 match',
			'1 of 1 term here, over 3 of 500 jobs loaded',
		]);
		const more = fire(pressAll(state, [...' -any:oom']).state, 'typing').state;
		expect(keysOf(more)).toEqual(['dlc2']);
		expect(keysOf(press(more, 'escape').state)).toEqual(['dlc1', 'dlc2', 'dlc3']);
	});

	test('is answered at each key while only rows are looked through, in any list; the service waits until typing rests', () => {
		expect(keysOf(typing('gpu>=8'))).toEqual(['dlc1', 'dlc2']);
		const all = showing(jobs, { ...aState(), everything: true });
		expect(keysOf(typing('any:bob', all))).toEqual(['dlc3']);
		expect(keysOf(typing('gpu>=8 user:alice', all))).toEqual(['dlc1', 'dlc2']);
		const moved = pressAll(press(all, '/').state, [...'gpu>=8']);
		expect(moved.effects.at(-1)).toEqual({ type: 'stop-timer', timer: 'typing' });
		expect(asked(moved.effects)).toEqual([]);
		expect(rangeOf(press(moved.state, 'x').effects, 'typing')).toEqual([800, 800]);
	});

	test('that leaves no loaded row says so, and over how many it looked', () => {
		const { state } = paused('gpu>64');
		expect(emptiness(state)?.lines).toEqual([
			'0 of 3 loaded jobs match these filters',
			'1 of 1 term here, over 3 of 500 jobs loaded',
			'gpu>64',
			'0  clear the filters    e  look through all pages',
		]);
	});

	test('opens as the text that it is', () => {
		const kept = press(paused('user:alice gpu>=8 status:Failed').state, 'enter').state;
		expect(line(press(kept, '/').state)).toBe('status:Failed user:alice gpu>=8 ');
	});
});

describe('a filter with a mistake', () => {
	test('says so after the same quiet, and the former one stays', () => {
		const former = paused('gpu>=8').state;
		const { state, effects } = fire(pressAll(former, [...' foo:x']).state, 'typing');
		expect(effects).toEqual([]);
		expect(state.query).toBe(former.query);
		expect(promptNews(state)).toMatchObject({ kind: 'problem', text: expect.stringContaining('no field foo') });
		expect(promptNews(press(state, 'backspace').state)).toBeUndefined();
	});

	test('is not kept by Enter: the prompt stays', () => {
		const { state, effects } = press(typing('gpu>='), 'enter');
		expect(asked(effects)).toEqual([]);
		expect(state.mode.kind).toBe('filter');
		expect(promptNews(state)).toEqual({ kind: 'problem', text: 'gpu>= needs a value' });
		expect(state.filters).toEqual([]);
	});
});

describe('Tab', () => {
	test('completes fields and goes around them', () => {
		const once = press(typing('llm re'), 'tab').state;
		expect(line(once)).toBe('llm reason:');
		expect(promptNews(once)).toMatchObject({ kind: 'offer', at: 0 });
		const again = press(once, 'tab').state;
		expect(line(again)).toBe('llm restarts>=');
		expect(line(press(again, 'shift+tab').state)).toBe('llm reason:');
		expect(promptNews(press(again, '8').state)).toBeUndefined();
	});

	test.each([
		['status:fa', 'status:failed'],
		['status:Queuing,Runn', 'status:Queuing,Running'],
		['-status:susp', '-status:susp'],
		['user:', 'user:alice'],
		['quota:a', 'quota:"a100 pool"'],
		['-any:oom', '-any:OOMKilled'],
		['window:3', 'window:30d'],
		['mine:f', 'mine:false'],
		['payment', 'PaymentType:'],
	])('makes of %s the text %s', (before, after) => {
		expect(line(press(typing(before), 'tab').state)).toBe(after);
	});

	test('says where nothing begins like the word', () => {
		expect(promptNews(press(typing('zzz'), 'tab').state)).toMatchObject({ kind: 'problem' });
	});
});

describe('the history', () => {
	const kept = (): State => pressAll(press(typing('one'), 'enter').state, ['/', 'ctrl+u', ...'two', 'enter']).state;

	test('keeps what Enter kept, each once, for this run and the next', () => {
		const { state, effects } = press(typing('gpu>=8'), 'enter');
		expect(state.filters).toEqual(['gpu>=8']);
		expect(effects).toContainEqual({ type: 'save-history', entries: ['gpu>=8'] });
		expect(kept().filters).toEqual(['one', 'two']);
		expect(pressAll(kept(), ['/', 'ctrl+u', ...'one', 'enter']).state.filters).toEqual(['two', 'one']);
	});

	test('is gone through by up and down, and the line being typed comes back', () => {
		const open = pressAll(kept(), ['/', 'ctrl+u', 'x']).state;
		expect(line(press(open, 'up').state)).toBe('two');
		expect(line(pressAll(open, ['up', 'up']).state)).toBe('one');
		expect(line(pressAll(open, ['up', 'up', 'up']).state)).toBe('one');
		expect(line(pressAll(open, ['up', 'up', 'down']).state)).toBe('two');
		expect(line(pressAll(open, ['up', 'down']).state)).toBe('x');
		expect(promptNews(press(open, 'down').state)).toMatchObject({ kind: 'problem' });
	});

	test('masks secrets', () => {
		const { state } = happen(typing(''), { type: 'text-pasted', text: 'any:"password=hunter2"' });
		expect(press(state, 'enter').state.filters.join()).not.toContain('hunter2');
	});
});

test('typing rests for longer before all pages are asked for', () => {
	const one = press(press(listed(), '/').state, 'x');
	expect(rangeOf(one.effects, 'typing')).toEqual([250, 250]);
	const all = press(press(press(listed(), 'e').state, '/').state, 'x');
	expect(rangeOf(all.effects, 'typing')).toEqual([800, 800]);
});

test.each([
	['gpu>=x', 'gpu takes a number, as in gpu>=8'],
	['llm age>3q', 'age takes a span, as in age>10m'],
	['any:/(/', 'a ( is not closed'],
	['show-own:perhaps', 'say true or false'],
	['window:3q', 'write a window like 36h, 7d or 2026-11-01..2026-11-09'],
	['foo:bar', 'there is no field foo'],
])('the mistake of %j begins with its cause beside the prompt, not with what was typed', (typed, text) => {
	expect(promptNews(paused(typed).state)).toEqual({ kind: 'problem', text });
});

test('a status that this version does not know is asked for all the same, and doubted beside the prompt', () => {
	const doubted = paused('status:Runing').state;
	expect(promptNews(doubted)).toEqual({
		kind: 'doubt',
		text: 'Runing is not a status this version knows; did you mean Running?',
	});
	expect(doubted.query.local).toHaveLength(1);
	expect(doubtsAbout({ ...aState().query, statuses: ['Xyzzyx', 'Failed'] })).toEqual([
		'Xyzzyx is not a status this version knows',
	]);
	for (const known of ['status:Run', 'status:live', '-status:reserving', 'status:failed,Stopped', 'reason:Runing']) {
		expect(promptNews(paused(known).state)).toBeUndefined();
	}
});
