import { Box } from 'ink';
import { Table } from 'ink-table';
import { type PropsWithChildren, useMemo } from 'react';
import type { DetailTable } from '../../model/detail/line.ts';
import { hitsBehindCut, spansIn } from '../../model/detail/search.ts';
import { drawnCell } from '../../model/detail/table.ts';
import { fit } from '../../text/fit.ts';
import { Line } from '../line.tsx';
import { cellPieces } from './row-pieces.ts';

/** The text that ink-table hands to a cell: its value in the middle of padding. */
const textOf = (children: PropsWithChildren['children']): string =>
	Array.isArray(children) ? children.join('') : String(children ?? '');

const Border = ({ children }: PropsWithChildren) => <Line pieces={[{ text: textOf(children), dim: true }]} />;
const Heading = ({ children }: PropsWithChildren) => <Line pieces={[{ text: textOf(children), dim: true }]} />;

/** The number of the cell's row, out of the padded text that stands for it. */
const rowOf = (children: PropsWithChildren['children']): number => Number(textOf(children).trim());

/**
 * ink-table counts a text's length where a terminal counts cells. So it gets numbers of rows, padded to the width of their
 * columns, and draws the borders around them; the cells are ours, already fitted and safe.
 */
const placeholders = (table: DetailTable, first: number, last: number) =>
	table.rows
		.slice(first, last + 1)
		.map((_, index) =>
			Object.fromEntries(
				table.columns.map(({ title, width }) => [fit(title, width), String(first + index).padEnd(width)]),
			),
		);

type Props = {
	readonly table: DetailTable;
	/** The lines of the drawn table to show: from this one, and so many. */
	readonly from: number;
	readonly count: number;
	/** The searched word. */
	readonly word: string;
};

/** A stretch of a bordered table, line for line. Only the rows of the stretch are drawn: there may be hundreds. */
export const TableStretch = ({ table, from, count, word }: Props) => {
	const first = Math.max(0, Math.floor((from - 2) / 2));
	const last = Math.min(table.rows.length - 1, Math.floor((from + count - 3) / 2));
	// The same component as long as its table is the same: another one would have every cell built anew at each key.
	const Cell = useMemo(
		() =>
			({ children, column }: PropsWithChildren<{ column: number }>) => {
				const row = rowOf(children);
				const cell = drawnCell(table, row, column);
				const pieces = cellPieces(cell, spansIn(cell, word), hitsBehindCut(table, row, column, cell, word));
				return <Line pieces={[{ text: ' ' }, ...pieces, { text: ' ' }]} />;
			},
		[table, word],
	);
	return (
		<Box height={count} overflow="hidden" flexDirection="column">
			<Box marginTop={-(from - 2 * first)} flexShrink={0} flexDirection="column">
				<Table
					data={placeholders(table, first, Math.max(first, last))}
					columns={table.columns.map(({ title, width }) => fit(title, width))}
					header={Heading}
					skeleton={Border}
					cell={Cell}
				/>
			</Box>
		</Box>
	);
};
