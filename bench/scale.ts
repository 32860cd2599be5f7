import { performance } from 'node:perf_hooks';
import { decodeJob } from '../source/model/decode-job.ts';
import type { Event } from '../source/model/event.ts';
import type { Job, JobPage } from '../source/model/job.ts';
import type { Ask } from '../source/model/poll.ts';
import { columnsInput, tableColumns } from '../source/model/select/columns.ts';
import { countsParts } from '../source/model/select/counts.ts';
import { sumsParts } from '../source/model/select/sums.ts';
import { visibleRows } from '../source/model/select/table.ts';
import { initialState, type State } from '../source/model/state.ts';
import { emptyStream, streamOn } from '../source/model/stream/stream.ts';
import { update } from '../source/model/update.ts';
import { statusOf, statusValues } from '../source/tables/statuses.ts';
import { aState } from '../test/support/jobs.ts';
import { quantile, type Row } from './figures.ts';

const noon = Date.parse('2026-11-09T12:00:00Z');
const ago = (minutes: number): string => new Date(noon - minutes * 60_000).toISOString();

const terminal = statusValues.filter(status => statusOf(status).terminal);

/** Statuses that end, so that a round of polling is the newest page alone; the others are those of jobs that changed. */
const aJobAt = (index: number, round = 0): Job =>
	decodeJob(
		{
			JobId: `dlc${index.toString(36).padStart(13, '0')}`,
			DisplayName: `llm-pretrain-${index % 97}-stage-${index}`,
			Status: terminal[(index + round) % terminal.length] ?? '',
			JobType: 'PyTorchJob',
			Username: `user-${index % 40}`,
			RequestGPU: String(2 ** (index % 7)),
			WorkspaceId: '268',
			ResourceId: `quota${index % 12}`,
			JobSpecs: [{ Type: 'Worker', PodCount: 1, Image: `registry.example.com/train:${index % 20_000}` }],
			ReasonMessage: `Pod worker-${index} exited with code ${index % 9}`,
			GmtCreateTime: ago(index + 30),
			GmtSubmittedTime: ago(index + 29),
			GmtRunningTime: ago(index + 9),
			GmtFinishTime: ago(index),
			StatusHistory: [
				{ Status: 'EnvPreparing', StartTime: ago(index + 11), EndTime: ago(index + 9) },
				{ Status: 'Running', StartTime: ago(index + 9), EndTime: ago(index) },
			],
		},
		index,
	);

/** What a service answers that has these jobs: a page of them, or those that were asked for by their ids. */
const pageFor = (ask: Ask | undefined, all: readonly Job[]): JobPage => {
	const page = ask?.kind === 'sweep' ? ask.pageNumber : 1;
	const ids = ask?.kind === 'touch' ? ask.ids : [];
	const isCount = ask?.kind === 'older' || ask?.kind === 'watched';
	const asked =
		ids.length > 0 ? all.filter(({ JobId }) => ids.includes(JobId)) : all.slice((page - 1) * 100, page * 100);
	return {
		jobs: isCount ? [] : asked,
		TotalCount: isCount ? 0 : ids.length > 0 ? ids.length : all.length,
		RequestId: '',
		duplicates: 0,
		sent: {},
	};
};

type Held = { readonly state: State; readonly at: number };

/** The round under way carried to its end. Rests for the bucket are over at once, in the clock of the monitor. */
const carried = ({ state: start, at: begin }: Held, all: readonly Job[]): Held => {
	let [state, at] = [start, begin];
	while (state.poll.kind === 'fetching' || state.poll.kind === 'resting') {
		const sent = state.poll.kind === 'fetching' ? state.poll.inFlight[0] : undefined;
		at += sent === undefined ? 60_000 : 0;
		const event: Event =
			sent === undefined
				? { type: 'timer-fired', timer: 'poll', at }
				: { type: 'page-arrived', request: sent.request, page: pageFor(sent.ask, all), at };
		[state] = update(state, event);
	}
	return { state, at };
};

/** A monitor that shows so many jobs as everything. */
const holding = (all: readonly Job[]): Held => {
	const { settings } = aState({ maxJobs: all.length });
	const [started] = update(initialState(settings, { columns: 120, rows: 40 }), { type: 'started', at: noon });
	const [sweeping] = update(started, { type: 'key-pressed', key: 'e', at: noon });
	return carried({ state: sweeping, at: noon }, all);
};

/** The list ten seconds later: three of the newest hundred in another status. */
const moved = (all: readonly Job[], round: number): readonly Job[] =>
	all.map((job, index) => (index < 100 && index % 33 === round % 33 ? aJobAt(index, round) : job));

/** What the view asks the state for after each key. */
const look = (state: State): number =>
	visibleRows(state).length +
	countsParts(state).length +
	sumsParts(state).length +
	tableColumns(columnsInput(state)).columns.length;

