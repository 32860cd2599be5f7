import { fieldLine } from '../detail/line.ts';
import { rowsOf, type TextRow } from '../detail/rows.ts';
import { startsHit } from '../detail/search.ts';
import type { Block } from './blocks.ts';

/** One row of the screen: over the whole width, or one half for each job. */
export type ComparedRow =
	| { readonly kind: 'whole'; readonly row: TextRow }
	| { readonly kind: 'halves'; readonly a: TextRow | undefined; readonly b: TextRow | undefined };

/** From so many columns on the jobs stand side by side. */
export const columnsForHalves = 100;
/** Cells between the halves: a space, a line, a space. */
export const gapWidth = 3;

/** How the differences are laid out. */
export type Shape = { readonly width: number; readonly wraps: boolean; readonly halves: boolean };

export const shapeOf = (columns: number, wraps: boolean): Shape => ({
	// The first two cells tell where the search is.
	width: Math.max(1, columns - 2),
	wraps,
	halves: columns >= columnsForHalves,
});

/** Cells of one half. */
export const halfWidth = ({ width }: Shape): number => Math.max(1, Math.floor((width - gapWidth) / 2));

const textRows = (
	label: string,
	text: string,
	{ wraps }: Shape,
	width: number,
	tone: 'value' | 'branch' = 'value',
	depth = 0,
): readonly TextRow[] =>
	rowsOf([fieldLine(depth, label, text, { tone })], width, wraps).flatMap(row => (row.kind === 'text' ? [row] : []));

const whole = (rows: readonly TextRow[]): readonly ComparedRow[] => rows.map(row => ({ kind: 'whole', row }));

const halves = (a: readonly string[], b: readonly string[], shape: Shape): readonly ComparedRow[] => {
	const width = halfWidth(shape);
	return Array.from({ length: Math.max(a.length, b.length) }, (_, line) => {
		const [lineA, lineB] = [a[line], b[line]];
		const rowsA = lineA === undefined ? [] : textRows('', lineA, shape, width);
		const rowsB = lineB === undefined ? [] : textRows('', lineB, shape, width);
		return Array.from(
			{ length: Math.max(rowsA.length, rowsB.length) },
			(_each, index): ComparedRow => ({ kind: 'halves', a: rowsA[index], b: rowsB[index] }),
		);
	}).flat();
};

const blockRows = (block: Block, shape: Shape): readonly ComparedRow[] => {
	switch (block.kind) {
		case 'path':
			return whole(textRows(block.text, '', shape, shape.width, 'branch'));
		case 'note':
			return whole(textRows(block.text, '', shape, shape.width, 'value', 1));
		case 'same':
			return shape.halves
				? halves([block.text], [block.text], shape)
				: whole(textRows('=', block.text, shape, shape.width));
		case 'changed':
			return shape.halves
				? halves(block.a, block.b, shape)
				: whole([
						...block.a.flatMap(line => textRows('A', line, shape, shape.width)),
						...block.b.flatMap(line => textRows('B', line, shape, shape.width)),
					]);
	}
};

type Kept = { readonly shape: Shape; readonly rows: readonly ComparedRow[] };
const kept = new WeakMap<readonly Block[], Kept>();

/** The rows that blocks take on a screen; computed once for the same blocks and the same shape. */
export const comparedRows = (blocks: readonly Block[], shape: Shape): readonly ComparedRow[] => {
	const known = kept.get(blocks);
	if (
		known !== undefined &&
		known.shape.width === shape.width &&
		known.shape.wraps === shape.wraps &&
		known.shape.halves === shape.halves
	) {
		return known.rows;
	}
	const rows = blocks.flatMap(block => blockRows(block, shape));
	kept.set(blocks, { shape, rows });
	return rows;
};

const partsOf = (row: ComparedRow): readonly (TextRow | undefined)[] =>
	row.kind === 'whole' ? [row.row] : [row.a, row.b];

/** The rows, by number, in which a word begins. */
export const hitsIn = (rows: readonly ComparedRow[], word: string): readonly number[] =>
	word === ''
		? []
		: rows.flatMap((row, index) => (partsOf(row).some(part => part && startsHit(part, word)) ? [index] : []));
