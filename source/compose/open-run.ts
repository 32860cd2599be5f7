import process from 'node:process';
import type { Arguments } from '../adapters/arguments.ts';
import { fasterClock, systemClock } from '../adapters/clock.ts';
import { type LogFile, noLog, openLog } from '../adapters/log-file.ts';
import { isLoopback } from '../adapters/loopback.ts';
import { createRecorder, type Recorder } from '../adapters/recorder.ts';
import { failed, type Result, success } from '../model/failure.ts';
import { logExchange } from '../runtime/logged.ts';
import type { Clock, Exchange } from '../runtime/ports.ts';
import { mostSpeed, speedVariable } from '../tables/own-variables.ts';

/** What one run of dlctop has from its start to its end, whatever it shows. */
export type Run = {
	readonly version: string;
	/** The monitor's and the service's time: the machine's, or a faster one in a demo. */
	readonly clock: Clock;
	readonly log: LogFile;
	readonly recorder: Recorder;
	/** Takes in a request that ended. */
	readonly record: (exchange: Exchange) => void;
};

const isLocal = ({ demo, endpoint }: Arguments): boolean =>
	demo || (endpoint !== undefined && URL.canParse(endpoint) && isLoopback(new URL(endpoint).hostname));

/** The time of the run. A true service has the true time only: signatures are good for some minutes of it. */
const chooseClock = (given: Arguments, asked: string | undefined): Result<Clock, string> => {
	if (asked === undefined || asked === '') {
		return success(systemClock);
	}
	const speed = Number(asked);
	if (!(speed >= 1 && speed <= mostSpeed)) {
		return failed(`${speedVariable}=${asked}: give a number from 1 to ${mostSpeed}`);
	}
	return isLocal(given)
		? success(fasterClock(speed))
		: failed(`${speedVariable} is for --demo, or an --endpoint on this machine`);
};

/** Opens what the run needs; the problem is a sentence for the user. */
export const openRun = (given: Arguments, version: string): Result<Run, string> => {
	const clock = chooseClock(given, process.env[speedVariable]);
	if (!clock.ok) {
		return clock;
	}
	const { logFile, logLevel } = given;
	const log = logFile === undefined ? success(noLog) : openLog(logFile, logLevel);
	if (!log.ok) {
		return failed(`--log-file ${logFile}: ${log.problem}`);
	}
	const recorder = createRecorder();
	const record = (exchange: Exchange): void => {
		recorder.record(exchange);
		if (log.value !== noLog) {
			logExchange(log.value, exchange);
		}
	};
	return success({ version, clock: clock.value, log: log.value, recorder, record });
};
