import { join } from 'node:path';
import { historyFrom, historyText } from '../model/history.ts';
import type { History } from '../runtime/ports.ts';
import type { Environment } from './environment.ts';
import { keptFile, readKept } from './kept-file.ts';
import { stateDirectory } from './state-directory.ts';

/** Where the filters of former runs are kept; undefined without a home. */
export const historyPath = (env: Environment): string | undefined => {
	const directory = stateDirectory(env);
	return directory === undefined ? undefined : join(directory, 'history');
};

/** The entries in the file, the newest last; none where it cannot be read. */
export const loadHistory = (path: string | undefined): readonly string[] => historyFrom(readKept(path));

/** Keeps entries in the file, one after the other. */
export const createHistory = (path: string | undefined): History & { readonly settled: () => Promise<void> } => {
	const { save, settled } = keptFile(path);
	return { save: entries => save(historyText(entries)), settled };
};
