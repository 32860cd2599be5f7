import { Text } from 'ink';
import { createContext, memo, useContext } from 'react';
import { type Look, type Piece, styledText } from './frame/styled-text.ts';
import { cutStyled } from './frame/styled-width.ts';

export type { Color, Look, Piece } from './frame/styled-text.ts';

export const LookContext = createContext<Look>({ color: true, ascii: false });

type LineProps = { readonly pieces: readonly Piece[] };

const samePiece = (a: Piece, b: Piece | undefined): boolean =>
	b !== undefined &&
	a.text === b.text &&
	a.color === b.color &&
	a.bold === b.bold &&
	a.dim === b.dim &&
	a.inverse === b.inverse &&
	a.link === b.link;

const samePieces = (a: LineProps, b: LineProps): boolean =>
	a.pieces.length === b.pieces.length && a.pieces.every((piece, index) => samePiece(piece, b.pieces[index]));

/**
 * One line of the screen, as one Text with one string. Everything that is drawn passes here, so this is where text from
 * outside is made safe for the terminal. Rendered again only when what it shows changed.
 */
export const Line = memo(({ pieces }: LineProps) => {
	const look = useContext(LookContext);
	return <Text wrap="truncate">{styledText(pieces, look) || ' '}</Text>;
}, samePieces);

type Drawn = { readonly look: Look; readonly width: number; readonly text: string };

/** Lines as they were drawn, by their pieces: as long as these are the same object, so is the string. */
const drawn = new WeakMap<readonly Piece[], Drawn>();

const drawnLine = (pieces: readonly Piece[], look: Look, width: number): string => {
	const known = drawn.get(pieces);
	if (known !== undefined && known.look === look && known.width === width) {
		return known.text;
	}
	const text = cutStyled(styledText(pieces, look) || ' ', width, '…');
	drawn.set(pieces, { look, width, text });
	return text;
};

type LinesProps = { readonly rows: readonly (readonly Piece[])[]; readonly width: number };

/**
 * Lines below each other as one Text, each in at most `width` cells (1 or more). For what has many lines, such as a list: React
 * and Yoga have one thing to look after, and a row whose pieces are the same object costs nothing.
 */
export const Lines = ({ rows, width }: LinesProps) => {
	const look = useContext(LookContext);
	return rows.length === 0 ? null : (
		<Text wrap="truncate">{rows.map(pieces => drawnLine(pieces, look, width)).join('\n')}</Text>
	);
};
