import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { bindingsIn } from '../../source/tables/keymap.ts';
import { runInTerminal } from '../support/monitor.ts';
import type { Terminal } from '../support/terminal.ts';

const minutes = Number(process.env.SOAK_MINUTES ?? '30');
const sizes = [
	{ columns: 120, rows: 30 },
	{ columns: 80, rows: 24 },
	{ columns: 40, rows: 10 },
] as const;

/** What leaves the program, stops it, or hands the terminal to another one. */
const notHere = new Set(['quit', 'quit-or-back', 'suspend', 'page-text']);
const keys = [
	...bindingsIn('list').filter(({ action }) => !notHere.has(action.type)),
	...bindingsIn('detail').filter(({ action }) => !notHere.has(action.type)),
].flatMap(binding => binding.keys);

/** The same keys on every run: a step that shares no factor with their number visits each of them. */
const keyAt = (turn: number): string => keys[(turn * 37) % keys.length] ?? 'j';

const check = (terminal: Terminal, { rows }: (typeof sizes)[number]): void => {
	const lines = terminal.screen();
	expect(lines.length).toBe(rows);
	expect(lines.at(-1), 'the last row stays unused').toBe('');
	expect(lines.join(''), 'the screen is not empty').not.toBe('');
	expect(terminal.isAlternate()).toBe(true);
	expect(terminal.noises()).toEqual([]);
};

/** Half an hour of keys at one size. */
const pressKeys = async (size: (typeof sizes)[number]): Promise<void> => {
	const terminal = runInTerminal({ ...size, args: ['--demo', '--interval', '3'] });
	await terminal.waitFor(/live/, 'the first rows');
	const end = Date.now() + minutes * 60_000;
	let turn = 0;
	for (; Date.now() < end; turn++) {
		terminal.press(keyAt(turn));
		await pause(250);
		check(terminal, size);
	}
	process.stdout.write(
		`${size.columns} × ${size.rows}: ${turn} keys, ${terminal.bytes()} bytes in ${minutes} minutes\n`,
	);
	terminal.press('ctrl+c');
	expect(await terminal.exited).toEqual({ exitCode: 0, signal: 0 });
	expect(terminal.modes.leftOver()).toEqual([]);
};

test(
	`the demo stays whole for ${minutes} minutes at three sizes while every key is pressed in turn`,
	async () => {
		await Promise.all(sizes.map(pressKeys));
	},
	(minutes + 2) * 60_000,
);
