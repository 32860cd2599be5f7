import { columnsInput, tableColumns } from '../model/select/columns.ts';
import { groupWords } from '../model/select/groups.ts';
import { edgeWords, titlesOf } from '../model/select/header.ts';
import {
	cellText,
	type GroupRowView,
	type JobRowView,
	markerWidth,
	type RowView,
	statusSign,
	visibleRows,
} from '../model/select/table.ts';
import type { State } from '../model/state.ts';
import { columnOf } from '../tables/column-of.ts';
import { selectionColor, statusColor, type Theme } from '../tables/theme.ts';
import { type ColumnLayout, gapBetweenColumns } from '../text/column-layout.ts';
import { cut } from '../text/fit.ts';
import { fitCell } from '../text/fit-cell.ts';
import { displayWidth } from '../text/width.ts';
import { clip, spread } from './assemble.ts';
import type { Piece, PieceLines } from './frame/styled-text.ts';
import { memoized } from './memoized.ts';
import { createRowKeeper } from './row-keeper.ts';

const gap = ' '.repeat(gapBetweenColumns);

type HeaderWishes = { readonly newAbove: number; readonly layout: ColumnLayout; readonly width: number };

const headerPieces = ({ newAbove, layout, width }: HeaderWishes): readonly Piece[] => {
	const cells = `${' '.repeat(markerWidth)}${titlesOf(layout)}`;
	const edge = edgeWords(newAbove, layout);
	return spread([{ text: cells, dim: true }], [{ text: edge, bold: true }], width);
};

type RowCells = Omit<JobRowView, 'key'>;

/** How a row is drawn, apart from what it says. */
type Style = { readonly ascii: boolean; readonly theme: Theme };

/** Sign and word in the status's colour, then the mark of a change. */
const statusPieces = (row: RowCells, width: number, { ascii, theme }: Style): readonly Piece[] => {
	const { Status } = row.job;
	const text = `${statusSign(Status, ascii)} ${cellText('status', row.job, 0)}`;
	const mark = row.changed ? ' •' : '';
	const shown = cut(text, width - displayWidth(mark));
	return [
		{ text: shown, color: statusColor(Status, theme) },
		{ text: mark, bold: true },
		{ text: ' '.repeat(Math.max(0, width - displayWidth(shown) - displayWidth(mark))) },
	];
};

/** Marked, watched, both: one sign. */
const rowSign = ({ marked, watched }: RowCells): string => {
	if (watched) {
		return marked ? '⊛' : '⊚';
	}
	return marked ? '*' : ' ';
};

/** How the rows of one drawing are drawn. */
type RowStyle = Style & { readonly layout: ColumnLayout; readonly width: number; readonly now: number };

const rowPieces = (row: RowCells, style: RowStyle): readonly Piece[] => {
	const { layout, now } = style;
	const pieces: Piece[] = [{ text: `${row.selected ? '▸' : ' '}${rowSign(row)}` }];
	for (const [index, { id, width }] of layout.columns.entries()) {
		if (index > 0) {
			pieces.push({ text: gap });
		}
		if (id === 'status') {
			pieces.push(...statusPieces(row, width, style));
		} else {
			pieces.push({ text: fitCell(cellText(id, row.job, now, row.why), width, columnOf(id)) });
		}
	}
	return row.selected ? selectedPieces(pieces, style.theme) : pieces;
};

/** The selection is one inverse bar, without colours of its own unless the theme gives it one, so that it reads on any background. */
const selectedPieces = (pieces: readonly Piece[], theme: Theme): readonly Piece[] => [
	{ text: pieces.map(({ text }) => text).join(''), inverse: true, color: selectionColor(theme) },
];

/** The header of a group: whether it is open, what its jobs have in common, and its figures. */
const groupPieces = ({ group, selected }: GroupRowView, { width, now, theme }: RowStyle): readonly Piece[] => {
	const { title, figures } = groupWords(group, now, width - markerWidth, gapBetweenColumns);
	const pieces: readonly Piece[] = [
		{ text: selected ? '▸ ' : '  ' },
		{ text: title, bold: true },
		{ text: `${gap}${figures}` },
	];
	return clip(selected ? selectedPieces(pieces, theme) : pieces, width);
};

const rowDrawing =
	(style: RowStyle) =>
	(row: RowView): readonly Piece[] =>
		'group' in row ? groupPieces(row, style) : rowPieces(row, style);

const around = (rows: readonly RowView[], most: number): readonly RowView[] => {
	const selected = rows.findIndex(row => row.selected);
	return rows.slice(Math.max(0, selected - most + 1)).slice(0, most);
};

/** The header and the rows in sight; of these at most so many, those around the selected one. */
export type ListTable = (state: State, width: number, ascii: boolean, most?: number) => PieceLines;

/** Draws a table again and again: a line that is as it was in the drawing before is the same object as there. */
export const createListTable = (): ListTable => {
	const keepRows = createRowKeeper();
	const layoutFor = memoized(tableColumns);
	const headerOf = memoized(headerPieces);
	const drawingIn = memoized(rowDrawing);
	return (state, width, ascii, most = Number.POSITIVE_INFINITY) => {
		const layout = layoutFor(columnsInput(state));
		const draw = drawingIn({ layout, width, now: state.listing?.asOf ?? 0, ascii, theme: state.settings.theme });
		return [
			headerOf({ newAbove: state.cursor.newAbove, layout, width }),
			...keepRows(around(visibleRows(state), most), draw),
		];
	};
};
