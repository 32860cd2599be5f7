import { describe, expect, test } from 'vitest';
import { isScanned } from '../../../source/model/logs/filter.ts';
import { allLines, shownLines } from '../../../source/model/logs/log-view.ts';
import { readLines } from '../../../source/model/logs/read.ts';
import { positionWords } from '../../../source/model/select/logs.ts';
import type { State } from '../../../source/model/state.ts';
import { aState, namedJob } from '../../support/jobs.ts';
import { fire, happen, noon, press, pressAll, showing } from '../../support/moves.ts';

const Pods = [{ PodId: 'dlc1-worker-0', PodUid: 'one', Type: 'worker', Status: 'Running' }];
const job = namedJob('dlc1', { Pods, GmtCreateTime: '2026-10-01T00:00:00Z' });
const stamp = '2026-11-09 11:59:00  ';
const line = (index: number): string =>
	`${stamp}${index % 10 === 0 ? `ERROR at ${index}` : `step ${index}`}${index === 50 ? ' TOKEN=hunter2' : ''}`;
const sent = Array.from({ length: 200 }, (_, index) => line(index));

const arrive = (state: State, lines: readonly string[], at = noon): State =>
	happen(state, { type: 'lines-arrived', request: state.logs?.request ?? -1, lines: readLines(lines) }, at).state;
const opened = (): State => arrive(press(showing([job], aState()), 'l').state, sent);
const type = (state: State, text: string): State => pressAll(state, [...text]).state;
const shown = (state: State): readonly string[] => (state.logs === undefined ? [] : shownLines(state.logs).lines);
const words = (state: State): string => (state.logs === undefined ? '' : positionWords(state, state.logs));
const fetched = ({ effects }: ReturnType<typeof press>) =>
	effects.flatMap(effect => (effect.type === 'fetch-lines' ? [effect.range] : []));

describe('the filter of the logs', () => {
	test('works while it is typed, in any case, and says how many lines it leaves', () => {
		const typed = type(opened(), 'ferror');
		expect(shown(typed)).toHaveLength(20);
		expect(words(typed)).toBe('20 of 200 lines with error');
		expect(words(press(typed, 'enter').state)).toBe('20 of 200 lines with error');
	});

	test('takes a pattern once it is closed, and keeps the former one while a pattern cannot be read', () => {
		const typed = type(opened(), 'f/error at [12]0$/i');
		expect(shown(typed).map(text => text.slice(stamp.length))).toEqual(['ERROR at 10', 'ERROR at 20']);
		const bad = pressAll(type(opened(), 'f'), [...'/(ste/']).state;
		expect(bad.notice).toMatch(/^the pattern does not work: /);
		expect(bad.logs?.filter?.text).toBe('/(ste');
	});

	test('is what it was before after Esc, with the place', () => {
		const before = pressAll(type(opened(), 'fstep'), ['enter', 'ctrl+u']).state;
		const typed = type(before, 'f 1');
		expect(shown(typed)).not.toHaveLength(180);
		const back = press(typed, 'escape').state;
		expect(shown(back)).toHaveLength(180);
		expect(back.logs?.place).toEqual(before.logs?.place);
	});

	test('ends with an empty line', () => {
		const filtered = press(type(opened(), 'ferror'), 'enter').state;
		expect(shown(pressAll(filtered, ['f', 'ctrl+u', 'enter']).state)).toHaveLength(200);
	});

	test('goes on with what comes, and search stays within it', () => {
		const filtered = press(type(opened(), 'ferror'), 'enter').state;
		const more = arrive(fire(filtered, 'logs').state, [...sent.slice(-3), `${stamp}an error more`, `${stamp}none`]);
		expect(shown(more).at(-1)).toBe(`${stamp}an error more`);
		expect(words(more)).toBe('21 of 202 lines with error');
		const found = pressAll(press(more, 'g').state, ['/', 'm', 'o', 'r', 'e', 'enter']).state;
		expect(found.logs?.hit).toBe(20);
		expect(pressAll(press(more, 'g').state, ['/', 's', 't', 'e', 'p', 'enter']).state.notice).toMatch(/in none/);
	});

	test('keeps the numbers of its lines while older ones are let go', () => {
		const many = Array.from({ length: 19_990 }, (_, index) => line(index));
		const filtered = press(type(arrive(press(showing([job]), 'l').state, many), 'ferror'), 'enter').state;
		const scrolled = pressAll(filtered, ['ctrl+u', 'ctrl+u']).state;
		const next = arrive(fire(scrolled, 'logs').state, [
			...many.slice(-2),
			...Array.from({ length: 1000 }, (_, index) => line(30_001 + index)),
		]);
		const at = (state: State) => {
			const place = state.logs?.place;
			return place === undefined || state.logs === undefined
				? undefined
				: shownLines(state.logs).lines[place.line - shownLines(state.logs).dropped];
		};
		expect(at(next)).toBe(at(scrolled));
		expect(next.logs?.held.dropped).toBe(990);
		expect(next.logs?.filter?.dropped).toBe(99);
	});

	test('goes through a long log in slices, one after each timer', () => {
		const long = Array.from({ length: 3000 }, (_, index) => `${stamp}${'x'.repeat(100)} ${index}`);
		const typed = press(type(arrive(press(showing([job]), 'l').state, long), 'f/9$'), '/');
		expect(typed.effects).toContainEqual({ type: 'start-timer', timer: 'scan', atLeastMs: 0, atMostMs: 0 });
		expect(words(typed.state)).toMatch(/^\d+ of 3000 lines so far with/);
		let { state } = typed;
		for (let slice = 0; slice < 20; slice += 1) {
			({ state } = fire(state, 'scan'));
		}
		expect(shown(state)).toHaveLength(300);
		expect(state.logs?.filter && isScanned(state.logs.filter, allLines(state.logs))).toBe(true);
	});
});

