import process from 'node:process';
import { type Arguments, parseArguments } from './adapters/arguments.ts';
import { systemClock } from './adapters/clock.ts';
import { giveUp, misused } from './compose/complain.ts';
import { connect } from './compose/connect.ts';

/** The monitor needs a terminal on both ends; anything else gets one table. */
const wantsMonitor = (given: Arguments): boolean =>
	!given.once && given.output === undefined && process.stdin.isTTY && process.stdout.isTTY;

/** Runs dlctop with these arguments; resolves to the exit code once all is done. */
export const main = async (argv: readonly string[], version: string): Promise<number> => {
	const given = parseArguments(argv, systemClock.now());
	if (!given.ok) {
		return misused(given.problem);
	}
	const connection = await connect(given.value, version);
	if (!connection.ok) {
		return giveUp(connection.problem);
	}
	if (wantsMonitor(given.value)) {
		const { monitor } = await import('./compose/monitor.ts');
		return monitor(given.value, connection.value);
	}
	const { print } = await import('./compose/print.ts');
	return print(given.value, connection.value);
};
