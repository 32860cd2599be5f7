import { columnOf } from '../../tables/column-of.ts';
import { type Column, columnIds, usualColumnIds } from '../../tables/columns.ts';
import { sortKeys } from '../../tables/sort-keys.ts';
import { statusOf } from '../../tables/statuses.ts';
import { type ColumnDemand, type ColumnLayout, layOutColumns } from '../../text/column-layout.ts';
import { sanitize } from '../../text/sanitize.ts';
import { displayWidth } from '../../text/width.ts';
import { type GroupRow, isGroupRow } from '../groups.ts';
import type { Job } from '../job.ts';
import { layoutOf, listHeight } from '../layout.ts';
import { wantsOnlyFailed, workspacesOf } from '../query.ts';
import type { Listing, State } from '../state.ts';
import { noVerdicts, type Verdicts } from '../triage.ts';
import { isWatched } from '../watch/toggle.ts';

/** Cells of the sign before a selected row, and of the gap behind it. */
export const markerWidth = 2;

/** The widest cell of each column so far, by column id. */
export type Widths = ReadonlyMap<string, number>;

const problemWords = (job: Job): string => {
	const [first] = job.problems;
	if (first === undefined) {
		return '';
	}
	const where = first.path === '' ? 'this item' : first.path;
	const more = job.problems.length > 1 ? ` and ${job.problems.length - 1} more` : '';
	return `⚠ cannot read ${where}${more}`;
};

/** The text of a cell, safe for the terminal. A job with unreadable parts says so beside its name. */
export const cellText = (id: string, job: Job, now: number, why = ''): string => {
	const text = sanitize(columnOf(id)?.text(job, now, why) ?? '');
	return id === 'name' && job.problems.length > 0 ? `${text} ${sanitize(problemWords(job))}`.trimStart() : text;
};

/** Sign, space, word; a changed job's mark takes two more. */
const statusWidth = (job: Job, changed: boolean): number =>
	2 + displayWidth(cellText('status', job, 0)) + (changed ? 2 : 0);

export const noWidths: Widths = new Map();

/** The rows to measure: those that are new or changed, and for columns that age by themselves, those that may have aged. */
export type Measured = Readonly<Record<'fresh' | NonNullable<Column['ages']>, readonly Job[]>>;

/** The rows to measure where these were never measured. */
export const allOf = (jobs: readonly Job[]): Measured => ({ fresh: jobs, always: jobs, live: jobs, judged: jobs });

/**
 * Widths fit the data, and while the question stays the same they only grow: a column that shrank and widened with each
 * answer would move every row behind it, and cost a whole screen of bytes. The same object comes back when none grew.
 */
export const widen = (
	former: Widths,
	rows: Measured,
	changes: Listing['changes'],
	now: number,
	verdicts: Verdicts = noVerdicts,
	ids: readonly string[] = columnIds,
): Widths => {
	const widths = new Map(former);
	for (const id of ids) {
		const column = columnOf(id);
		if (column === undefined) {
			continue;
		}
		let widest = widths.get(id) ?? displayWidth(column.title);
		for (const job of rows[column.ages ?? 'fresh']) {
			// It gets no wider, so that the rest need not be looked at.
			if (widest >= column.most) {
				break;
			}
			const cell =
				id === 'status'
					? statusWidth(job, changes.has(job.key))
					: displayWidth(cellText(id, job, now, verdicts.get(job.key)?.why));
			widest = Math.max(widest, cell);
		}
		widths.set(id, widest);
	}
	return [...widths].every(([id, width]) => former.get(id) === width) ? former : widths;
};

/** Less important columns go so that a growing one keeps its least width, but in a narrow list it may insist on this share only. */
const mostInsisted = 0.3;

/** In fewer cells than this a status is shortened to what tells it apart beside its sign. */
const narrowBelow = 58;
const narrowStatus = 11;
/** The reason for which a row is on top says more than the rest of its status and of its name. */
const narrowBesideWhy = { status: 8, name: 9 } as const;
const mostInsistedByWhy = 0.45;

const insistedBy = (id: string, available: number): number =>
	id === 'why' && available < narrowBelow ? mostInsistedByWhy : mostInsisted;

/** What of a column a narrow list does without. */
const narrowed = (id: string, column: Column, beside: { readonly why: boolean }): Column => {
	if (id === 'status') {
		return { ...column, most: beside.why ? narrowBesideWhy.status : narrowStatus };
	}
	return id === 'name' && beside.why ? { ...column, least: narrowBesideWhy.name } : column;
};

const demandOf = (id: string, column: Column, widths: Widths, available: number): ColumnDemand => ({
	id,
	natural: widths.get(id) ?? displayWidth(column.title),
	most: column.most,
	least: Math.min(column.least ?? 1, Math.max(1, Math.floor(available * insistedBy(id, available)))),
	priority: column.priority,
	grows: column.grows ?? false,
	frozen: column.frozen ?? false,
});

