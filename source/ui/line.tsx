import { Text } from 'ink';
import { createContext, memo, useContext } from 'react';
import { sanitize } from '../text/sanitize.ts';
import { plainSigns } from '../text/signs.ts';

/** How this terminal wants to be written to. */
export type Look = { readonly color: boolean; readonly ascii: boolean };
export const LookContext = createContext<Look>({ color: true, ascii: false });

export type Color = 'green' | 'yellow' | 'red' | 'cyan' | 'blue' | 'magenta' | 'gray';

/** A run of text in one style. A colour never carries a meaning of its own: a sign or a word says the same. */
export type Piece = {
	readonly text: string;
	readonly color?: Color | undefined;
	readonly bold?: boolean;
	readonly dim?: boolean;
	readonly inverse?: boolean;
};

type LineProps = { readonly pieces: readonly Piece[] };

const samePiece = (a: Piece, b: Piece | undefined): boolean =>
	b !== undefined &&
	a.text === b.text &&
	a.color === b.color &&
	a.bold === b.bold &&
	a.dim === b.dim &&
	a.inverse === b.inverse;

const samePieces = (a: LineProps, b: LineProps): boolean =>
	a.pieces.length === b.pieces.length && a.pieces.every((piece, index) => samePiece(piece, b.pieces[index]));

const Run = ({ piece, look }: { readonly piece: Piece; readonly look: Look }) => {
	const safe = sanitize(piece.text);
	const text = look.ascii ? plainSigns(safe) : safe;
	return (
		<Text
			{...(look.color && piece.color !== undefined ? { color: piece.color } : {})}
			bold={piece.bold ?? false}
			dimColor={look.color && (piece.dim ?? false)}
			inverse={piece.inverse ?? false}
		>
			{text}
		</Text>
	);
};

/**
 * One line of the screen, as one Text. Everything that is drawn passes here, so this is where text from outside is made
 * safe for the terminal. Rendered again only when what it shows changed.
 */
export const Line = memo(({ pieces }: LineProps) => {
	const look = useContext(LookContext);
	return (
		<Text wrap="truncate">
			{pieces.map((piece, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: the runs of a line have no identity but their place
				<Run key={index} piece={piece} look={look} />
			))}
			{pieces.every(({ text }) => text === '') ? ' ' : ''}
		</Text>
	);
}, samePieces);
