import { Text } from 'ink';
import { createContext, memo, useContext } from 'react';
import { type Look, type Piece, styledText } from './frame/styled-text.ts';

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
