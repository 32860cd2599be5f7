import type { FailureKind } from '../model/failure.ts';

/** How dlctop ends. A signal n ends it with 128 + n, see {@link signalCode}. */
export const exitCodes = {
	done: { code: 0, meaning: 'done; also q, Q and Ctrl-C in the monitor, and a closed pipe' },
	jobFailed: { code: 1, meaning: 'a job that was waited for failed (dlctop wait)' },
	usage: { code: 2, meaning: 'bad usage or input' },
	notAllowed: { code: 3, meaning: 'not signed in or not allowed' },
	unreachable: { code: 4, meaning: 'the service or the network failed' },
	fault: { code: 70, meaning: 'a fault of dlctop itself, or output that could not be written' },
	timedOut: { code: 124, meaning: 'timed out (dlctop wait)' },
} as const satisfies Record<string, { readonly code: number; readonly meaning: string }>;

/** The code of an end by signal: 130 for SIGINT (2), 143 for SIGTERM (15), 129 for SIGHUP (1). */
export const signalCode = (signal: number): number => 128 + signal;

const codeOfKind = {
	throttled: exitCodes.unreachable,
	'signed-out': exitCodes.notAllowed,
	'not-allowed': exitCodes.notAllowed,
	'bad-request': exitCodes.usage,
	service: exitCodes.unreachable,
	network: exitCodes.unreachable,
	'malformed-answer': exitCodes.unreachable,
} as const satisfies Record<FailureKind, { readonly code: number }>;

/** The code of an end because a request failed. */
export const failureCode = (kind: FailureKind): number => codeOfKind[kind].code;
