import { describe, expect, test } from 'vitest';
import type { State } from '../../source/model/state.ts';
import { keyTable } from '../../source/tables/keymap.ts';
import { createListLines } from '../../source/ui/list-lines.ts';
import { aState, namedJob } from '../support/jobs.ts';
import { later, polled, press, pressAll, showing } from '../support/moves.ts';

const jobs = Array.from({ length: 40 }, (_, index) => namedJob(`dlc${String(index).padStart(13, '0')}`));
const start = showing(jobs);

/** Each differs from the start in one thing that lines depend on. */
const others: readonly (readonly [string, State])[] = [
	['a poll two hours later with the same jobs', polled(start, jobs, later(7200))],
	['another theme', { ...start, settings: { ...start.settings, theme: new Map([['Running', 'magenta']]) } }],
	['another size', { ...start, size: { columns: 90, rows: 12 } }],
	['all columns', press(start, '|').state],
	['the menu of orders', press(start, 's').state],
	['groups', pressAll(start, ['z']).state],
	['a mark and a watch', pressAll(start, ['space', 'w']).state],
	['the last row', press(start, 'G').state],
	['no jobs', showing([])],
	['another question', press(start, 'f').state],
	['keys of one’s own', { ...start, settings: { ...start.settings, keys: keyTable(new Map([['help', ['f1']]])) } }],
];

describe('lines that are kept from one drawing for the next', () => {
	test.each(others)('are never those of another state: %s', (_, other) => {
		const lines = createListLines();
		for (const state of [start, other, start, other]) {
			for (const ascii of [false, true]) {
				expect(lines.screen(state, ascii)).toEqual(createListLines().screen(state, ascii));
			}
		}
		expect(lines.screen(other, false)).not.toEqual(lines.screen(start, false));
	});

	test('are the same objects but for the two rows between which a key moves, and the last line', () => {
		const lines = createListLines();
		const before = lines.screen(start, false);
		const after = lines.screen(press(start, 'j').state, false);
		const anew = after.flatMap((line, index) => (line === before[index] ? [] : [index]));
		expect(anew).toEqual([3, 4, start.size.rows - 2]);
	});
});

test('images that are too long are told apart by their tags', () => {
	const images = ['2.6.0-gpu', '2.7.0-gpu'].map(
		tag => `dsw-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai/pytorch-training:${tag}`,
	);
	const state = showing(
		images.map((Image, index) => namedJob(`dlc${index}`, { JobSpecs: [{ Image }] })),
		{ ...aState({ columns: ['name', 'image'] }), size: { columns: 120, rows: 12 } },
	);
	const rows = createListLines().screen(state, false).slice(3, 5);
	const texts = rows.map(pieces => pieces.map(({ text }) => text).join(''));
	expect(texts).toEqual([expect.stringMatching(/…\S*:2\.6\.0-gpu *$/), expect.stringMatching(/…\S*:2\.7\.0-gpu *$/)]);
});
