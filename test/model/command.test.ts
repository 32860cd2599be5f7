import { describe, expect, test } from 'vitest';
import { commandNames, completions } from '../../source/model/command-names.ts';
import { lineText } from '../../source/model/line-editor.ts';
import type { State } from '../../source/model/state.ts';
import { argumentCommands } from '../../source/tables/commands.ts';
import { failedStatuses } from '../../source/tables/statuses.ts';
import { aState, namedJob } from '../support/jobs.ts';
import { asked, happen, type Moved, press, pressAll, showing } from '../support/moves.ts';

const busy = (): State => {
	const jobs = Array.from({ length: 50 }, (_, index) => namedJob(`dlc${index}`));
	return pressAll({ ...showing(jobs, aState(), 500), columnOffset: 1 }, ['ctrl+d']).state;
};
const typed = (state: State, text: string): Moved =>
	pressAll(happen(press(state, ':').state, { type: 'text-pasted', text }).state, ['enter']);
const tabbed = (text: string): string => {
	const { mode } = pressAll(happen(press(busy(), ':').state, { type: 'text-pasted', text }).state, ['tab']).state;
	return mode.kind === 'command' ? lineText(mode.line) : '';
};

describe('every command', () => {
	test.each(commandNames)(':%s does something, or says why not', name => {
		const before = busy();
		const { state, effects } = typed(before, name);
		expect(state.mode).not.toMatchObject({ line: { before: name } });
		const after = JSON.stringify({ ...state, commands: [] });
		expect(after !== JSON.stringify(before) || effects.length > 0).toBe(true);
	});

	test.each(Object.entries(argumentCommands).flatMap(([name, { words }]) => words.map(word => `${name} ${word}`)))(
		':%s is understood',
		text => {
			const { state } = typed(busy(), text);
			expect(state.notice ?? '').not.toMatch(/unknown|nearest|give|no such/);
		},
	);
});

describe('the command line', () => {
	test.each([
		['window 36h', { query: { window: { kind: 'last', ms: 36 * 3_600_000 } }, pageNumber: 1 }],
		['sort name', { query: { sort: { by: 'DisplayName', order: 'asc' } } }],
		['sort gpus', { arrangement: { sort: { by: 'gpus', order: 'desc' } } }],
		['group gpu-type', { arrangement: { group: 'gpuType' }, notice: 'grouped by GPU type' }],
		['columns name,status', { settings: { columns: ['name', 'status'] } }],
		['page 3', { pageNumber: 3 }],
		['interval 30', { settings: { periodMs: 30_000 } }],
		['  failed  ', { query: { statuses: failedStatuses } }],
		['half-down', { mode: { kind: 'list' } }],
		['help', { mode: { kind: 'help', over: 'list' } }],
		['detail', { mode: { kind: 'detail' } }],
		['sort', { mode: { kind: 'sort' } }],
		['sort-by-name', { query: { sort: { by: 'DisplayName' } }, mode: { kind: 'list' } }],
		['copy-name', { notice: '1 name sent to the terminal' }],
	])('runs %j', (text, expected) => {
		expect(typed(busy(), text).state).toMatchObject(expected);
	});

	test('asks the service as the keys do', () => {
		expect(asked(typed(busy(), 'window 2026-11-01..2026-11-02').effects)[0]).toMatchObject({
			StartTime: '2026-11-01T00:00:00Z',
			EndTime: '2026-11-02T23:59:59Z',
		});
	});

	test.each([
		['stats-of-nobody', ':stats-of-nobody: no such command'],
		['windwo', ':windwo: no such command; the nearest is :window'],
		['window soon', /^:window soon: write a window like/],
		['page', ':page NUMBER: go to a page of the list'],
		['sort nmae', ':sort nmae: unknown; the nearest is name'],
		['group x', /^:group x: unknown; one of status, reason, user, /],
		['columns name,statsu', ':columns: there is no column statsu; the nearest is status'],
		['page 11', ':page 11: give a page from 1 to 10'],
		['interval 1', ':interval 1: give seconds from 2 to 3600'],
		['help me', ':help takes no argument'],
		['keep-filter', ':keep-filter works in the filter prompt: enter'],
		['next-job', ':next-job works in the detail pane: J'],
		['back-by-q', /^:back-by-q works in the detail pane, in the help/],
	])('refuses %j and asks nothing', (text, notice) => {
		const { state, effects } = typed(busy(), text);
		expect(state.notice).toMatch(notice);
		expect(effects).toEqual([]);
		expect(state.query).toEqual(busy().query);
	});

	test('gives the keys back to the pane, and works on it', () => {
		const pane = press(busy(), 'enter').state;
		expect(pressAll(pane, [':', 'escape']).state.mode.kind).toBe('detail');
		expect(typed(pane, 'zoom').state).toMatchObject({ mode: { kind: 'detail' }, detail: { zoomed: true } });
		expect(typed(pane, 'failed').state.notice).toBe(':failed works in the list: f');
	});

	test('quits', () => {
		expect(typed(busy(), 'quit').effects).toContainEqual({ type: 'exit' });
	});

	test('takes editing keys, and Backspace on the empty line leaves it', () => {
		const state = pressAll(busy(), [':', 'h', 'x', 'backspace', 'e', 'l', 'p', 'space', 'ctrl+w']).state;
		expect(state.mode).toMatchObject({ kind: 'command', line: { before: '' } });
		expect(press(state, 'backspace').state.mode.kind).toBe('list');
		expect(pressAll(busy(), [':', 'enter']).state).toMatchObject({ mode: { kind: 'list' }, commands: [] });
	});

	test('remembers its lines once each, and up and down walk through them', () => {
		const state = ['page 2', 'interval 30', 'page 2'].reduce((before, text) => typed(before, text).state, busy());
		expect(state.commands).toEqual(['interval 30', 'page 2']);
		const recalled = (...keys: readonly string[]) => pressAll(state, [':', ...keys]).state;
		expect(recalled('up').mode).toMatchObject({ line: { before: 'page 2' } });
		expect(recalled('up', 'up').mode).toMatchObject({ line: { before: 'interval 30' } });
		expect(recalled('up', 'up', 'up')).toMatchObject({
			mode: { line: { before: 'interval 30' } },
			notice: 'no command before this one',
		});
		expect(recalled('up', 'up', 'down', 'down').mode).toMatchObject({ line: { before: '' } });
	});
});

describe('completion', () => {
	test.each([
		['wind', 'window '],
		['sus', 'suspend'],
		['half', 'half-'],
		['window 3', 'window 3'],
		['window 36', 'window 36h'],
		['sort na', 'sort name'],
		['group gp', 'group gpu-type'],
		['columns name,stat', 'columns name,status'],
		['zzz', 'zzz'],
		['page 1', 'page 1'],
	])('of %j is %j', (text, completed) => {
		expect(tabbed(text)).toBe(completed);
	});

	test('offers every command at first, and says when there is nothing', () => {
		expect(completions(aState(), '')).toEqual(commandNames);
		expect(pressAll(busy(), [':', 'z', 'z', 'z', 'tab']).state.notice).toBe('nothing begins like this');
	});
});

test('a command of the past is not run by being recalled', () => {
	const { effects } = pressAll(typed(busy(), 'page 2').state, [':', 'up']);
	expect(effects).toEqual([]);
});
