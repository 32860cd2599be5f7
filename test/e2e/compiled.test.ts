import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { product } from '../support/product.ts';
import { run } from '../support/runs.ts';

/** Node 20 keeps nothing, and the executable is compiled already. */
const keeps = product.command === process.execPath && Reflect.has(module, 'enableCompileCache');

test('what the compiler made is kept in the folder for caches alone, and a start does not depend on it', async () => {
	const cache = mkdtempSync(join(tmpdir(), 'dlctop-cache-'));
	const file = join(cache, 'file');
	const asked = (XDG_CACHE_HOME: string) => run(['--no-such-flag'], { HOME: cache, XDG_CACHE_HOME });
	const first = await asked(cache);
	expect(readdirSync(cache)).toEqual(keeps ? ['dlctop'] : []);
	writeFileSync(file, '');
	expect([await asked(cache), await asked(file), await asked('relative')]).toEqual([first, first, first]);
	expect(first.code).toBe(2);
	expect(first.stderr).toContain('--no-such-flag');
	expect(readdirSync(cache).toSorted()).toEqual(keeps ? ['.cache', 'dlctop', 'file'] : ['file']);
});
