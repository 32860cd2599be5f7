import { Box } from 'ink';
import { hitPieces } from '../../model/logs/hits.ts';
import { type LogView, shapeOf } from '../../model/logs/log-view.ts';
import { type LogRow, shownText, visibleRows } from '../../model/logs/window.ts';
import { gateWords } from '../../model/select/gate.ts';
import { followWords, logTitle, noLinesWords, positionWords } from '../../model/select/logs.ts';
import type { State } from '../../model/state.ts';
import { maskText } from '../../text/mask.ts';
import { clip, spread } from '../assemble.ts';
import { footPieces } from '../foot-line.ts';
import type { Piece } from '../frame/styled-text.ts';
import { Line } from '../line.tsx';
import { withSecretsSign } from '../secrets-sign.ts';

/** A row with its hits marked; a sign stands before the line that the search is at. */
const rowPieces = (view: LogView, row: LogRow): readonly Piece[] => [
	{ text: row.line === view.hit && row.row === 0 ? '▸ ' : '  ', bold: true },
	...hitPieces(shownText(view, row.line), row, view.search).map(({ text, isHit }) => ({ text, inverse: isHit })),
];

const problemPieces = ({ failure, job, unmasked }: LogView): readonly Piece[] =>
	failure === undefined
		? [{ text: unmasked ? job.DisplayName : maskText(job.DisplayName) }]
		: [
				{
					text: `✗ ${failure.Code === undefined ? '' : `${failure.Code}: `}${maskText(failure.message)}`,
					color: 'red',
				},
			];

type Props = { readonly state: State; readonly view: LogView };

/** Events and logs over the whole screen. */
export const LogScreen = ({ state, view }: Props) => {
	const { columns, rows } = state.size;
	const shape = shapeOf(view, state.size);
	const { kind, of } = logTitle(view, columns);
	const instead = noLinesWords(view);
	return (
		<Box flexDirection="column" width={columns} height={rows - 1}>
			<Line
				pieces={spread(
					[{ text: `▸ ${kind} `, bold: true }, { text: of }],
					withSecretsSign(view.unmasked, [
						{ text: gateWords(state, 'fetch-lines') ?? followWords(view), dim: view.ended || !view.follows },
					]),
					columns,
				)}
			/>
			<Line pieces={spread(problemPieces(view), [{ text: positionWords(state, view), dim: true }], columns)} />
			<Box flexDirection="column" height={shape.height}>
				{instead !== undefined && <Line pieces={clip([{ text: `  ${instead}`, dim: true }], columns)} />}
				{visibleRows(shape, view.place).map((row, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a row of the window is its place; its text may stand twice
					<Line key={index} pieces={clip(rowPieces(view, row), columns)} />
				))}
			</Box>
			<Line pieces={footPieces(state, columns)} />
		</Box>
	);
};
