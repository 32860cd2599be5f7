import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** The user's pager, with its arguments but without a shell's other meanings; else less, else more. */
const command = [
	'set -f',
	'if [ -n "$PAGER" ]; then exec $PAGER "$1"; fi',
	'if command -v less >/dev/null 2>&1; then exec less "$1"; fi',
	'exec more "$1"',
].join('\n');

const notRunnable: readonly (number | null)[] = [126, 127];

/** Ctrl-C in the pager is the pager's, although the terminal sends it to us as well. The signal arrives in the turn after the next. */
const ignoringInterrupts = <Value>(run: () => Value): Value => {
	const listeners = process.listeners('SIGINT');
	const ignore = (): void => {};
	process.on('SIGINT', ignore);
	for (const listener of listeners) {
		process.off('SIGINT', listener);
	}
	const restore = (): void => {
		for (const listener of listeners) {
			process.on('SIGINT', listener);
		}
		process.off('SIGINT', ignore);
	};
	try {
		return run();
	} finally {
		setImmediate(() => setImmediate(restore));
	}
};

const runPager = (file: string): string | undefined => {
	// Waiting here, in the middle of the turn, keeps us from reading the keys that are meant for the pager.
	const { status, error } = spawnSync('/bin/sh', ['-c', command, 'dlctop', file], { stdio: 'inherit' });
	return error !== undefined || notRunnable.includes(status)
		? `no pager could be run (PAGER is ${JSON.stringify(process.env.PAGER ?? '')})`
		: undefined;
};

/**
 * Shows a text in the user's pager and waits for its end. The text lies in a file that only the user can read, in a directory
 * of its own, and both are removed afterwards. `release` gives the terminal away, `takeBack` takes it again. Returns what went wrong, in words.
 */
export const showInPager = (text: string, release: () => void, takeBack: () => void): string | undefined => {
	let directory: string | undefined;
	try {
		directory = mkdtempSync(join(tmpdir(), 'dlctop-'));
		const file = join(directory, 'section.txt');
		writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
		release();
		try {
			return ignoringInterrupts(() => runPager(file));
		} finally {
			takeBack();
		}
	} catch (error) {
		return `the text for the pager could not be written: ${error instanceof Error ? error.message : String(error)}`;
	} finally {
		if (directory !== undefined) {
			rmSync(directory, { recursive: true, force: true });
		}
	}
};
