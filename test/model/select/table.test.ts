import { describe, expect, test } from 'vitest';
import * as filter from '../../../source/model/filter.ts';
import { columnsInput, tableColumns } from '../../../source/model/select/columns.ts';
import { allOf, cellText, statusSign, visibleRows, widen } from '../../../source/model/select/table.ts';
import type { State } from '../../../source/model/state.ts';
import { columnIds, usualColumnIds } from '../../../source/tables/columns.ts';
import { isSortKey, sortKeys } from '../../../source/tables/sort-keys.ts';
import { displayWidth } from '../../../source/text/width.ts';
import { aJob, aState, namedJob } from '../../support/jobs.ts';
import { noon, polled, press, pressAll, showing } from '../../support/moves.ts';

const ids = (state: State): readonly string[] => tableColumns(columnsInput(state)).columns.map(({ id }) => id);
const sized = (columns: number, state: State): State => ({ ...state, size: { columns, rows: 30 } });
const jobs = [
	namedJob('dlc1k3b7x2m4f9qz', {
		DisplayName: 'llm-pretrain-7b-stage2-long',
		JobType: 'PyTorchJob',
		Username: 'deborah',
		RequestGPU: '64',
		NodeCount: '8',
		GmtRunningTime: '2026-11-06T10:00:00Z',
	}),
];

describe('the columns', () => {
	const state = showing(jobs);

	test('are the usual ones where there is room, and the JOB ID is whole from 110 columns', () => {
		expect(ids(sized(120, state))).toEqual(usualColumnIds);
		const narrow = tableColumns(columnsInput(sized(110, state))).columns.find(({ id }) => id === 'id');
		expect(narrow?.width).toBe(16);
	});

	test.each([
		[80, ['status', 'name', 'user', 'gpus', 'age', 'run']],
		[60, ['status', 'name', 'user', 'gpus', 'age', 'run']],
		[40, ['status', 'name', 'gpus', 'age']],
	])('at %d cells are the most important ones', (columns, expected) => {
		expect(ids(sized(columns, state))).toEqual(expected);
	});

	test('never take more cells than the list has', () => {
		for (let columns = 40; columns <= 300; columns += 1) {
			for (const wide of [false, true]) {
				const { columns: placed } = tableColumns(columnsInput(sized(columns, { ...state, wide })));
				const cells = placed.reduce((sum, { width }) => sum + width, 2 + 2 * (placed.length - 1));
				expect(cells).toBeLessThanOrEqual(columns);
			}
		}
	});

	test('are all there are with |, and the chosen ones in their order where some were chosen', () => {
		expect(ids(sized(400, press(state, '|').state))).toEqual(columnIds.filter(id => id !== 'why'));
		expect(ids(sized(400, pressAll(state, ['|', 'T']).state))).toEqual(columnIds);
		expect(ids(showing(jobs, aState({ columns: ['age', 'id', 'nonsense'] })))).toEqual(['age', 'id']);
	});

	test('say after | why they are the same, where there is no room for more', () => {
		const narrow = { ...state, size: { columns: 40, rows: 10 } };
		const wide = press(narrow, '|').state;
		expect(ids(wide)).toEqual(ids(narrow));
		expect(wide.notice).toBe('wide: there is no room for more columns');
		expect(press(wide, '|').state.notice).toBe('not wide: the columns stay the same');
		expect(press({ ...state, size: { columns: 200, rows: 30 } }, '|').state.notice).toBeUndefined();
	});

	test('scroll one by one beside the frozen name, up to the last and back without a lost key', () => {
		const once = press(state, 'right').state;
		expect(ids(once).slice(0, 3)).toEqual(['status', 'name', 'type']);
		expect(ids(press(once, 'left').state)).toEqual(ids(state));
		const end = pressAll(
			state,
			Array.from({ length: 60 }, () => 'right'),
		).state;
		expect(ids(end).at(-1)).toBe(columnIds.at(-1));
		expect(ids(press(end, 'left').state)).not.toEqual(ids(end));
		expect(
			pressAll(
				end,
				Array.from({ length: 60 }, () => 'left'),
			).state.columnOffset,
		).toBe(0);
	});
});

describe('the widths', () => {
	test('are those of the widest cell or title, in cells of the terminal', () => {
		const widths = widen(
			new Map(),
			allOf([namedJob('dlc1', { DisplayName: '训练任务', Username: 'x' })]),
			new Map(),
			noon,
		);
		expect(widths.get('name')).toBe(8);
		expect(widths.get('user')).toBe(4);
	});

	test('leave room for the sign of the status, and for the mark where a job changed', () => {
		const failed = [namedJob('dlc1', { Status: 'Failed' })];
		expect(widen(new Map(), allOf(failed), new Map(), noon).get('status')).toBe(8);
		expect(widen(new Map(), allOf(failed), new Map([['dlc1', 2]]), noon).get('status')).toBe(10);
	});

	test('of rows that stayed the same are not looked at again, but for their ages', () => {
		const former = widen(new Map(), allOf([namedJob('dlc1', { DisplayName: 'short' })]), new Map(), noon);
		const long = namedJob('dlc1', { DisplayName: 'a-much-longer-name', GmtCreateTime: '2020-01-01T00:00:00Z' });
		const next = widen(former, { ...allOf([]), always: [long] }, new Map(), noon);
		expect(next.get('name')).toBe(former.get('name'));
		expect(next.get('age')).toBeGreaterThan(former.get('age') ?? 0);
	});

	test('are the same object when none grew', () => {
		const former = widen(new Map(), allOf(jobs), new Map(), noon);
		expect(widen(former, allOf(jobs), new Map(), noon)).toBe(former);
	});

	test('never shrink', () => {
		const former = widen(new Map(), allOf(jobs), new Map(), noon);
		const next = widen(former, allOf([namedJob('dlc1')]), new Map(), noon);
		for (const [id, width] of former) {
			expect(next.get(id)).toBeGreaterThanOrEqual(width);
		}
	});
});

