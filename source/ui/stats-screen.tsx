import { Box } from 'ink';
import type { Mode } from '../model/mode.ts';
import { hintsOf } from '../model/select/foot.ts';
import type { State } from '../model/state.ts';
import { statsHeight } from '../model/stats/act-stats.ts';
import { type StatsLine, statsLines } from '../model/stats/lines.ts';
import { fit } from '../text/fit.ts';
import { clip, spread } from './assemble.ts';
import type { Piece } from './frame/styled-text.ts';
import { hintPieces } from './hints.ts';
import { Line } from './line.tsx';

const nameWidth = 17;

const linePieces = (line: StatsLine): readonly Piece[] => {
	switch (line.kind) {
		case 'heading':
			return [{ text: line.text, bold: true }];
		case 'bad':
			return [{ text: `✗ ${line.text}`, color: 'red' }];
		case 'text':
			return [{ text: `  ${line.text}` }];
		case 'figure':
			return [{ text: `  ${fit(line.name, nameWidth)}`, dim: true }, { text: line.value }];
	}
};

type Props = { readonly state: State; readonly mode: Extract<Mode, { kind: 'stats' }> };

/** What dlctop costs, and what went wrong, in full. */
export const StatsScreen = ({ state, mode }: Props) => {
	const { columns, rows } = state.size;
	const lines = statsLines(state);
	const height = statsHeight(state);
	const top = Math.min(mode.top, Math.max(0, lines.length - height));
	const more = Math.max(0, lines.length - top - height);
	return (
		<Box flexDirection="column" width={columns} height={rows - 1}>
			<Line
				pieces={spread(
					[{ text: 'Figures and errors', bold: true }],
					[{ text: more === 0 ? '' : `${more} more below`, dim: true }],
					columns,
				)}
			/>
			<Box flexDirection="column" height={height}>
				{lines.slice(top, top + height).map((line, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a line of the screen is its place
					<Line key={index} pieces={clip(linePieces(line), columns)} />
				))}
			</Box>
			<Line pieces={hintPieces(hintsOf('stats', state.settings.keys), columns)} />
		</Box>
	);
};
