import { describe, expect, test } from 'vitest';
import { type HelpLine, helpLines } from '../../source/model/help.ts';
import { helpColumns, helpHeight, helpRows, widthOfHelpKeys } from '../../source/model/help-screen.ts';
import { type Helped, helped } from '../../source/model/mode.ts';
import { type Binding, bindingOf, bindingsIn, type KeyMode, keymap, typingModes } from '../../source/tables/keymap.ts';
import { displayWidth } from '../../source/text/width.ts';
import { aState, namedJob } from '../support/jobs.ts';
import { press, pressAll, showing } from '../support/moves.ts';

/** Keys of views say what the view holds now, which is tested with the views. */
const helpsIn = (mode: KeyMode): readonly string[] =>
	bindingsIn(mode).flatMap(({ help, action }) => (action.type === 'show-view' ? [] : [help]));
const withoutSpaces = (text: string): string => text.replaceAll(' ', '');

describe('the help', () => {
	test.each(helped)('says every key that works in %s, and only those', mode => {
		const entries = helpLines(mode).flatMap(line => (line.kind === 'entry' ? [line.text] : []));
		for (const help of helpsIn(mode)) {
			expect(entries).toContain(help);
		}
		// The list's help goes on with what its menus offer.
		const menus: readonly KeyMode[] = mode === 'sort' || mode === 'copy' ? [] : ['sort', 'copy'];
		const here = new Set([mode, ...menus].flatMap(helpsIn));
		for (const help of helped.flatMap(helpsIn).filter(other => !here.has(other))) {
			expect(entries).not.toContain(help);
		}
	});

	test.each([40, 80, 100, 120, 200])(
		'is whole in %d columns: what does not fit beside its key goes on below',
		columns => {
			for (const over of helped) {
				const state = { ...aState(), size: { columns, rows: 30 } };
				const { width } = helpColumns(state);
				const rows = helpRows(state, over);
				const texts = (lines: readonly HelpLine[]) =>
					withoutSpaces(lines.map(line => (line.kind === 'entry' ? line.text : '')).join(''));
				expect(texts(rows)).toBe(texts(helpLines(over)));
				for (const line of rows) {
					expect(line.kind === 'entry' ? displayWidth(line.text) + widthOfHelpKeys : 0).toBeLessThanOrEqual(width);
				}
			}
		},
	);

	test('opens over every mode in which no letters are typed, and gives the keys back as they were', () => {
		const list = showing([namedJob('dlc1'), namedJob('dlc2')]);
		const ways: Readonly<Record<Helped, readonly string[]>> = {
			list: [],
			detail: ['enter'],
			logs: ['l'],
			comparison: ['*', '='],
			stats: ['i', 'j'],
			columns: [':', ...'columns', 'enter', 'j', 'space'],
			sort: ['s'],
			copy: ['enter', 'C'],
		};
		for (const over of helped) {
			const before = pressAll(list, ways[over]).state;
			expect(before.mode.kind).toBe(over);
			const { state } = press(before, '?');
			expect(state.mode).toMatchObject({ kind: 'help', top: 0, over });
			expect(press(state, 'escape').state.mode).toEqual(before.mode);
			expect(press(state, '?').state.mode).toEqual(before.mode);
			expect(press(state, '?').state.journey).toBe(before.journey);
		}
		const everyMode = new Set(Object.values<Binding>(keymap).flatMap(({ modes }) => modes));
		const silent = [...everyMode].filter(mode => !typingModes.includes(mode) && bindingOf(mode, '?') === undefined);
		expect(silent).toEqual([]);
	});

	test('scrolls to its end, by one line of the two columns or of the one', () => {
		const at = (columns: number) => press({ ...aState(), size: { columns, rows: 12 } }, '?').state;
		expect(pressAll(at(80), ['j', 'j']).state.mode).toMatchObject({ top: 2 });
		for (const [columns, shown] of [
			[80, 1],
			[120, 2],
		] as const) {
			const end = press(at(columns), 'G').state;
			expect(end.mode).toMatchObject({ top: helpRows(end, 'list').length - shown * helpHeight(end) });
		}
	});
});
