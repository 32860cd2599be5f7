import process from 'node:process';
import { parseArguments } from './adapters/arguments.ts';
import { systemClock } from './adapters/clock.ts';
import type { Engine } from './adapters/engine.ts';
import { catchFaults } from './adapters/process-end.ts';
import { misused } from './compose/complain.ts';
import { confess, factsOf } from './compose/leave.ts';
import type { Stages } from './compose/run.ts';

/** Loads no more than it takes to say what is wrong with the arguments, until they are found right. */
const start = async (argv: readonly string[], version: string, stages: Stages): Promise<number> => {
	const given = parseArguments(argv, systemClock.now());
	if (!given.ok) {
		return misused(given.problem);
	}
	const { command } = given.value;
	if (command !== undefined && command.kind !== 'wait') {
		const { describe } = await import('./compose/describe.ts');
		return describe(command, version);
	}
	const { run } = await import('./compose/run.ts');
	return run(given.value, version, stages);
};

/** Runs dlctop with these arguments; resolves to the exit code once all is done. The engine is told how far a run that lasts has got. */
export const main = async (argv: readonly string[], version: string, engine: Engine): Promise<number> => {
	const stopCatching = catchFaults(error => process.exit(confess(error, factsOf(version, systemClock.now()))));
	try {
		return await start(argv, version, { ...engine, ready: stopCatching });
	} catch (error) {
		// Timers and connections of what had begun would keep it alive, without a screen and deaf to signals.
		return process.exit(confess(error, factsOf(version, systemClock.now())));
	} finally {
		stopCatching();
	}
};
