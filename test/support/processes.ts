import { readFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

/** Whether there is such a process; one that has ended and was not asked for its end yet is none. */
export const isAlive = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return statOf(pid)?.state !== 'Z';
	} catch {
		return false;
	}
};

type Stat = { readonly state: string; readonly ticks: number };

/** State and CPU time of a process (user and system, in ticks of 10 ms), where the system tells; undefined once it is gone. */
const statOf = (pid: number): Stat | undefined => {
	try {
		// The name of the program, which may hold anything, stands in brackets before.
		const [state = '', ...rest] = readFileSync(`/proc/${pid}/stat`, 'utf8')
			.replace(/^.*\) /s, '')
			.split(' ');
		return { state, ticks: Number(rest[10]) + Number(rest[11]) };
	} catch {
		return undefined;
	}
};

export type Going = {
	/** From now until it was gone. */
	readonly ms: number;
	/** CPU that it took meanwhile, as far as it was seen. */
	readonly cpuMs: number;
};

/** Waits for the end of a process, ten seconds at most, and tells how long it took. */
export const watchGoing = async (pid: number): Promise<Going> => {
	const start = Date.now();
	const first = statOf(pid)?.ticks ?? 0;
	let last = first;
	while (isAlive(pid) && Date.now() - start < 10_000) {
		last = statOf(pid)?.ticks ?? last;
		await pause(10);
	}
	return { ms: Date.now() - start, cpuMs: (last - first) * 10 };
};

/** The number that a program wrote into a file, as soon as it is there; within five seconds. */
export const numberIn = async (path: string): Promise<number> => {
	for (const start = Date.now(); Date.now() - start < 5000; await pause(10)) {
		try {
			const text = readFileSync(path, 'utf8');
			if (/^\d+\n?$/.test(text)) {
				return Number(text);
			}
		} catch {
			// Not yet.
		}
	}
	throw new Error(`no number came into ${path}`);
};
