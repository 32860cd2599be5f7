import { readFileSync, statSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** More than our own files ever take; a larger one is none of ours. */
const mostBytes = 1_000_000;

/** The text of a file that dlctop keeps for itself; empty where it cannot be read. Read at once, since a start waits for it. */
export const readKept = (path: string | undefined): string => {
	if (path === undefined) {
		return '';
	}
	try {
		const file = statSync(path);
		return file.isFile() && file.size <= mostBytes ? readFileSync(path, 'utf8') : '';
	} catch {
		// No file yet, or one that is not for us: the monitor works as well without.
		return '';
	}
};

const write = async (path: string, text: string): Promise<void> => {
	await makeFolder(dirname(path));
	// Another dlctop may be writing its own at the same time.
	const part = `${path}.${process.pid}.part`;
	try {
		await writeFile(part, text, { mode: 0o600 });
		await rename(part, path);
	} catch (error) {
		await rm(part, { force: true });
		throw error;
	}
};

/** A file that dlctop keeps for itself. */
export type KeptFile = {
	/** Puts a text in place of the former one, whole or not at all; returns at once. */
	readonly save: (text: string) => void;
	/** When all that was to be saved is. */
	readonly settled: () => Promise<void>;
};

/** What cannot be written is let go: a full disk or a read-only home is no reason to trouble someone who filters. */
export const keptFile = (path: string | undefined): KeptFile => {
	let last: Promise<void> = Promise.resolve();
	return {
		save: text => {
			if (path !== undefined) {
				last = last.then(() => write(path, text)).catch(() => {});
			}
		},
		settled: () => last,
	};
};
