import { describe, expect, test } from 'vitest';
import type { State } from '../../../source/model/state.ts';
import { viewsOf } from '../../../source/model/views/views.ts';
import { begunWith } from '../../support/begun.ts';
import { configOf } from '../../support/config.ts';
import { aState, namedJob } from '../../support/jobs.ts';
import { happen, press, pressAll, showing } from '../../support/moves.ts';

const views = viewsOf(configOf('views: {night: {query: "window:36h", columns: [name, age]}}').views);
const list = (columns?: readonly string[]): State => showing([namedJob('dlc1')], aState({ columns, views }));
const command = (state: State, text: string) =>
	pressAll(happen(press(state, ':').state, { type: 'text-pasted', text }).state, ['enter']);
const columnsOf = ({ settings: { columns } }: State) => columns;

describe('a view without columns', () => {
	test('shows one’s own, not those of the view before', () => {
		const night = press(list(), '6').state;
		expect(columnsOf(night)).toEqual(['name', 'age']);
		expect(columnsOf(press(night, '2').state)).toBeUndefined();
		expect(columnsOf(pressAll(list(['name', 'user']), ['6', '2']).state)).toEqual(['name', 'user']);
		expect(columnsOf(pressAll(list(['name', 'user']), ['6', 'm', '2']).state)).toEqual(['name', 'user']);
	});

	test('shows those that were chosen since, in a view as well, and those of where one walked back to', () => {
		const chosen = command(press(list(), '6').state, 'columns name,gpus').state;
		const failures = press(chosen, '2').state;
		expect(columnsOf(failures)).toEqual(['name', 'gpus']);
		expect(columnsOf(pressAll(failures, ['[', '[', '3']).state)).toBeUndefined();
	});

	test('that a run begins with shows those of former runs', () => {
		const kept = { sort: undefined, group: undefined, columns: ['name', 'gpus'] };
		expect(begunWith(['--view', 'failures'], { kept })).toMatchObject({
			query: { statuses: ['FailedReserving', 'Failed'], sort: { by: 'GmtFinishTime' } },
			settings: { columns: ['name', 'gpus'] },
		});
		expect(columnsOf(begunWith(['--view', 'failures', '--columns', 'name'], { kept }))).toEqual(['name']);
		expect(columnsOf(begunWith(['--view', 'failures', '--afresh'], { kept }))).toBeUndefined();
		const file = 'views: {night: {query: "window:36h", columns: [name, age]}}';
		const night = begunWith(['--view', 'night'], { kept, file });
		expect(columnsOf(night)).toEqual(['name', 'age']);
		expect(columnsOf(press(showing([], night), '2').state)).toEqual(['name', 'gpus']);
	});
});

test('the columns of a view are never kept as one’s own, whatever else is changed in it', () => {
	const { effects } = pressAll(list(['name', 'user']), ['6', 'D']);
	expect(effects.filter(({ type }) => type === 'save-order')).toEqual([
		{
			type: 'save-order',
			order: { sort: { by: 'duration', order: 'desc' }, group: undefined, columns: ['name', 'user'] },
		},
	]);
});
