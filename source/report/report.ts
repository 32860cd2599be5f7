import { jobsByKey } from '../model/by-key.ts';
import type { JobPage } from '../model/job.ts';
import { maskJson } from '../model/mask-json.ts';
import { judge } from '../model/triage.ts';
import { columnIds, usualColumnIds } from '../tables/columns.ts';
import type { Output } from '../tables/flags.ts';
import { usualThresholds } from '../tables/triage-rules.ts';
import { sanitize } from '../text/sanitize.ts';
import { csvText } from './csv.ts';
import { jsonText } from './json-text.ts';
import { notesOn } from './notes.ts';
import { plainTable } from './plain-table.ts';
import { rawValue } from './raw-values.ts';

export type ReportOptions = {
	readonly format: Output;
	/** Column ids that were asked for; else the usual ones of the form. */
	readonly columns?: readonly string[] | undefined;
	/** The time of the answer, in ms since the epoch: ages are as of it. */
	readonly now: number;
	/** Cells of the terminal that the text is for; undefined where it goes to a pipe or a file. */
	readonly width?: number | undefined;
	/** Terms that dlctop answers itself left these of the page. */
	readonly isFiltered?: boolean;
};

const textOf = (page: JobPage, { format, columns, now, width }: ReportOptions): string => {
	const { verdicts } = judge({ loaded: jobsByKey(page.jobs), asOf: now }, usualThresholds);
	switch (format) {
		case 'table':
			// Columns that were asked for by name are all wanted, whatever the width.
			return plainTable(page.jobs, {
				ids: columns ?? usualColumnIds,
				now,
				width: columns === undefined ? width : undefined,
				verdicts,
			});
		case 'wide':
			return plainTable(page.jobs, { ids: columns ?? columnIds, now, width: undefined, verdicts });
		case 'csv': {
			const ids = columns ?? columnIds;
			return csvText([ids, ...page.jobs.map(job => ids.map(id => rawValue(id, job, now, verdicts.get(job.key)?.why)))]);
		}
		case 'json':
			return `${jsonText(maskJson(page.sent), 2)}\n`;
		case 'ndjson':
			return page.jobs.map(({ sent }) => `${jsonText(maskJson(sent), 0)}\n`).join('');
		case 'quiet':
			return page.jobs.flatMap(({ JobId }) => (JobId === '' ? [] : [`${sanitize(JobId)}\n`])).join('');
	}
};

/**
 * One page of jobs as text for stdout, ended by a newline unless it is empty, and what the reader should know besides, for
 * stderr. Secrets are masked and nothing in it steers a terminal; `json` and `ndjson` keep the characters of the service as escapes.
 */
export const report = (
	page: JobPage,
	options: ReportOptions,
): { readonly text: string; readonly warning: string | undefined } => ({
	text: textOf(page, options),
	warning: notesOn(page, options.format, options.isFiltered),
});
