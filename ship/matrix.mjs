// `npm run test:matrix`: packs dlctop, installs the file into an empty folder, and runs the whole-program tests against that
// installation on every Node that it supports. The Nodes come from npm, out of the packages that `node` itself installs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fetchProgram, npm, orEnd, root, run } from './fetch.mjs';

/** The oldest one that is promised, and each line that is kept up. */
const versions = ['20.19', '22', '24', '26'];
const [only = ''] = process.argv.slice(2);

const folder = mkdtempSync(join(tmpdir(), 'dlctop-matrix-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

orEnd(() => run('npm', ['run', '--silent', 'build']));
const [{ filename }] = JSON.parse(
	orEnd(() => npm(root, 'pack', '--ignore-scripts', '--json', '--pack-destination', folder)),
);
orEnd(() => npm(folder, 'install', '--no-audit', '--no-fund', '--offline', join(folder, filename)));

const system = process.platform === 'win32' ? 'win' : process.platform;
const results = versions
	.filter(version => only === '' || version === only)
	.map(version => {
		const node = orEnd(() => fetchProgram(`node-${system}-${process.arch}`, version));
		const program = join(node.folder, 'bin/node');
		process.stdout.write(`\nNode ${node.version}\n`);
		try {
			run('npx', ['vitest', 'run', '--project', 'whole', '--reporter', 'dot'], {
				env: {
					...process.env,
					DLCTOP_COMMAND: JSON.stringify([program, join(folder, 'node_modules/dlctop/dist/cli.js')]),
				},
			});
			return { version: node.version, passed: true };
		} catch {
			return { version: node.version, passed: false };
		}
	});

process.stdout.write('\n');
for (const { version, passed } of results) {
	process.stdout.write(`Node ${version.padEnd(8)} ${passed ? 'passed' : 'FAILED'}\n`);
}
process.exitCode = results.length > 0 && results.every(({ passed }) => passed) ? 0 : 1;
