import process from 'node:process';
import { writeOut } from '../adapters/standard-output.ts';
import type { JobPage } from '../model/job.ts';
import { type ReportOptions, report } from '../report/report.ts';
import type { Clock } from '../runtime/ports.ts';
import { exitCodes } from '../tables/exit-codes.ts';
import { complain, misused } from './complain.ts';
import { formOf } from './form-of.ts';
import type { Start } from './prepare.ts';

/** How jobs are to be printed, by the flags and the view. */
export const outputOf = ({ given, view }: Start, clock: Clock): ReportOptions => ({
	now: clock.now(),
	format: formOf(given),
	columns: given.columns ?? (typeof view?.columns === 'object' ? view.columns : undefined),
	width: process.stdout.isTTY ? process.stdout.columns : undefined,
});

/** Says that the job of `dlctop JOB_ID` is not in what was asked for; the exit code, which is that of `dlctop wait` for such an id. */
export const unknownJob = (id: string): number =>
	misused(
		`${id}: no such job among those asked for; check the id, --region and the profile\n--no-show-own, --workspace-id and --start-time look further`,
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
