import { describe, expect, test } from 'vitest';
import type { JobRowView, RowView } from '../../source/model/select/table.ts';
import type { Piece } from '../../source/ui/frame/styled-text.ts';
import { createRowKeeper } from '../../source/ui/row-keeper.ts';
import { aJob } from '../support/jobs.ts';

const row = (id: string, changes: Partial<JobRowView> = {}): JobRowView => ({
	key: id,
	job: jobs.get(id) ?? aJob({ JobId: id }),
	selected: false,
	marked: false,
	watched: false,
	changed: false,
	why: '',
	...changes,
});

const jobs = new Map(['a', 'b', 'c', 'd'].map(id => [id, aJob({ JobId: id })]));

/** Draws rows by their keys and counts how often. */
const counting = () => {
	const drawn: string[] = [];
	const draw = (view: RowView): readonly Piece[] => {
		drawn.push(view.key);
		return [{ text: view.key }];
	};
	return { drawn, draw };
};

describe('the rows in sight', () => {
	test('are drawn anew only where one changed', () => {
		const { drawn, draw } = counting();
		const keep = createRowKeeper();
		const first = keep([row('a', { selected: true }), row('b'), row('c')], draw);
		drawn.length = 0;
		const second = keep([row('a'), row('b', { selected: true }), row('c')], draw);
		expect(drawn).toEqual(['a', 'b']);
		expect(second[2]).toBe(first[2]);
	});

	test.each<Partial<JobRowView>>([
		{ selected: true },
		{ marked: true },
		{ watched: true },
		{ changed: true },
		{ why: 'failed' },
		{ job: aJob({ JobId: 'a', Status: 'Failed' }) },
	])('are drawn anew after %o', change => {
		const { drawn, draw } = counting();
		const keep = createRowKeeper();
		keep([row('a')], draw);
		keep([row('a', change)], draw);
		expect(drawn).toEqual(['a', 'a']);
	});

	test('follow their job to another place', () => {
		const { drawn, draw } = counting();
		const keep = createRowKeeper();
		keep([row('a'), row('b'), row('c')], draw);
		const moved = keep([row('b'), row('c'), row('d')], draw);
		expect(drawn).toEqual(['a', 'b', 'c', 'd']);
		expect(moved.flat().map(({ text }) => text)).toEqual(['b', 'c', 'd']);
	});

	test('are all drawn anew in another layout, and after a while out of sight', () => {
		const { drawn, draw } = counting();
		const other = counting();
		const keep = createRowKeeper();
		keep([row('a')], draw);
		keep([row('a')], other.draw);
		expect(other.drawn).toEqual(['a']);
		keep([row('b')], other.draw);
		keep([row('a')], other.draw);
		expect(other.drawn).toEqual(['a', 'b', 'a']);
		expect(drawn).toEqual(['a']);
	});

	test('stand twice where a key does', () => {
		const { draw } = counting();
		expect(createRowKeeper()([row('a'), row('a')], draw)).toHaveLength(2);
	});
});
