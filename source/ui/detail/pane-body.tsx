import { Box } from 'ink';
import type { DetailTable } from '../../model/detail/line.ts';
import type { PaneRow, TextRow } from '../../model/detail/rows.ts';
import { gutterWidth } from '../../model/detail/section-lines.ts';
import type { PaneView } from '../../model/detail/view.ts';
import { clip } from '../assemble.ts';
import { Line, type Piece } from '../line.tsx';
import { TableStretch } from './detail-table.tsx';
import { rowPieces } from './row-pieces.ts';

/** Rows that are drawn together: one row of text, or a stretch of a table. */
type Block =
	| { readonly kind: 'text'; readonly row: TextRow; readonly index: number }
	| {
			readonly kind: 'table';
			readonly table: DetailTable;
			readonly from: number;
			readonly count: number;
			readonly index: number;
	  };

const blocksOf = (rows: readonly PaneRow[], top: number): readonly Block[] => {
	const blocks: Block[] = [];
	for (const [offset, row] of rows.entries()) {
		const last = blocks.at(-1);
		if (row.kind === 'text') {
			blocks.push({ kind: 'text', row, index: top + offset });
		} else if (last?.kind === 'table' && last.table === row.table) {
			blocks[blocks.length - 1] = { ...last, count: last.count + 1 };
		} else {
			blocks.push({ kind: 'table', table: row.table, from: row.line, count: 1, index: top + offset });
		}
	}
	return blocks;
};

type Marks = {
	/** The row of the cursor or of the current hit; undefined where none is shown. */
	readonly at: number | undefined;
	readonly changed: ReadonlySet<string>;
};

const gutter = (index: number, marks: Marks, changed: boolean): readonly Piece[] => [
	{ text: index === marks.at ? '▸' : ' ', bold: true },
	{ text: changed ? '•' : ' ', bold: true },
];

const TextLine = ({
	row,
	index,
	marks,
	word,
	width,
}: {
	readonly row: TextRow;
	readonly index: number;
	readonly marks: Marks;
	readonly word: string;
	readonly width: number;
}) => {
	const changed = row.start === 0 && row.line.path !== '' && marks.changed.has(row.line.path);
	return <Line pieces={clip([...gutter(index, marks, changed), ...rowPieces(row, word)], width)} />;
};

const TableBlock = ({
	block,
	marks,
	word,
}: {
	readonly block: Extract<Block, { kind: 'table' }>;
	readonly marks: Marks;
	readonly word: string;
}) => (
	<Box height={block.count}>
		<Box flexDirection="column" width={gutterWidth}>
			{Array.from({ length: block.count }, (_, offset) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a line of the gutter is its place
				<Line key={offset} pieces={gutter(block.index + offset, marks, false)} />
			))}
		</Box>
		<TableStretch table={block.table} from={block.from} count={block.count} word={word} />
	</Box>
);

type Props = { readonly view: PaneView; readonly marks: Marks; readonly word: string; readonly width: number };

/** The visible rows of the open section. */
export const PaneBody = ({ view, marks, word, width }: Props) => {
	const { rows, place, height } = view;
	return (
		<>
			{blocksOf(rows.slice(place.top, place.top + height), place.top).map(block =>
				block.kind === 'text' ? (
					<TextLine key={block.index} row={block.row} index={block.index} marks={marks} word={word} width={width} />
				) : (
					<TableBlock key={block.index} block={block} marks={marks} word={word} />
				),
			)}
		</>
	);
};
