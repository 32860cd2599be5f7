import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { isJsonArray, isJsonObject, type Json } from '../../source/model/json.ts';
import { plainEnvironment } from '../support/monitor.ts';
import { product } from '../support/product.ts';
import { openTerminal } from '../support/terminal.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'dlctop-package-'));
const mostBytesUnpacked = 1.5 * 2 ** 20;

const npm = (...args: readonly string[]): string =>
	execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

type Packed = { readonly file: string; readonly paths: readonly string[]; readonly bytes: number };

const readPacked = (answer: Json): Packed => {
	const [entry] = isJsonArray(answer) ? answer : [];
	if (!isJsonObject(entry) || !isJsonArray(entry.files)) {
		throw new Error('npm pack told nothing');
	}
	return {
		file: join(folder, String(entry.filename)),
		paths: entry.files.flatMap(file => (isJsonObject(file) ? [String(file.path)] : [])).toSorted(),
		bytes: Number(entry.unpackedSize),
	};
};

describe('the npm package', () => {
	let packed: Packed = { file: '', paths: [], bytes: 0 };

	beforeAll(() => {
		packed = readPacked(JSON.parse(npm('pack', '--ignore-scripts', '--json', '--pack-destination', folder)));
	}, 60_000);
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('holds the bundle, its licences and the documents, and nothing of what it was made from', () => {
		const others = packed.paths.filter(path => !/^dist\/[\w-]+\.js$/.test(path));
		expect(others).toEqual([
			'LICENSE',
			'README.md',
			'dist/THIRD-PARTY-LICENSES.txt',
			'dist/dlctop.1',
			'dist/package.json',
			'package.json',
		]);
		expect(packed.paths).toContain('dist/cli.js');
	});

	test('brings the manual page that the program prints, for man to find', () => {
		const printed = execFileSync(product.command, [...product.args, 'man'], { encoding: 'utf8' });
		expect(packed.paths).toContain(manifest.man);
		expect(readFileSync(join(root, manifest.man), 'utf8')).toBe(printed);
	});

	test('is at most 1.5 MB when unpacked', () => {
		expect(packed.bytes).toBeGreaterThan(0);
		expect(packed.bytes).toBeLessThanOrEqual(mostBytesUnpacked);
	});

	test('needs no other package, and says on which Node it runs', () => {
		expect(manifest).toMatchObject({ bin: { dlctop: 'dist/cli.js' }, engines: { node: '>=20.19' }, type: 'module' });
		expect(manifest).not.toHaveProperty('dependencies');
		expect(manifest).not.toHaveProperty('optionalDependencies');
		expect(manifest).not.toHaveProperty('peerDependencies');
	});

	test('npx runs the demo from the packed file in an empty folder, without a network', async () => {
		const empty = join(folder, 'empty');
		mkdirSync(empty);
		const terminal = openTerminal({
			command: 'npx',
			args: ['--yes', '--offline', '--package', packed.file, 'dlctop', '--demo'],
			columns: 120,
			rows: 30,
			cwd: empty,
			env: { ...plainEnvironment, PATH: process.env.PATH ?? '', npm_config_cache: join(folder, 'cache') },
		});
		onTestFinished(terminal.close);
		await terminal.waitFor(/DEMO[\s\S]*● live/, 'the demo', 30_000);
		terminal.press('q');
		expect(await terminal.exited).toEqual({ exitCode: 0, signal: 0 });
	});
});
