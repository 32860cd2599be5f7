import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { failed, type Result, success } from '../model/failure.ts';
import type { Json } from '../model/json.ts';
import type { Log } from '../runtime/ports.ts';
import { isWritten, type LogLevel } from '../tables/log-levels.ts';
import { escapeUnseen } from '../text/escape-unseen.ts';
import { writeProblem } from './write-problem.ts';

export type LogFile = Log & {
	/** Calls `tell` with the reason when lines begin to be lost; once, until lines can be written again. */
	readonly onProblem: (tell: (problem: string) => void) => void;
	readonly close: () => void;
};

/** A log of nothing, where none was asked for. */
export const noLog: LogFile = { write: () => {}, onProblem: () => {}, close: () => {} };

type Entry = Readonly<Record<string, Json | undefined>>;

const lineOf = (level: LogLevel, at: number, entry: Entry): string =>
	`${escapeUnseen(JSON.stringify({ time: new Date(at).toISOString(), level, ...entry }))}\n`;

/**
 * Opens a log at the end of a file that only its owner may read (where it is new). Each line is with the system when `write`
 * returns. A disk that is full loses lines and nothing else: writing goes on, on a line of its own, as soon as there is room.
 */
export const openLog = (path: string, wanted: LogLevel): Result<LogFile, string> => {
	let file: number;
	try {
		// Opening a pipe would wait for its reader for ever.
		if (statSync(path, { throwIfNoEntry: false })?.isFIFO() === true) {
			return failed('a pipe is no place for a log');
		}
		file = openSync(path, 'a', 0o600);
	} catch (error) {
		return failed(writeProblem(error));
	}
	let tell: (problem: string) => void = () => {};
	let problem: string | undefined;
	let isBroken = false;
	let isOpen = true;
	const put = (line: string): void => {
		const bytes = Buffer.from(isBroken ? `\n${line}` : line);
		const written = writeSync(file, bytes);
		isBroken = written < bytes.length;
		problem = isBroken ? (problem ?? 'the disk is full') : undefined;
	};
	return success({
		write: (level, at, entry) => {
			if (!isOpen || !isWritten(level, wanted)) {
				return;
			}
			const before = problem;
			try {
				put(lineOf(level, at, entry));
			} catch (error) {
				problem = writeProblem(error);
			}
			if (problem !== undefined && before === undefined) {
				tell(problem);
			}
		},
		onProblem: listener => {
			tell = listener;
			if (problem !== undefined) {
				tell(problem);
			}
		},
		close: () => {
			if (isOpen) {
				isOpen = false;
				closeSync(file);
			}
		},
	});
};
