import { Box } from 'ink';
import { type HelpLine, helpLines } from '../model/help.ts';
import type { Views } from '../model/views/views.ts';
import type { KeyTable } from '../tables/keymap.ts';
import { fit } from '../text/fit.ts';
import { clip, spread } from './assemble.ts';
import { Line, type Piece } from './line.tsx';

const linePieces = (line: HelpLine): readonly Piece[] => {
	switch (line.kind) {
		case 'blank':
			return [];
		case 'heading':
			return [{ text: line.text, bold: true }];
		case 'entry':
			return [{ text: `  ${fit(line.keys, 16)}` }, { text: line.text }];
	}
};

type Props = {
	readonly over: 'list' | 'detail' | 'logs' | 'comparison';
	readonly top: number;
	readonly width: number;
	readonly height: number;
	readonly keys: KeyTable;
	readonly views: Views;
};

const titles: Readonly<Record<Props['over'], string>> = {
	list: 'the list',
	detail: 'the detail pane',
	logs: 'events and logs',
	comparison: 'the differences',
};

/** Exactly the keys that work where help was asked for. */
export const HelpScreen = ({ over, top, width, height, keys, views }: Props) => {
	const lines = helpLines(over, keys, views);
	const more = Math.max(0, lines.length - top - height);
	return (
		<Box flexDirection="column">
			<Line
				pieces={spread(
					[{ text: `Keys of ${titles[over]}`, bold: true }],
					[{ text: `${more === 0 ? '' : `${more} more below, j · `}esc closes`, dim: true }],
					width,
				)}
			/>
			{lines.slice(top, top + height).map((line, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a line of the help is its place
				<Line key={index} pieces={clip(linePieces(line), width)} />
			))}
		</Box>
	);
};
