import process from 'node:process';
import { writeCrash } from '../adapters/crash-file.ts';
import { type CrashFacts, crashHeadline } from '../adapters/crash-text.ts';
import type { Ending } from '../adapters/process-end.ts';
import { exitCodes, signalCode } from '../tables/exit-codes.ts';
import { complain } from './complain.ts';

/** Ends as the signal would have, for a terminal that is gone: nothing can be written, nor any mode put back. */
const dieOf = (signal: NodeJS.Signals): void => {
	process.removeAllListeners(signal);
	process.kill(process.pid, signal);
};

/** What a report tells of this process, as of `at` (ms since the epoch), after these events. */
export const factsOf = (version: string, at: number, events: CrashFacts['events'] = []): CrashFacts => ({
	version,
	node: process.versions.node,
	platform: `${process.platform} ${process.arch}`,
	env: process.env,
	at,
	events,
});

/** Says that dlctop failed and where the report is; the exit code for it. */
export const confess = (error: unknown, facts: CrashFacts): number => {
	const report = writeCrash(error, facts);
	const where = report.ok
		? `The report, without secrets and job texts, is ${report.value}`
		: `No report was written: ${report.problem}`;
	complain(`a fault of dlctop: ${crashHeadline(error, facts.env)}\n${where}`);
	return exitCodes.fault.code;
};

/** The last word to the user, if one is due, and the exit code. The terminal is the user's again by now. */
export const leaveWith = (ending: Ending | undefined, facts: () => CrashFacts): number => {
	switch (ending?.kind) {
		case undefined:
			return exitCodes.done.code;
		case 'terminal-gone':
			dieOf('SIGHUP');
			return signalCode(1);
		case 'signal':
			return signalCode(ending.number);
		case 'crash':
			return confess(ending.error, facts());
	}
};

/** What is still under way when the user leaves gets so long (ms); the shell is not kept waiting for a connection that hangs. */
const patienceMs = 400;

/** Waits for the last writes and connections, but not for long; whatever they come to, the monitor is over. */
export const within = (work: readonly Promise<unknown>[]): Promise<void> =>
	new Promise(resolve => {
		const timer = setTimeout(resolve, patienceMs);
		Promise.allSettled(work).then(() => {
			clearTimeout(timer);
			resolve();
		});
	});

/** Ends the process for certain, should anything still keep it alive a moment after everything was put back. */
export const endSoon = (code: number): number => {
	setTimeout(() => process.exit(code), patienceMs).unref();
	return code;
};
