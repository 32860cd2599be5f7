// The whole-program tests against the single executable instead of dist/cli.js: `npm run test:executable`.
import { join } from 'node:path';
import process from 'node:process';
import { orEnd, root, run } from './fetch.mjs';

const executable = join(root, 'dist-executable', process.platform === 'win32' ? 'dlctop.exe' : 'dlctop');
orEnd(() => run(process.execPath, [join(root, 'ship/executable.mjs')]));
orEnd(() =>
	run('npx', ['vitest', 'run', '--project', 'whole', ...process.argv.slice(2)], {
		env: { ...process.env, DLCTOP_COMMAND: JSON.stringify([executable]) },
	}),
);
