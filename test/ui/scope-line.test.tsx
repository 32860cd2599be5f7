import { afterEach, expect, test } from 'vitest';
import type { TimeWindow } from '../../source/model/window.ts';
import { cleanup, show } from '../support/ink.tsx';
import { aState, namedJob } from '../support/jobs.ts';
import { aFailure, fire, refuse, showing } from '../support/moves.ts';

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

const advice =
	'Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or run `aliyun configure`. To look around without an account: dlctop --demo';
const signedOut = (columns: number, demo: boolean, next = advice): string => {
	const jobs = [namedJob('dlc1', { WorkspaceId: '268', WorkspaceName: 'dlc-workspace' })];
	const state = { ...aState({ demo, credentials: 'profile default' }), size: { columns, rows: 20 } };
	const failure = aFailure('signed-out', { next });
	return show(refuse(fire(showing(jobs, state), 'poll').state, failure).state).lines()[0] ?? '';
};

test('where one is stays beside a failure and what to do about it, which is cut for it', () => {
	expect(signedOut(120, true)).toMatch(
		/^dlctop DEMO {2}cn-hangzhou · ws 268 dlc-workspace · mine · 7 d {2}✗ signed out: Set ALIBABA_CLOUD_ACCESS_KEY_ID and .*…$/,
	);
	expect(signedOut(80, true)).toMatch(/^dlctop DEMO {2}ws 268 · mine · 7 d {2}✗ signed out: Set ALIBABA.*…$/);
	expect(signedOut(40, true)).toMatch(/^DEMO {2}7 d +✗ signed out: Set ALIBABA.*…$/);
	expect(signedOut(40, false)).toMatch(/^dlctop {2}7 d +✗ signed out: Set .*…$/);
	for (const columns of [40, 60, 80, 100, 120, 160]) {
		expect(signedOut(columns, true).length).toBeLessThanOrEqual(columns);
	}
});

test('beside a failure goes first where the credentials come from, then the words of the window, then whose jobs they are', () => {
	const fix = 'Check the credentials.';
	expect(signedOut(160, false, fix)).toMatch(
		/ · mine · created in the last 7 d · profile default +✗ signed out: Check the credentials\.$/,
	);
	expect(signedOut(120, false, fix)).toMatch(
		/ · mine · created in the last 7 d +✗ signed out: Check the credentials\.$/,
	);
	expect(signedOut(100, false, fix)).toMatch(/-workspace · mine · 7 d +✗ signed out: Check the credentials\.$/);
	expect(signedOut(100, false, `${fix} Go on now.`)).toMatch(
		/-workspace · 7 d +✗ signed out: Check the credentials\. Go on now\.$/,
	);
});
