import { stat } from 'node:fs';
import { promisify } from 'node:util';
import type { Clock } from '../../runtime/ports.ts';

/** Node's own promises for files are a part of it that a start would load for this alone. */
const stateOf = promisify(stat);

/** What tells one state of a file from another; `''` for a file that is not there. */
export type StampOf = (path: string) => Promise<string>;

/** By its place, size and times, so that a file that was replaced whole counts as changed. */
export const fileStamp: StampOf = async path => {
	try {
		const { ino, size, mtimeMs, ctimeMs } = await stateOf(path);
		return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
	} catch {
		return '';
	}
};

/** The states of files, by their paths. */
export type Stamps = ReadonlyMap<string, string>;

export const stampsOf = async (paths: readonly string[], stampOf: StampOf): Promise<Stamps> =>
	new Map(await Promise.all(paths.map(async path => [path, await stampOf(path)] as const)));

/** Often enough for a person who waits for it. */
const soonMs = 1_000;

export type FileWatch = {
	/** The files and their states when they were read last. */
	readonly known: Stamps;
	readonly stampOf: StampOf;
	readonly clock: Clock;
	/** From one look to the next, where that need not be once a second: each wakes the process and a thread of it. */
	readonly everyMs?: number;
};

/**
 * Looks at the files again and again, and calls `changed` once when they are not as known. Asking for their state works for
 * files that are not there yet, are replaced whole, or lie on a network drive, where notices of the system do not.
 */
export const watchFiles = (
	{ known, stampOf, clock, everyMs = soonMs }: FileWatch,
	changed: () => void,
): (() => void) => {
	let over = known.size === 0;
	let cancel = (): void => {};
	const look = async (): Promise<void> => {
		const stamps = await stampsOf([...known.keys()], stampOf);
		if (over) {
			return;
		}
		if ([...stamps].some(([path, stamp]) => stamp !== known.get(path))) {
			over = true;
			changed();
			return;
		}
		wait();
	};
	const wait = (): void => {
		cancel = clock.setTimeout(() => void look(), everyMs);
	};
	if (!over) {
		wait();
	}
	return () => {
		over = true;
		cancel();
	};
};
