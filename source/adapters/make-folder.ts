import { mkdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from './error-code.ts';

/** The folder and those around it, the outermost first. */
const chainOf = (folder: string): readonly string[] => {
	const outer = dirname(folder);
	return outer === folder ? [] : [...chainOf(outer), folder];
};

const throwUnlessThere = (error: unknown): void => {
	if (errorCode(error) !== 'EEXIST') {
		throw error;
	}
};

/**
 * Makes a folder for the user alone (0700), with those around it. Node's own `recursive` never ends where a folder exists but says ENOENT
 * to whoever makes one in it, as `/proc` and homes mounted on demand do; here each is tried once.
 *
 * @throws what the system says of the innermost folder
 */
export const makeFolderSync = (folder: string): void => {
	for (const each of chainOf(folder)) {
		try {
			mkdirSync(each, { mode: 0o700 });
		} catch (error) {
			if (each === folder) {
				throwUnlessThere(error);
			}
		}
	}
};

/** As {@link makeFolderSync}, without holding up the screen where the home is slow. */
export const makeFolder = async (folder: string): Promise<void> => {
	for (const each of chainOf(folder)) {
		await mkdir(each, { mode: 0o700 }).catch((error: unknown) =>
			each === folder ? throwUnlessThere(error) : undefined,
		);
	}
};
