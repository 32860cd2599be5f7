import { Box } from 'ink';
import type { Comparison, Side } from '../model/comparison/comparison.ts';
import { type ComparedRow, halfWidth, type Shape } from '../model/comparison/rows.ts';
import { bares, comparedView } from '../model/comparison/view.ts';
import type { TextRow } from '../model/detail/rows.ts';
import { gateWords } from '../model/select/gate.ts';
import { failureWords } from '../model/select/get-job-failure.ts';
import type { State } from '../model/state.ts';
import { maskText } from '../text/mask.ts';
import { clip, spread, widthOf } from './assemble.ts';
import { rowPieces } from './detail/row-pieces.ts';
import { footPieces } from './foot-line.ts';
import type { Piece } from './frame/styled-text.ts';
import { Line } from './line.tsx';
import { withSecretsSign } from './secrets-sign.ts';

/** A half, filled with spaces up to its width. */
const half = (row: TextRow | undefined, word: string, width: number): readonly Piece[] => {
	const pieces = row === undefined ? [] : clip(rowPieces(row, word), width);
	return [...pieces, { text: ' '.repeat(Math.max(0, width - widthOf(pieces))) }];
};

const piecesOf = (row: ComparedRow, shape: Shape, word: string, ascii: boolean): readonly Piece[] =>
	row.kind === 'whole'
		? rowPieces(row.row, word)
		: [
				...half(row.a, word, halfWidth(shape)),
				{ text: ascii ? ' | ' : ' │ ', dim: true },
				...(row.b === undefined ? [] : clip(rowPieces(row.b, word), halfWidth(shape))),
			];

const sidePieces = (name: string, side: Side, secrets: boolean): readonly Piece[] => {
	const { DisplayName, Status } = side.merged;
	const words = [side.JobId, secrets ? DisplayName : maskText(DisplayName)].filter(text => text !== '').join(' ');
	const asking = side.request === undefined ? '' : ' · asking GetJob';
	const gone = side.listed || side.answer !== undefined ? '' : ' · not in this list';
	return [
		{ text: `  ${name} `, bold: true },
		{ text: `${words}${Status === '' ? '' : ` · ${Status}`}${gone}${asking}` },
		...(side.failure === undefined
			? []
			: [{ text: ` · ${failureWords(side.failure, side.listed)}`, color: 'red' } as const]),
	];
};

const titleEnd = (
	state: State,
	count: number,
	rows: number,
	{ place, search }: Comparison,
	hits: readonly number[],
) => {
	const at = hits.indexOf(place.at);
	const found = search === '' ? '' : `hit ${at === -1 ? '-' : at + 1}/${hits.length} · `;
	const values = count === 1 ? '1 value differs' : `${count} values differ`;
	const waiting = gateWords(state, 'fetch-first') ?? gateWords(state, 'fetch-second');
	return waiting ?? `${found}${values} · ${rows} lines`;
};

type Props = { readonly state: State; readonly comparison: Comparison; readonly ascii: boolean };

/** In what two jobs differ, over the whole screen: side by side where there is room, else the one below the other. */
export const ComparisonScreen = ({ state, comparison, ascii }: Props) => {
	const { columns, rows } = state.size;
	const { shape, rows: all, count, hits, height } = comparedView(state, comparison);
	const { a, b, place, search } = comparison;
	const secrets = bares(state, comparison);
	const isAsking = a.request !== undefined || b.request !== undefined;
	return (
		<Box flexDirection="column" width={columns} height={rows - 1}>
			<Line
				pieces={spread(
					[{ text: '▸ DIFFERENCES', bold: true }],
					withSecretsSign(secrets, [{ text: titleEnd(state, count, all.length, comparison, hits), dim: true }]),
					columns,
				)}
			/>
			<Line pieces={clip(sidePieces('A', a, secrets), columns)} />
			<Line pieces={clip(sidePieces('B', b, secrets), columns)} />
			<Box flexDirection="column" height={height}>
				{all.length === 0 && (
					<Line
						pieces={clip(
							[{ text: isAsking ? '  no differences so far' : '  no differences: they are made alike', dim: true }],
							columns,
						)}
					/>
				)}
				{all.slice(place.top, place.top + height).map((row, offset) => {
					const index = place.top + offset;
					const sign = search !== '' && index === place.at && hits.includes(index) ? '▸ ' : '  ';
					return (
						<Line
							key={index}
							pieces={clip([{ text: sign, bold: true }, ...piecesOf(row, shape, search, ascii)], columns)}
						/>
					);
				})}
			</Box>
			<Line pieces={footPieces(state, columns)} />
		</Box>
	);
};