/** So many keys, out of these in turn. */
const measure = (start: State, keys: readonly string[], times: number): readonly number[] => {
	let state = start;
	return Array.from({ length: times }, (_, index) => {
		const before = performance.now();
		[state] = update(state, { type: 'key-pressed', key: keys[index % keys.length] ?? '', at: noon });
		look(state);
		return performance.now() - before;
	});
};

/** Rounds between two sweeps: the newest page with three changed rows, and no live jobs to ask for. Each state is shown. */
const measureRounds = (start: Held, all: readonly Job[], show: (state: State) => void): readonly number[] => {
	let held = start;
	return Array.from({ length: 20 }, (_, round) => {
		const now = moved(all, round);
		const at = held.at + 10_000;
		const before = performance.now();
		const [begun] = update(held.state, { type: 'timer-fired', timer: 'poll', at });
		held = carried({ state: begun, at }, now);
		show(held.state);
		return performance.now() - before;
	});
};

const oneFrameMs = 16.7;
/** What a key does: to the selection, whatever the list is long, or to all of its rows. */
const moves: readonly (readonly [string, string, 'selection' | 'rows'])[] = [
	['j', 'a row down', 'selection'],
	['pagedown', 'a page down', 'selection'],
	['space', 'mark', 'selection'],
	['D', 'sort by run time', 'rows'],
	['T', 'triage', 'rows'],
	['z', 'group by the next key', 'rows'],
	['Z', 'fold all groups', 'rows'],
];
/** With more jobs than this (the usual bound of everything is 5,000) a key for all rows may take longer than a frame. */
const mostInAFrame = 5000;

type Measured = { readonly what: string; readonly on: 'selection' | 'rows'; readonly count: number };

const keyRow = (state: State, keys: readonly string[], { what, on, count }: Measured): Row => {
	measure(state, keys, 10);
	return {
		what: `${what}, ${count} jobs, p90`,
		value: quantile(measure(state, keys, 60), 0.9),
		unit: 'ms',
		...(on === 'rows' && count > mostInAFrame ? {} : { goal: oneFrameMs }),
	};
};

const keyRows = (state: State, count: number): readonly Row[] =>
	moves.map(([key, what, on]) => keyRow(state, [key], { what: `${key}: ${what}`, on, count }));

/** A letter of a name and its end in turn, each of which shows other rows before the service is asked. */
const typingRow = (state: State, count: number): Row => {
	const [typing] = update(state, { type: 'key-pressed', key: '/', at: noon });
	return keyRow(typing, ['7', 'backspace'], { what: '/: a letter of the name', on: 'rows', count });
};

/** Ways to look at a list, by the keys that lead there. */
const looks: readonly (readonly [what: string, keys: readonly string[]])[] = [
	['a round of polling', []],
	['a round sorted by run time', ['D']],
	['a round under triage', ['T']],
	['a round filtered by age', [...'/age>1h', 'enter']],
	['a round in groups of one status', ['z']],
	['a round under triage in groups of one user', ['T', 'z', 'z', 'z']],
	['a round in groups of one image, up to 20,000 of them', [...'zzzzzzz']],
	['a round at the end of the list', ['G']],
];

const roundRow = ({ state: start, at }: Held, all: readonly Job[], [what, keys]: (typeof looks)[number]): Row => {
	const state = keys.reduce((before, key) => update(before, { type: 'key-pressed', key, at: noon })[0], start);
	// What a filter asked for comes first.
	const figures = measureRounds(carried({ state, at }, all), all, look);
	return { what: `${what}, ${all.length} jobs, p50`, value: quantile(figures, 0.5), unit: 'ms' };
};

/** What `-o ndjson --watch` says of a round. */
const streamRow = (held: Held, all: readonly Job[]): Row => {
	let [told] = streamOn(emptyStream, held.state);
	const figures = measureRounds(held, all, state => {
		[told] = streamOn(told, state);
	});
	return { what: `a round as a stream, ${all.length} jobs, p50`, value: quantile(figures, 0.5), unit: 'ms' };
};

const scaleAt = (count: number): readonly Row[] => {
	const all = Array.from({ length: count }, (_, index) => aJobAt(index));
	const before = performance.now();
	const held = holding(all);
	const sweep = performance.now() - before;
	return [
		{ what: `everything, ${count} jobs: all answers of the first sweep`, value: sweep, unit: 'ms' },
		...looks.map(look => roundRow(held, all, look)),
		streamRow(held, all),
		...keyRows(held.state, count),
		typingRow(held.state, count),
	];
};

/** What answers and keys cost in the core and in what the view asks of it, in lists of growing length. */
export const measureScale = (): readonly Row[] => [100, 1000, 5000, 20_000, 100_000].flatMap(scaleAt);
