import { describe, expect, test } from 'vitest';
import { update } from '../../source/model/update.ts';
import { type Binding, bindingOf, bindingsIn, keyLabel, keymap, usualKeys } from '../../source/tables/keymap.ts';
import { displayWidth } from '../../source/text/width.ts';
import { busy, entered } from '../support/entered.ts';
import { noon, press, pressAll } from '../support/moves.ts';

const modes = [...usualKeys.byMode.keys()];
/** Cells that the help screen gives to the keys before the text, so that the text is whole in 80 columns. */
const widthOfKeys = 18;
const bindings: readonly (readonly [string, Binding])[] = Object.entries(keymap);

describe('the key table', () => {
	test.each(modes)('has no key twice in %s', mode => {
		const keys = bindingsIn(mode).flatMap(binding => binding.keys);
		expect(keys.length).toBeGreaterThan(0);
		expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
	});

	test.each(bindings)('%s has a key and a mode, and finds itself there', (_, binding) => {
		expect(binding.keys.length * binding.modes.length).toBeGreaterThan(0);
		for (const mode of binding.modes) {
			for (const key of binding.keys) {
				expect(bindingOf(mode, key)).toBe(binding);
			}
		}
	});

	test.each(bindings)('%s is described in one line without a full stop', (_, { help }) => {
		expect(help).toMatch(/^[a-z].*[^.]$/);
		expect(displayWidth(help)).toBeLessThanOrEqual(80 - widthOfKeys);
	});

	test.each(bindings)('%s names its keys as the input layer does', (_, { keys }) => {
		for (const key of keys) {
			expect(key).toMatch(
				/^(?:ctrl\+[a-z]|tab|shift\+(?:tab|up|down)|[!-~]|enter|escape|up|down|left|right|home|end|pageup|pagedown|space|tab)$/,
			);
		}
	});

	const orders = bindings.flatMap(([id, binding]) =>
		binding.modes.map(mode => ({ id, mode, key: binding.keys[0] ?? '' })),
	);
	test.each(orders)('$id does something in $mode', ({ mode, key }) => {
		const before = entered[mode]();
		expect(before.mode.kind).toBe(mode);
		const [state, effects] = update(before, { type: 'key-pressed', key, at: noon });
		expect(state !== before || effects.length > 0).toBe(true);
		const unmoved = JSON.stringify(state) === JSON.stringify(before) && effects.length === 0;
		expect(unmoved).toBe(false);
	});

	test.each(modes)('has a way out of %s', mode => {
		expect(press(entered[mode](), 'ctrl+c').effects).toContainEqual({ type: 'exit' });
		if (mode !== 'list') {
			expect(pressAll(entered[mode](), ['escape', 'escape', 'escape']).state.mode.kind).toBe('list');
		}
	});

	test('q quits at the list and goes back elsewhere, Q quits everywhere but in a prompt', () => {
		expect(press(busy(), 'q').effects).toEqual([{ type: 'exit' }]);
		for (const mode of ['detail', 'help', 'sort'] as const) {
			const left = press(entered[mode](), 'q');
			expect(left.effects).not.toContainEqual({ type: 'exit' });
			expect(left.state.mode.kind).toBe('list');
			expect(press(entered[mode](), 'Q').effects).toEqual([{ type: 'exit' }]);
		}
		expect(press(entered.filter(), 'Q').state.mode).toMatchObject({ line: { before: 'xQ' } });
	});

	test('binds no key of a prompt that a word may hold', () => {
		for (const key of bindingsIn('filter').flatMap(binding => binding.keys)) {
			expect(key.length).toBeGreaterThan(1);
		}
	});

	test.each(modes)('ranks no two hints of %s alike, and hints at no word twice', mode => {
		const hints = bindingsIn(mode).flatMap(({ hint }) => hint ?? []);
		expect(new Set(hints.map(({ rank }) => rank)).size).toBe(hints.length);
		expect(new Set(hints.map(({ word }) => word)).size).toBe(hints.length);
	});
});

test.each([
	['ctrl+d', 'Ctrl-d'],
	['down', '↓'],
	['pagedown', 'PgDn'],
	['escape', 'esc'],
	['j', 'j'],
	['|', '|'],
])('the key %s reads %s', (key, label) => {
	expect(keyLabel(key)).toBe(label);
});
