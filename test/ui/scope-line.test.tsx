import { afterEach, expect, test } from 'vitest';
import type { TimeWindow } from '../../source/model/window.ts';
import { cleanup, show } from '../support/ink.tsx';
import { aState, namedJob } from '../support/jobs.ts';
import { showing } from '../support/moves.ts';

afterEach(cleanup);

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const first = (window: TimeWindow, demo: boolean, columns = 40): string => {
	const state = aState({ demo });
	const query = { ...state.query, window };
	return show(showing([namedJob('dlc1')], { ...state, query, size: { columns, rows: 10 } })).lines()[0] ?? '';
};
const november: TimeWindow = { kind: 'between', start: day('2026-11-01'), end: day('2026-11-09') };

test('the window is in sight at 40 columns, in fewer words and without the name of the program where it must be', () => {
	expect(first({ kind: 'last', ms: 36 * 3_600_000 }, true)).toMatch(/^dlctop DEMO {2}36 h {2}● live/);
	expect(first(november, true)).toMatch(/^DEMO {2}11-01\.\.11-09 +● live/);
	expect(first(november, false)).toMatch(/^11-01\.\.11-09 +● live/);
	expect(first(november, false, 80)).toMatch(/^dlctop {2}.*2026-11-01\.\.2026-11-09 +● live/);
	expect(first({ ...november, end: undefined }, true)).toMatch(/^DEMO {2}11-01\.\. +● live/);
	expect(first({ ...november, start: day('2025-12-01') }, true)).toMatch(/^DEMO {2}2025\.\.2026 +● live/);
	expect(first(november, true)).toHaveLength(40);
});
