// Makes one file of dlctop for this platform, with everything inside: `npm run build:executable`. The bundle goes through Bun,
// which is fetched here alone, so that `npm ci` stays light. The file needs neither Node nor npm where it runs.
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fetchProgram, orEnd, root, run } from './fetch.mjs';

const bunVersion = '1.4.5';

const isMusl = process.platform === 'linux' && process.report.getReport().header.glibcVersionRuntime === undefined;
const cpu = process.arch === 'arm64' ? 'aarch64' : process.arch;
const system = process.platform === 'win32' ? 'windows' : process.platform;
const { folder } = orEnd(() => fetchProgram(`@oven/bun-${system}-${cpu}${isMusl ? '-musl' : ''}`, bunVersion));

const target = join(root, 'dist-executable', process.platform === 'win32' ? 'dlctop.exe' : 'dlctop');
mkdirSync(join(root, 'dist-executable'), { recursive: true });
orEnd(() => run('npm', ['run', '--silent', 'build']));
orEnd(() =>
	run(join(folder, 'bin', process.platform === 'win32' ? 'bun.exe' : 'bun'), [
		'build',
		'--compile',
		'--bytecode',
		'--format=esm',
		'--minify',
		// A program of ours reads no settings of Bun's from whatever folder it is started in: an .env there could hold other keys.
		'--no-compile-autoload-dotenv',
		'--no-compile-autoload-bunfig',
		join(root, 'dist/cli.js'),
		'--outfile',
		target,
	]),
);
process.stdout.write(`${target}: ${Math.round(statSync(target).size / 2 ** 20)} MB\n`);