describe('a row', () => {
	test('is in sight, selected or changed as the state says', () => {
		const many = Array.from({ length: 40 }, (_, index) => namedJob(`dlc${index}`));
		const state = press(showing(many), 'G').state;
		const next = polled(state, many.with(39, namedJob('dlc39', { Status: 'Failed' })));
		const rows = visibleRows(next);
		expect(rows.map(({ key }) => key)).toEqual(many.slice(15).map(({ key }) => key));
		expect(rows.filter(({ selected }) => selected).map(({ key }) => key)).toEqual(['dlc39']);
		expect(rows.filter(row => 'changed' in row && row.changed).map(({ key }) => key)).toEqual(['dlc39']);
	});

	test('says beside the name what of its job could not be read', () => {
		const job = aJob({ JobId: 'dlc1', DisplayName: 'odd', JobSpecs: 'none' });
		expect(cellText('name', job, noon)).toBe('odd ⚠ cannot read JobSpecs');
		expect(cellText('name', aJob({ JobId: 'dlc1', JobSpecs: 'none', Envs: 7 }), noon)).toBe(
			'⚠ cannot read JobSpecs and 1 more',
		);
	});

	test('holds no control character, whatever the service sent', () => {
		const job = namedJob('dlc1', {
			DisplayName: 'a\u001b]0;x\u0007b\u202e',
			Username: '\u009b31m',
			Status: 'Run\nning',
		});
		for (const id of columnIds) {
			expect(cellText(id, job, noon)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
		}
	});

	test('has a sign for any status, known or not, one cell wide', () => {
		expect([statusSign('Failed', false), statusSign('Failed', true), statusSign('New', false)]).toEqual([
			'✗',
			'x',
			'?',
		]);
		expect(displayWidth(statusSign('Queuing', false))).toBe(1);
	});
});

describe('the order the rows are in', () => {
	const failed = [
		namedJob('dlc1', { Status: 'FailedReserving', ReasonCode: 'OOMKilled', GmtRunningTime: '2026-11-09T10:01:00Z' }),
		namedJob('dlc2', { Status: 'Failed', ReasonCode: 'ImagePullFailed', GmtFinishTime: '2026-11-09T11:00:00Z' }),
	];

	test.each(Object.entries(sortKeys))('has its column on the screen at every width: %s', (by, { column }) => {
		for (let columns = 40; columns <= 200; columns += 1) {
			const state = sized(columns, showing(failed));
			const sorted = isSortKey(by) ? filter.sortBy(state, by, noon)[0] : state;
			const inverted = by === 'GmtCreateTime' ? sorted : filter.invertSort(sorted, noon)[0];
			expect(ids(inverted)).toContain(column);
		}
	});

	test('needs no column of its own in the usual order, so that the age can be left out', () => {
		expect(ids(showing(failed, aState({ columns: ['name', 'id'] })))).toEqual(['name', 'id']);
	});

	test('stands beside why the jobs failed where only failed ones are asked for', () => {
		const view = (columns: number) => ids(sized(columns, press(showing(failed), '2').state));
		expect(view(120).slice(0, 4)).toEqual(['status', 'name', 'finished', 'reason']);
		expect(view(80).slice(0, 4)).toEqual(['status', 'name', 'finished', 'reason']);
		expect(view(40)).toContain('finished');
		expect(ids(press(showing(failed), 'f').state)).toContain('reason');
		expect(ids(showing(failed))).not.toContain('reason');
	});

	test('says under triage why they failed once, unless the reason was chosen or everything is shown', () => {
		const judged = (state: State) => ids(sized(400, pressAll(state, ['f', 'T']).state));
		expect(judged(showing(failed))).toContain('why');
		expect(judged(showing(failed))).not.toContain('reason');
		expect(judged(showing(failed, aState({ columns: ['name', 'reason'] })))).toEqual(['name', 'why', 'reason']);
		expect(judged(press(showing(failed), '|').state)).toContain('reason');
	});
});

describe('at 40 cells', () => {
	const two = [
		namedJob('dlc1', {
			DisplayName: 'llm-pretrain-7b-stage2-long',
			Status: 'Failed',
			ReasonCode: 'OOMKilled',
			GmtFinishTime: '2026-11-09T11:45:00Z',
		}),
		namedJob('dlc2', { Status: 'SucceededReserving' }),
	];
	const widths = (state: State) =>
		Object.fromEntries(tableColumns(columnsInput(sized(40, state))).columns.map(({ id, width }) => [id, width]));

	test('a long status is shortened, so that more than the name stands beside it', () => {
		expect(widths(showing(two))).toMatchObject({ status: 11, age: 4 });
	});

	test('why a job needs a look has more room than its name', () => {
		const { status = 0, name = 0, why = 0 } = widths(press(showing(two), 'T').state);
		expect(status).toBe(8);
		expect(why).toBeGreaterThan(name);
		expect(why).toBeGreaterThanOrEqual('failed 28m ago:'.length);
	});
});
