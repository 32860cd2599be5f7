import { type Look, type Piece, type PieceLines, styledText } from './styled-text.ts';
import { cutStyled } from './styled-width.ts';

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

/** Lines below each other, as one text: each with its looks in at most `width` cells (1 or more), and never without a cell. */
export const drawnLines = (rows: PieceLines, look: Look, width: number): string =>
	rows.map(pieces => drawnLine(pieces, look, width)).join('\n');
