import process from 'node:process';
import type { Arguments } from '../adapters/arguments.ts';
import { systemClock } from '../adapters/clock.ts';
import type { Engine } from '../adapters/engine.ts';
import { doubtsAbout } from '../model/grammar/doubts.ts';
import { exitCodes } from '../tables/exit-codes.ts';
import { askedQuery } from './asked-query.ts';
import { complain, giveUp, misused } from './complain.ts';
import { connect } from './connect.ts';
import { endSoon } from './leave.ts';
import { openRun, type Run } from './open-run.ts';
import { prepare, type Start } from './prepare.ts';
import { unprintedWords } from './unprinted.ts';

/** The monitor needs a terminal on both ends; anything else gets one table. */
const wantsMonitor = (given: Arguments): boolean =>
	!given.once && given.output === undefined && process.stdin.isTTY && process.stdout.isTTY;

/** Whether jobs are printed, as a page or as a stream. */
const printsJobs = (given: Arguments): boolean => given.command?.kind !== 'wait' && !wantsMonitor(given);

/** How far a start has got, told to who waits for it. */
export type Stages = Engine & {
	/** The monitor looks after its own faults. */
	readonly ready: () => void;
};

const show = async (start: Start, opened: Run, stages: Stages): Promise<number> => {
	const { given } = start;
	const connection = await connect(given, opened);
	if (!connection.ok) {
		return giveUp(connection.problem);
	}
	const { command } = given;
	if (printsJobs(given)) {
		unprintedWords(start.typed).forEach(complain);
		doubtsAbout(askedQuery(given, opened.clock.now(), start.view)).forEach(complain);
	}
	if (command?.kind === 'wait') {
		const { wait } = await import('./wait.ts');
		stages.loaded();
		return wait(given, command, connection.value, opened);
	}
	if (given.watch) {
		const { stream } = await import('./stream.ts');
		stages.loaded();
		return stream(start, connection.value, opened);
	}
	if (wantsMonitor(given)) {
		const { monitor } = await import('./monitor.ts');
		stages.ready();
		return endSoon(await monitor(start, connection.value, opened, stages));
	}
	const { print } = await import('./print.ts');
	return print(start, connection.value, opened);
};

/** Does what the arguments ask for. */
export const run = async (typed: Arguments, version: string, stages: Stages): Promise<number> => {
	const prepared = await prepare(typed, { ...process.env }, systemClock.now);
	if (!prepared.ok) {
		return misused(prepared.problem);
	}
	const start = prepared.value;
	if (start.given.printConfig) {
		const { printConfig } = await import('./print-config.ts');
		return printConfig(start, version);
	}
	const { view, given } = start;
	if (view?.problem !== undefined && printsJobs(given)) {
		// The monitor says so and shows what it is about; who reads what is printed would take it for the view.
		return misused(`view ${view.name}: ${view.problem}`);
	}
	if (!wantsMonitor(given)) {
		start.setUp.warnings.forEach(complain);
	}
	const opened = openRun(given, version);
	if (!opened.ok) {
		return misused(opened.problem);
	}
	const { log, clock } = opened.value;
	log.write('info', clock.now(), { event: 'started', version });
	const code = await show(start, opened.value, stages);
	log.write(code === exitCodes.fault.code ? 'error' : 'info', clock.now(), { event: 'ended', code });
	log.close();
	return code;
};
