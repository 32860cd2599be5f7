import { fit } from './fit.ts';
import { fitPath } from './fit-path.ts';

/** How the cells of a column take their width: at which side they stand, and what of a text that is too long says most. */
export type CellShape = {
	readonly align?: 'right';
	/** Its texts are paths, which differ at their ends. */
	readonly isPath?: true;
};

/** The text of a cell in exactly `width` cells (0 or more). */
export const fitCell = (text: string, width: number, { align, isPath }: CellShape = {}): string =>
	fit(isPath && width > 0 ? fitPath(text, width) : text, width, align === undefined ? {} : { align });
