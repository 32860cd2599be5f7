import { randomBytes } from 'node:crypto';
import { link, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { failed, success } from '../model/failure.ts';
import type { Files } from '../runtime/ports.ts';
import type { Environment } from './environment.ts';
import { errorCode } from './error-code.ts';
import { writeProblem } from './write-problem.ts';

/** `~` and `~/x` are in the home directory, as in a shell; all else is from the current folder. */
const wholePath = (path: string, env: Environment): string => {
	const rest = /^~(?:\/(.*))?$/su.exec(path);
	return rest === null ? resolve(path) : join(env.HOME ?? homedir(), rest[1] ?? '');
};

/** A path as a person writes it. */
const shortPath = (path: string, env: Environment): string => {
	const home = `${env.HOME ?? homedir()}/`;
	return path.startsWith(home) ? `~/${path.slice(home.length)}` : path;
};

const isFolder = async (path: string): Promise<boolean> => {
	try {
		return (await stat(path)).isDirectory();
	} catch {
		// What is not there is no folder; whatever else is wrong, writing will tell.
		return false;
	}
};

/** Gives a finished file its name, and never takes the place of another one. Some file systems know no links. */
const nameNew = async (part: string, path: string): Promise<void> => {
	try {
		await link(part, path);
	} catch (error) {
		if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(errorCode(error))) {
			throw error;
		}
		await writeFile(path, '', { mode: 0o600, flag: 'wx' });
		await rename(part, path);
	}
};

/** Writes what the user asks for: first under another name, so that a full disk leaves nothing behind, and the old file as it was. */
export const createSaver =
	(env: Environment): Files['save'] =>
	async (path, text, overwrite) => {
		const whole = wholePath(path, env);
		const part = `${whole}.${randomBytes(6).toString('hex')}.part`;
		try {
			if (await isFolder(whole)) {
				return failed({ kind: 'failed', words: 'it is a folder (EISDIR)' });
			}
			await writeFile(part, text, { mode: 0o600, flag: 'wx' });
			await (overwrite ? rename(part, whole) : nameNew(part, whole));
			return success(shortPath(whole, env));
		} catch (error) {
			return failed(
				errorCode(error) === 'EEXIST' ? { kind: 'exists' } : { kind: 'failed', words: writeProblem(error) },
			);
		} finally {
			await rm(part, { force: true }).catch(() => {
				// Where nothing can be written nothing can be removed either, and nothing is there.
			});
		}
	};
