import type { Emptiness } from '../model/select/emptiness.ts';
import { clip } from './assemble.ts';
import type { Piece, PieceLines } from './frame/styled-text.ts';

/** What stands where the header and the rows would be, in so many lines at most (1 or more) of `width` cells. */
export const emptyLines = ({ lines, tone }: Emptiness, width: number, height: number): PieceLines => [
	[],
	...lines.slice(0, Math.max(1, height - 1)).map((text, index) => {
		const words: Piece = {
			text,
			bold: index === 0,
			...(index === 0 && tone === 'bad' ? { color: 'red' as const } : {}),
		};
		return clip([{ text: '  ' }, words], width);
	}),
];
