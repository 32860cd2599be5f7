import process from 'node:process';
import type { Failure } from '../model/failure.ts';
import { exitCodes, failureCode } from '../tables/exit-codes.ts';
import { sanitize } from '../text/sanitize.ts';

/** A message as it goes to stderr: safe for the terminal, line breaks kept. */
export const complaint = (text: string): string => `dlctop: ${text.split('\n').map(sanitize).join('\n        ')}\n`;

/** A message to the user outside of the screen. */
export const complain = (text: string): void => {
	process.stderr.write(complaint(text));
};

const words = ({ message, Code, Message, RequestId, next }: Failure): string =>
	[
		message,
		...(Code === undefined ? [] : [`Code ${Code}${Message === undefined ? '' : `: ${Message}`}`]),
		...(RequestId === undefined ? [] : [`RequestId ${RequestId}`]),
		...(next === undefined ? [] : [next]),
	].join('\n');

/** Says what failed and what to do next; the exit code for it. */
export const giveUp = (failure: Failure): number => {
	complain(words(failure));
	return failureCode(failure.kind);
};

export const misused = (problem: string): number => {
	complain(problem);
	return exitCodes.usage.code;
};
