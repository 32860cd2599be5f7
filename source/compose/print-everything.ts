import type { Failure } from '../model/failure.ts';
import type { JobPage } from '../model/job.ts';
import type { Listing } from '../model/state.ts';
import { exitCodes, failureCode } from '../tables/exit-codes.ts';
import { complain, giveUp } from './complain.ts';
import type { Connection } from './connect.ts';
import type { Run } from './open-run.ts';
import type { Start } from './prepare.ts';
import { outputOf, unknownJob, writePage } from './print-page.ts';
import { awaitSignal } from './signals.ts';
import { sweepOnce } from './sweep.ts';

/** The rows of a sweep as one answer, in the envelope of the service. */
const asPage = ({ jobs, TotalCount, RequestId }: Listing): JobPage => ({
	jobs: jobs.slice(),
	TotalCount: jobs.length,
	RequestId,
	duplicates: 0,
	sent: { Jobs: jobs.map(({ sent }) => sent), TotalCount, RequestId },
});

/** Why these are not all jobs, for stderr; undefined where they are. */
const partialWords = ({ sweep, loaded, TotalCount }: Listing, missed: Failure | undefined): string | undefined => {
	if (missed !== undefined) {
		return `partial: ${loaded.length} of ${TotalCount} jobs. ${missed.message}`;
	}
	if (sweep?.whole !== false) {
		return undefined;
	}
	return sweep.cut
		? `These are ${loaded.length} of ${TotalCount} jobs: --max-jobs loads more.`
		: `partial: ${loaded.length} of ${TotalCount} jobs, since the list moved while it was read.`;
};

/** Reads all pages once, prints their jobs, and ends. */
export const printEverything = async (start: Start, connection: Connection, { clock }: Run): Promise<number> => {
	const signal = awaitSignal();
	const result = await sweepOnce(start, connection, clock, signal.code);
	await connection.close();
	if (result === undefined) {
		return signal.code;
	}
	signal.stop();
	if (!result.ok) {
		return giveUp(result.problem);
	}
	const { listing, missed } = result.value;
	const { jobId } = start.given;
	if (jobId !== undefined && missed === undefined && listing.loaded.length === 0) {
		return unknownJob(jobId);
	}
	const words = partialWords(listing, missed);
	if (words !== undefined) {
		complain(words);
	}
	const code = await writePage(asPage(listing), outputOf(start, clock));
	return code === exitCodes.done.code && missed !== undefined ? failureCode(missed.kind) : code;
};
