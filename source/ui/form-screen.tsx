import { Box } from 'ink';
import type { FormMode } from '../model/form/form.ts';
import { type FormLine, formFoot, formLines } from '../model/form/lines.ts';
import { hintsOf } from '../model/select/foot.ts';
import type { Size } from '../model/state.ts';
import type { KeyTable } from '../tables/keymap.ts';
import { fit } from '../text/fit.ts';
import { tail } from '../text/tail.ts';
import { displayWidth } from '../text/width.ts';
import { clip, spread } from './assemble.ts';
import type { Piece } from './frame/styled-text.ts';
import { hintPieces } from './hints.ts';
import { Line } from './line.tsx';

const nameWidth = 22;

/** The text of the field that has the keys shows where the next character goes. */
const valuePieces = (line: Extract<FormLine, { kind: 'field' }>, mode: FormMode, width: number): readonly Piece[] => {
	if (!line.selected) {
		return [{ text: fit(line.text === '' ? '·' : line.text, width), dim: line.text === '' }];
	}
	const before = tail(mode.line.before, width - 1);
	return [
		{ text: before },
		{ text: '▏', bold: true },
		{ text: fit(mode.line.after, width - displayWidth(before) - 1) },
	];
};

/** Texts are short as a rule: they take what they need, half of the room at most, and what is left explains the fields. */
const leastForValue = 10;
const widthOfValues = ({ texts }: FormMode, width: number): number => {
	const widest = [...texts.values()].reduce((most, text) => Math.max(most, displayWidth(text)), 0);
	return Math.max(leastForValue, Math.min(widest + 1, Math.floor((width - nameWidth - 2) / 2)));
};

const linePieces = (line: FormLine, mode: FormMode, valueWidth: number): readonly Piece[] => {
	if (line.kind === 'heading') {
		return [{ text: line.text, bold: true }];
	}
	return [
		{ text: line.selected ? '▸ ' : '  ' },
		{ text: fit(line.name, nameWidth), bold: line.selected },
		...valuePieces(line, mode, valueWidth),
		{ text: ' ' },
		line.bad ? { text: `✗ ${line.note}`, color: 'red' } : { text: line.note, dim: true },
	];
};

type Props = { readonly mode: FormMode; readonly size: Size; readonly keys: KeyTable };

/** Every query parameter with its text; the foot says what the selected one takes. */
export const FormScreen = ({ mode, size, keys }: Props) => {
	const width = size.columns;
	const height = size.rows - 3;
	const valueWidth = widthOfValues(mode, width);
	const foot = formFoot(mode);
	const footPiece: Piece = foot.bad ? { text: `✗ ${foot.text}`, color: 'red' } : { text: foot.text };
	return (
		<Box flexDirection="column" width={width} height={size.rows - 1}>
			<Line
				pieces={spread(
					[
						{ text: 'Filter form', bold: true },
						{ text: ' · the parameters of ListJobs', dim: true },
					],
					hintPieces(hintsOf('form', keys), width - 1),
					width,
				)}
			/>
			<Box flexDirection="column" height={height}>
				{formLines(mode, height).map(line => (
					<Line
						key={line.kind === 'field' ? line.name : line.text}
						pieces={clip(linePieces(line, mode, valueWidth), width)}
					/>
				))}
			</Box>
			<Line pieces={clip([footPiece], width)} />
		</Box>
	);
};
