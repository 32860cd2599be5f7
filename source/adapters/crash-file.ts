import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { failed, type Result } from '../model/failure.ts';
import { type CrashFacts, crashText } from './crash-text.ts';
import { stateDirectory } from './state-directory.ts';
import { writeWhole } from './whole-file.ts';

/** Reports of former faults that are kept. */
const most = 10;

const isReport = (name: string): boolean => /^crash-[0-9TZ-]+\.txt$/.test(name);

/** Only the newest are kept: a fault at each start must not fill the disk. */
const removeOld = (directory: string): void => {
	try {
		const old = readdirSync(directory).filter(isReport).toSorted().slice(0, -most);
		for (const name of old) {
			rmSync(join(directory, name), { force: true });
		}
	} catch {
		// The new report is there all the same.
	}
};

/** Writes the report of a fault beside what else dlctop keeps; its path, or why there is none. Never throws. */
export const writeCrash = (error: unknown, facts: CrashFacts): Result<string, string> => {
	const directory = stateDirectory(facts.env);
	if (directory === undefined) {
		return failed('there is no HOME to keep it in');
	}
	const name = `crash-${new Date(facts.at).toISOString().replace(/[:.]/g, '-')}.txt`;
	const written = writeWhole(join(directory, name), crashText(error, facts));
	if (written.ok) {
		removeOld(directory);
	}
	return written;
};
