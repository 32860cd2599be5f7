import { sections } from '../../tables/detail-sections.ts';
import { maskText } from '../../text/mask.ts';
import { only, type Step } from '../effect.ts';
import type { State } from '../state.ts';
import type { PaneRow } from './rows.ts';
import { rowsOf } from './rows.ts';
import { inputOf, sectionLines } from './section-lines.ts';
import { drawnCell, rowOfLine } from './table.ts';

/** Cells that a table has in the pager, which scrolls sideways. */
const pageWidth = 400;

const tableText = ({ table, line }: Extract<PaneRow, { kind: 'table' }>): string | undefined => {
	const cells =
		line === 1
			? table.columns.map(({ title, width }) => title.padEnd(width))
			: rowOfLine(table, line) && table.columns.map((_, column) => drawnCell(table, (line - 3) / 2, column));
	return cells?.join('  ').trimEnd();
};

const rowText = (row: PaneRow): string | undefined =>
	row.kind === 'table' ? tableText(row) : `${' '.repeat(row.indent)}${row.text}`;

/** `Ctrl-o`: the open section as plain text, whole lines, secrets masked even while the screen shows them, since it is written to a file. */
export const pageText = (state: State): Step => {
	const { detail, settings } = state;
	if (detail === undefined) {
		return only(state);
	}
	const { JobId, key, DisplayName } = detail.merged;
	const title = sections.find(({ id }) => id === detail.section)?.title ?? '';
	const lines = sectionLines(detail.section, inputOf(state, detail, settings.showSecrets, pageWidth));
	const rows = rowsOf(lines, pageWidth, false).flatMap(row => rowText(row) ?? []);
	const text = [
		`${JobId || key} ${settings.showSecrets ? DisplayName : maskText(DisplayName)} · ${title}`,
		'',
		...rows,
		'',
	].join('\n');
	return [state, [{ type: 'page-text', text }]];
};
