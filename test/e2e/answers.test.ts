import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { helpText } from '../../source/tables/help-text.ts';
import { bundle, product, productWords } from '../support/product.ts';
import { collect, run, start } from '../support/runs.ts';

test('--help and --version say what the tables and the manifest say, before anything else is looked at', async () => {
	const help = { code: 0, stdout: helpText(), stderr: '' };
	expect(await run(['--help'])).toEqual(help);
	expect(await run(['--no-such-flag', '--help'])).toEqual(help);
	expect(await run(['--version'])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
	expect((await run(['--', '--help'])).code).toBe(2);
});

// The executable is one file anyway.
test.runIf(product.command === process.execPath)('they need no file of the bundle but the entry', () => {
	const alone = mkdtempSync(join(tmpdir(), 'dlctop-alone-'));
	const entry = join(alone, 'cli.cjs');
	copyFileSync(bundle, entry);
	expect(execFileSync(process.execPath, [entry, '--help'], { encoding: 'utf8' })).toBe(helpText());
});

test('a reader that wants none of it is no fault', async () => {
	const child = start(['--help']);
	child.stdout?.destroy();
	expect(await collect(child)).toEqual({ code: 0, stdout: '', stderr: '' });
});

test.runIf(existsSync('/dev/full'))('a full disk is told in a sentence', () => {
	const { status, stderr } = spawnSync('/bin/sh', ['-c', `${productWords} --help > /dev/full`], { encoding: 'utf8' });
	expect({ status, stderr }).toEqual({ status: 70, stderr: expect.stringMatching(/^dlctop: [^\n]*ENOSPC[^\n]*\n$/) });
});
