// Programs that some commands need and a plain `npm ci` must not bring: each comes from npm, at a pinned version, once.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '..');
const cache = join(root, 'node_modules/.cache/dlctop-programs');

/** Runs npm in a folder. What it says goes to stderr, for a figure or a path may be what stdout is for. */
export const npm = (folder, ...args) =>
	execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });

/** The folder of a package that holds a program for this platform, without running any of its scripts. */
export const fetchProgram = (name, version) => {
	const folder = join(cache, `${name.replace('/', '-')}-${version}`);
	const found = join(folder, 'node_modules', name);
	if (!existsSync(join(found, 'package.json'))) {
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
		npm(folder, 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', `${name}@${version}`);
	}
	return { folder: found, version: JSON.parse(readFileSync(join(found, 'package.json'), 'utf8')).version };
};

/** A program that writes to our own terminal. */
export const run = (command, args, options = {}) =>
	execFileSync(command, args, { cwd: root, stdio: 'inherit', ...options });

/** Runs a step and ends with its exit code where it fails, without a stack that says nothing. */
export const orEnd = step => {
	try {
		return step();
	} catch (error) {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		process.exit(typeof error?.status === 'number' && error.status > 0 ? error.status : 1);
	}
};

export { root };
