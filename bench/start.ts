import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { median, type Row } from './figures.ts';
import { startService } from './service.ts';
import { type Command, open } from './session.ts';

const rounds = 9;

/** What a service elsewhere takes to answer. */
const distantMs = 60;

/** Where `npm run build:executable` puts it, beside the bundle. */
const executableOf = (product: string): string | undefined => {
	const path = join(dirname(product), '../dist-executable/dlctop');
	return existsSync(path) ? path : undefined;
};

/**
 * Ms from just before the start of a command to the text that is waited for, or to its end. `quit` ends it at once: after some seconds in
 * which nothing runs, a machine takes up to three times as long to start the next program.
 */
const timeOf = async (command: Command, wanted: RegExp | undefined, quit: string): Promise<number> => {
	const startedAt = performance.now();
	const session = open(command);
	const doneAt = wanted === undefined ? await session.ended : await session.shows(wanted);
	await session.close(quit);
	return doneAt - startedAt;
};

/** Times of starts against a Node that does nothing, all of them in turn in each round. */
export const measureStart = async (product: string, bareInk: string): Promise<readonly Row[]> => {
	const service = await startService(100);
	const distant = await startService(100, distantMs);
	const node = (...args: readonly string[]): Command => ({ command: process.execPath, args, env: service.env });
	const executable = executableOf(product);
	const contestants: readonly { what: string; command: Command; wanted?: RegExp; quit?: string; goal?: number }[] = [
		{ what: 'node -e 0', command: node('-e', '0') },
		{ what: '--version', command: node(product, '--version'), goal: 1.3 },
		{ what: '--help', command: node(product, '--help'), goal: 1.3 },
		{ what: 'a usage error', command: node(product, '--no-such-flag'), goal: 1.8 },
		{ what: 'bare Ink, to its first frame', command: node(bareInk), wanted: /READY/, quit: '\u0003' },
		{ what: 'dlctop, to the first rows', command: node(product, ...service.args), wanted: /▸ /u, goal: 3.5 },
		{
			what: `to the first rows, answers after ${distantMs} ms`,
			command: node(product, ...distant.args),
			wanted: /▸ /u,
		},
		...(executable === undefined
			? []
			: [
					{
						what: 'the executable, to the first rows',
						command: { command: executable, args: service.args, env: service.env },
						wanted: /▸ /u,
						goal: 2,
					},
				]),
	];
	const times: number[][] = contestants.map(() => []);
	for (let round = 0; round < rounds; round++) {
		for (const [index, { command, wanted, quit = 'q' }] of contestants.entries()) {
			times[index]?.push(await timeOf(command, wanted, quit));
		}
	}
	await service.close();
	await distant.close();
	const [floor = [], ...others] = times;
	return others.map((figures, index) => {
		const goal = contestants[index + 1]?.goal;
		return {
			what: contestants[index + 1]?.what ?? '',
			value: median(figures),
			unit: 'ms',
			against: { name: 'node -e 0', value: median(floor) },
			...(goal === undefined ? {} : { goal }),
		};
	});
};
