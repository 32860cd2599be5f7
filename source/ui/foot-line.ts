import { circumstanceOf, type Hint, hintsOf, newsWords, selectedWords } from '../model/select/foot.ts';
import { promptNews } from '../model/select/prompt.ts';
import { isCompact } from '../model/select/scope.ts';
import type { State } from '../model/state.ts';
import type { Circumstance } from '../tables/hint.ts';
import type { KeyMode, KeyTable } from '../tables/keymap.ts';
import { tail } from '../text/tail.ts';
import { clip, spread, widthOf } from './assemble.ts';
import { commandPieces } from './command-prompt.ts';
import type { Piece } from './frame/styled-text.ts';
import { edgeHints, gapBetweenHints, hintPieces, lastHint, menuPieces, mostBesideRow } from './hints.ts';
import { memoized } from './memoized.ts';
import { promptNewsPieces, promptPieces } from './prompt-line.ts';

const logPromptWords = { filter: 'only', since: 'since', save: 'save to' } as const;

const leftPieces = (state: State, width: number): readonly Piece[] => {
	if (state.mode.kind === 'filter') {
		return clip(promptPieces(state.mode, width), width);
	}
	if (state.mode.kind === 'command') {
		return clip(commandPieces(state, width), width);
	}
	if (state.mode.kind === 'search' || state.mode.kind === 'log-search') {
		const { before, after } = state.mode.line;
		return clip([{ text: `/${tail(before, width - 3)}` }, { text: '▏', bold: true }, { text: after }], width);
	}
	if (state.mode.kind === 'log-prompt') {
		const { before, after } = state.mode.line;
		const what = `${logPromptWords[state.mode.of]} `;
		const pieces: readonly Piece[] = [
			{ text: what, dim: true },
			{ text: tail(before, width - what.length - 2) },
			{ text: '▏', bold: true },
			{ text: after },
		];
		return clip(pieces, width);
	}
	if (state.mode.kind === 'copy') {
		return [{ text: 'copy', bold: true }];
	}
	return state.mode.kind === 'sort' ? [{ text: 'sort by', bold: true }] : [{ text: selectedWords(state) }];
};

/** On a narrow screen what is wrong with a filter says little in half of the line, and of the filter its end is enough. */
const shareOfMistake = (width: number): number => Math.floor((width * 2) / 3);

type HintsWish = {
	readonly mode: KeyMode;
	readonly keys: KeyTable;
	readonly circumstance: Circumstance | undefined;
};

const hintsFor = memoized(({ mode, keys, circumstance }: HintsWish): readonly Hint[] =>
	hintsOf(mode, keys, circumstance),
);

/** The last line: the prompt or the selected job in full; then news, else hints as far as there is room. */
export const footPieces = (state: State, width: number): readonly Piece[] => {
	const hints = hintsFor({ mode: state.mode.kind, keys: state.settings.keys, circumstance: circumstanceOf(state) });
	const left = leftPieces(state, width);
	const room = Math.max(0, width - widthOf(left) - gapBetweenHints);
	const beside = Math.max(room, Math.floor(width / 2));
	const answer = promptNews(state);
	if (answer !== undefined) {
		const most = answer.kind !== 'offer' && isCompact(width) ? Math.max(room, shareOfMistake(width)) : beside;
		const right = clip(promptNewsPieces(answer, beside), most);
		return spread(leftPieces(state, Math.max(1, width - widthOf(right) - 1)), right, width);
	}
	const news = newsWords(state);
	if (news !== undefined && state.mode.kind !== 'filter') {
		const look = news.bad ? { color: 'red' as const } : { bold: true };
		const words: Piece = { text: news.text, link: news.link, ...look };
		return spread(left, clip([words], beside), width);
	}
	if (state.mode.kind === 'copy' || state.mode.kind === 'sort') {
		return spread(left, menuPieces(hints, room), width);
	}
	const besideJob = ['list', 'detail', 'logs', 'comparison'].includes(state.mode.kind);
	const most = state.mode.kind === 'list' && widthOf(left) > 0 ? mostBesideRow : hints.length;
	const fitting = besideJob && isCompact(width) ? edgeHints(hints.slice(0, most), room) : hintPieces(hints, room);
	const shown = besideJob && fitting.length === 0 ? lastHint(hints, widthOf(left), width) : fitting;
	return spread(left, shown, width);
};
