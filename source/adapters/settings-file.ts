import { accessSync, constants, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { failed, type Result, success } from '../model/failure.ts';
import { configVariable } from '../tables/own-variables.ts';
import type { Environment } from './environment.ts';
import { errorCode, isMissing } from './error-code.ts';
import { writeProblem } from './write-problem.ts';

/** Where the settings are: `--config`, else DLCTOP_CONFIG, else the XDG place; undefined without a home. */
export const settingsPath = (env: Environment, given: string | undefined): string | undefined => {
	const named = given ?? env[configVariable]?.trim();
	if (named !== undefined && named !== '') {
		return resolve(named);
	}
	const { XDG_CONFIG_HOME: config = '', HOME: home = '' } = env;
	if (isAbsolute(config)) {
		return join(config, 'dlctop', 'config.yaml');
	}
	return isAbsolute(home) ? join(home, '.config', 'dlctop', 'config.yaml') : undefined;
};

/** Larger than any settings are; a YAML text of this size is read within a second whatever it holds. */
const mostBytes = 64 * 1024;

/** The text of the settings file; undefined where there is none. Never waits for a pipe or a device. */
export const readSettingsText = (path: string): Result<string | undefined, string> => {
	try {
		const found = statSync(path);
		if (!found.isFile()) {
			return failed(found.isDirectory() ? 'this is a directory, not a file' : 'this is no plain file');
		}
		return found.size > mostBytes
			? failed(`this file has ${Math.ceil(found.size / 1024)} kB; settings have ${mostBytes / 1024} kB at most`)
			: success(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
	} catch (error) {
		return isMissing(error) ? success(undefined) : failed(writeProblem(error));
	}
};

/** The file behind a link, also behind one to a file that is not there yet. */
const targetOf = (path: string): string => {
	try {
		return realpathSync(path);
	} catch {
		try {
			return resolve(dirname(path), readlinkSync(path));
		} catch {
			// No link: the path is the file's own.
			return path;
		}
	}
};

/** Where and with which mode the settings are to be written; why not, in words, where they cannot be. */
export const placeToWrite = (
	path: string,
): Result<{ readonly path: string; readonly mode: number | undefined }, string> => {
	const target = targetOf(path);
	try {
		const { mode } = statSync(target);
		accessSync(target, constants.W_OK);
		// Root may write what is marked as read-only, and should not.
		return (mode & 0o222) === 0 ? failed('this file is read-only') : success({ path: target, mode: mode & 0o777 });
	} catch (error) {
		return errorCode(error) === 'ENOENT' ? success({ path: target, mode: undefined }) : failed(writeProblem(error));
	}
};
