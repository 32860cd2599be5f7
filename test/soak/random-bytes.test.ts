import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runInTerminal } from '../support/monitor.ts';

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

/** What ends the monitor, stops it, or hands the terminal to another program: Ctrl-C, Ctrl-Z, `q`, `Q`, `v`, and `:`, behind which they are words. */
const leaving = new Set([0x03, 0x1a, 0x71, 0x51, 0x76, 0x3a]);

test(
	`${seconds} s of random bytes on stdin neither stop the monitor nor leave a key stuck`,
	async () => {
		const terminal = runInTerminal({ args: ['--demo', '--interval', '3'] });
		await terminal.waitFor(/live/, 'the first rows');
		const next = numbersFrom(seed);
		let count = 0;
		for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
			const bytes = Array.from({ length: 1 + Math.floor(next() * 64) }, () => Math.floor(next() * 256));
			const kept = Buffer.from(bytes.filter(byte => !leaving.has(byte)));
			terminal.type(kept.toString('latin1'));
			count += kept.length;
			await pause(20);
		}
		process.stdout.write(`${count} random bytes (seed ${seed}), ${terminal.bytes()} bytes to the terminal\n`);
		// Out of a paste that never ended, of a half sequence, and of all that is open.
		terminal.type('\u001b[201~');
		for (let turn = 0; turn < 8; turn++) {
			terminal.press('escape');
			await pause(200);
		}
		terminal.press('?');
		await terminal.waitFor(/quit/i, 'the help');
		terminal.press('ctrl+c');
		expect(await terminal.exited).toEqual({ exitCode: 0, signal: 0 });
		expect(terminal.modes.leftOver()).toEqual([]);
	},
	(seconds + 60) * 1000,
);
