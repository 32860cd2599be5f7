import type { RowView } from '../model/select/table.ts';
import type { Piece, PieceLines } from './frame/styled-text.ts';

type Draw = (row: RowView) => readonly Piece[];

type Kept = { readonly row: RowView; readonly pieces: readonly Piece[] };

const sameRow = (a: RowView, b: RowView): boolean => {
	if (a.selected !== b.selected) {
		return false;
	}
	if ('group' in a) {
		return 'group' in b && a.group === b.group;
	}
	return (
		'job' in b &&
		a.job === b.job &&
		a.marked === b.marked &&
		a.watched === b.watched &&
		a.changed === b.changed &&
		a.why === b.why
	);
};

/**
 * Draws the rows in sight. A row that is as it was in the frame before is the same object as there, as long as `draw` is, so
 * that a key pays for the two rows between which the selection moved. No more is kept than what was in sight last.
 */
export const createRowKeeper = () => {
	let former: ReadonlyMap<string, Kept> = new Map();
	let formerDraw: Draw | undefined;
	return (rows: readonly RowView[], draw: Draw): PieceLines => {
		const known = formerDraw === draw ? former : undefined;
		const kept = rows.map((row): Kept => {
			const before = known?.get(row.key);
			return before !== undefined && sameRow(before.row, row) ? before : { row, pieces: draw(row) };
		});
		former = new Map(kept.map(each => [each.row.key, each]));
		formerDraw = draw;
		return kept.map(({ pieces }) => pieces);
	};
};
