import { Module } from 'node:module';
import { isAbsolute, join } from 'node:path';
import { compiledByUs } from './code-store.ts';

/**
 * What the compiler made of dlctop is kept for the next start: by Node itself from 22.1 on, by us where it knows no such thing.
 * In the user's own folder, not where Node would put it: what others may write to, they could run as this user. Where it cannot be
 * kept all goes on without. Bun has nothing to keep: its executable is compiled already.
 */
export const keepCompiled = ({ XDG_CACHE_HOME: cache = '', HOME: home = '' }: NodeJS.ProcessEnv): void => {
	const parent = isAbsolute(cache) ? cache : isAbsolute(home) ? join(home, '.cache') : undefined;
	if (parent === undefined || process.versions.bun !== undefined) {
		return;
	}
	const folder = join(parent, 'dlctop');
	const enable: unknown = Reflect.get(Module, 'enableCompileCache');
	if (typeof enable === 'function') {
		Reflect.apply(enable, Module, [folder]);
	} else {
		compiledByUs(join(folder, `node-${process.versions.node}-${process.arch}`));
	}
};
