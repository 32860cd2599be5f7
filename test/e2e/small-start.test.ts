import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runInTerminal, startService } from '../support/monitor.ts';
import { nobody, startSameAnswer, startSilence } from '../support/peers.ts';
import { product } from '../support/product.ts';
import { isLive } from '../support/screens.ts';

/** Node's own parts are asked for, which the executable does not have. */
const [bundle = ''] = product.args;
/** Long enough for whatever Ink is made to wait for. */
const longestWaitMs = 5000;
const folder = mkdtempSync(join(tmpdir(), 'dlctop-small-start-'));

/** The variable that has Node run a piece of code before dlctop. */
const requiring = (name: string, code: string): { readonly NODE_OPTIONS: string } => {
	const path = join(folder, `${name}.cjs`);
	writeFileSync(path, code);
	return { NODE_OPTIONS: `--require ${path}` };
};

/** The same, right before the part of the bundle is loaded that has Ink in it. */
const beforeInk = (name: string, code: string): { readonly NODE_OPTIONS: string } =>
	requiring(
		name,
		`const { Module } = require('module');
		const load = Module._load;
		Module._load = function (name, ...rest) {
			if (/\\/view-[\\w-]+\\.js$/.test(name)) {
				${code}
			}
			return load.call(this, name, ...rest);
		};`,
	);

describe.runIf(product.args.length > 0)('a start that got as far as its rows', () => {
	test('has loaded no part of Node that only some keys need', async () => {
		const told = join(folder, 'parts.json');
		const teller = requiring(
			'teller',
			`process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(told)}, JSON.stringify(process.moduleLoadList)));`,
		);
		const { url, env } = await startService();
		const terminal = runInTerminal({
			args: ['--endpoint', url, '--region', 'cn-hangzhou'],
			env: { ...env, ...teller },
		});
		await terminal.waitFor(isLive, 'the rows');
		terminal.type('q');
		await terminal.exited;
		const parts: unknown = JSON.parse(readFileSync(told, 'utf8'));
		expect(parts).toContain('NativeModule net');
		const unused = [
			'assert',
			'child_process',
			'http',
			'internal/fs/dir',
			'internal/fs/promises',
			'internal/fs/streams',
			'internal/navigator',
			'internal/util/parse_args/parse_args',
			'perf_hooks',
		];
		for (const part of unused) {
			expect(parts).not.toContain(`NativeModule ${part}`);
		}
	});

	/** Nothing is loaded of Ink until the file is there. */
	const inkWaitsFor = (name: string, file: string) =>
		beforeInk(
			name,
			`const until = Date.now() + ${longestWaitMs};
			while (!require('fs').existsSync(${JSON.stringify(file)})) {
				if (Date.now() > until) {
					throw new Error('nobody wrote what Ink waits for');
				}
				Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
			}`,
		);

	test('shows the rows before Ink is loaded, and what is typed until then stays unseen and is not lost', async () => {
		const seen = join(folder, 'seen');
		const page = { RequestId: 'r', TotalCount: 1, Jobs: [{ JobId: 'dlc1k3b7x2m4f9qz', Status: 'Running' }] };
		const url = await startSameAnswer(page, () => {});
		const terminal = runInTerminal({
			args: ['--endpoint', url, '--region', 'cn-hangzhou'],
			env: { ...nobody, ...inkWaitsFor('rows', seen) },
		});
		await terminal.waitFor(/▸ ● Running/u, 'the row');
		const before = terminal.screen();
		terminal.type('/name:QQQ');
		writeFileSync(seen, '');
		await terminal.waitFor(lines => lines.at(-2)?.startsWith('/name:QQQ') ?? false, 'what was typed');
		// An echo would stand before the prompt.
		expect(terminal.output().split('▏')[0]?.split('QQQ')).toHaveLength(2);
		expect(terminal.screen()[0]).toBe(before[0]);
	});

	test('says that it asks before Ink is loaded, and hears keys while the service takes its time', async () => {
		const seen = join(folder, 'asking-seen');
		const { url } = await startSilence();
		const terminal = runInTerminal({
			args: ['--endpoint', url, '--region', 'cn-hangzhou'],
			env: { ...nobody, ...inkWaitsFor('silence', seen) },
		});
		await terminal.waitFor(/asking/, 'that it asks');
		writeFileSync(seen, '');
		terminal.type('?');
		await terminal.waitFor(/Keys/, 'the help');
	});

	test('ends with a word where a part of it cannot be loaded', async () => {
		const breaker = beforeInk('breaker', "throw new Error('this part is gone');");
		const terminal = runInTerminal({ args: ['--demo'], env: breaker });
		expect(await terminal.exited).toEqual({ exitCode: 70, signal: 0 });
		expect(terminal.screen().join('\n')).toContain('this part is gone');
		expect(terminal.isAlternate()).toBe(false);
	});

	test("has given Yoga's code one megabyte to begin with, which grows", () => {
		const folderOfBundle = dirname(bundle);
		const view = readdirSync(folderOfBundle).find(name => name.startsWith('view-')) ?? '';
		const [, base64 = ''] =
			/data:application\/octet-stream;base64,([\w+/=]+)/.exec(readFileSync(join(folderOfBundle, view), 'utf8')) ?? [];
		const bytes = Buffer.from(base64, 'base64');
		// The memory section (WebAssembly core specification 5.5.8): one memory, with an upper limit, of 16 pages at first and 32,768 at most.
		const section = Buffer.from([5, 7, 1, 1, 0x90, 0x00, 0x80, 0x80, 0x02]);
		expect(bytes.includes(section)).toBe(true);
	});
});
