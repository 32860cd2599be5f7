import type { PaneRow } from '../../model/detail/rows.ts';
import type { PaneView } from '../../model/detail/view.ts';
import { clip } from '../assemble.ts';
import type { Piece } from '../frame/styled-text.ts';
import { Lines } from '../line.tsx';
import { rowPieces } from './row-pieces.ts';
import { tableLinePieces } from './table-lines.ts';

type Marks = {
	/** The row of the cursor or of the current hit; undefined where none is shown. */
	readonly at: number | undefined;
	readonly changed: ReadonlySet<string>;
};

/** Two cells before a row: the cursor, and the mark of a change. */
const gutter = (isAt: boolean, changed: boolean): readonly Piece[] => [
	{ text: isAt ? '▸' : ' ', bold: true },
	{ text: changed ? '•' : ' ', bold: true },
];

const isChanged = (row: PaneRow, { changed }: Marks): boolean =>
	row.kind === 'text' && row.start === 0 && row.line.path !== '' && changed.has(row.line.path);

const wordPieces = (row: PaneRow, word: string): readonly Piece[] =>
	row.kind === 'text' ? rowPieces(row, word) : tableLinePieces(row.table, row.line, word);

type Props = { readonly view: PaneView; readonly marks: Marks; readonly word: string; readonly width: number };

/** The visible rows of the open section. */
export const PaneBody = ({ view, marks, word, width }: Props) => {
	const { rows, place, height } = view;
	return (
		<Lines
			rows={rows
				.slice(place.top, place.top + height)
				.map((row, offset) =>
					clip([...gutter(place.top + offset === marks.at, isChanged(row, marks)), ...wordPieces(row, word)], width),
				)}
			width={width}
		/>
	);
};
