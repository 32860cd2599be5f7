import { Box } from 'ink';
import type { HelpLine } from '../model/help.ts';
import { gapBetweenHelpColumns, helpColumns, helpHeight, helpRows, widthOfHelpKeys } from '../model/help-screen.ts';
import type { Helped, Mode } from '../model/mode.ts';
import type { State } from '../model/state.ts';
import { fit } from '../text/fit.ts';
import { clip, spread, widthOf } from './assemble.ts';
import { Line, type Piece } from './line.tsx';

const linePieces = (line: HelpLine | undefined): readonly Piece[] => {
	switch (line?.kind) {
		case undefined:
		case 'blank':
			return [];
		case 'heading':
			return [{ text: line.text, bold: true }];
		case 'entry':
			return [{ text: `  ${fit(line.keys, widthOfHelpKeys - 2)}` }, { text: line.text }];
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
const besides = (lines: readonly (HelpLine | undefined)[], width: number): readonly Piece[] =>
	lines.flatMap((line, index) => {
		const pieces = clip(linePieces(line), width);
		const isLast = index === lines.length - 1;
		return isLast ? pieces : [...pieces, { text: ' '.repeat(width - widthOf(pieces) + gapBetweenHelpColumns) }];
	});

type Props = { readonly state: State; readonly mode: Extract<Mode, { kind: 'help' }> };

/** Exactly the keys that work where help was asked for; in a wide window in two columns, the second going on where the first ends. */
export const HelpScreen = ({ state, mode: { over, top } }: Props) => {
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
					[{ text: `${more === 0 ? '' : `${more} more below, j · `}esc closes`, dim: true }],
					state.size.columns,
				)}
			/>
			{first.map((line, index) => (
				<Line
					// biome-ignore lint/suspicious/noArrayIndexKey: a line of the help is its place
					key={index}
					pieces={besides(count === 1 ? [line] : [line, rows[top + height + index]], width)}
				/>
			))}
		</Box>
	);
};
