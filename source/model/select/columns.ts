import { columnOf } from '../../tables/column-of.ts';
import { type Column, columnIds, usualColumnIds } from '../../tables/columns.ts';
import { sortKeys } from '../../tables/sort-keys.ts';
import { type ColumnDemand, type ColumnLayout, layOutColumns } from '../../text/column-layout.ts';
import { displayWidth } from '../../text/width.ts';
import { orderOf } from '../arrangement.ts';
import { layoutOf } from '../layout.ts';
import { wantsOnlyFailed, workspacesOf } from '../query.ts';
import type { State } from '../state.ts';
import { edgeWords, titlesWidth } from './header.ts';
import { markerWidth, noWidths, type Widths } from './table.ts';

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
	/** Rows that arrived above those in sight, where the header has to keep room to say so; 0 while no column is scrolled away. */
	readonly newAbove: number;
	readonly widths: Widths | undefined;
	/** Cells of the list. */
	readonly width: number;
};

/** The newest first needs no column to be understood; any other order does. */
const sortedColumn = (state: State): string | undefined => {
	const { by, order } = orderOf(state);
	return by === 'GmtCreateTime' && order === 'desc' ? undefined : sortKeys[by].column;
};

export const columnsInput = (state: State): ColumnsInput => ({
	chosen: state.settings.columns,
	wide: state.wide,
	sorted: sortedColumn(state),
	reasons: wantsOnlyFailed(state.query),
	workspaces: workspacesOf(state.query).length > 1 || state.query.others.FromAllWorkspaces === true,
	offset: state.columnOffset,
	newAbove: state.columnOffset > 0 ? state.cursor.newAbove : 0,
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
	// What triage says of a failed job has its reason in it.
	const told = reasons && sorted !== 'why' ? behindName(placed, 'reason') : placed;
	return sorted === undefined ? told : behindName(told, sorted);
};

/** Where rows come from several workspaces, which one outlives the user's name; a reason outlives all but the name and the status. */
const priorityAmongWorkspaces = 4.5;
const priorityOfReasons = 2.5;
/** Cells in which a message begins to say something. */
const leastOfReasons = 28;
/** The value that the rows are sorted by goes last but for the name. */
const priorityOfSorted = 1.5;

/** Of every column, those that were chosen stay longest. */
const chosenBeforeRest = 100;

/** The column as these rows need it. */
const needed = (id: string, column: Column, input: ColumnsInput): Column => {
	if (input.wide && input.chosen !== undefined && !input.chosen.includes(id)) {
		return { ...column, priority: column.priority + chosenBeforeRest };
	}
	if (id === input.sorted && id !== 'name') {
		return { ...column, priority: Math.min(column.priority, priorityOfSorted), grows: column.least !== undefined };
	}
	if (id === 'reason' && input.reasons) {
		return { ...column, priority: priorityOfReasons, least: leastOfReasons, grows: true };
	}
	return id === 'workspace' && input.workspaces ? { ...column, priority: priorityAmongWorkspaces } : column;
};

/** The columns that the width has room for. Once they are scrolled, what says so has its own room beside their titles. */
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
	const layout = layOutColumns(demands, available, input.offset);
	const edge = edgeWords(input.newAbove, layout);
	if (layout.hiddenLeft === 0 || titlesWidth(layout) + 1 + displayWidth(edge) <= available) {
		return layout;
	}
	// With fewer columns on the screen the figures may have a digit more.
	const most = edgeWords(input.newAbove, { hiddenLeft: demands.length, hiddenRight: demands.length });
	return layOutColumns(demands, available - 1 - displayWidth(most), input.offset);
};
