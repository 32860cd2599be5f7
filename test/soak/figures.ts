import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/** What a process holds at a moment of its day. */
export type Figures = {
	/** Hours of its own time since it began. */
	readonly hour: number;
	/** Of JavaScript's heap, right after a collection. */
	readonly heapMegabytes: number;
	/** Timers that keep the process alive, as Node counts them. */
	readonly timers: number;
	/** All that keeps it alive: timers, sockets, the terminal. */
	readonly resources: number;
	/** Open files, sockets and pipes, by the system. */
	readonly handles: number;
	readonly residentMegabytes: number;
	/** What is resident beside the heap with the room that the engine keeps in it, which comes and goes with its load. */
	readonly outsideMegabytes: number;
};

export type Probe = {
	/** What makes a Node answer: for `NODE_OPTIONS`. */
	readonly option: string;
	readonly take: (pid: number, hour: number) => Promise<Figures>;
};

/** Long, since a machine may be busy; a process that is stuck for so long has failed. */
const patienceMs = 30_000;

/** At SIGUSR2 the process collects its garbage and writes down what is left. */
const source = (answer: string): string => `import { renameSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
process.on('SIGUSR2', () => {
	collect();
	const resources = process.getActiveResourcesInfo();
	const { heapUsed, heapTotal, rss } = process.memoryUsage();
	const figures = { heap: heapUsed, outside: rss - heapTotal, resources };
	writeFileSync(${JSON.stringify(`${answer}.new`)}, JSON.stringify(figures));
	renameSync(${JSON.stringify(`${answer}.new`)}, ${JSON.stringify(answer)});
});
`;

type Answer = { readonly heap: number; readonly outside: number; readonly resources: readonly string[] };

const readAnswer = (path: string): Answer | undefined => {
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch {
		return undefined;
	}
};

const megabyte = 1024 * 1024;
const tenths = (value: number): number => Math.round(value * 10) / 10;

/** A way to look into a Node that the product runs in, without the product knowing of it. */
export const createProbe = (): Probe => {
	const folder = mkdtempSync(join(tmpdir(), 'dlctop-soak-'));
	const module = join(folder, 'probe.mjs');
	let asked = 0;
	const answer = join(folder, 'answer.json');
	writeFileSync(module, source(answer));
	return {
		option: `--import=${pathToFileURL(module)}`,
		take: async (pid, hour) => {
			asked++;
			writeFileSync(answer, '');
			process.kill(pid, 'SIGUSR2');
			for (const end = Date.now() + patienceMs; Date.now() < end; await pause(20)) {
				const told = readAnswer(answer);
				if (told !== undefined) {
					const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
					return {
						hour: Math.round(hour * 100) / 100,
						heapMegabytes: tenths(told.heap / megabyte),
						timers: told.resources.filter(name => name === 'Timeout').length,
						resources: told.resources.length,
						handles: readdirSync(`/proc/${pid}/fd`).length,
						residentMegabytes: Math.round(Number(resident) / 1024),
						outsideMegabytes: tenths(told.outside / megabyte),
					};
				}
			}
			throw new Error(`the process did not answer for ${patienceMs} ms when it was looked at for the ${asked}. time`);
		},
	};
};

/** Looks whose lowest figure counts: in the middle of a sweep there are the rows of before and those that were read again. */
const looksOfAPoint = 12;

/**
 * By how much a figure grows a day: the slope of the straight line that misses the last two thirds of its points least, each the
 * lowest of a dozen looks. The first third warms up.
 */
export const growthADay = (all: readonly Figures[], of: (figures: Figures) => number): number => {
	const points = Array.from({ length: Math.floor(all.length / looksOfAPoint) }, (_, index) => {
		const looks = all.slice(index * looksOfAPoint, (index + 1) * looksOfAPoint);
		return { hour: looks[0]?.hour ?? 0, value: Math.min(...looks.map(of)) };
	});
	const late = points.slice(Math.floor(points.length / 3));
	const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
	const middle = { hour: mean(late.map(({ hour }) => hour)), value: mean(late.map(({ value }) => value)) };
	const up = late.reduce((sum, { hour, value }) => sum + (hour - middle.hour) * (value - middle.value), 0);
	const across = late.reduce((sum, { hour }) => sum + (hour - middle.hour) ** 2, 0);
	return across === 0 ? 0 : (24 * up) / across;
};
