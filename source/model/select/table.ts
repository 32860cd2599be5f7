import { columnOf } from '../../tables/column-of.ts';
import { type Column, columnIds } from '../../tables/columns.ts';
import { statusOf } from '../../tables/statuses.ts';
import { sanitize } from '../../text/sanitize.ts';
import { displayWidth } from '../../text/width.ts';
import { type GroupRow, isGroupRow } from '../groups.ts';
import type { Job } from '../job.ts';
import { listHeight } from '../layout.ts';
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

/** The rows to measure: those that are new or changed; for columns that age by themselves, those that may have aged, or the oldest alone. */
export type Measured = Readonly<Record<'fresh' | NonNullable<Column['ages']>, Iterable<Job>>>;

/** The rows to measure where these were never measured. */
export const allOf = (jobs: Iterable<Job>): Measured => ({ fresh: jobs, always: jobs, live: jobs, judged: jobs });

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
					: displayWidth(column.upTo?.(job, now) ?? cellText(id, job, now, verdicts.get(job.key)?.why));
			widest = Math.max(widest, cell);
		}
		widths.set(id, widest);
	}
	return [...widths].every(([id, width]) => former.get(id) === width) ? former : widths;
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
