import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Job } from '../../source/model/job.ts';
import { cellText } from '../../source/model/select/table.ts';
import { rawValue } from '../../source/report/raw-values.ts';
import { columnOf } from '../../source/tables/column-of.ts';
import { type Column, columnIds, columns, usualColumnIds } from '../../source/tables/columns.ts';
import { statusOf, statusValues } from '../../source/tables/statuses.ts';
import { fit } from '../../source/text/fit.ts';
import { displayWidth } from '../../source/text/width.ts';
import { aJob, namedJob } from '../support/jobs.ts';
import { noon } from '../support/moves.ts';

const entries: readonly (readonly [string, Column])[] = Object.entries(columns);
const job = aJob({
	JobId: 'dlc1k3b7x2m4f9qz',
	DisplayName: 'llm-pretrain',
	Status: 'Failed',
	SubStatus: 'x',
	JobType: 'PyTorchJob',
	Username: 'alice',
	RequestGPU: '64',
	NodeCount: '8',
	Priority: 3,
	RestartTimes: '1/10',
	WorkspaceId: '268',
	WorkspaceName: 'dlc-workspace',
	ResourceId: 'quota1',
	ResourceType: 'ECS',
	ReasonMessage: 'out of memory',
	GmtCreateTime: '2026-11-06T10:00:00Z',
	GmtSubmittedTime: '2026-11-06T10:00:00Z',
	GmtRunningTime: '2026-11-06T13:00:00Z',
	GmtFinishTime: '2026-11-09T11:00:00Z',
	JobSpecs: [{ Type: 'Worker', PodCount: 8, Image: 'torch:2', ResourceConfig: { GPUType: 'A100', GPU: '8' } }],
});
const text = (id: string, of = job): string | undefined => columnOf(id)?.text(of, noon);

describe('the column table', () => {
	test('why: what triage says, else the cause of a failure, else nothing', () => {
		expect(columns.why.text(job, noon, 'failed 5m ago: out of memory')).toBe('failed 5m ago: out of memory');
		expect(text('why')).toBe('out of memory');
		expect(text('why', aJob({ Status: 'Running', ReasonMessage: 'is running' }))).toBe('');
	});

	test.each(entries)(
		'%s has an id in camel case and a title in capitals that fits',
		(id, { title, most, least = 1 }) => {
			expect(id).toMatch(/^[a-z]+(?:[A-Z][a-z]+)*$/);
			expect(title).toBe(title.toUpperCase());
			expect(displayWidth(title)).toBeLessThanOrEqual(most);
			expect(least).toBeLessThanOrEqual(most);
		},
	);

	test.each(entries)('%s says what it shows', (_, { help }) => {
		expect(help).toMatch(/\S.*[^.]$/);
	});

	test('drops its columns in a total order, name and status last', () => {
		const priorities = entries.map(([, { priority }]) => priority);
		const others = entries.filter(([id]) => id !== 'name' && id !== 'status').map(([, { priority }]) => priority);
		expect(new Set(others).size).toBe(others.length);
		expect(Math.min(...others)).toBeGreaterThan(columns.name.priority);
		expect(Math.max(...priorities)).toBe(Math.max(...others));
	});

	test('has two growing columns, and the frozen ones come first', () => {
		expect(entries.filter(([, column]) => column.grows).map(([id]) => id)).toEqual(['name', 'why']);
		const frozen = entries.map(([, column]) => column.frozen ?? false);
		expect(frozen).toEqual(frozen.toSorted((a, b) => Number(b) - Number(a)));
	});

	test('has each key of the service that sorts in one usual or wide column, and no title twice', () => {
		const sorts = entries.flatMap(([, { sort }]) => sort ?? []);
		expect(new Set(sorts)).toEqual(new Set(['DisplayName', 'JobType', 'Status', 'GmtCreateTime', 'GmtFinishTime']));
		expect(new Set(entries.map(([, { title }]) => title)).size).toBe(entries.length);
	});

	test('shows the columns of the drawing unless asked for more', () => {
		expect(usualColumnIds).toEqual(['status', 'name', 'id', 'type', 'user', 'gpus', 'nodes', 'age', 'run']);
		expect(columnIds).toEqual(entries.map(([id]) => id));
		expect(columnOf('nonsense')).toBeUndefined();
		expect(columnOf('constructor')).toBeUndefined();
	});
});

test.each([
	['status', 'Failed'],
	['name', 'llm-pretrain'],
	['id', 'dlc1k3b7x2m4f9qz'],
	['type', 'PyTorch'],
	['user', 'alice'],
	['gpus', '64'],
	['nodes', '8'],
	['age', '3d02h'],
	['run', '2d22h'],
	['wait', '3h00'],
	['quota', 'quota1'],
	['priority', '3'],
	['restarts', '1/10'],
	['gpuType', 'A100'],
	['workspace', 'dlc-workspace'],
	['finished', '2026-11-09T11:00:00Z'],
	['reason', 'out of memory'],
	['subStatus', 'x'],
	['created', '2026-11-06T10:00:00Z'],
	['resource', 'ECS'],
	['image', 'torch:2'],
])('the %s of a job is %s', (id, expected) => {
	expect(text(id)).toBe(expected);
});

