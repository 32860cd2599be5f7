import fc from 'fast-check';

/** One grapheme and the cells that terminals give it; doubtful ones, about which they disagree, are marked. */
export type Glyph = { readonly text: string; readonly width: number; readonly doubtful: boolean };

const sure = (width: number, ...texts: readonly string[]): readonly Glyph[] =>
	texts.map(text => ({ text, width, doubtful: false }));
const doubtful = (width: number, ...texts: readonly string[]): readonly Glyph[] =>
	texts.map(text => ({ text, width, doubtful: true }));

const ascii = sure(1, 'a', 'b', 'Z', '0', '-', '/', ' ', ' ', ' ');
const signs = sure(1, '●', '✗', '◷', '…', '·', '▸', '▏', 'ß', 'ж', 'é');
const wide = sure(2, '中', '文', '，', 'カ', '한', 'Ｇ');
const disputed = [
	...doubtful(2, '😀', '🚀', '👨‍👩‍👧', '👩‍🚀', '❤️', '🇨🇳', '👍🏽', '1️⃣'),
	...doubtful(1, 'e\u0301', 'o\u0308', 'ж\u0301'),
];

export const glyphs: readonly Glyph[] = [...ascii, ...signs, ...wide, ...disputed];

/** Graphemes in one look. */
export type Run = { readonly glyphs: readonly Glyph[]; readonly codes: readonly number[]; readonly link?: string };
export type Line = readonly Run[];
export type Frame = readonly Line[];

const anyGlyph: fc.Arbitrary<Glyph> = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(...ascii) },
	{ weight: 1, arbitrary: fc.constantFrom(...signs) },
	{ weight: 1, arbitrary: fc.constantFrom(...wide) },
	{ weight: 1, arbitrary: fc.constantFrom(...disputed) },
);

const anyColor = fc.integer({ min: 0, max: 15 }).map(color => (color < 8 ? 30 + color : 82 + color));

/** Often none or one, so that neighbours often look the same. */
const anyCodes: fc.Arbitrary<readonly number[]> = fc.oneof(
	{ weight: 4, arbitrary: fc.constant([]) },
	{ weight: 3, arbitrary: fc.constantFrom([7], [1], [2], [32], [31], [36]) },
	{
		weight: 2,
		arbitrary: fc
			.tuple(fc.subarray([1, 2, 4, 7]), fc.option(anyColor), fc.option(anyColor))
			.map(([flags, foreground, background]) => [
				...flags,
				...(foreground === null ? [] : [foreground]),
				...(background === null ? [] : [background + 10]),
			]),
	},
);

const blanks: fc.Arbitrary<readonly Glyph[]> = fc
	.integer({ min: 1, max: 30 })
	.map(length => sure(1, ...' '.repeat(length)));

const anyRun: fc.Arbitrary<Run> = fc.record({
	glyphs: fc.oneof({ weight: 3, arbitrary: fc.array(anyGlyph, { maxLength: 12 }) }, { weight: 2, arbitrary: blanks }),
	codes: anyCodes,
	link: fc.oneof(
		{ weight: 5, arbitrary: fc.constant('') },
		{ weight: 1, arbitrary: fc.constantFrom('https://one.example/', 'https://two.example/#/jobs/a%1b') },
	),
});

const leading = (text: string, link: string): string =>
	link === '' ? text : `\u001b]8;;${link}\u001b\\${text}\u001b]8;;\u001b\\`;

const sgr = (codes: readonly number[]): string => `\u001b[${codes.join(';')}m`;

const runText = ({ glyphs, codes, link = '' }: Run): string => {
	const text = leading(glyphs.map(glyph => glyph.text).join(''), link);
	return codes.length === 0 ? text : `${sgr(codes)}${text}\u001b[0m`;
};

/** The frame as it is written to a terminal without a screen between. */
export const frameText = (frame: Frame): string => frame.map(line => line.map(runText).join('')).join('\n');

export const anyLine: fc.Arbitrary<Line> = fc.array(anyRun, { maxLength: 8 });
/** Never without any text: Ink writes an empty one only to wait. */
const withText = (frame: Frame): Frame => (frameText(frame) === '' ? [...frame, []] : frame);

export const anyFrame: fc.Arbitrary<Frame> = fc.array(anyLine, { minLength: 1, maxLength: 14 }).map(withText);

const replaced = <T>(list: readonly T[], at: number, value: T): readonly T[] =>
	list.map((item, index) => (index === at % list.length ? value : item));

/** The lines from one on go up or down, and others come to where they stood. */
const scrolledFrame = (frame: Frame): fc.Arbitrary<Frame> =>
	fc
		.tuple(fc.nat(3), fc.nat(4), fc.array(anyLine, { minLength: 1, maxLength: 3 }), fc.boolean())
		.map(([head, foot, fresh, up]) => {
			const end = Math.max(head, frame.length - foot);
			const body = frame.slice(head, end);
			const moved = up ? [...body.slice(fresh.length), ...fresh] : [...fresh, ...body.slice(0, -fresh.length)];
			return [...frame.slice(0, head), ...moved, ...frame.slice(end)];
		});

/** A frame that is much like another: one line is a new one, or one run of one line is, or its lines moved. */
export const likeFrame = (frame: Frame): fc.Arbitrary<Frame> =>
	fc
		.oneof(
			scrolledFrame(frame),
			fc.tuple(fc.nat(20), anyLine).map(([at, line]) => replaced(frame, at, line)),
			fc
				.tuple(fc.nat(20), fc.nat(8), anyRun)
				.map(([at, part, run]) => replaced(frame, at, replaced(frame[at % frame.length] ?? [], part, run))),
		)
		.map(withText);

export type Placed = {
	readonly glyph: Glyph;
	readonly column: number;
	readonly codes: readonly number[];
	readonly link: string;
};

/** Where the graphemes of a line stand, up to the first that does not fit. */
export const placed = (line: Line, columns: number): readonly Placed[] => {
	const places: Placed[] = [];
	let column = 0;
	const glyphsOf = ({ glyphs, codes, link = '' }: Run) => glyphs.map(glyph => ({ glyph, codes, link }));
	for (const { glyph, codes, link } of line.flatMap(glyphsOf)) {
		if (column + glyph.width > columns) {
			break;
		}
		places.push({ glyph, column, codes, link });
		column += glyph.width;
	}
	return places;
};

/** The same picture the dull way: each grapheme by itself, at its place, in its look. */
export const dullText = (frame: Frame, columns: number, rows: number): string =>
	frame
		.slice(0, rows - 1)
		.flatMap((line, row) =>
			placed(line, columns).map(
				({ glyph, column, codes, link }) =>
					`\u001b[${row + 1};${column + 1}H${sgr([0, ...codes])}${leading(glyph.text, link)}`,
			),
		)
		.join('');
