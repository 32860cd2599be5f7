import fc from 'fast-check';
import { Box, type DOMElement } from 'ink';
import { createRef } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { lineCells } from '../../source/adapters/frame-cells.ts';
import renderFrame from '../../source/ui/frame/render-frame.ts';
import type { Piece } from '../../source/ui/frame/styled-text.ts';
import { cutStyled, styledWidth } from '../../source/ui/frame/styled-width.ts';
import { Line, Lines } from '../../source/ui/line.tsx';
import { drawn } from '../support/drawing.ts';
import { cleanup, render } from '../support/ink.tsx';

afterEach(cleanup);

/**
 * Frames are the same when every cell is: Ink leaves out spaces at the end, and closes looks elsewhere. Which look the mark of a
 * cut line has is not compared: Ink's depends on whether anything is left before it.
 */
const cellsOf = (frame: string, rows: number, columns: number) => {
	const lines = frame.split('\n');
	return Array.from({ length: rows }, (_, row) =>
		lineCells(lines[row] ?? '', columns).map(({ text, style }) =>
			text === '…' ? text : `${text} ${style.parameters}`,
		),
	);
};

/** The library's terminal has 100 columns. */
const columns = 100;

/** Never bold and dim at once: one sequence ends both, and Ink loses the one where it cuts the other. */
const anyPiece: fc.Arbitrary<Piece> = fc
	.record({
		text: fc
			.array(fc.constantFrom('a', 'Z', '0', ' ', '中', '文', '●', '…', 'é'), { maxLength: 14 })
			.map(all => all.join('')),
		color: fc.constantFrom(undefined, 'red', 'green', 'gray'),
		weight: fc.constantFrom('bold' as const, 'dim' as const, undefined),
		inverse: fc.boolean(),
	})
	.map(({ weight, ...piece }) => ({ ...piece, bold: weight === 'bold', dim: weight === 'dim' }));

type Tree =
	| { readonly kind: 'line'; readonly pieces: readonly Piece[] }
	| { readonly kind: 'lines'; readonly rows: readonly (readonly Piece[])[]; readonly width: number }
	| {
			readonly kind: 'box';
			readonly direction: 'row' | 'column';
			readonly width: number | undefined;
			readonly height: number | undefined;
			readonly hidden: boolean;
			readonly marginTop: number;
			readonly children: readonly Tree[];
	  };

const anyLine: fc.Arbitrary<Tree> = fc.record({
	kind: fc.constant('line' as const),
	pieces: fc.array(anyPiece, { maxLength: 5 }),
});

const anyLines: fc.Arbitrary<Tree> = fc.record({
	kind: fc.constant('lines' as const),
	rows: fc.array(fc.array(anyPiece, { maxLength: 3 }), { maxLength: 4 }),
	width: fc.integer({ min: 1, max: 30 }),
});

const { tree: anyTree } = fc.letrec<{ tree: Tree; box: Tree }>(tie => ({
	tree: fc.oneof({ depthSize: 'small', maxDepth: 3 }, anyLine, anyLines, tie('box')),
	box: fc.record({
		kind: fc.constant('box' as const),
		direction: fc.constantFrom('row' as const, 'column' as const),
		width: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
		height: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
		hidden: fc.constant(true),
		marginTop: fc.integer({ min: -2, max: 1 }),
		children: fc.array(tie('tree'), { maxLength: 3 }),
	}),
}));

/** Boxes that do not shrink and hide what is too much, as those of our views: nothing lies over anything else. */
const Drawn = ({ tree }: { readonly tree: Tree }) => {
	if (tree.kind === 'line') {
		return (
			<Box flexShrink={0} height={1}>
				<Line pieces={tree.pieces} />
			</Box>
		);
	}
	if (tree.kind === 'lines') {
		return (
			<Box flexShrink={0} width={tree.width}>
				<Lines rows={tree.rows} width={tree.width} />
			</Box>
		);
	}
	return (
		<Box
			flexDirection={tree.direction}
			flexShrink={0}
			overflow="hidden"
			{...(tree.width === undefined ? {} : { width: tree.width })}
			{...(tree.height === undefined ? {} : { height: tree.height })}
		>
			<Box flexDirection={tree.direction} flexShrink={0} marginTop={tree.marginTop}>
				{tree.children.map((child, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a tree is drawn once
					<Drawn key={index} tree={child} />
				))}
			</Box>
		</Box>
	);
};

describe('our last pass', () => {
	test('makes the picture that Ink’s own makes, of any boxes and lines', () => {
		fc.assert(
			fc.property(anyTree, tree => {
				const inside = createRef<DOMElement>();
				const { lastFrame, unmount } = render(
					<Box ref={inside} flexDirection="column">
						<Drawn tree={tree} />
					</Box>,
				);
				const root = inside.current?.parentNode;
				const { output, outputHeight } = root === undefined ? renderFrame(expect.fail()) : renderFrame(root);
				const ink = lastFrame() ?? '';
				unmount();
				expect(cellsOf(output, outputHeight, columns)).toEqual(cellsOf(ink, outputHeight, columns));
			}),
			{ numRuns: 20 },
		);
	});

	test.each([
		[120, 30],
		[150, 45],
		[80, 24],
		[40, 10],
	])('makes it of every screen at %i × %i', async (width, rows) => {
		const shown = await drawn({ columns: width, rows });
		const keys = [
			'',
			'j',
			'z',
			'j',
			'Z',
			'\u001b',
			's',
			'\u001b',
			'?',
			'q',
			'/',
			'x',
			'\u001b',
			'F',
			'\u001b',
			'\r',
			'3',
			'4',
			'7',
			'z',
			'q',
			'l',
			'q',
		];
		for (const key of keys) {
			await shown.write(key);
			const { ink, ours } = shown.passes();
			// The bundle lays out no text anew whose size stays, which holds as long as nothing is squeezed.
			expect(shown.squeezed()).toEqual([]);
			expect(cellsOf(ours, rows, width), `after ${JSON.stringify(key)}`).toEqual(cellsOf(ink, rows, width));
		}
	});

	test('reads a line that did not change no second time', async () => {
		const shown = await drawn({ columns: 120, rows: 30 });
		const before = shown.passes().ours.split('\n');
		await shown.write('j');
		const after = shown.passes().ours.split('\n');
		expect(after.filter((line, row) => line !== before[row])).toHaveLength(3);
	});
});

test('a line that is cut has its looks closed, a mark at its end, and never more cells than there is room for', () => {
	fc.assert(
		fc.property(fc.array(anyPiece, { maxLength: 6 }), fc.integer({ min: 1, max: 40 }), (pieces, width) => {
			const text = pieces.map(({ text: part, bold }) => (bold ? `\u001b[1m${part}\u001b[22m` : part)).join('');
			const cut = cutStyled(text, width, '…');
			expect(styledWidth(cut)).toBeLessThanOrEqual(width);
			expect(cut === text || cut.includes('…')).toBe(true);
			expect(cut.split('\u001b[1m')).toHaveLength(cut.split('\u001b[22m').length);
		}),
	);
});
