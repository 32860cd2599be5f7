import { performance } from 'node:perf_hooks';
import { shapeOf } from '../source/model/logs/log-view.ts';
import { type ReadLines, readInSlices } from '../source/model/logs/read.ts';
import { visibleRows } from '../source/model/logs/window.ts';
import { initialState, type State } from '../source/model/state.ts';
import { update } from '../source/model/update.ts';
import { aPage, aState, namedJob } from '../test/support/jobs.ts';
import { quantile, type Row } from './figures.ts';

const noon = Date.parse('2026-11-09T12:00:00Z');
const answerLines = 2000;
const answers = 10;

/** Half a kilobyte a line, one in ten with Chinese: ten megabytes are what is held at most. */
const lineOf = (number: number): string =>
	`2026-11-09 12:00:00  step ${number} ${number % 10 === 0 ? '检查点已写入 ✅ ' : ''}${'loss=1.25 grad=0.5 '.repeat(25)}`;

const opened = (): State => {
	const job = namedJob('dlc1', { Pods: [{ PodId: 'dlc1-worker-0', Type: 'worker', Status: 'Running' }] });
	let [state] = update(initialState(aState().settings, { columns: 120, rows: 40 }), { type: 'started', at: noon });
	[state] = update(state, { type: 'page-arrived', request: state.lastRequest, page: aPage([job]), at: noon });
	return update(state, { type: 'key-pressed', key: 'l', at: noon })[0];
};

/** Reads an answer as the runtime does, and times each slice. */
const read = (answer: number, slices: number[]): ReadLines => {
	const reading = readInSlices(Array.from({ length: answerLines }, (_, index) => lineOf(answer * answerLines + index)));
	for (;;) {
		const startedAt = performance.now();
		const step = reading.next();
		slices.push(performance.now() - startedAt);
		if (step.done === true) {
			return step.value;
		}
	}
};

const takeIn = (before: State, lines: ReadLines): State => {
	const [asked] = update(before, { type: 'key-pressed', key: 'r', at: noon });
	return update(asked, { type: 'lines-arrived', request: asked.lastRequest, lines, at: noon })[0];
};

const timed = (times: number[], run: () => State): State => {
	const startedAt = performance.now();
	const state = run();
	const rows = state.logs === undefined ? [] : visibleRows(shapeOf(state.logs, state.size), state.logs.place);
	times.push(performance.now() - startedAt);
	if (rows.length === 0) {
		throw new Error('no line is in sight');
	}
	return state;
};

/** A log of ten megabytes in the core: what an answer and a key cost, up to the rows of the screen. */
export const measureLogs = (): readonly Row[] => {
	const slices: number[] = [];
	const arrivals: number[] = [];
	const keys: number[] = [];
	const misses: number[] = [];
	let state = opened();
	for (let answer = 0; answer < answers; answer += 1) {
		const lines = read(answer, slices);
		state = timed(arrivals, () => takeIn(state, lines));
	}
	for (const key of Array.from({ length: 40 }, () => [
		'g',
		'j',
		'ctrl+d',
		'w',
		'k',
		't',
		'pagedown',
		'G',
		'ctrl+u',
		'w',
		't',
	]).flat()) {
		state = timed(keys, () => update(state, { type: 'key-pressed', key, at: noon })[0]);
	}
	for (let search = 0; search < 20; search += 1) {
		for (const key of ['g', '/', 'n', 'o', 'n', 'e']) {
			[state] = update(state, { type: 'key-pressed', key, at: noon });
		}
		state = timed(misses, () => update(state, { type: 'key-pressed', key: 'enter', at: noon })[0]);
	}
	return [
		{
			what: 'a slice of an answer of 2000 lines (1 MB) read, median',
			value: quantile(slices, 0.5),
			unit: 'ms',
			goal: 8,
		},
		{ what: 'a slice of an answer of 2000 lines (1 MB) read, p99', value: quantile(slices, 0.99), unit: 'ms', goal: 8 },
		{ what: 'that answer taken in after it, median', value: quantile(arrivals, 0.5), unit: 'ms', goal: 8 },
		{ what: 'key in a log of 10 MB, p99', value: quantile(keys, 0.99), unit: 'ms', goal: 16 },
		{ what: 'search through 10 MB without a hit, median', value: quantile(misses, 0.5), unit: 'ms', goal: 100 },
	];
};
