import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runInTerminal, startService } from '../support/monitor.ts';
import { product } from '../support/product.ts';
import { isLive } from '../support/screens.ts';

/** Node's own parts are asked for, which the executable does not have. */
const [bundle = ''] = product.args;
/** Where the request has not left by then, it never will before Ink is loaded. */
const longestWaitMs = 5000;
const folder = mkdtempSync(join(tmpdir(), 'dlctop-small-start-'));

describe.runIf(product.args.length > 0)('a start that got as far as its rows', () => {
	test('has loaded no part of Node that only some keys need', async () => {
		const told = join(folder, 'parts.json');
		const teller = join(folder, 'teller.cjs');
		writeFileSync(
			teller,
			`process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(told)}, JSON.stringify(process.moduleLoadList)));`,
		);
		const { url, env } = await startService();
		const terminal = runInTerminal({
			args: ['--endpoint', url, '--region', 'cn-hangzhou'],
			env: { ...env, NODE_OPTIONS: `--require ${teller}` },
		});
		await terminal.waitFor(isLive, 'the rows');
		terminal.type('q');
		await terminal.exited;
		const parts: unknown = JSON.parse(readFileSync(told, 'utf8'));
		expect(parts).toContain('NativeModule net');
		for (const part of ['assert', 'child_process', 'http', 'internal/fs/promises', 'internal/fs/streams']) {
			expect(parts).not.toContain(`NativeModule ${part}`);
		}
	});

	test('has sent its request before Ink is loaded, and its first frame has the rows that came meanwhile', async () => {
		const answered = join(folder, 'answered');
		const page = { RequestId: 'r', TotalCount: 1, Jobs: [{ JobId: 'dlc1k3b7x2m4f9qz', Status: 'Running' }] };
		const server = createServer((_, response) => {
			response.end(JSON.stringify(page), () => writeFileSync(answered, ''));
		});
		onTestFinished(() => {
			server.close();
		});
		await new Promise<void>(resolve => {
			server.listen(0, '127.0.0.1', resolve);
		});
		const address = server.address();
		const port = typeof address === 'object' && address !== null ? address.port : 0;
		// What loads Ink waits until the service has answered, which it cannot before it is asked.
		const waiter = join(folder, 'waiter.cjs');
		writeFileSync(
			waiter,
			`const { existsSync } = require('fs');
			const { Module } = require('module');
			const load = Module._load;
			const cell = new Int32Array(new SharedArrayBuffer(4));
			Module._load = function (name, ...rest) {
				const isView = /\\/view-[\\w-]+\\.js$/.test(name);
				for (const until = Date.now() + ${longestWaitMs}; isView && !existsSync(${JSON.stringify(answered)}); ) {
					if (Date.now() > until) {
						throw new Error('Ink was to be loaded before the request had left');
					}
					Atomics.wait(cell, 0, 0, 5);
				}
				return load.call(this, name, ...rest);
			};`,
		);
		const terminal = runInTerminal({
			args: ['--endpoint', `http://127.0.0.1:${port}`, '--region', 'cn-hangzhou'],
			env: {
				ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAIx',
				ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'x',
				NODE_OPTIONS: `--require ${waiter}`,
			},
		});
		await terminal.waitFor(
			lines => lines.some(line => line.includes('dlc1k3b7x2m4f9qz')),
			'the row',
			2 * longestWaitMs,
		);
		expect(terminal.output()).not.toContain('asking');
	});

	test('ends with a word where a part of it cannot be loaded', async () => {
		const breaker = join(folder, 'breaker.cjs');
		writeFileSync(
			breaker,
			`const { Module } = require('module');
			const load = Module._load;
			Module._load = function (name, ...rest) {
				if (/\\/view-[\\w-]+\\.js$/.test(name)) {
					throw new Error('this part is gone');
				}
				return load.call(this, name, ...rest);
			};`,
		);
		const terminal = runInTerminal({ args: ['--demo'], env: { NODE_OPTIONS: `--require ${breaker}` } });
		expect(await terminal.exited).toEqual({ exitCode: 70, signal: 0 });
		expect(terminal.output()).toContain('this part is gone');
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
