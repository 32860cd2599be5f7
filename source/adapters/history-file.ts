import { isAbsolute, join } from 'node:path';
import { historyFrom, historyText } from '../model/history.ts';
import type { History } from '../runtime/ports.ts';
import type { Environment } from './environment.ts';
import { keptFile, readKept } from './kept-file.ts';

/** Where the filters of former runs are kept (XDG Base Directory Specification); undefined without a home. */
export const historyPath = (env: Environment): string | undefined => {
	const { XDG_STATE_HOME: state = '', HOME: home = '' } = env;
	if (isAbsolute(state)) {
		return join(state, 'dlctop', 'history');
	}
	return isAbsolute(home) ? join(home, '.local', 'state', 'dlctop', 'history') : undefined;
};

/** The entries in the file, the newest last; none where it cannot be read. */
export const loadHistory = async (path: string | undefined): Promise<readonly string[]> =>
	historyFrom(await readKept(path));

/** Keeps entries in the file, one after the other. */
export const createHistory = (path: string | undefined): History & { readonly settled: () => Promise<void> } => {
	const { save, settled } = keptFile(path);
	return { save: entries => save(historyText(entries)), settled };
};
