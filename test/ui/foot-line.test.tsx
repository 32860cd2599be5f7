import { afterEach, describe, expect, test } from 'vitest';
import type { State } from '../../source/model/state.ts';
import { cleanup, show } from '../support/ink.tsx';
import { aState, namedJob } from '../support/jobs.ts';
import { fire, press, pressAll, showing } from '../support/moves.ts';

afterEach(cleanup);

const id = 'dlc1k3b7x2m4f9qz';
const foot = (columns: number, nameLength: number): string => {
	const job = namedJob(id, { DisplayName: 'n'.repeat(nameLength) });
	const state = showing([job], { ...aState(), size: { columns, rows: 10 } });
	return show(state).lines().at(-1) ?? '';
};

describe('the last line', () => {
	test('gives up its hints from the right, then the word of ? help, for the whole name of the job', () => {
		expect(foot(80, 20)).toMatch(/^\S+ n{20} +s sort {2}\/ filter {2}\? help$/);
		expect(foot(80, 40)).toMatch(/^\S+ n{40} +\/ filter {2}\? help$/);
		expect(foot(80, 50)).toMatch(/^\S+ n{50} +\? help$/);
		expect(foot(80, 60)).toMatch(/^\S+ n{60} +\?$/);
		expect(foot(40, 20)).toMatch(/^\S+ n{20} +\?$/);
	});

	test('at 80 columns has no more than three beside a row, however short its name, so that none comes and goes from row to row', () => {
		expect(foot(80, 1)).toMatch(/^\S+ n +s sort {2}\/ filter {2}\? help$/);
	});

	test.each([
		[80, /^ *q quit {2}f failed {2}s sort {2}\/ filter {2}\? help$/],
		[40, /^ *f failed {2}s sort {2}\/ filter {2}\? help$/],
	])(
		'at %d columns has all that there is room for where it names no job: before the first answer, and over an empty list',
		(columns, hints) => {
			const before: State = { ...aState(), size: { columns, rows: 10 } };
			expect(show(before).lines().at(-1)).toMatch(hints);
			expect(show(showing([], before)).lines().at(-1)).toMatch(hints);
		},
	);

	test('at 80 columns has all that there is room for beside one job that is read', async () => {
		const shown = show(
			showing([namedJob(id, { DisplayName: 'short' })], { ...aState(), size: { columns: 80, rows: 24 } }),
		);
		await shown.write('\r');
		expect(shown.lines().at(-1)).toMatch(/^\S+ short +\/ search {2}Tab section {2}J next job {2}esc back {2}\? help$/);
	});

	test.each([40, 80, 100, 140])(
		'keeps ? help and the whole id at %d columns where the name is cut in any case',
		columns => {
			const line = foot(columns, columns);
			expect(line).toMatch(new RegExp(`^${id} n+… \\? help$`));
			expect(line).toHaveLength(columns);
		},
	);

	test.each([
		['C', 'copy'],
		['s', 'sort by'],
		[':columns\r', ''],
	])('marks at 40 columns that the menu after %j has more, and keeps ? help', async (keys, title) => {
		const shown = show(showing([namedJob(id)], { ...aState(), size: { columns: 40, rows: 10 } }));
		await shown.write(keys);
		const line = shown.lines().at(-1) ?? '';
		expect(line).toMatch(new RegExp(`^${title} *\\S.* {2}… {2}\\? help$`));
		expect(line.length).toBeLessThanOrEqual(40);
	});

	test('has a menu whole and without the mark where it fits', async () => {
		const shown = show(showing([namedJob(id)], { ...aState(), size: { columns: 80, rows: 24 } }));
		await shown.write('C');
		expect(shown.lines().at(-1)).toMatch(/^copy .* {2}j JSON {2}v view {2}\? help$/);
		expect(shown.lines().at(-1)).not.toContain('…');
	});

	test('at 40 columns names the job whole where it just fits', () => {
		expect(foot(40, 23)).toBe(`${id} ${'n'.repeat(23)}`);
	});

	test('offers on the header of a group what Enter does there, and no logs', async () => {
		const shown = show(showing([namedJob(id)], { ...aState(), size: { columns: 140, rows: 10 } }));
		await shown.write('zg');
		expect(shown.lines().at(-1)).toMatch(/^Running .*f failed {2}enter fold {2}q quit$/);
		await shown.write('\r');
		expect(shown.lines().at(-1)).toMatch(/^Running .*f failed {2}enter open {2}q quit$/);
		await shown.write('\rj');
		expect(shown.lines().at(-1)).toMatch(/^dlc1.*enter detail {2}l logs {2}q quit$/);
	});

	test('offers no detail and no logs where there is no job', () => {
		const line = show(showing([], { ...aState(), size: { columns: 140, rows: 10 } }))
			.lines()
			.at(-1);
		expect(line).toMatch(/\? help {2}\/ filter {2}s sort {2}f failed {2}q quit$/);
	});

	test('offers to stop a log that is followed, to follow one that is not, and to ask one that has ended once more', () => {
		const state = press(showing([namedJob(id)], { ...aState(), size: { columns: 140, rows: 10 } }), 'l').state;
		const { logs } = state;
		expect(show(state).lines().at(-1)).toContain('s stop');
		expect(show(press(state, 's').state).lines().at(-1)).toContain('s follow');
		const ended = show({ ...state, logs: logs && { ...logs, ended: true } })
			.lines()
			.at(-1);
		expect(ended).toContain('s ask again');
		expect(ended).not.toContain('follow');
	});

	test.each([
		['llm-pretrain-7b-stage2 gpu>=x', /^\/.*gpu>=x▏ +✗ gpu takes a number, as …$/],
		['llm-pretrain-7b-stage2 any:/(/', /^\/\S* any:\/\(\/▏ +✗ a \( is not closed$/],
		['x window:3q', /^\/.*window:3q▏ +✗ write a window like 36h…$/],
	])(
		'at 40 columns says the cause of the mistake in %j, and of what is typed as much as there is room for',
		(typed, line) => {
			const shown = press(showing([namedJob(id)], { ...aState(), size: { columns: 40, rows: 10 } }), '/').state;
			const { state } = fire(pressAll(shown, [...typed]).state, 'typing');
			expect(show(state).lines().at(-1)).toMatch(line);
			expect(show(state).lines().at(-1)?.length).toBeLessThanOrEqual(40);
		},
	);
});
