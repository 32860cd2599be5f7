import { Module } from 'node:module';
import { isAbsolute, join } from 'node:path';

/**
 * From Node 22.1 on, what the compiler made of dlctop is kept for the next start. In the user's own folder, not where Node would
 * put it: what others may write to, they could run as this user. Where it cannot be kept Node goes on without. Bun has the call, and
 * nothing to keep: its executable is compiled already.
 */
export const keepCompiled = ({ XDG_CACHE_HOME: cache = '', HOME: home = '' }: NodeJS.ProcessEnv): void => {
	const enable: unknown = Reflect.get(Module, 'enableCompileCache');
	const parent = isAbsolute(cache) ? cache : isAbsolute(home) ? join(home, '.cache') : undefined;
	if (typeof enable === 'function' && parent !== undefined && process.versions.bun === undefined) {
		Reflect.apply(enable, Module, [join(parent, 'dlctop')]);
	}
};
