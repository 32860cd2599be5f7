import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runInTerminal } from '../support/monitor.ts';
import type { Terminal } from '../support/terminal.ts';

const seconds = Number(process.env.SOAK_SECONDS ?? '60');
const seed = Number(process.env.SOAK_SEED ?? '20261109');

/** The same numbers on every run (mulberry32), from 0 to below 1. */
const numbersFrom = (start: number): (() => number) => {
	let state = start;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
};

/** As `/bin/true`: what `v` and Ctrl-O open must not wait for keys of its own. */
const quickHelpers = { PAGER: 'true', EDITOR: 'true' };

/**
 * A run that ended was asked to by a byte, and left the terminal as it was: by q, Q or Ctrl-C with 0. While the terminal is handed
 * to a pager or a shell, Ctrl-C and Ctrl-\\ are signals that the terminal sends, and it ends of those.
 */
const expectLeft = async (terminal: Terminal): Promise<void> => {
	expect(['0 0', '130 0', '0 2', '0 3']).toContain(
		await terminal.exited.then(({ exitCode, signal }) => `${exitCode} ${signal}`),
	);
	expect(terminal.modes.leftOver()).toEqual([]);
	expect(terminal.isAlternate()).toBe(false);
};

/** Out of a paste that never ended, of a half sequence, and of all that is open: then the help answers, and the way out works. */
const expectNoStuckKey = async (terminal: Terminal): Promise<void> => {
	terminal.type('\u001b[201~\u001b\\');
	for (let turn = 0; turn < 8; turn++) {
		terminal.press('escape');
		await pause(200);
	}
	terminal.press('?');
	await terminal.waitFor(/quit/i, 'the help');
	terminal.press('ctrl+c');
	await expectLeft(terminal);
};

test(
	`${seconds} s of random bytes on stdin, all 256 of them, never crash the monitor nor leave a key stuck`,
	async () => {
		const next = numbersFrom(seed);
		const counts = { bytes: 0, runs: 0, quits: 0 };
		const end = Date.now() + seconds * 1000;
		while (Date.now() < end) {
			counts.runs++;
			const terminal = runInTerminal({ args: ['--demo', '--interval', '3'], env: quickHelpers });
			await terminal.waitFor(/live/, 'the first rows');
			let isRunning = true;
			void terminal.exited.then(() => {
				isRunning = false;
			});
			// Every other run is spared the bytes that quit or hand the terminal over, so that some runs get far.
			const spared = counts.runs % 2 === 0 ? new Set<number>() : new Set([0x03, 0x0f, 0x1a, 0x71, 0x51, 0x76, 0x3a]);
			const until = Math.min(end, Date.now() + (seconds * 1000) / 4);
			while (isRunning && Date.now() < until) {
				const bytes = Array.from({ length: 1 + Math.floor(next() * 64) }, () => Math.floor(next() * 256));
				const kept = bytes.filter(byte => !spared.has(byte));
				terminal.typeBytes(Uint8Array.from(kept));
				counts.bytes += kept.length;
				await pause(20);
			}
			if (isRunning) {
				await expectNoStuckKey(terminal);
			} else {
				counts.quits++;
				await expectLeft(terminal);
			}
			await terminal.close();
		}
		process.stdout.write(
			`${counts.bytes} random bytes (seed ${seed}) in ${counts.runs} runs, ${counts.quits} of which they ended\n`,
		);
	},
	(2 * seconds + 120) * 1000,
);
