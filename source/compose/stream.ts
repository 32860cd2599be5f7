import process from 'node:process';
import { errorCode } from '../adapters/error-code.ts';
import type { State } from '../model/state.ts';
import { emptyStream, streamOn } from '../model/stream/stream.ts';
import { streamLine } from '../report/stream-line.ts';
import { exitCodes } from '../tables/exit-codes.ts';
import { complain, giveUp } from './complain.ts';
import type { Connection } from './connect.ts';
import { startHeadless } from './headless.ts';
import type { Run } from './open-run.ts';
import type { Start } from './prepare.ts';
import { awaitSignal } from './signals.ts';

/** Why it cannot go on: the account is refused, or the question is and has been from the start. */
const finalFailure = ({ poll, listing }: State) => {
	if (poll.kind === 'halted') {
		return poll.failure;
	}
	return poll.kind === 'backing-off' && listing === undefined && poll.failure.kind === 'bad-request'
		? poll.failure
		: undefined;
};

/** A reader that closed the pipe has what it wanted. */
const codeOfWriting = (error: Error): number => {
	const code = errorCode(error);
	if (code === 'EPIPE') {
		return exitCodes.done.code;
	}
	complain(`stdout could not be written: ${code}`);
	return exitCodes.fault.code;
};

/** `-o ndjson --watch`: a line for each change, until the reader or a signal ends it. */
export const stream = async (start: Start, connection: Connection, { clock, log }: Run): Promise<number> => {
	log.onProblem(problem => complain(`the log file is not written: ${problem}`));
	const signal = awaitSignal();
	const unwritable = new Promise<number>(resolve => {
		process.stdout.on('error', error => resolve(codeOfWriting(error)));
	});
	const program = startHeadless(start, connection, clock);
	const refused = new Promise<number>(resolve => {
		let told = emptyStream;
		program.subscribe(() => {
			const state = program.getState();
			const [next, records] = streamOn(told, state);
			told = next;
			if (records.length > 0) {
				const at = clock.now();
				process.stdout.write(records.map(record => streamLine(record, at)).join(''));
			}
			const failure = finalFailure(state);
			if (failure !== undefined) {
				resolve(giveUp(failure));
			}
		});
	});
	program.send({ type: 'started' });
	const code = await Promise.race([refused, unwritable, signal.code]);
	program.stop();
	await connection.close();
	signal.stop();
	return code;
};
