import { lineText } from '../model/line-editor.ts';
import type { FilterMode } from '../model/prompt.ts';
import { type PromptNews, promptHelp } from '../model/select/prompt.ts';
import { tail } from '../text/tail.ts';
import { displayWidth } from '../text/width.ts';
import type { Piece } from './frame/styled-text.ts';

/** The prompt with a mark where the next character goes. A long line shows the part before it. */
export const promptPieces = (mode: FilterMode, width: number): readonly Piece[] => {
	const { line } = mode;
	const empty = lineText(line) === '';
	return [
		{ text: `/${tail(line.before, Math.max(1, width - 3))}` },
		{ text: '▏', bold: true },
		{ text: empty ? promptHelp : line.after, dim: empty },
	];
};

/** As many of the offered words around the chosen one as there is room for. */
const offerPieces = (words: readonly string[], at: number, room: number): readonly Piece[] => {
	const pieces: Piece[] = [];
	let used = 0;
	for (const [index, word] of words.slice(Math.max(0, at - 1)).entries()) {
		const text = `${index === 0 ? '' : '  '}${word}`;
		used += displayWidth(text);
		if (used > room && index > 1) {
			break;
		}
		pieces.push({ text, inverse: index === Math.min(at, 1) });
	}
	return pieces;
};

/** The mistake of the line, or what Tab offers. */
export const promptNewsPieces = (news: PromptNews, room: number): readonly Piece[] => {
	switch (news.kind) {
		case 'problem':
			return [{ text: `✗ ${news.text}`, color: 'red' }];
		case 'doubt':
			return [{ text: `⚠ ${news.text}`, color: 'yellow' }];
		case 'offer':
			return offerPieces(news.words, news.at, room);
	}
};
