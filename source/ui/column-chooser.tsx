import { Box } from 'ink';
import { useState } from 'react';
import {
	type ChooserMode,
	type ColumnSearchMode,
	chooserHeight,
	chooserIds,
	chosenIds,
	foundColumns,
} from '../model/columns/chooser.ts';
import { noRoomWords, withoutRoom } from '../model/columns/no-room.ts';
import { lineText } from '../model/line-editor.ts';
import { hintsOf } from '../model/select/foot.ts';
import type { State } from '../model/state.ts';
import { columnOf } from '../tables/column-of.ts';
import { fit } from '../text/fit.ts';
import { tail } from '../text/tail.ts';
import { clip, spread, widthOf } from './assemble.ts';
import type { Piece } from './frame/styled-text.ts';
import { menuPieces } from './hints.ts';
import { Line, Lines } from './line.tsx';
import { createListTable } from './list-table.ts';

const idWidth = (columns: number): number => Math.max(16, Math.min(44, Math.floor(columns / 2) - 8));

const linePieces = (state: State, id: string, selected: boolean, hidden: boolean): readonly Piece[] => {
	const place = chosenIds(state).indexOf(id);
	return [
		{
			text: `${selected ? '▸' : ' '} ${place === -1 ? '[ ]' : '[x]'} ${(place === -1 ? '' : String(place + 1)).padStart(2)} `,
		},
		{ text: fit(id, idWidth(state.size.columns)), bold: selected },
		{ text: hidden ? '  no room here' : '', bold: true },
		{ text: `  ${columnOf(id)?.help ?? ''}`, dim: true },
	];
};

/** How many columns are shown, and which of them have no room. */
const headPieces = (state: State, width: number): readonly Piece[] => {
	const title: readonly Piece[] = [
		{ text: 'Columns', bold: true },
		{ text: ` · ${chosenIds(state).length} of ${chooserIds(state).length}` },
	];
	const gap = ' · ';
	const words = noRoomWords(state, width - widthOf(title) - gap.length);
	return words === undefined ? title : [...title, { text: `${gap}${words}` }];
};

/** The lines in sight: those around the selected one. */
const window = (ids: readonly string[], id: string, height: number): readonly string[] => {
	const index = Math.max(0, ids.indexOf(id));
	const top = Math.max(0, Math.min(index - Math.floor(height / 2), ids.length - height));
	return ids.slice(top, top + height);
};

const footPieces = (state: State, mode: ChooserMode | ColumnSearchMode, width: number): readonly Piece[] => {
	const room = mode.kind === 'columns' ? width : Math.floor(width / 2);
	const right =
		state.notice === undefined
			? menuPieces(hintsOf(mode.kind, state.settings.keys), room)
			: clip([{ text: state.notice, bold: true }], room);
	if (mode.kind === 'columns') {
		return right;
	}
	const before = tail(mode.line.before, width - widthOf(right) - 3);
	return spread([{ text: `/${before}` }, { text: '▏', bold: true }, { text: mode.line.after }], right, width);
};

type Props = { readonly state: State; readonly mode: ChooserMode | ColumnSearchMode; readonly ascii: boolean };

/** Every column there is, and below the table as it is with those that are chosen. */
export const ColumnChooser = ({ state, mode, ascii }: Props) => {
	const [table] = useState(createListTable);
	const { columns: width, rows } = state.size;
	const height = chooserHeight(state);
	const ids = mode.kind === 'columns' ? chooserIds(state) : foundColumns(state, lineText(mode.line));
	const selected = mode.kind === 'columns' ? mode.id : (ids[0] ?? '');
	const found = mode.kind === 'columns' ? '' : `${ids.length} found`;
	const shown = window(ids, selected, height);
	const hidden = new Set(withoutRoom(state));
	const below = Math.max(1, rows - 1 - height - 3);
	return (
		<Box flexDirection="column" width={width} height={rows - 1}>
			<Line
				pieces={spread(
					headPieces(state, width - (found.length > 0 ? found.length + 1 : 0)),
					[{ text: found, dim: true }],
					width,
				)}
			/>
			<Box flexDirection="column" height={height}>
				{shown.map(id => (
					<Line key={id} pieces={clip(linePieces(state, id, id === selected, hidden.has(id)), width)} />
				))}
			</Box>
			<Box flexDirection="column" height={below + 1} overflow="hidden">
				<Lines rows={table(state, width, ascii, below)} width={width} />
			</Box>
			<Line pieces={footPieces(state, mode, width)} />
		</Box>
	);
};
