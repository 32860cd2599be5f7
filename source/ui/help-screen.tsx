import { Box } from 'ink';
import { spansIn } from '../model/detail/search.ts';
import type { HelpLine } from '../model/help.ts';
import { gapBetweenHelpColumns, helpColumns, helpHeight, helpRows, widthOfHelpKeys } from '../model/help-screen.ts';
import { type HelpMode, helpHits } from '../model/help-search.ts';
import type { LineEditor } from '../model/line-editor.ts';
import type { Helped } from '../model/mode.ts';
import type { State } from '../model/state.ts';
import { fit } from '../text/fit.ts';
import { tail } from '../text/tail.ts';
import { clip, spread, widthOf } from './assemble.ts';
import { cellPieces } from './detail/row-pieces.ts';
import type { Piece } from './frame/styled-text.ts';
import { Line } from './line.tsx';

const entryPieces = (keys: string, text: string, search: string): readonly Piece[] => [
	{ text: '  ' },
	...cellPieces(fit(keys, widthOfHelpKeys - 2), spansIn(fit(keys, widthOfHelpKeys - 2), search), false),
	...cellPieces(text, spansIn(text, search), false),
];

const linePieces = (line: HelpLine | undefined, search: string): readonly Piece[] => {
	switch (line?.kind) {
		case undefined:
		case 'blank':
			return [];
		case 'heading':
			return cellPieces(line.text, spansIn(line.text, search), false).map(piece => ({ ...piece, bold: true }));
		case 'entry':
			return entryPieces(line.keys, line.text, search);
	}
};

const titles: Readonly<Record<Helped, string>> = {
	list: 'the list',
	detail: 'the detail pane',
	logs: 'events and logs',
	comparison: 'the differences',
	stats: 'figures and errors',
	columns: 'the column chooser',
	sort: 'the sort picker',
	copy: 'the copy menu',
};

/** A line of each column beside the other. */
const besides = (lines: readonly (HelpLine | undefined)[], width: number, search: string): readonly Piece[] =>
	lines.flatMap((line, index) => {
		const pieces = clip(linePieces(line, search), width);
		const isLast = index === lines.length - 1;
		return isLast ? pieces : [...pieces, { text: ' '.repeat(width - widthOf(pieces) + gapBetweenHelpColumns) }];
	});

/** What stands beside the title: the word being typed, what a key had to say, or how to go on. */
const besideTitle = (state: State, mode: HelpMode, line: LineEditor | undefined, more: number): readonly Piece[] => {
	const hits = mode.search === '' ? [] : helpHits(state, mode);
	const place = hits.indexOf(mode.at) + 1;
	const found = mode.search === '' ? '' : `${place === 0 ? '' : `${place} of `}${hits.length} with ${mode.search} · `;
	if (line !== undefined) {
		const count = mode.search === '' ? '' : `  ${hits.length} lines`;
		const before = tail(line.before, Math.floor(state.size.columns / 2) - count.length - 2);
		return [{ text: `/${before}` }, { text: '▏', bold: true }, { text: line.after }, { text: count, dim: true }];
	}
	return state.notice === undefined
		? [{ text: `${found}${more === 0 ? '' : `${more} more below, j · `}/ search · esc closes`, dim: true }]
		: [{ text: state.notice, bold: true }];
};

type Props = { readonly state: State; readonly mode: HelpMode; readonly line: LineEditor | undefined };

/** Exactly the keys that work where help was asked for; in a wide window in two columns, the second going on where the first ends. */
export const HelpScreen = ({ state, mode, line: prompt }: Props) => {
	const { over, top } = mode;
	const rows = helpRows(state, over);
	const height = helpHeight(state);
	const { count, width } = helpColumns(state);
	const more = Math.max(0, rows.length - top - height * count);
	const first = rows.slice(top, top + height);
	return (
		<Box flexDirection="column">
			<Line
				pieces={spread(
					[{ text: `Keys of ${titles[over]}`, bold: true }],
					besideTitle(state, mode, prompt, more),
					state.size.columns,
				)}
			/>
			{first.map((line, index) => (
				<Line
					// biome-ignore lint/suspicious/noArrayIndexKey: a line of the help is its place
					key={index}
					pieces={besides(count === 1 ? [line] : [line, rows[top + height + index]], width, mode.search)}
				/>
			))}
		</Box>
	);
};
