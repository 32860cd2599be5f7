import { styledWidth } from './styled-width.ts';

/** The cells of a text of one line. Stands for Ink's `measure-text.js`, which takes every text for any text and keeps it. */
const measureLine = (text: string): { readonly width: number; readonly height: number } =>
	text === '' ? { width: 0, height: 0 } : { width: styledWidth(text), height: 1 };

export default measureLine;
