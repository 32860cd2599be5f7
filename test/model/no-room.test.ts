import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noRoomWords } from '../../source/model/columns/no-room.ts';
import type { State } from '../../source/model/state.ts';
import { keyTable } from '../../source/tables/keymap.ts';
import { displayWidth } from '../../source/text/width.ts';
import { aState, namedJob } from '../support/jobs.ts';
import { pressAll, showing } from '../support/moves.ts';

const job = namedJob('dlc1k3b7x2m4f9qz', {
	DisplayName: 'llm-pretrain-7b-stage2-long',
	Username: 'deborah',
	Settings: { Driver: '535.161.08' },
});
const sized = (columns: number, rows = 30): State => showing([job], { ...aState(), size: { columns, rows } });
const press = (state: State, ...keys: readonly string[]): State => pressAll(state, keys).state;
const searched = [':', ...'columns', 'enter', '/', ...'Settings.Driver', 'enter'];

describe('a chosen column without room', () => {
	test.each([
		[50, 20],
		[40, 10],
	])('is named first when it was chosen, with the key that shows it, at %d × %d', (columns, rows) => {
		const kept = press(sized(columns, rows), ...searched, 'space', 'enter');
		expect(kept.notice).toMatch(/^no room for Settings\.Driver, .*id.*: → shows them$/);
	});

	test('is named after :columns with words too, and alone where it is the only one', () => {
		const named = press(sized(40, 10), ':', ...'columns', 'space', ...'name,status,Settings.Driver,gpus', 'enter');
		expect(named.notice).toBe('no room for Settings.Driver: → shows it');
		expect(press(named, 'right', 'right').columnOffset).toBe(2);
	});

	test('is not spoken of where there is room, nor where the columns stayed as they were', () => {
		expect(press(sized(240), ...searched, 'space', 'enter').notice).toBeUndefined();
		expect(press(sized(40, 10), ':', ...'columns', 'enter', 'enter').notice).toBeUndefined();
	});

	test('comes with the key that the user gave to it, and with none where the pane has the keys', () => {
		const keys = keyTable(new Map([['columnsRight', ['x']]]));
		const state = { ...sized(40, 10), settings: { ...aState().settings, keys } };
		expect(noRoomWords(state)).toMatch(/: x shows them$/);
		expect(noRoomWords(press(sized(80, 24), 'enter'))).toMatch(/^no room for [^→]+$/);
	});

	test('comes without the key of the list while the chooser has the keys', () => {
		const choosing = press(sized(40, 10), ':', ...'columns', 'enter');
		expect(noRoomWords(choosing)).toMatch(/^no room for [^→]+$/);
		expect(noRoomWords(press(choosing, '/', 's'))).toMatch(/^no room for [^→]+$/);
	});

	test('is told in the room there is, cut with a mark', () => {
		const whole = noRoomWords(sized(40, 10)) ?? '';
		expect(noRoomWords(sized(40, 10), 20)).toMatch(/^no room for .*…$/);
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 90 }), room => {
				const words = noRoomWords(sized(40, 10), room) ?? '';
				expect(displayWidth(words)).toBeLessThanOrEqual(room);
				expect([whole, whole.replace(/: .*/, '')].includes(words) || words.includes('…')).toBe(true);
			}),
		);
	});
});
