import process from 'node:process';
import { type Arguments, parseArguments } from './adapters/arguments.ts';
import { systemClock } from './adapters/clock.ts';
import { catchFaults } from './adapters/process-end.ts';
import { giveUp, misused } from './compose/complain.ts';
import { connect } from './compose/connect.ts';
import { confess, endSoon, factsOf } from './compose/leave.ts';

/** The monitor needs a terminal on both ends; anything else gets one table. */
const wantsMonitor = (given: Arguments): boolean =>
	!given.once && given.output === undefined && process.stdin.isTTY && process.stdout.isTTY;

/** `ready` is called once the monitor looks after its own faults. */
const run = async (argv: readonly string[], version: string, ready: () => void): Promise<number> => {
	const given = parseArguments(argv, systemClock.now());
	if (!given.ok) {
		return misused(given.problem);
	}
	const { command } = given.value;
	if (command !== undefined && command.kind !== 'wait') {
		const { describe } = await import('./compose/describe.ts');
		return describe(command, version);
	}
	const connection = await connect(given.value, version);
	if (!connection.ok) {
		return giveUp(connection.problem);
	}
	if (command !== undefined) {
		const { wait } = await import('./compose/wait.ts');
		return wait(given.value, command, connection.value);
	}
	if (wantsMonitor(given.value)) {
		const { monitor } = await import('./compose/monitor.ts');
		ready();
		return endSoon(await monitor(given.value, connection.value, version));
	}
	const { print } = await import('./compose/print.ts');
	return print(given.value, connection.value);
};

/** Runs dlctop with these arguments; resolves to the exit code once all is done. */
export const main = async (argv: readonly string[], version: string): Promise<number> => {
	const stopCatching = catchFaults(error => process.exit(confess(error, factsOf(version))));
	try {
		return await run(argv, version, stopCatching);
	} catch (error) {
		return confess(error, factsOf(version));
	} finally {
		stopCatching();
	}
};
