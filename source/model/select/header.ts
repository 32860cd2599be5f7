import { columnOf } from '../../tables/column-of.ts';
import { type ColumnLayout, gapBetweenColumns } from '../../text/column-layout.ts';
import { fitCell } from '../../text/fit-cell.ts';
import { displayWidth } from '../../text/width.ts';

const gap = ' '.repeat(gapBetweenColumns);

/** The titles of the columns in their widths, without the spaces behind the last one. */
export const titlesOf = ({ columns }: Pick<ColumnLayout, 'columns'>): string =>
	columns
		.map(({ id, width }) => {
			const column = columnOf(id);
			return fitCell(column?.title ?? id, width, column);
		})
		.join(gap)
		.trimEnd();

/** Cells of the titles. */
export const titlesWidth = (layout: Pick<ColumnLayout, 'columns'>): number => displayWidth(titlesOf(layout));

/** What the edge of the header says: rows that arrived out of sight (their number), and columns that are. */
export const edgeWords = (newAbove: number, hidden: Pick<ColumnLayout, 'hiddenLeft' | 'hiddenRight'>): string =>
	[
		...(newAbove > 0 ? [`↑ ${newAbove} new`] : []),
		...(hidden.hiddenLeft > 0 ? [`← ${hidden.hiddenLeft}`] : []),
		...(hidden.hiddenRight > 0 && hidden.hiddenLeft > 0 ? [`→ ${hidden.hiddenRight}`] : []),
	].join(' ');
