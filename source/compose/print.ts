import process from 'node:process';
import { writeOut } from '../adapters/standard-output.ts';
import type { JobPage } from '../model/job.ts';
import { filterJobs } from '../model/local-filter.ts';
import { localWords } from '../model/local-words.ts';
import { pageParameters, type Query, workspacesOf } from '../model/query.ts';
import { report } from '../report/report.ts';
import { exitCodes, signalCode } from '../tables/exit-codes.ts';
import { usualPageSize } from '../tables/flags.ts';
import { askedQuery } from './asked-query.ts';
import { complain, giveUp, misused } from './complain.ts';
import type { Connection } from './connect.ts';
import type { Run } from './open-run.ts';
import type { Start } from './prepare.ts';

/** Ctrl-C on the way: the request is given up, and the shell learns of the signal. */
const interruptible = (): { readonly signal: AbortSignal; readonly interrupted: () => boolean } => {
	const abort = new AbortController();
	process.once('SIGINT', () => abort.abort());
	return { signal: abort.signal, interrupted: () => abort.signal.aborted };
};

/** The page without the rows that the filter's local terms leave out, in the envelope as well. */
const passing = (page: JobPage, { local }: Query, now: number): JobPage => {
	if (local.length === 0) {
		return page;
	}
	const jobs = filterJobs(page.jobs, local, now);
	return { ...page, jobs, sent: { ...page.sent, Jobs: jobs.map(({ sent }) => sent) } };
};

/** Asks for one page, prints it, and ends. */
export const print = async (
	{ given, view }: Start,
	{ api, close }: Connection,
	{ clock, log }: Run,
): Promise<number> => {
	const query = askedQuery(given, clock.now(), view);
	if (workspacesOf(query).length > 1) {
		return misused('--once prints one answer of the service, which takes one --workspace-id');
	}
	if (query.statuses.length > 1) {
		return misused('--once prints one answer of the service, which takes one --status');
	}
	log.onProblem(problem => complain(`the log file is not written: ${problem}`));
	const { PageNumber = 1, PageSize = usualPageSize } = given.parameters;
	const { signal, interrupted } = interruptible();
	const [status = ''] = query.statuses;
	const answer = await api.listJobs(pageParameters(query, { PageNumber, PageSize }, status, clock.now()), signal);
	await close();
	if (interrupted()) {
		return signalCode(2);
	}
	if (!answer.ok) {
		return giveUp(answer.problem);
	}
	const format = given.output ?? 'table';
	const now = clock.now();
	const { text, warning } = report(passing(answer.value, query, now), {
		format,
		columns: given.columns ?? (typeof view?.columns === 'object' ? view.columns : undefined),
		now,
		width: process.stdout.isTTY ? process.stdout.columns : undefined,
	});
	if (warning !== undefined) {
		complain(warning);
	}
	if (query.local.length > 0) {
		complain(localWords(query, answer.value));
	}
	const unwritten = await writeOut(text);
	if (unwritten !== undefined) {
		complain(unwritten);
		return exitCodes.fault.code;
	}
	return exitCodes.done.code;
};
