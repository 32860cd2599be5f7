import { describe, expect, test } from 'vitest';
import { chooserIds, chosenIds } from '../../source/model/columns/chooser.ts';
import { inOrder, orderFrom, orderText } from '../../source/model/kept-order.ts';
import type { State } from '../../source/model/state.ts';
import { usualColumnIds } from '../../source/tables/columns.ts';
import { itemPaths } from '../../source/tables/item-paths.ts';
import { aState, namedJob } from '../support/jobs.ts';
import { pressAll, showing } from '../support/moves.ts';

const listed = (): State => showing([namedJob('dlc1', { Envs: { RANK: '0' }, Settings: { Driver: '535' } })]);
const press = (state: State, ...keys: readonly string[]): State => pressAll(state, keys).state;
const opened = (): State => press(listed(), ':', ...'columns', 'enter');

describe('the column chooser', () => {
	test('offers the shown columns in their order, then every other one and every path', () => {
		const ids = chooserIds(opened());
		expect(ids.slice(0, usualColumnIds.length)).toEqual(usualColumnIds);
		expect(ids).toEqual(expect.arrayContaining(['wait', 'Envs.RANK', 'Settings.Driver']));
		expect(ids.length).toBeGreaterThan(itemPaths().length);
		expect(new Set(ids).size).toBe(ids.length);
	});

	test('hides and shows with Space, moves with J and K, and keeps with Enter', () => {
		const hidden = press(opened(), 'j', 'j', 'space');
		expect(chosenIds(hidden)).not.toContain('id');
		const kept = press(opened(), 'J', 'enter');
		expect(kept.mode.kind).toBe('list');
		expect(chosenIds(kept).slice(0, 3)).toEqual(['name', 'status', 'id']);
		expect(press(opened(), 'J', 'K').settings.columns).toBeUndefined();
		expect(press(opened(), 'K').notice).toBe('this is the first column');
		expect(press(opened(), 'G', 'J').notice).toMatch(/^only a column that is shown/);
	});

	test('stays at its line where a column is hidden, so that the next one can go as well, and at the last of them at the end', () => {
		const [first, second, , , fifth] = usualColumnIds;
		const three = press(opened(), 'j', 'j', 'space', 'space');
		expect(chosenIds(three).slice(0, 3)).toEqual([first, second, fifth]);
		expect(three.mode).toMatchObject({ id: fifth });
		const few = press(listed(), ':', ...'columns', 'space', ...'name,age,id', 'enter');
		const end = press(few, ':', ...'columns', 'enter', 'j', 'j');
		expect(press(end, 'space').mode).toMatchObject({ id: 'age' });
		expect(chosenIds(press(end, 'space', 'space'))).toEqual(['name']);
	});

	test('goes with a column that is shown, which J and K take to its place from there', () => {
		const shown = press(opened(), 'j', 'j', 'space', '/', ...'id', 'enter', 'space');
		expect(shown.mode).toMatchObject({ id: 'id' });
		expect(chosenIds(shown).at(-1)).toBe('id');
		expect(chosenIds(press(shown, 'K')).at(-2)).toBe('id');
	});

	test('moves a column with Shift and an arrow too, which is the arrow everywhere else', () => {
		expect(chosenIds(press(opened(), 'shift+down'))).toEqual(chosenIds(press(opened(), 'J')));
		expect(press(opened(), 'shift+down', 'shift+up').settings.columns).toBeUndefined();
		const two = showing([namedJob('dlc1'), namedJob('dlc2')]);
		expect(press(two, 'shift+down').cursor).toEqual(press(two, 'down').cursor);
	});

	test('leaves one column at least', () => {
		const one = press(listed(), ':', ...'columns', 'space', ...'name', 'enter', ':', ...'columns', 'enter', 'space');
		expect(one.notice).toBe('one column has to stay');
		expect(chosenIds(one)).toEqual(['name']);
	});

	test('puts the former columns back with Esc', () => {
		const former = press(listed(), ':', ...'columns', 'space', ...'name,age', 'enter');
		const changed = press(former, ':', ...'columns', 'enter', 'space', 'G', 'space');
		expect(chosenIds(changed)).not.toEqual(['name', 'age']);
		expect(press(changed, 'escape').settings.columns).toEqual(['name', 'age']);
	});

	test('finds a column by a part of its name, and adds a path that is typed', () => {
		const found = press(opened(), '/', ...'gs.driver', 'enter');
		expect(found.mode).toMatchObject({ kind: 'columns', id: 'Settings.Driver' });
		expect(chosenIds(press(found, 'space'))).toContain('Settings.Driver');
		expect(press(opened(), '/', ...'settings.dr', 'tab').mode).toMatchObject({ line: { before: 'Settings.Driver' } });
		expect(chosenIds(press(opened(), '/', ...'envs.WORLD', 'enter'))).toContain('Envs.WORLD');
		expect(press(opened(), '/', ...'zzz', 'enter').notice).toBe('there is no column zzz');
		expect(press(opened(), '/', 'x', 'escape').mode.kind).toBe('columns');
	});

	test('is one stop of the walk, kept for the next run once', () => {
		const { state, effects } = pressAll(opened(), ['j', 'space', 'J', 'enter']);
		const saved = effects.filter(({ type }) => type === 'save-order');
		expect(saved).toEqual([{ type: 'save-order', order: expect.objectContaining({ columns: chosenIds(state) }) }]);
		expect(chosenIds(press(state, '['))).toEqual(usualColumnIds);
	});
});

test('kept columns read back, give way to a flag, and a name that is none any more is no column', () => {
	const order = { sort: undefined, group: undefined, columns: ['name', 'Envs.RANK'] };
	expect(orderFrom(orderText(order))).toEqual(order);
	expect(inOrder(aState(), order).settings.columns).toEqual(['name', 'Envs.RANK']);
	expect(inOrder(aState({ columns: ['id'] }), order).settings.columns).toEqual(['id']);
	expect(orderFrom('columns name,nonsense\n').columns).toBeUndefined();
});
