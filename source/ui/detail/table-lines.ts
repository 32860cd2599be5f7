import { Table } from 'ink-table';
import { Children, isValidElement, type PropsWithChildren, type ReactNode } from 'react';
import type { DetailTable } from '../../model/detail/line.ts';
import { hitsBehindCut, spansIn } from '../../model/detail/search.ts';
import { drawnCell, tableHeight } from '../../model/detail/table.ts';
import { fit } from '../../text/fit.ts';
import type { Piece } from '../frame/styled-text.ts';
import { cellPieces } from './row-pieces.ts';

/** What stands in a line that ink-table drew: a text of its own, or the place of a cell. */
type Part = { readonly text: string } | { readonly column: number };

type Line = readonly Part[];

type Drawn = PropsWithChildren<{ readonly flexDirection?: string; readonly column?: number }>;

/** What ink-table draws with. They are never rendered: we read what they were given. */
const Mark = () => null;
const Cell = () => null;

const textOf = (children: ReactNode): string => Children.toArray(children).join('');

const partsOf = (row: ReactNode): Line =>
	Children.toArray(row).flatMap((part): Line => {
		if (!isValidElement<Drawn>(part)) {
			return [];
		}
		const { column, children } = part.props;
		return part.type === Cell && column !== undefined ? [{ column }] : [{ text: textOf(children) }];
	});

/** The rows of boxes that ink-table made, from the top, as lines. */
const linesOf = (drawn: ReactNode): readonly Line[] =>
	Children.toArray(drawn).flatMap(box => {
		if (!isValidElement<Drawn>(box)) {
			return [];
		}
		return box.props.flexDirection === 'row' ? [partsOf(box.props.children)] : linesOf(box.props.children);
	});

/**
 * ink-table counts a text's length where a terminal counts cells, so it gets blanks as wide as the columns. It is asked for one row, as
 * each looks the same: top, heading, rule, row, bottom.
 */
const draw = ({ columns }: DetailTable): readonly Line[] => {
	const titles = columns.map(({ title, width }) => fit(title, width));
	const blanks = Object.fromEntries(titles.map(title => [title, ' '.repeat(title.length)]));
	return linesOf(new Table({ data: [blanks], columns: titles, header: Mark, skeleton: Mark, cell: Cell }).render());
};

const drawn = new WeakMap<DetailTable['columns'], readonly Line[]>();

const drawnLines = (table: DetailTable): readonly Line[] => {
	const lines = drawn.get(table.columns) ?? draw(table);
	drawn.set(table.columns, lines);
	return lines;
};

/** Which of the five lines stands there. */
const kindOf = (table: DetailTable, line: number): number => {
	if (line < 2) {
		return line;
	}
	return line === tableHeight(table) - 1 ? 4 : line % 2 === 0 ? 2 : 3;
};

const partPieces = (table: DetailTable, row: number, part: Part, word: string): readonly Piece[] => {
	if ('text' in part) {
		return [{ text: part.text, dim: true }];
	}
	const cell = drawnCell(table, row, part.column);
	const hidden = hitsBehindCut(table, row, part.column, cell, word);
	return [{ text: ' ' }, ...cellPieces(cell, spansIn(cell, word), hidden), { text: ' ' }];
};

/** A line of a bordered table, counted as in `TableLine`; hits of the searched word are inverse. */
export const tableLinePieces = (table: DetailTable, line: number, word: string): readonly Piece[] => {
	const parts = drawnLines(table)[kindOf(table, line)] ?? [];
	return parts.flatMap(part => partPieces(table, (line - 3) / 2, part, word));
};
