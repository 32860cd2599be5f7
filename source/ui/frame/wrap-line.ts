import { cutStyled } from './styled-width.ts';

/** Lines in too narrow a place. Stands for Ink's `wrap-text.js`: our lines are cut, never wrapped. */
const wrapLine = (text: string, width: number): string =>
	width < 1
		? ''
		: text
				.split('\n')
				.map(line => cutStyled(line, Math.floor(width), '…'))
				.join('\n');

export default wrapLine;
