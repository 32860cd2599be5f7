import process from 'node:process';
import { errorCode } from './error-code.ts';

/**
 * Writes and waits until it is out; why it could not be written, in words. A reader that closed the pipe has what it
 * wanted, which is no problem.
 */
export const writeOut = (text: string): Promise<string | undefined> =>
	new Promise(resolve => {
		const settle = (error?: Error | null): void => {
			const code = error === undefined || error === null ? 'EPIPE' : errorCode(error);
			resolve(
				code === 'EPIPE' ? undefined : `stdout could not be written: ${code === 'ENOSPC' ? 'the disk is full' : code}`,
			);
		};
		process.stdout.once('error', settle);
		process.stdout.write(text, settle);
	});
