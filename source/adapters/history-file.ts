import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { historyFrom, historyText } from '../model/history.ts';
import type { History } from '../runtime/ports.ts';
import type { Environment } from './environment.ts';

/** Where the filters of former runs are kept (XDG Base Directory Specification); undefined without a home. */
export const historyPath = (env: Environment): string | undefined => {
	const { XDG_STATE_HOME: state = '', HOME: home = '' } = env;
	if (isAbsolute(state)) {
		return join(state, 'dlctop', 'history');
	}
	return isAbsolute(home) ? join(home, '.local', 'state', 'dlctop', 'history') : undefined;
};

/** More than our own entries ever take; a larger file is none of ours. */
const mostBytes = 1_000_000;

/** The entries in the file, the newest last; none where it cannot be read. */
export const loadHistory = async (path: string | undefined): Promise<readonly string[]> => {
	try {
		const text = path === undefined ? '' : await readFile(path, 'utf8');
		return text.length > mostBytes ? [] : historyFrom(text);
	} catch {
		// No file yet, or one that is not for us: the monitor works as well without.
		return [];
	}
};

const write = async (path: string, text: string): Promise<void> => {
	await mkdir(dirname(path), { recursive: true, mode: 0o700 });
	const part = `${path}.part`;
	await writeFile(part, text, { mode: 0o600 });
	await rename(part, path);
};

/** Keeps entries in the file, whole or not at all, one after the other. What cannot be written is let go. */
export const createHistory = (path: string | undefined): History & { readonly settled: () => Promise<void> } => {
	let last: Promise<void> = Promise.resolve();
	return {
		save: entries => {
			if (path !== undefined) {
				// A full disk or a read-only home is no reason to trouble someone who filters.
				last = last.then(() => write(path, historyText(entries))).catch(() => {});
			}
		},
		settled: () => last,
	};
};
