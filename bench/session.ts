import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { spawn } from '@lydell/node-pty';
import type { Terminal as Emulator } from '@xterm/headless';
import { createEmulator, feed } from '../test/support/emulator.ts';

/** What a program wrote in one go, and when it came (ms). */
export type Chunk = { readonly at: number; readonly text: string };

export type Command = {
	readonly command: string;
	readonly args: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
};

/** A program in a pseudo-terminal of 120 × 40. Chunks are stamped on arrival, before anything is made of them. */
export type Session = {
	readonly pid: number;
	readonly startedAt: number;
	readonly write: (text: string) => void;
	readonly chunks: readonly Chunk[];
	readonly emulator: Emulator;
	/** Waits until the screen matches; resolves to when the chunk came that made it so. Rejects after `patience` (30 s unless given, ms). */
	readonly shows: (wanted: RegExp, patience?: number) => Promise<number>;
	/** Waits until nothing came for so long (ms). */
	readonly quiet: (ms: number) => Promise<void>;
	/** When the program ended. */
	readonly ended: Promise<number>;
	/** Asks it to end with a key, and then makes it. */
	readonly close: (key: string) => Promise<void>;
};

export const size = { columns: 120, rows: 40 } as const;

const home = mkdtempSync(join(tmpdir(), 'dlctop-bench-'));
const usualPatience = 30_000;

export const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

/** The lines of the screen. */
export const linesOf = (emulator: Emulator): readonly string[] => {
	const { active } = emulator.buffer;
	return Array.from(
		{ length: emulator.rows },
		(_, row) => active.getLine(active.baseY + row)?.translateToString(true) ?? '',
	);
};

export const open = ({ command, args, env = {} }: Command): Session => {
	const emulator = createEmulator(size.columns, size.rows);
	const chunks: Chunk[] = [];
	const watchers = new Set<(at: number) => void>();
	const startedAt = performance.now();
	const child = spawn(command, [...args], {
		cols: size.columns,
		rows: size.rows,
		env: { PATH: process.env.PATH ?? '', HOME: home, TERM: 'xterm-256color', TZ: 'UTC', LANG: 'C.UTF-8', ...env },
	});
	child.onData(text => {
		const at = performance.now();
		chunks.push({ at, text });
		void feed(emulator, text).then(() => {
			for (const watcher of [...watchers]) {
				watcher(at);
			}
		});
	});
	const ended = new Promise<number>(resolve => {
		child.onExit(() => resolve(performance.now()));
	});

	const shows = (wanted: RegExp, patience = usualPatience): Promise<number> =>
		new Promise((resolve, reject) => {
			const look = (at: number): void => {
				if (wanted.test(linesOf(emulator).join('\n'))) {
					clearTimeout(deadline);
					watchers.delete(look);
					resolve(at);
				}
			};
			const deadline = setTimeout(() => {
				watchers.delete(look);
				reject(new Error(`${command} never showed ${wanted}:\n${linesOf(emulator).join('\n')}`));
			}, patience);
			watchers.add(look);
			look(chunks.at(-1)?.at ?? startedAt);
		});

	const quiet = async (ms: number): Promise<void> => {
		const since = performance.now();
		for (;;) {
			const waited = performance.now() - Math.max(since, chunks.at(-1)?.at ?? since);
			if (waited >= ms) {
				return;
			}
			await pause(ms - waited);
		}
	};

	return {
		pid: child.pid,
		startedAt,
		write: text => child.write(text),
		chunks,
		emulator,
		shows,
		quiet,
		ended,
		close: async key => {
			child.write(key);
			const deadline = setTimeout(() => child.kill('SIGKILL'), 3000);
			await ended;
			clearTimeout(deadline);
			emulator.dispose();
		},
	};
};

/** Bytes that came since the given number of chunks. */
export const bytesSince = ({ chunks }: Session, from: number): number =>
	chunks.slice(from).reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
