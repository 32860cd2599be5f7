import type { Terminal as Emulator } from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth, graphemes } from '../../source/text/width.ts';
import { cellsSeen, createEmulator, feed } from '../support/emulator.ts';
import { anyFrame, dullText, type Frame, frameText, type Glyph, glyphs, likeFrame, placed } from './frames.ts';
import { openScreen } from './open-screen.ts';

const pictureOf = async (frame: Frame, columns: number, rows: number) => {
	const emulator = createEmulator(columns, rows);
	await feed(emulator, dullText(frame, columns, rows));
	return cellsSeen(emulator);
};

const letters = (text: string): readonly Glyph[] =>
	text.split('').map(letter => ({ text: letter, width: 1, doubtful: false }));

const lastRow = (emulator: Emulator): string =>
	emulator.buffer.active.getLine(emulator.buffer.active.baseY + emulator.rows - 1)?.translateToString(true) ?? '';

type Step =
	| { readonly type: 'frame'; readonly frame: Frame }
	/** Often in one direction only. */
	| { readonly type: 'resize'; readonly columns: number | null; readonly rows: number }
	| { readonly type: 'repaint' }
	| { readonly type: 'suspend' };

/** The emulator has at least two columns. */
const anyColumns = fc.integer({ min: 2, max: 60 });
const anyRows = fc.integer({ min: 1, max: 12 });

const otherSteps: fc.Arbitrary<Step> = fc.oneof(
	fc.record({ type: fc.constant('resize' as const), columns: fc.option(anyColumns, { freq: 2 }), rows: anyRows }),
	fc.constant<Step>({ type: 'repaint' }),
	fc.constant<Step>({ type: 'suspend' }),
);

/** Mostly frames, each like an earlier one more often than not. */
const anySteps: fc.Arbitrary<readonly Step[]> = anyFrame.chain(first =>
	fc
		.array(
			fc.oneof(
				{ weight: 5, arbitrary: likeFrame(first).map((frame): Step => ({ type: 'frame', frame })) },
				{ weight: 3, arbitrary: anyFrame.map((frame): Step => ({ type: 'frame', frame })) },
				{ weight: 2, arbitrary: otherSteps },
			),
			{ maxLength: 8 },
		)
		.map((steps): readonly Step[] => [{ type: 'frame', frame: first }, ...steps]),
);

/** Writes over the last row behind the screen's back; anything that scrolls or writes there spoils it. */
const markLastRow = (emulator: Emulator): Promise<void> =>
	feed(emulator, `\u001b7\u001b[m\u001b[${emulator.rows};1H${'Z'.repeat(emulator.cols)}\u001b8`);

describe('the alphabet of the tests', () => {
	test.each(glyphs.map(({ text, width }) => [text, width] as const))(
		'%s takes %i cells for both sides',
		async (text, width) => {
			const emulator = createEmulator(10, 2);
			await feed(emulator, `${text}x`);
			expect(emulator.buffer.active.cursorX).toBe(width + 1);
			expect(graphemes(text)).toEqual([text]);
			expect(displayWidth(text)).toBe(width);
		},
	);
});

describe('for every sequence of frames, sizes, repaints and suspensions', () => {
	test('the terminal shows the last frame, as if it had been painted alone', async () => {
		await fc.assert(
			fc.asyncProperty(anyColumns, anyRows, anySteps, async (columns, rows, steps) => {
				const screen = openScreen(columns, rows);
				screen.enter();
				let shown: Frame = [];
				for (const step of steps) {
					switch (step.type) {
						case 'frame':
							shown = step.frame;
							screen.sink.write(frameText(shown));
							break;
						case 'resize':
							screen.resize(step.columns ?? screen.emulator.cols, step.rows);
							screen.sink.write(frameText(shown));
							break;
						case 'repaint':
							await feed(screen.emulator, '\u001b[mnoise\r\n\n\n\u001b[7mnoise\u001b[3;2Hnoise');
							screen.repaint();
							break;
						case 'suspend':
							screen.leave();
							screen.enter();
							break;
					}
					await screen.settle();
					const { cols, rows: height } = screen.emulator;
					expect(cellsSeen(screen.emulator)).toEqual(await pictureOf(shown, cols, height));
				}
			}),
			{ numRuns: 150 },
		);
	});

	test('nothing scrolls, and the last row is never written', async () => {
		await fc.assert(
			fc.asyncProperty(
				anyColumns,
				anyRows,
				fc.array(anyFrame, { minLength: 2, maxLength: 6 }),
				async (columns, rows, frames) => {
					const screen = openScreen(columns, rows);
					screen.enter();
					const [first = [], ...others] = frames;
					await screen.show(first);
					expect(lastRow(screen.emulator)).toBe('');
					await markLastRow(screen.emulator);
					for (const frame of others) {
						await screen.show(frame);
						expect(lastRow(screen.emulator)).toBe('Z'.repeat(columns));
					}
				},
			),
			{ numRuns: 80 },
		);
	});

	test('a frame that is shown already writes nothing', async () => {
		await fc.assert(
			fc.asyncProperty(anyColumns, anyRows, anyFrame, async (columns, rows, frame) => {
				const screen = openScreen(columns, rows);
				screen.enter();
				await screen.show(frame);
				expect(await screen.show(frame)).toBe('');
			}),
			{ numRuns: 60 },
		);
	});
});

test.each([
	['strokes that Unicode calls a space', '\u1680\u1680'],
	['wide spaces', '\u3000\u3000'],
	['spaces that can be seen', '\u001b[7m   \u001b[0m'],
])('%s are erased like any other text', async (_, line) => {
	const screen = openScreen(20, 6);
	screen.enter();
	screen.sink.write(`top\n${line}`);
	await screen.settle();
	screen.sink.write('top\nx');
	await screen.settle();
	expect(cellsSeen(screen.emulator)).toEqual(
		await pictureOf([[{ glyphs: letters('top'), codes: [] }], [{ glyphs: letters('x'), codes: [] }]], 20, 6),
	);
});

describe('on a terminal that counts the cells of emoji and marks otherwise', () => {
	test.each(['narrow', 'wide'] as const)('what stands beside them is in its column (emoji %s)', async clusters => {
		await fc.assert(
			fc.asyncProperty(anyColumns, fc.array(anyFrame, { minLength: 1, maxLength: 5 }), async (columns, frames) => {
				const rows = 12;
				const screen = openScreen(columns, rows, clusters);
				screen.enter();
				for (const frame of frames) {
					await screen.show(frame);
					const cells = cellsSeen(screen.emulator);
					const expected = await pictureOf(frame, columns, rows);
					for (const [row, line] of frame.slice(0, rows - 1).entries()) {
						for (const { glyph, column } of placed(line, columns).filter(({ glyph }) => !glyph.doubtful)) {
							expect(cells[row]?.[column], `${glyph.text} in row ${row}, column ${column}`).toBe(
								expected[row]?.[column],
							);
						}
					}
				}
			}),
			{ numRuns: 80 },
		);
	});
});
