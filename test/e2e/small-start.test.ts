import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runInTerminal, startService } from '../support/monitor.ts';
import { product } from '../support/product.ts';
import { isLive } from '../support/screens.ts';

/** Node's own parts are asked for, which the executable does not have. */
const [bundle = ''] = product.args;
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
		for (const part of ['assert', 'child_process', 'http', 'internal/fs/promises', 'internal/fs/streams', 'v8']) {
			expect(parts).not.toContain(`NativeModule ${part}`);
		}
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
