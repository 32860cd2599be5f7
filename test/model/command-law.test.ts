import { expect, test } from 'vitest';
import { linesArrived } from '../../source/model/logs/ask.ts';
import { countsParts } from '../../source/model/select/counts.ts';
import { pollWords, scopeParts } from '../../source/model/select/scope.ts';
import { columnsInput, tableColumns, visibleRows } from '../../source/model/select/table.ts';
import type { State } from '../../source/model/state.ts';
import { bindingsIn, keymap } from '../../source/tables/keymap.ts';
import { aState, namedJob } from '../support/jobs.ts';
import { pressAll, showing } from '../support/moves.ts';

const envs = (index: number) =>
	Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`NAME_${at}`, `${index} ${at}`]));
const jobs = Array.from({ length: 50 }, (_, index) => namedJob(`dlc${index}`, { Envs: envs(index) }));
const list = (): State => {
	const state = { ...showing(jobs, aState(), 500), pageNumber: 2, columnOffset: 1 };
	return pressAll({ ...state, size: { columns: 90, rows: 16 } }, ['ctrl+d', 'ctrl+d', 'space']).state;
};
const pane = (): State => pressAll(list(), ['enter', '4']).state;
const logs = (): State => {
	const asked = pressAll(list(), ['l', 'k']);
	const { logs: view } = asked.state;
	const lines = Array.from(
		{ length: 60 },
		(_, index) => `2026-11-09 12:00:${10 + (index % 50)}  step ${index} ${'word '.repeat(30)}`,
	);
	const [answered] = linesArrived({ ...asked.state, logs: view }, view?.request ?? 0, lines);
	return pressAll(answered, ['ctrl+u', 'ctrl+u', 'ctrl+u']).state;
};
const differences = (): State => pressAll(list(), ['u', 'space', 'space', '=', 'ctrl+d', 'ctrl+d']).state;
const screens = { list, detail: pane, logs, comparison: differences } as const;

/** What the screen is drawn from. */
const seen = (state: State): string =>
	JSON.stringify([
		state.mode.kind,
		state.notice,
		state.detail,
		state.logs,
		state.comparison,
		state.size,
		scopeParts(state),
		pollWords(state),
		countsParts(state),
		visibleRows(state).map(({ key, selected }) => [key, selected]),
		tableColumns(columnsInput(state)),
	]);

const names = (mode: keyof typeof screens): readonly string[] => {
	const here = bindingsIn(mode);
	return Object.entries(keymap)
		.filter(([, binding]) => here.includes(binding))
		.map(([id]) => id.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`));
};

/** Orders to the world outside that are seen by what comes of them: an answer has a new time on the first line. */
const isShown = (type: string): boolean =>
	['fetch', 'exit', 'suspend', 'repaint', 'page-text', 'fetch-lines', 'take-figures'].includes(type);

test.each([
	...names('list').map(name => ['list', name] as const),
	...names('detail').map(name => ['detail', name] as const),
	...names('logs').map(name => ['logs', name] as const),
	...names('comparison').map(name => ['comparison', name] as const),
])('in the %s :%s changes what is seen, or says something', (mode, name) => {
	const before = screens[mode]();
	expect(before.mode.kind).toBe(mode);
	const { state, effects } = pressAll(before, [':', ...name, 'enter']);
	expect(seen(state) !== seen(before) || effects.some(({ type }) => isShown(type))).toBe(true);
});
