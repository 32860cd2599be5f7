import type { Job } from '../model/job.ts';
import { titlesOf } from '../model/select/header.ts';
import { cellText } from '../model/select/table.ts';
import type { Verdicts } from '../model/triage.ts';
import { columnOf } from '../tables/column-of.ts';
import type { Column } from '../tables/columns.ts';
import { gapBetweenColumns, layOutColumns, type PlacedColumn } from '../text/column-layout.ts';
import { fitCell } from '../text/fit-cell.ts';
import { displayWidth } from '../text/width.ts';

export type PlainTableOptions = {
	readonly ids: readonly string[];
	/** The time of the answer, in ms: ages are as of it. */
	readonly now: number;
	/** Cells to keep to: less important columns and the ends of long names go. Without it nothing is cut. */
	readonly width: number | undefined;
	/** What triage says of the jobs. */
	readonly verdicts: Verdicts;
};

const gap = ' '.repeat(gapBetweenColumns);

type CellOptions = Pick<PlainTableOptions, 'now' | 'verdicts'>;

const cellOf = (id: string, job: Job, { now, verdicts }: CellOptions): string =>
	cellText(id, job, now, verdicts.get(job.key)?.why);

const naturalWidth = (id: string, { title }: Column, jobs: readonly Job[], options: CellOptions): number =>
	jobs.reduce((widest, job) => Math.max(widest, displayWidth(cellOf(id, job, options))), displayWidth(title));

const place = (jobs: readonly Job[], options: PlainTableOptions): readonly PlacedColumn[] => {
	const { ids, width } = options;
	const demands = ids.flatMap(id => {
		const column = columnOf(id);
		return column === undefined ? [] : [{ id, column, natural: naturalWidth(id, column, jobs, options) }];
	});
	if (width === undefined) {
		return demands.map(({ id, natural }) => ({ id, width: natural }));
	}
	return layOutColumns(
		demands.map(({ id, column, natural }) => ({ least: 1, grows: false, frozen: false, ...column, id, natural })),
		width,
		0,
	).columns;
};

/** A header and a line for each job, in columns, without colour, each line ended. */
export const plainTable = (jobs: readonly Job[], options: PlainTableOptions): string => {
	const columns = place(jobs, options);
	const rows = jobs.map(job =>
		columns
			.map(({ id, width }) => fitCell(cellOf(id, job, options), width, columnOf(id)))
			.join(gap)
			.trimEnd(),
	);
	return [titlesOf({ columns }), ...rows].map(each => `${each}\n`).join('');
};