test.each([
	['JobFailed', 'Pod dlc1k3b7x2m4f9qz-worker-0 exited with code 137: killed', 'exit 137: killed', 'JobFailed'],
	['JobFailed', '', 'JobFailed', 'JobFailed'],
	['NodeUnhealthy', 'Pod lost its node', 'NodeUnhealthy', 'NodeUnhealthy'],
	['', 'pull https://u:hunter22@host/x failed', 'pull <url> failed', 'pull https://••••@host/x failed'],
])('the reason %j: %j is shown as %j, and is %j for a program', (ReasonCode, ReasonMessage, shown, raw) => {
	const failed = namedJob('dlc1', { Status: 'Failed', ReasonCode, ReasonMessage });
	expect(text('reason', failed)).toBe(shown);
	expect(rawValue('reason', failed, noon)).toBe(raw);
});

test.each([
	['TFJob', 'TFJob'],
	['MPIJob', 'MPIJob'],
	['RayJob', 'RayJob'],
	['XGBoostJob', 'XGBoostJob'],
	['ElasticBatchJob', 'ElasticBatch'],
	['PyTorchJob', 'PyTorch'],
	['pytorchjob', 'pytorchjob'],
	['Job', 'Job'],
	['', ''],
])('the type %s is shown as %s', (JobType, expected) => {
	expect(text('type', namedJob('dlc1', { JobType }))).toBe(expected);
});

test('nothing known is nothing shown; a run time that there is not is a dash', () => {
	const cells = Object.fromEntries(columnIds.map(id => [id, text(id, aJob({ JobId: 'dlc1' }))]));
	expect(cells).toEqual({ ...Object.fromEntries(columnIds.map(id => [id, ''])), id: 'dlc1', run: '-' });
});

test('no cell is wider than its column, whatever the service sent', () => {
	const anyText = fc.string({ unit: 'grapheme' });
	const anyJob = fc
		.record({ JobId: anyText, DisplayName: anyText, Status: anyText, Username: anyText, RequestGPU: anyText })
		.map(aJob);
	fc.assert(
		fc.property(anyJob, fc.constantFrom(...entries), fc.integer({ min: 1, max: 60 }), (any, [id, column], width) => {
			expect(displayWidth(fit(cellText(id, any, noon), width))).toBe(width);
			expect(column.text(any, noon)).toBeTypeOf('string');
		}),
	);
});

test('the oldest job tells for all how wide a column gets that ages always', () => {
	const created = fc.integer({ min: -1, max: 20_000 * 24 * 60 }).map(minutes => new Date(noon - minutes * 60_000));
	const job = fc
		.tuple(created, fc.nat(59_999))
		.map(([at, ms]) => namedJob('dlc1', { GmtCreateTime: new Date(at.getTime() - ms).toISOString() }));
	const always = entries.filter(([, { ages }]) => ages === 'always');
	expect(always.map(([, { upTo }]) => typeof upTo)).toEqual(always.map(() => 'function'));
	fc.assert(
		fc.property(job, job, fc.constantFrom(...always), (one, other, [, { title, text, upTo, most }]) => {
			const isOlder = (one.GmtCreateTime ?? 0) <= (other.GmtCreateTime ?? 0);
			const [oldest, younger] = isOlder ? [one, other] : [other, one];
			const width = Math.max(title.length, displayWidth(upTo?.(oldest, noon) ?? ''));
			expect(displayWidth(text(younger, noon))).toBeLessThanOrEqual(width);
			expect(displayWidth(text(oldest, noon))).toBeLessThanOrEqual(width);
			expect(width).toBeLessThanOrEqual(most);
		}),
	);
});

test('a column ages as it says: always, of live jobs alone, or never', () => {
	const [now, then] = [noon, Date.parse('2027-12-09T17:59:00Z')];
	const times = { GmtCreateTime: '2026-11-09T10:00:00Z', GmtSubmittedTime: '2026-11-09T10:00:00Z' };
	const ran = { ...times, GmtRunningTime: '2026-11-09T11:00:00Z' };
	const jobs = statusValues.flatMap(Status => [
		namedJob('dlc1', { ...times, Status }),
		namedJob('dlc2', { ...ran, Status }),
		namedJob('dlc3', { ...ran, Status, GmtFinishTime: '2026-11-09T11:30:00Z' }),
	]);
	for (const [id, { text, ages }] of entries) {
		const aged = jobs.filter(job => text(job, now) !== text(job, then));
		const isLive = (job: Job): boolean => statusOf(job.Status).live;
		const told = { always: aged.length === jobs.length, live: aged.length > 0 && aged.every(isLive) };
		expect([id, told]).toEqual([id, { always: ages === 'always', live: ages === 'live' }]);
	}
});
