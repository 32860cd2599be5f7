import { Box } from 'ink';
import type { FormMode } from '../model/form/form.ts';
import { type FormLine, formFoot, formLines } from '../model/form/lines.ts';
import { type Hint, hintsOf } from '../model/select/foot.ts';
import type { Size } from '../model/state.ts';
import { fit } from '../text/fit.ts';
import { clip, spread } from './assemble.ts';
import { Line, type Piece } from './line.tsx';

const nameWidth = 22;

const hintText = ({ key, word }: Hint): string => `${key} ${word}`;

/** The text of the field that has the keys shows where the next character goes. */
const valuePieces = (line: Extract<FormLine, { kind: 'field' }>, mode: FormMode, width: number): readonly Piece[] => {
	if (!line.selected) {
		return [{ text: fit(line.text === '' ? '·' : line.text, width), dim: line.text === '' }];
	}
	const { before, after } = mode.line;
	return [{ text: before }, { text: '▏', bold: true }, { text: fit(after, Math.max(1, width - before.length - 1)) }];
};

const linePieces = (line: FormLine, mode: FormMode, width: number): readonly Piece[] => {
	if (line.kind === 'heading') {
		return [{ text: line.text, bold: true }];
	}
	const valueWidth = Math.max(10, Math.floor((width - nameWidth - 2) / 2));
	return [
		{ text: line.selected ? '▸ ' : '  ' },
		{ text: fit(line.name, nameWidth), bold: line.selected },
		...valuePieces(line, mode, valueWidth),
		{ text: ' ' },
		line.bad ? { text: `✗ ${line.note}`, color: 'red' } : { text: line.note, dim: true },
	];
};

/** Every query parameter with its text; the foot says what the selected one takes. */
export const FormScreen = ({ mode, size }: { readonly mode: FormMode; readonly size: Size }) => {
	const width = size.columns;
	const height = size.rows - 3;
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
					[{ text: hintsOf('form').map(hintText).join('  '), dim: true }],
					width,
				)}
			/>
			<Box flexDirection="column" height={height}>
				{formLines(mode, height).map(line => (
					<Line
						key={line.kind === 'field' ? line.name : line.text}
						pieces={clip(linePieces(line, mode, width), width)}
					/>
				))}
			</Box>
			<Line pieces={clip([footPiece], width)} />
		</Box>
	);
};
