import { spawn } from 'node:child_process';
import process from 'node:process';
import { failed, type Result, success } from '../../model/failure.ts';
import type { Clock } from '../../runtime/ports.ts';
import { errorCode } from '../error-code.ts';

/** Runs a program without a shell and resolves to what it printed on stdout, or to what went wrong, which never quotes its output. */
export type RunCommand = (program: string, args: readonly string[]) => Promise<Result<string, string>>;

/** A helper that asks a server may take a while. */
const longestMs = 30_000;
const longestOutput = 2 ** 18;

const endings = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/**
 * Calls `kill` when this process ends, also of a signal that nobody else listens to, as before the monitor is there: that one would
 * end it without a word. The returned function stops watching.
 */
const atOurEnd = (kill: () => void): (() => void) => {
	const stops = endings.map(signal => {
		const end = (): void => {
			kill();
			process.off(signal, end);
			if (process.listenerCount(signal) === 0) {
				process.kill(process.pid, signal);
			}
		};
		process.on(signal, end);
		return () => process.off(signal, end);
	});
	process.on('exit', kill);
	return () => {
		process.off('exit', kill);
		for (const stop of stops) {
			stop();
		}
	};
};

/**
 * The program gets the environment, no input and no terminal (a session of its own), so that it can neither take keys nor
 * write over the screen; what it prints on stderr is dropped. It ends with us, and all it started with it.
 */
export const createRunCommand =
	(clock: Clock): RunCommand =>
	(program, args) =>
		new Promise(resolve => {
			let pid: number | undefined;
			const chunks: Buffer[] = [];
			let length = 0;
			const kill = (): void => {
				if (pid !== undefined) {
					try {
						process.kill(-pid, 'SIGKILL');
					} catch {
						// It is gone already.
					}
				}
			};
			// Before it runs: a signal that comes between would end us and leave it behind.
			const stopWatching = atOurEnd(kill);
			const child = spawn(program, [...args], { stdio: ['ignore', 'pipe', 'ignore'], shell: false, detached: true });
			pid = child.pid;
			const settle = (outcome: Result<string, string>): void => {
				cancel();
				stopWatching();
				resolve(outcome);
			};
			const giveUp = (why: string): void => {
				kill();
				child.stdout.destroy();
				settle(failed(why));
			};
			const cancel = clock.setTimeout(() => giveUp(`did not end within ${longestMs / 1000} s`), longestMs);
			child.stdout.on('data', (chunk: Buffer) => {
				chunks.push(chunk);
				length += chunk.length;
				if (length > longestOutput) {
					giveUp('printed more than credentials');
				}
			});
			child.on('error', error => settle(failed(`could not be run (${errorCode(error)})`)));
			child.on('close', (code, signal) =>
				settle(
					code === 0
						? success(Buffer.concat(chunks).toString('utf8'))
						: failed(code === null ? `was ended by ${signal}` : `ended with exit code ${code}`),
				),
			);
		});
