import process from 'node:process';

/** Why the process has to end although the user did not quit. */
export type Ending =
	| { readonly kind: 'signal'; readonly signal: NodeJS.Signals; readonly number: number }
	/** The terminal is gone (stdin ended, or stdout cannot be written to), or the process that started us is. */
	| { readonly kind: 'terminal-gone' }
	| { readonly kind: 'crash'; readonly error: unknown };

/** Signals that ask a program to leave, and their numbers, which are the same on Linux and macOS. */
const signals: readonly (readonly [NodeJS.Signals, number])[] = [
	['SIGHUP', 1],
	['SIGINT', 2],
	['SIGTERM', 15],
];

/**
 * How often we look whether the process that started us is still there. Nothing tells of its end. A look is one system call, but it wakes
 * the process, which is most of what dlctop costs while nothing happens; a second may pass until it has ended.
 */
const lookForParentMs = 700;

/** Calls `orphaned` once the process is a child of somebody else: of init, or of whoever takes in orphans here. */
const watchParent = (orphaned: () => void): (() => void) => {
	const parent = process.ppid;
	const timer = setInterval(() => {
		if (process.ppid !== parent) {
			orphaned();
		}
	}, lookForParentMs);
	timer.unref();
	return () => clearInterval(timer);
};

/** A terminal that is gone answers each write, ours on leaving too, with an error that nobody can be told of. */
const letGo = (): void => {};

/** Hands a fault that nobody caught to `take`, until the returned function is called. */
export const catchFaults = (take: (error: unknown) => void): (() => void) => {
	process.on('uncaughtException', take).on('unhandledRejection', take);
	return () => {
		process.off('uncaughtException', take).off('unhandledRejection', take);
	};
};

/**
 * Calls `end` once, with the first reason to leave: a signal, a terminal or a parent that went away, or a fault of ours.
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
	const stopWatchingParent = watchParent(gone);
	process.stdin.once('end', gone).once('close', gone).on('error', gone);
	process.stdout.on('error', gone);
	process.stderr.on('error', letGo);
	const stopCatching = catchFaults(crash);
	return () => {
		for (const stop of onSignal) {
			stop();
		}
		stopWatchingParent();
		process.stdin.off('end', gone).off('close', gone).off('error', gone).on('error', letGo);
		process.stdout.off('error', gone).on('error', letGo);
		stopCatching();
	};
};
