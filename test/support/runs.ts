import { type ChildProcess, spawn } from 'node:child_process';
import { plainEnvironment } from './monitor.ts';
import { product } from './product.ts';

export type Outcome = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** What a process writes, and how it ends. */
export const collect = (child: ChildProcess): Promise<Outcome> =>
	new Promise((resolve, reject) => {
		let stdout = '';
		let stderr = '';
		child.stdout?.setEncoding('utf8').on('data', (text: string) => {
			stdout += text;
		});
		child.stderr?.setEncoding('utf8').on('data', (text: string) => {
			stderr += text;
		});
		child.once('error', reject);
		child.once('close', code => resolve({ code, stdout, stderr }));
	});

/** Starts dlctop without a terminal on any side. */
export const start = (args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess =>
	spawn(product.command, [...product.args, ...args], {
		env: { ...plainEnvironment, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});

/** Runs it to its end. */
export const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> =>
	collect(start(args, env));

/** Resolves when a process has written what the pattern wants to stdout or stderr; rejects when it ends before. */
export const written = (child: ChildProcess, to: 'stdout' | 'stderr', pattern: RegExp): Promise<string> =>
	new Promise((resolve, reject) => {
		let text = '';
		child[to]?.setEncoding('utf8').on('data', (more: string) => {
			text += more;
			if (pattern.test(text)) {
				resolve(text);
			}
		});
		child.once('close', code => reject(new Error(`ended with ${code} after ${JSON.stringify(text)}`)));
	});
