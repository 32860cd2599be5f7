import process from 'node:process';

/** Why the process has to end although the user did not quit. */
export type Ending =
	| { readonly kind: 'signal'; readonly signal: NodeJS.Signals; readonly number: number }
	/** The terminal is gone: stdin ended, or stdout cannot be written to. */
	| { readonly kind: 'terminal-gone' }
	| { readonly kind: 'crash'; readonly error: unknown };

/** Signals that ask a program to leave, and their numbers, which are the same on Linux and macOS. */
const signals: readonly (readonly [NodeJS.Signals, number])[] = [
	['SIGHUP', 1],
	['SIGINT', 2],
	['SIGTERM', 15],
];

/**
 * Calls `end` once, with the first reason to leave: a signal, a terminal that went away, or a fault of ours.
 * The returned function stops watching.
 */
export const watchProcessEnd = (end: (ending: Ending) => void): (() => void) => {
	let ended = false;
	const once = (ending: Ending): void => {
		if (!ended) {
			ended = true;
			end(ending);
		}
	};
	const onSignal = signals.map(([signal, number]) => {
		const listener = (): void => once({ kind: 'signal', signal, number });
		process.on(signal, listener);
		return () => process.off(signal, listener);
	});
	const gone = (): void => once({ kind: 'terminal-gone' });
	const crash = (error: unknown): void => once({ kind: 'crash', error });
	process.stdin.once('end', gone).once('close', gone).on('error', gone);
	process.stdout.on('error', gone);
	process.on('uncaughtException', crash).on('unhandledRejection', crash);
	return () => {
		for (const stop of onSignal) {
			stop();
		}
		process.stdin.off('end', gone).off('close', gone).off('error', gone);
		process.stdout.off('error', gone);
		process.off('uncaughtException', crash).off('unhandledRejection', crash);
	};
};
