import { Text } from 'ink';
import { createContext, memo, useContext } from 'react';
import { drawnLines } from './frame/drawn-line.ts';
import { type Look, type Piece, type PieceLines, samePieces, styledText } from './frame/styled-text.ts';

export const LookContext = createContext<Look>({ color: true, ascii: false });

type LineProps = { readonly pieces: readonly Piece[] };

/**
 * One line of the screen, as one Text with one string, which `styledText` makes safe for the terminal. Rendered again only when what it
 * shows changed.
 */
export const Line = memo(
	({ pieces }: LineProps) => {
		const look = useContext(LookContext);
		return <Text wrap="truncate">{styledText(pieces, look) || ' '}</Text>;
	},
	(a, b) => samePieces(a.pieces, b.pieces),
);

type LinesProps = { readonly rows: PieceLines; readonly width: number };

/**
 * Lines below each other as one Text, each in at most `width` cells (1 or more). For what has many lines, such as a list: React
 * and Yoga have one thing to look after, and a row whose pieces are the same object costs nothing.
 */
export const Lines = ({ rows, width }: LinesProps) => {
	const look = useContext(LookContext);
	return rows.length === 0 ? null : <Text wrap="truncate">{drawnLines(rows, look, width)}</Text>;
};
