import { layoutOf } from '../model/layout.ts';
import { countsParts } from '../model/select/counts.ts';
import { emptiness } from '../model/select/emptiness.ts';
import { brandWords, pollWords, scopeParts } from '../model/select/scope.ts';
import { sumsParts } from '../model/select/sums.ts';
import type { Standing, State } from '../model/state.ts';
import { countsPieces } from './counts-line.ts';
import { emptyLines } from './empty-list.ts';
import { footPieces } from './foot-line.ts';
import { drawnLines } from './frame/drawn-line.ts';
import type { Look, Piece, PieceLines } from './frame/styled-text.ts';
import { createListTable } from './list-table.ts';
import { memoized } from './memoized.ts';
import { scopePieces } from './scope-line.ts';

/** What is looked at, and its figures. */
const headLines = (state: Standing): PieceLines => {
	const width = state.size.columns;
	return [
		scopePieces({ parts: scopeParts(state), poll: pollWords(state), brand: brandWords(state.settings), width }),
		countsPieces({ parts: countsParts(state), extras: state.mode.kind === 'sort' ? [] : sumsParts(state), width }),
	];
};

const noPieces: readonly Piece[] = [];

/** The lines of the list, for one place where they are drawn again and again: one that is as it was in the drawing before is the same object as there, but for the last. */
export type ListLines = {
	/** The two above it, as wide as the screen. A key that only moves the cursor leaves them alone. */
	readonly above: (state: State) => PieceLines;
	/** Header and rows, or what is said in their place: as many lines as the layout has for them. */
	readonly list: (state: State, ascii: boolean) => PieceLines;
	/** All of a screen that shows the list and nothing else. */
	readonly screen: (state: State, ascii: boolean) => PieceLines;
};

export const createListLines = (): ListLines => {
	const table = createListTable();
	const headFor = memoized(headLines);
	const above = ({ cursor: _, ...rest }: State): PieceLines => headFor(rest);
	const list = (state: State, ascii: boolean): PieceLines => {
		const { width, height } = layoutOf(state).list;
		const empty = emptiness(state);
		const lines = empty === undefined ? table(state, width, ascii) : emptyLines(empty, width, height + 1);
		return [...lines, ...Array<readonly Piece[]>(Math.max(0, height + 1 - lines.length)).fill(noPieces)];
	};
	const screen = (state: State, ascii: boolean): PieceLines => [
		...above(state),
		...list(state, ascii),
		footPieces(state, state.size.columns),
	];
	return { above, list, screen };
};

/** The frame of a list that is alone, as the view draws it with Ink: a start shows it before Ink is there. */
export const listFrame = (state: State, look: Look): string =>
	drawnLines(createListLines().screen(state, look.ascii), look, state.size.columns);
