import process from 'node:process';
import type { Arguments } from '../adapters/arguments.ts';
import { createProgress } from '../adapters/progress-line.ts';
import type { WaitCommand } from '../adapters/subcommand-words.ts';
import { initialWait, type WaitEnding, type WaitState } from '../model/wait/state.ts';
import { endingLines, newsWords, progressWords } from '../model/wait/words.ts';
import { startWaiter } from '../runtime/waiter.ts';
import { exitCodes } from '../tables/exit-codes.ts';
import { intervalSeconds, requestsPerMinute } from '../tables/flags.ts';
import { complain, giveUp } from './complain.ts';
import type { Connection } from './connect.ts';
import type { Run } from './open-run.ts';
import { awaitSignal } from './signals.ts';

const codeOf = (ending: WaitEnding): number => {
	switch (ending.kind) {
		case 'reached':
			return exitCodes.done.code;
		case 'failed':
			return exitCodes.jobFailed.code;
		case 'unknown':
			return exitCodes.usage.code;
		case 'timed-out':
			return exitCodes.timedOut.code;
		case 'refused':
			return giveUp(ending.failure);
	}
};

const initial = (given: Arguments, { ids, goal, timeoutMs }: WaitCommand): WaitState => {
	const { WorkspaceId, ShowOwn, FromAllWorkspaces } = given.parameters;
	return initialWait({
		ids,
		goal,
		timeoutMs,
		periodMs: (given.intervalSeconds ?? intervalSeconds.usual) * 1000,
		requestsPerMinute: given.requestsPerMinute ?? requestsPerMinute.usual,
		scope: {
			...(WorkspaceId === undefined ? {} : { WorkspaceId }),
			...(ShowOwn === undefined ? {} : { ShowOwn }),
			...(FromAllWorkspaces === undefined ? {} : { FromAllWorkspaces }),
		},
	});
};

/** `dlctop wait`: says on stderr how it goes, and ends with the code of what became of the jobs. */
export const wait = async (
	given: Arguments,
	command: WaitCommand,
	{ api, close }: Connection,
	{ clock, log }: Run,
): Promise<number> => {
	log.onProblem(problem => complain(`the log file is not written: ${problem}`));
	// Nobody may be listening any more; the exit code still tells.
	process.stderr.on('error', () => {});
	const progress = createProgress(process.stderr);
	const signal = awaitSignal();
	const waiter = startWaiter(initial(given, command), {
		api,
		clock,
		random: Math.random,
		tell: (state, news) => {
			progress.news(news.map(newsWords), clock.now());
			progress.status(progressWords(state));
		},
	});
	const outcome = await Promise.race([waiter.ended, signal.code]);
	waiter.stop();
	progress.clear();
	await close();
	signal.stop();
	if (typeof outcome === 'number') {
		return outcome;
	}
	const lines = endingLines(outcome.state, outcome.ending);
	if (lines.length > 0) {
		complain(lines.join('\n'));
	}
	return codeOf(outcome.ending);
};