describe('x in the logs', () => {
	test('shows secrets until the logs close, also among what the filter found', () => {
		expect(shown(opened())[50]).toContain('TOKEN=••••');
		const bare = press(opened(), 'x').state;
		expect(shown(bare)[50]).toContain('TOKEN=hunter2');
		expect(shown(press(bare, 'x').state)[50]).toContain('TOKEN=••••');
		const filtered = pressAll(type(opened(), 'ftoken'), ['enter', 'x']).state;
		expect(shown(filtered)).toEqual([line(50)]);
		const again = arrive(pressAll(bare, ['escape', 'l']).state, sent);
		expect(shown(again)[50]).toContain('TOKEN=••••');
	});

	test('says that they are shown anyway with --show-secrets', () => {
		const base = aState();
		const state = arrive(
			press(showing([job], { ...base, settings: { ...base.settings, showSecrets: true } }), 'l').state,
			sent,
		);
		expect(shown(state)[50]).toContain('hunter2');
		expect(press(state, 'x').state.notice).toMatch(/--show-secrets/);
	});
});

describe('since', () => {
	test.each([
		['15m', '2026-11-09T11:45:00Z'],
		['1h', '2026-11-09T11:00:00Z'],
		['11:30', '2026-11-09T11:30:00Z'],
		['13:00', '2026-11-08T13:00:00Z'],
		['2026-11-08T16:00', '2026-11-08T16:00:00Z'],
		['all', '2026-10-01T00:00:00Z'],
	])('%s asks from %s on, and the head says so', (typed, from) => {
		const moved = press(type(opened(), `T${typed}`), 'enter');
		expect(fetched(moved)).toEqual([{ StartTime: Date.parse(from), most: 2000 }]);
		expect(shown(moved.state)).toEqual([]);
		expect(words(moved.state)).toMatch(typed === 'all' ? /created/ : /^since 2026-11-0\d \d\d:\d\d UTC$/);
		expect(words(arrive(moved.state, sent))).toMatch(/ of 200 · since /);
	});

	test('never asks for more than that when it follows', () => {
		const since = arrive(press(type(opened(), 'T30s'), 'enter').state, [`${stamp}old`]);
		expect(fetched(fire(since, 'logs'))).toEqual([{ StartTime: noon - 30_000, most: 2000 }]);
	});

	test('is offered by Tab, is refused with words, and ends with an empty line', () => {
		expect(fetched(press(pressAll(opened(), ['T', 'tab', 'tab']).state, 'enter'))).toEqual([
			{ StartTime: noon - 3_600_000, most: 2000 },
		]);
		for (const bad of ['soon', '25:00', '2030-01-01']) {
			const refused = press(type(opened(), `T${bad}`), 'enter').state;
			expect(refused).toMatchObject({ mode: { kind: 'log-prompt' }, logs: { since: undefined } });
			expect(refused.notice).toBeDefined();
		}
		expect(fetched(press(press(opened(), 'T').state, 'enter'))).toEqual([{ StartTime: undefined, most: 2000 }]);
	});
});

