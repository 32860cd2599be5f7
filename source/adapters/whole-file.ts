import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { failed, type Result, success } from '../model/failure.ts';
import { makeFolderSync } from './make-folder.ts';
import { writeProblem } from './write-problem.ts';

/** Writes a file for the user's eyes only (0600), unless it had another mode, whole or not at all, before it returns. */
export const writeWhole = (path: string, text: string, mode?: number): Result<string, string> => {
	const part = `${path}.part`;
	try {
		makeFolderSync(dirname(path));
		rmSync(part, { force: true });
		writeFileSync(part, text, { mode: 0o600, flag: 'wx' });
		if (mode !== undefined) {
			chmodSync(part, mode);
		}
		renameSync(part, path);
		return success(path);
	} catch (error) {
		try {
			rmSync(part, { force: true });
		} catch {
			// Where nothing can be written, nothing can be removed either, and nothing is there.
		}
		return failed(writeProblem(error));
	}
};
