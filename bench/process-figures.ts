import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** CPU time of a process with all its threads, in ms; undefined where the system does not tell (no /proc). */
export const cpuMs = (pid: number): number | undefined => {
	const tasks = `/proc/${pid}/task`;
	if (!existsSync(tasks)) {
		return undefined;
	}
	return readdirSync(tasks)
		.map(task => Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]) / 1e6)
		.reduce((sum, ms) => sum + ms, 0);
};

/** Resident memory in MB; undefined where the system does not tell. */
export const residentMb = (pid: number): number | undefined => {
	const status = `/proc/${pid}/status`;
	if (!existsSync(status)) {
		return undefined;
	}
	const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1];
	return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
};
