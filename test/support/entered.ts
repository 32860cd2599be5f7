import { readLines } from '../../source/model/logs/read.ts';
import type { State } from '../../source/model/state.ts';
import type { KeyMode } from '../../source/tables/keymap.ts';
import { aState, namedJob } from './jobs.ts';
import { aFailure, happen, noon, press, pressAll, showing } from './moves.ts';

/** A monitor in the middle of its work, so that every key has something to do: page 2 of 10, scrolled, with a notice-free line. */
export const busy = (): State => {
	const jobs = Array.from({ length: 50 }, (_, index) => namedJob(`dlc${index}`, { Envs: { A: 'x\n'.repeat(99) } }));
	const list = { ...showing(jobs, aState(), 500), pageNumber: 2, columnOffset: 1 };
	return pressAll({ ...list, size: { columns: 90, rows: 16 } }, ['ctrl+d', 'ctrl+d', 'pagedown']).state;
};
/** The screen of logs, with more lines than it shows, one page up. */
const logging = (): State => {
	const Pods = ['master-0', 'worker-0'].map(name => ({
		PodId: `dlc1-${name}`,
		Type: name.slice(0, 6),
		Status: 'Running',
	}));
	const asked = press(showing([namedJob('dlc1', { Pods })], aState()), 'l').state;
	const lines = Array.from({ length: 99 }, (_, index) => `2026-11-09 11:59:00  step ${index} of x`);
	const arrived = happen(asked, { type: 'lines-arrived', request: asked.lastRequest, lines: readLines(lines) }).state;
	return pressAll(arrived, ['/', 'x', 'enter', 'ctrl+u', 'ctrl+u', 'ctrl+u']).state;
};
/** The screen of differences, with more than it shows, one page down, a word being searched for. */
const comparing = (): State => {
	const script = (word: string) => ({
		UserCommand: Array.from({ length: 99 }, (_, line) => `${word} ${line} x`).join('\n'),
	});
	const list = showing([namedJob('dlc1', script('a')), namedJob('dlc2', script('b'))]);
	return pressAll({ ...list, size: { columns: 40, rows: 16 } }, ['*', '=', '/', 'x', 'enter', 'ctrl+d', 'n', 'n'])
		.state;
};
/** A monitor in each mode, with something to do for each of its keys. */
export const entered: Readonly<Record<KeyMode, () => State>> = {
	list: busy,
	detail: () => pressAll(busy(), ['enter', '4', 'ctrl+d']).state,
	help: () => pressAll(busy(), ['?', 'ctrl+d']).state,
	'help-search': () => pressAll(busy(), ['?', '/', 's', 'o']).state,
	sort: () => press(busy(), 's').state,
	filter: () => pressAll({ ...busy(), filters: ['one', 'x'] }, ['/', 'up']).state,
	form: () => pressAll(busy(), ['F', 'down', 'down', 'down', 'down', 'x']).state,
	search: () => pressAll(busy(), ['enter', '/', 'x']).state,
	copy: () => press(busy(), 'C').state,
	command: () => pressAll(busy(), [':', 'x']).state,
	logs: logging,
	comparison: comparing,
	stats: () => {
		const problems = Array.from({ length: 20 }, () => ({ at: noon, of: 'the list', failure: aFailure('service') }));
		return pressAll({ ...busy(), problems }, ['i', 'ctrl+d']).state;
	},
	columns: () => pressAll(busy(), [':', ...'columns', 'enter', 'j', 'j']).state,
	'column-search': () => pressAll(busy(), [':', ...'columns', 'enter', '/', 'd']).state,
	'log-search': () => pressAll(logging(), ['/', 'x']).state,
	'log-prompt': () => pressAll(logging(), ['f', 'x']).state,
};
