import type { ThemeColor } from '../../tables/theme.ts';
import { hyperlink, hyperlinkEnd, isLinkable } from '../../text/hyperlink.ts';
import { sanitize } from '../../text/sanitize.ts';
import { plainSigns } from '../../text/signs.ts';

/** How this terminal wants to be written to. */
export type Look = { readonly color: boolean; readonly ascii: boolean };

export type Color = ThemeColor;

/** A run of text in one style. A colour never carries a meaning of its own: a sign or a word says the same. */
export type Piece = {
	readonly text: string;
	readonly color?: Color | undefined;
	readonly bold?: boolean;
	readonly dim?: boolean;
	readonly inverse?: boolean;
	/** Where the text leads, in terminals that know links; the others show the text alone. */
	readonly link?: string | undefined;
};

/** Lines below each other, each as its pieces from left to right. */
export type PieceLines = readonly (readonly Piece[])[];

const samePiece = (a: Piece, b: Piece | undefined): boolean =>
	b !== undefined &&
	a.text === b.text &&
	a.color === b.color &&
	a.bold === b.bold &&
	a.dim === b.dim &&
	a.inverse === b.inverse &&
	a.link === b.link;

/** Whether two lines look the same. */
export const samePieces = (a: readonly Piece[], b: readonly Piece[]): boolean =>
	a.length === b.length && a.every((piece, index) => samePiece(piece, b[index]));

const colorCodes: Readonly<Record<Color, number>> = {
	black: 30,
	red: 31,
	green: 32,
	yellow: 33,
	blue: 34,
	magenta: 35,
	cyan: 36,
	white: 37,
	gray: 90,
	redBright: 91,
	greenBright: 92,
	yellowBright: 93,
	blueBright: 94,
	magentaBright: 95,
	cyanBright: 96,
	whiteBright: 97,
};

const sgr = (code: number): string => `\u001b[${code}m`;

/** The sequences before a piece and behind it, one parameter in each: Ink's own tokenizer reads no others. */
const sequencesOf = ({ color, bold, dim, inverse }: Piece, look: Look): readonly [string, string] => {
	const codes: readonly (readonly [number, number])[] = [
		...(inverse === true ? [[7, 27] as const] : []),
		...(bold === true ? [[1, 22] as const] : []),
		...(look.color && color !== undefined ? [[colorCodes[color], 39] as const] : []),
		...(look.color && dim === true ? [[2, 22] as const] : []),
	];
	return [
		codes.map(([on]) => sgr(on)).join(''),
		codes
			.map(([, off]) => sgr(off))
			.reverse()
			.join(''),
	];
};

const isPlain = ({ color, bold, dim, inverse }: Piece): boolean =>
	color === undefined && bold !== true && dim !== true && inverse !== true;

/** Only a terminal with all looks gets links: one without colours or signs may show what it does not know. */
const linked = (text: string, { link }: Piece, look: Look): string =>
	link !== undefined && text !== '' && look.color && !look.ascii && isLinkable(link)
		? hyperlink(link) + text + hyperlinkEnd
		: text;

/** The text of one line with its looks, safe for the terminal whatever the pieces hold. */
export const styledText = (pieces: readonly Piece[], look: Look): string => {
	let line = '';
	for (const piece of pieces) {
		const safe = sanitize(piece.text);
		const text = linked(look.ascii ? plainSigns(safe) : safe, piece, look);
		if (text === '' || isPlain(piece)) {
			line += text;
		} else {
			const [before, behind] = sequencesOf(piece, look);
			line += before + text + behind;
		}
	}
	return line;
};
