import module from 'node:module';
import { isAbsolute, join } from 'node:path';
import process from 'node:process';
import manifest from '../package.json' with { type: 'json' };
import { exitCodes } from './tables/exit-codes.ts';
import { helpText } from './tables/help-text.ts';

// Answered before anything else is loaded: these must be quick, and must work where nothing else does.
const [oldest = 0, oldestMinor = 0] = manifest.engines.node.replace('>=', '').split('.').map(Number);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const argv = process.argv.slice(2);
const ends = argv.indexOf('--');
const flags = ends === -1 ? argv : argv.slice(0, ends);

/**
 * From Node 22.1 on, what the compiler made of dlctop is kept for the next start. In the user's own folder, not where Node would
 * put it: what others may write to, they could run as this user. Where it cannot be kept Node goes on without. Bun has the call, and
 * nothing to keep: its executable is compiled already.
 */
const keepCompiled = ({ XDG_CACHE_HOME: cache = '', HOME: home = '' }: NodeJS.ProcessEnv): void => {
	const enable: unknown = Reflect.get(module, 'enableCompileCache');
	const parent = isAbsolute(cache) ? cache : isAbsolute(home) ? join(home, '.cache') : undefined;
	if (typeof enable === 'function' && parent !== undefined && process.versions.bun === undefined) {
		Reflect.apply(enable, module, [join(parent, 'dlctop')]);
	}
};

if (major < oldest || (major === oldest && minor < oldestMinor)) {
	process.stderr.write(`dlctop needs Node ${oldest}.${oldestMinor} or later; this is ${process.versions.node}\n`);
	process.exitCode = exitCodes.usage.code;
} else if (flags.includes('--version')) {
	process.stdout.write(`${manifest.version}\n`);
} else if (flags.includes('--help')) {
	process.stdout.write(helpText());
} else {
	keepCompiled(process.env);
	const { main } = await import('./main.ts');
	process.exitCode = await main(argv, manifest.version);
}
