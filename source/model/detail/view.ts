import type { SectionId } from '../../tables/detail-sections.ts';
import { layoutOf } from '../layout.ts';
import type { State } from '../state.ts';
import { type Detail, type Place, placeOf } from './detail.ts';
import type { Choice } from './line.ts';
import { type PaneRow, rowsOf } from './rows.ts';
import { hitRows } from './search.ts';
import { lineWidth, openLines } from './section-lines.ts';
import { rowOfLine } from './table.ts';

/** The title and the sections; below them, where GetJob failed, a line that says so. */
const linesAbove = 2;

/** Rows of the pane that a section has. */
export const sectionHeight = (state: State): number =>
	Math.max(1, (layoutOf(state).detail?.height ?? 1) - linesAbove - (state.detail?.failure === undefined ? 0 : 1));

/** All rows of the open section. */
export const openRows = (state: State, detail: Detail): readonly PaneRow[] =>
	rowsOf(openLines(state, detail), lineWidth(state), detail.wraps);

/** Sections in which a cursor goes from row to row, since Enter does something there; the others scroll. */
const withCursor: ReadonlySet<SectionId> = new Set<SectionId>(['roles', 'logs', 'json']);
export const hasCursor = (section: SectionId): boolean => withCursor.has(section);

/** Whether the cursor stops at a row: not at the borders and rules of a table. */
export const isStop = (row: PaneRow): boolean => row.kind === 'text' || rowOfLine(row.table, row.line) !== undefined;

/** What Enter does on a row. */
export const choiceOf = (row: PaneRow | undefined): Choice | undefined =>
	row?.kind === 'table' ? rowOfLine(row.table, row.line)?.pick : row?.line.pick;

/** What the pane shows of its section. */
export type PaneView = {
	readonly rows: readonly PaneRow[];
	readonly place: Place;
	readonly height: number;
	/** The rows, by number, in which the searched word stands. */
	readonly hits: readonly number[];
};

export const paneView = (state: State, detail: Detail): PaneView => {
	const rows = openRows(state, detail);
	return { rows, place: placeOf(detail), height: sectionHeight(state), hits: hitRows(rows, detail.search) };
};