/** What the columns depend on, and nothing else: while these stay the same objects, so does the layout. */
export type ColumnsInput = {
	readonly chosen: readonly string[] | undefined;
	readonly wide: boolean;
	/** The column of the order the rows are in; undefined in the usual order. */
	readonly sorted: string | undefined;
	/** Only failed jobs are asked for: why they failed tells them apart. */
	readonly reasons: boolean;
	/** The rows come from several workspaces. */
	readonly workspaces: boolean;
	readonly offset: number;
	readonly widths: Widths | undefined;
	/** Cells of the list. */
	readonly width: number;
};

/** The newest first needs no column to be understood; any other order does. */
const sortedColumn = ({ arrangement, query }: State): string | undefined => {
	const { by, order } = arrangement.sort ?? query.sort;
	return by === 'GmtCreateTime' && order === 'desc' ? undefined : sortKeys[by].column;
};

export const columnsInput = (state: State): ColumnsInput => ({
	chosen: state.settings.columns,
	wide: state.wide,
	sorted: sortedColumn(state),
	reasons: wantsOnlyFailed(state.query),
	workspaces: workspacesOf(state.query).length > 1 || state.query.others.FromAllWorkspaces === true,
	offset: state.columnOffset,
	widths: state.listing?.widths,
	width: layoutOf(state).list.width,
});

const everyId: readonly string[] = columnIds.filter(id => id !== 'why');

const behindName = (ids: readonly string[], id: string): readonly string[] =>
	ids.includes(id) ? ids : ids.toSpliced(ids.indexOf('name') + 1, 0, id);

const withRest = (chosen: readonly string[]): readonly string[] => [
	...chosen,
	...everyId.filter(id => !chosen.includes(id)),
];

/** What tells these rows apart stands behind the name: the value they are sorted by, why they failed, their workspace. */
const wantedIds = ({ chosen, wide, sorted, reasons, workspaces, offset }: ColumnsInput): readonly string[] => {
	const ids = chosen === undefined ? (wide || offset > 0 ? everyId : usualColumnIds) : wide ? withRest(chosen) : chosen;
	const placed = workspaces ? behindName(ids, 'workspace') : ids;
	const told = reasons ? behindName(placed, 'reason') : placed;
	return sorted === undefined ? told : behindName(told, sorted);
};

/** Where rows come from several workspaces, which one outlives the user's name; a reason outlives all but the name and the status. */
const priorityAmongWorkspaces = 4.5;
const priorityOfReasons = 2.5;
/** The value that the rows are sorted by goes last but for the name. */
const priorityOfSorted = 1.5;

/** The column as these rows need it. */
const needed = (id: string, column: Column, input: ColumnsInput): Column => {
	if (id === input.sorted && id !== 'name') {
		return { ...column, priority: Math.min(column.priority, priorityOfSorted), grows: column.least !== undefined };
	}
	if (id === 'reason' && input.reasons) {
		return { ...column, priority: priorityOfReasons, grows: true };
	}
	return id === 'workspace' && input.workspaces ? { ...column, priority: priorityAmongWorkspaces } : column;
};

/** The columns that the width has room for. */
export const tableColumns = (input: ColumnsInput): ColumnLayout => {
	const available = input.width - markerWidth;
	const beside = { why: input.sorted === 'why' };
	const demands = wantedIds(input).flatMap(id => {
		const known = columnOf(id);
		if (known === undefined) {
			return [];
		}
		const column = needed(id, known, input);
		const placed = available < narrowBelow ? narrowed(id, column, beside) : column;
		return [demandOf(id, placed, input.widths ?? noWidths, available)];
	});
	return layOutColumns(demands, available, input.offset);
};

/** A row to draw. */
export type RowView = JobRowView | GroupRowView;

export type GroupRowView = { readonly key: string; readonly group: GroupRow; readonly selected: boolean };

export type JobRowView = {
	readonly key: string;
	readonly job: Job;
	readonly selected: boolean;
	readonly marked: boolean;
	readonly watched: boolean;
	readonly changed: boolean;
	/** Why it needs a look, where that was asked for. */
	readonly why: string;
};

/** The rows that are in sight. */
export const visibleRows = (state: State): readonly RowView[] => {
	const { listing, cursor } = state;
	if (listing === undefined) {
		return [];
	}
	return listing.rows.slice(cursor.top, cursor.top + listHeight(state)).map((row, line) => {
		const { key } = row;
		const selected = cursor.top + line === cursor.index;
		return isGroupRow(row)
			? { key, group: row, selected }
			: {
					key,
					job: row,
					selected,
					marked: state.marks.ids.has(row.JobId),
					watched: isWatched(state, row.JobId),
					changed: listing.changes.has(key),
					why: listing.verdicts.get(key)?.why ?? '',
				};
	});
};

/** The sign of a status, for a terminal with or without Unicode. */
export const statusSign = (status: string, ascii: boolean): string => {
	const { glyph, ascii: plain } = statusOf(status);
	return ascii ? plain : glyph;
};
