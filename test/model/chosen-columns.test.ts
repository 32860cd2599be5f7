import { describe, expect, test } from 'vitest';
import { lineText } from '../../source/model/line-editor.ts';
import { columnsInput, tableColumns } from '../../source/model/select/columns.ts';
import { lookOf, showLook } from '../../source/model/show-look.ts';
import type { State } from '../../source/model/state.ts';
import { usualColumnIds } from '../../source/tables/columns.ts';
import { aState, namedJob } from '../support/jobs.ts';
import { later, polled, pressAll, showing } from '../support/moves.ts';

const driven = (Driver: string) => [
	namedJob('dlc1', { Settings: { Driver }, Envs: { NCCL_DEBUG: 'INFO', RANK: '0' } }),
];
const typed = (state: State, text: string): State =>
	pressAll(state, [':', ...[...text].map(key => (key === ' ' ? 'space' : key))]).state;
const entered = (state: State, text: string): State => pressAll(typed(state, text), ['enter']).state;
const placed = (state: State): Readonly<Record<string, number>> =>
	Object.fromEntries(tableColumns(columnsInput(state)).columns.map(({ id, width }) => [id, width]));
const line = ({ mode }: State): string => (mode.kind === 'command' ? lineText(mode.line) : '');

describe('columns that were chosen', () => {
	test('are measured when they are chosen, and grow with what later answers bring', () => {
		const chosen = entered(showing(driven('a driver of some length')), 'columns name,settings.driver');
		expect(placed(chosen)).toMatchObject({ 'Settings.Driver': 23 });
		expect(placed(polled(chosen, driven('x'), later(10)))).toMatchObject({ 'Settings.Driver': 23 });
		const wider = polled(chosen, driven('a driver of an even greater length'), later(10));
		expect(placed(wider)).toMatchObject({ 'Settings.Driver': 34 });
	});

	test('are measured when another view brings them', () => {
		const before = showing(driven('a driver of some length'));
		const [after] = showLook(before, { ...lookOf(before), columns: ['name', 'Settings.Driver'] }, later(10));
		expect(placed(after)).toMatchObject({ 'Settings.Driver': 23 });
	});

	test('are measured with the first answer where they came from the command line', () => {
		const state = showing(driven('a driver of some length'), aState({ columns: ['name', 'Settings.Driver'] }));
		expect(placed(state)).toMatchObject({ 'Settings.Driver': 23 });
	});

	test('go by their own order, and | adds what else there is', () => {
		const chosen = entered(showing(driven('x')), 'columns age,Settings.Driver,name');
		expect(Object.keys(placed(chosen))).toEqual(['age', 'Settings.Driver', 'name']);
		expect(Object.keys(placed(pressAll(chosen, ['|']).state)).slice(0, 5)).toEqual([
			'age',
			'Settings.Driver',
			'name',
			'status',
			'id',
		]);
		expect(Object.keys(placed(entered(chosen, 'columns usual')))).toEqual(usualColumnIds);
	});
});

test('of all columns, those that were chosen stay longest', () => {
	const image = { JobSpecs: [{ Image: `registry/${'x'.repeat(60)}` }] };
	const chosen = entered(showing([namedJob('dlc1', image)]), 'columns name,image');
	expect(Object.keys(placed(chosen))).toEqual(['name', 'image']);
	const all = Object.keys(placed(pressAll(chosen, ['|']).state));
	expect(all.slice(0, 3)).toEqual(['name', 'image', 'status']);
});

describe('Tab completes the last of the columns', () => {
	test.each([
		['columns settings.d', 'columns Settings.D'],
		['columns settings.dr', 'columns Settings.Driver'],
		['columns name,nodenam', 'columns name,NodeNames[]'],
		['columns drive', 'columns drive'],
		['columns envs.', 'columns Envs.'],
		['columns envs.n', 'columns Envs.NCCL_DEBUG'],
		['columns gput', 'columns gpuType'],
		['columns stat', 'columns status'],
		['columns codesourceid', 'columns CodeSource.CodeSourceId'],
	])('%s becomes %s', (text, expected) => {
		expect(line(pressAll(typed(showing(driven('x')), text), ['tab']).state)).toBe(expected);
	});
});
