import type { Detail } from './detail/detail.ts';
import type { Size } from './state.ts';

/** Smaller than this, the screen only says so. */
export const smallest: Size = { columns: 40, rows: 10 };

/** Scope, counts, column header and the last line. */
const linesAroundTheList = 4;
const columnsForDetailBeside = 140;
const rowsForDetailBelow = 30;

/** Cells of one area; a list without height is covered by the pane. */
export type Area = { readonly width: number; readonly height: number };

/** The cells of the pane, and where it stands. */
export type PaneArea = Area & { readonly place: 'right' | 'below' | 'full' };

export type Layout = {
	readonly tooSmall: boolean;
	/** The rows of the list, without its header. */
	readonly list: Area;
	/** The pane with its title line. */
	readonly detail: PaneArea | undefined;
};

type Shape = {
	readonly size: Size;
	readonly detail: Pick<Detail, 'zoomed'> | undefined;
};

/**
 * Where everything stands. A frame has at most `rows − 1` lines, so that no terminal ever scrolls.
 * The pane opens right of the list from 140 columns, below it from 30 rows, else over the whole screen, and never covers the selected row while beside it.
 */
export const layoutOf = ({ size, detail }: Shape): Layout => {
	const { columns, rows } = size;
	const tooSmall = columns < smallest.columns || rows < smallest.rows;
	const body = Math.max(1, rows - 1 - linesAroundTheList);
	if (detail === undefined) {
		return { tooSmall, list: { width: columns, height: body }, detail: undefined };
	}
	if (!detail.zoomed && columns >= columnsForDetailBeside) {
		const width = Math.floor(columns / 2);
		return {
			tooSmall,
			list: { width: columns - width - 1, height: body },
			detail: { place: 'right', width, height: body + 1 },
		};
	}
	if (!detail.zoomed && rows >= rowsForDetailBelow) {
		const height = Math.max(5, Math.floor(body * 0.4));
		return {
			tooSmall,
			list: { width: columns, height },
			detail: { place: 'below', width: columns, height: body - height },
		};
	}
	return {
		tooSmall,
		list: { width: columns, height: 0 },
		detail: { place: 'full', width: columns, height: body + 1 },
	};
};

/** Rows that moving and following reckon with: those on the screen, or those that would be if the pane did not cover them. */
export const listHeight = (shape: Shape): number => {
	const { height } = layoutOf(shape).list;
	return height > 0 ? height : layoutOf({ ...shape, detail: undefined }).list.height;
};
