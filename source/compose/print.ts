import process from 'node:process';
import type { JobPage } from '../model/job.ts';
import { localWords } from '../model/local-words.ts';
import { pageParameters, type Query } from '../model/query.ts';
import { isSwept } from '../model/state.ts';
import { signalCode } from '../tables/exit-codes.ts';
import { usualPageSize } from '../tables/flags.ts';
import { askedQuery } from './asked-query.ts';
import { complain, giveUp } from './complain.ts';
import type { Connection } from './connect.ts';
import type { Run } from './open-run.ts';
import type { Start } from './prepare.ts';
import { outputOf, unknownJob, writePage } from './print-page.ts';

/** Ctrl-C on the way: the request is given up, and the shell learns of the signal. */
const interruptible = (): { readonly signal: AbortSignal; readonly interrupted: () => boolean } => {
	const abort = new AbortController();
	process.once('SIGINT', () => abort.abort());
	return { signal: abort.signal, interrupted: () => abort.signal.aborted };
};

/** The page as the filter's local terms and dlctop's own order leave it, in the envelope as well. */
const arranged = async (start: Start, page: JobPage, query: Query, now: number): Promise<JobPage> => {
	const ownOrder = start.given.look.sort !== undefined || start.view?.sort !== undefined;
	if (query.local.length === 0 && !ownOrder) {
		return page;
	}
	const { stateFrom } = await import('./start-state.ts');
	const [{ shown }, { jobsByKey }] = await Promise.all([import('../model/shown.ts'), import('../model/by-key.ts')]);
	const look = stateFrom(start, { region: '', credentials: '' }, { columns: 0, rows: 0 }, now);
	const { jobs } = shown(look, { loaded: jobsByKey(page.jobs), page: page.jobs, asOf: now, swept: false });
	return { ...page, jobs: jobs.slice(), sent: { ...page.sent, Jobs: jobs.map(({ sent }) => sent) } };
};

/** Asks for one page, or for all of them, prints it, and ends. */
export const print = async (start: Start, connection: Connection, run: Run): Promise<number> => {
	const { given, view } = start;
	const { clock, log } = run;
	const query = askedQuery(given, clock.now(), view);
	log.onProblem(problem => complain(`the log file is not written: ${problem}`));
	if (given.everything || view?.everything === true || isSwept({ everything: false, query })) {
		const { printEverything } = await import('./print-everything.ts');
		return printEverything(start, connection, run);
	}
	const { api, close } = connection;
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
	// A page behind the last one has no jobs either.
	if (given.jobId !== undefined && answer.value.jobs.length === 0 && answer.value.TotalCount === 0) {
		return unknownJob(given.jobId);
	}
	const isFiltered = query.local.length > 0;
	if (isFiltered) {
		const { jobs, TotalCount } = answer.value;
		const rest = jobs.length < TotalCount ? '; --everything looks through all of them' : '';
		complain(`${localWords(query, answer.value)}${rest}`);
	}
	const page = await arranged(start, answer.value, query, clock.now());
	return writePage(page, { ...outputOf(start, clock), isFiltered });
};
