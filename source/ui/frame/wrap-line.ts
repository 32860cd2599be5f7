import { cutStyled } from './styled-width.ts';

/** A line in too narrow a place. Stands for Ink's `wrap-text.js`: our lines are cut, never wrapped. */
const wrapLine = (text: string, width: number): string => (width < 1 ? '' : cutStyled(text, Math.floor(width), '…'));

export default wrapLine;