describe('saving', () => {
	const saves = ({ effects }: ReturnType<typeof press>) => effects.filter(({ type: kind }) => kind === 'save-lines');

	test('writes the lines that are held, masked, to a file named after the pod', () => {
		const moved = pressAll(opened(), ['S', 'enter']);
		const text = sent.map(one => one.replace('hunter2', '••••')).join('\n');
		expect(saves(moved)).toEqual([
			{
				type: 'save-lines',
				path: 'dlc1-worker-0.log',
				text: `${text}\n`,
				overwrite: false,
				words: '200 lines saved',
			},
		]);
		const saved = happen(moved.state, { type: 'lines-saved', words: '200 lines saved', path: '/tmp/a.log' });
		expect(saved.state).toMatchObject({ mode: { kind: 'logs' }, notice: '200 lines saved to /tmp/a.log' });
	});

	test('writes only what the filter leaves, masked also after x', () => {
		const moved = pressAll(type(opened(), 'ftoken'), ['enter', 'x', 'S', 'enter']);
		const masked = line(50).replace('hunter2', '••••');
		expect(saves(moved)).toMatchObject([{ text: `${masked}\n`, words: '1 of 200 lines (filtered) saved' }]);
		expect(JSON.stringify(saves(pressAll(opened(), ['x', 'S', 'enter'])))).not.toContain('hunter2');
	});

	test('writes secrets with --show-secrets alone, and says so', () => {
		const state = opened();
		const shows = { ...state, settings: { ...state.settings, showSecrets: true } };
		const open = type({ ...shows, logs: shows.logs && { ...shows.logs, unmasked: true } }, 'ftoken');
		expect(saves(pressAll(open, ['enter', 'S', 'enter']))).toMatchObject([
			{ text: `${line(50)}\n`, words: '1 of 200 lines (filtered) saved with secrets' },
		]);
	});

	test('asks again before it takes the place of a file, and only for that file', () => {
		const asked = happen(pressAll(opened(), ['S', 'enter']).state, { type: 'file-exists', path: 'dlc1-worker-0.log' });
		expect(asked.state.notice).toMatch(/is there already: Enter replaces it/);
		expect(saves(press(asked.state, 'enter'))).toMatchObject([{ overwrite: true }]);
		expect(saves(pressAll(asked.state, ['2', 'enter']))).toMatchObject([
			{ path: 'dlc1-worker-0.log2', overwrite: false },
		]);
		expect(press(asked.state, 'escape').state.mode.kind).toBe('logs');
	});

	test('tells what went wrong, and needs a name and lines', () => {
		const failing = happen(opened(), {
			type: 'save-failed',
			path: '/x/y',
			problem: 'there is no such folder (ENOENT)',
		});
		expect(failing.state.notice).toBe('/x/y was not written: there is no such folder (ENOENT)');
		expect(pressAll(opened(), ['S', 'ctrl+u', 'enter']).state.notice).toBe('give the name of a file');
		expect(pressAll(press(showing([job]), 'l').state, ['S', 'enter']).state.notice).toBe('there are no lines to save');
	});
});
