import { performance } from 'node:perf_hooks';
import { decodeJob } from '../source/model/decode-job.ts';
import { countsParts } from '../source/model/select/counts.ts';
import { sumsParts } from '../source/model/select/sums.ts';
import { columnsInput, tableColumns, visibleRows } from '../source/model/select/table.ts';
import { initialState, type State } from '../source/model/state.ts';
import { update } from '../source/model/update.ts';
import { statusValues } from '../source/tables/statuses.ts';
import { aState } from '../test/support/jobs.ts';
import { quantile, type Row } from './figures.ts';

const noon = Date.parse('2026-11-09T12:00:00Z');
const ago = (minutes: number): string => new Date(noon - minutes * 60_000).toISOString();

const jobs = (count: number) =>
	Array.from({ length: count }, (_, index) =>
		decodeJob(
			{
				JobId: `dlc${index.toString(36).padStart(13, '0')}`,
				DisplayName: `llm-pretrain-${index % 97}-stage-${index}`,
				Status: statusValues[index % statusValues.length] ?? 'Running',
				JobType: 'PyTorchJob',
				Username: `user-${index % 40}`,
				RequestGPU: String(2 ** (index % 7)),
				ResourceId: `quota${index % 12}`,
				ReasonMessage: `Pod worker-${index} exited with code ${index % 9}`,
				GmtCreateTime: ago(index + 30),
				GmtSubmittedTime: ago(index + 29),
				GmtRunningTime: ago(index + 9),
				StatusHistory: [
					{ Status: 'EnvPreparing', StartTime: ago(index + 11), EndTime: ago(index + 9) },
					{ Status: 'Running', StartTime: ago(index + 9) },
				],
			},
			index,
		),
	);

/** A monitor that shows so many jobs as everything. */
const holding = (count: number): State => {
	const all = jobs(count);
	let [state] = update(initialState(aState({ maxJobs: count }).settings, { columns: 120, rows: 40 }), {
		type: 'started',
		at: noon,
	});
	[state] = update(state, { type: 'key-pressed', key: 'e', at: noon });
	for (let guard = 0; guard < 1000 && state.poll.kind === 'fetching' && state.poll.sweep !== undefined; guard += 1) {
		const [sent] = state.poll.inFlight;
		const page = sent?.ask.kind === 'sweep' ? sent.ask.pageNumber : 1;
		[state] = update(state, {
			type: 'page-arrived',
			request: sent?.request ?? 0,
			page: {
				jobs: all.slice((page - 1) * 100, page * 100),
				TotalCount: count,
				RequestId: '',
				duplicates: 0,
				sent: {},
			},
			at: noon,
		});
		if (state.poll.kind === 'resting') {
			[state] = update(state, { type: 'timer-fired', timer: 'poll', at: noon + guard * 60_000 });
		}
	}
	return state;
};

/** What the view asks the state for after each key. */
const look = (state: State): number =>
	visibleRows(state).length +
	countsParts(state).length +
	sumsParts(state).length +
	tableColumns(columnsInput(state)).columns.length;

const measure = (start: State, key: string, times: number): readonly number[] => {
	let state = start;
	return Array.from({ length: times }, () => {
		const before = performance.now();
		[state] = update(state, { type: 'key-pressed', key, at: noon });
		look(state);
		return performance.now() - before;
	});
};

const oneFrameMs = 16.7;
const keys: readonly (readonly [string, string])[] = [
	['j', 'a row down'],
	['pagedown', 'a page down'],
	['space', 'mark'],
	['D', 'sort by run time'],
	['T', 'triage'],
	['z', 'group by the next key'],
	['Z', 'fold all groups'],
];

/** What a key costs in the core and in what the view asks of it, in lists of growing length; 5,000 jobs fit in a frame. */
export const measureScale = (): readonly Row[] =>
	[100, 1000, 5000].flatMap(count => {
		const [all] = update(holding(count), { type: 'key-pressed', key: 'z', at: noon });
		return keys.map(([key, what]) => {
			measure(all, key, 10);
			return {
				what: `${key}: ${what}, ${count} of ${all.listing?.loaded.length} jobs, p90`,
				value: quantile(measure(all, key, 60), 0.9),
				unit: 'ms',
				goal: oneFrameMs,
			};
		});
	});
