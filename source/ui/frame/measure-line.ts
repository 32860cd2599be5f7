import { styledWidth } from './styled-width.ts';

type Size = { readonly width: number; readonly height: number };

/** The cells of a text of whole lines. Stands for Ink's `measure-text.js`, which takes every text for any text and keeps it. */
const measureLine = (text: string): Size => {
	if (text === '') {
		return { width: 0, height: 0 };
	}
	const lines = text.split('\n');
	return { width: lines.reduce((widest, line) => Math.max(widest, styledWidth(line)), 0), height: lines.length };
};

export default measureLine;
