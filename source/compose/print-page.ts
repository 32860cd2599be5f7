import process from 'node:process';
import type { Arguments } from '../adapters/arguments.ts';
import { writeOut } from '../adapters/standard-output.ts';
import type { JobPage } from '../model/job.ts';
import { type ReportOptions, report } from '../report/report.ts';
import type { Clock } from '../runtime/ports.ts';
import { exitCodes } from '../tables/exit-codes.ts';
import type { SavedView } from '../tables/views.ts';
import { complain, misused } from './complain.ts';
import { formOf } from './form-of.ts';
import type { Start } from './prepare.ts';

/** Who asks for every column gets them, whatever settings and view say; which ones, only the same command line can say. */
const columnsOf = (given: Arguments, typed: Arguments, view: SavedView | undefined): ReportOptions['columns'] => {
	const ofView = typeof view?.columns === 'object' ? view.columns : undefined;
	return formOf(given) === 'wide' ? typed.columns : (given.columns ?? ofView);
};

/** How jobs are to be printed, by the flags and the view. */
export const outputOf = ({ given, typed, view }: Start, clock: Clock): ReportOptions => ({
	now: clock.now(),
	format: formOf(given),
	columns: columnsOf(given, typed, view),
	width: process.stdout.isTTY ? process.stdout.columns : undefined,
});

/** Says that the job of `dlctop JOB_ID` is not in what was asked for; the exit code, which is that of `dlctop wait` for such an id. */
export const unknownJob = (id: string): number =>
	misused(
		`${id}: no such job among those asked for; check the id, --region and the profile\n--no-show-own, --workspace-id and --start-time look further; --filter, --status, --end-time and views leave jobs out`,
	);

/** Prints jobs on stdout, and on stderr what is to be known besides; the exit code. */
export const writePage = async (page: JobPage, options: ReportOptions): Promise<number> => {
	const { text, warning } = report(page, options);
	if (warning !== undefined) {
		complain(warning);
	}
	const unwritten = await writeOut(text);
	if (unwritten === undefined) {
		return exitCodes.done.code;
	}
	complain(unwritten);
	return exitCodes.fault.code;
};
