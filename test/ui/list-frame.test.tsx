import { afterEach, describe, expect, test } from 'vitest';
import { lineCells } from '../../source/adapters/frame-cells.ts';
import type { State } from '../../source/model/state.ts';
import type { Look } from '../../source/ui/frame/styled-text.ts';
import { listFrame } from '../../source/ui/list-lines.ts';
import { drawn } from '../support/drawing.ts';
import { cleanup, show } from '../support/ink.tsx';
import { aState, namedJob } from '../support/jobs.ts';
import { aFailure, begin, refuse, showing } from '../support/moves.ts';

afterEach(cleanup);

const cellsOf = (frame: string, columns: number) =>
	frame.split('\n').map(line => lineCells(line, columns).map(({ text, style }) => `${text} ${style.parameters}`));

const sizes = [
	{ columns: 160, rows: 45 },
	{ columns: 120, rows: 30 },
	{ columns: 80, rows: 24 },
	{ columns: 40, rows: 10 },
];

describe.each(sizes)('at $columns × $rows the list is drawn without Ink as it is with it', size => {
	test('whatever keys led to it', async () => {
		const shown = await drawn(size);
		for (const keys of [
			'',
			'j',
			' ',
			'z',
			'j',
			'\t',
			'z',
			'|',
			's',
			'n',
			'/',
			'status:failed',
			'\x1b',
			':',
			'col',
			'\x1b',
			'T',
		]) {
			await shown.write(keys);
			expect(cellsOf(listFrame(shown.program.getState(), { color: true, ascii: false }), size.columns)).toEqual(
				cellsOf(shown.passes().ours, size.columns),
			);
		}
	});

	const looks: readonly Look[] = [
		{ color: true, ascii: false },
		{ color: false, ascii: true },
	];
	const starts: readonly (readonly [string, State])[] = [
		['before the first answer', begin({ ...aState(), size }).state],
		['refused', refuse(begin({ ...aState(), size }).state, aFailure('not-allowed', { Code: 'Forbidden.RAM' })).state],
		['without jobs', showing([], { ...aState(), size })],
		[
			'with a job of a long name',
			showing([namedJob('dlc1k3b7x2m4f9qz', { DisplayName: '训练😀'.repeat(60) })], { ...aState(), size }),
		],
	];
	test.each(starts)('%s', async (_, state) => {
		for (const look of looks) {
			const shown = show(state, { look });
			await shown.resize(size);
			expect(cellsOf(listFrame(state, look), size.columns)).toEqual(cellsOf(shown.passes().ours, size.columns));
		}
	});
});
