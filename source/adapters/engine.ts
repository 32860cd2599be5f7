import { Module } from 'node:module';
import { isAbsolute, join } from 'node:path';
import { compiledByUs } from './code-store.ts';
import { makeFolderSync } from './make-folder.ts';
import { staySmall } from './small-heap.ts';

/**
 * What the compiler made of dlctop is kept for the next start: by Node itself from 22.1 on, by us where it knows no such thing.
 * In the user's own folder, not where Node would put it: what others may write to, they could run as this user. Where it cannot be
 * kept all goes on without. Bun has nothing to keep: its executable is compiled already.
 */
const keepCompiled = ({ XDG_CACHE_HOME: cache = '', HOME: home = '' }: NodeJS.ProcessEnv): (() => void) => {
	const parent = isAbsolute(cache) ? cache : isAbsolute(home) ? join(home, '.cache') : undefined;
	if (parent === undefined || process.versions.bun !== undefined) {
		return () => {};
	}
	const folder = join(parent, 'dlctop');
	const enable: unknown = Reflect.get(Module, 'enableCompileCache');
	if (typeof enable === 'function') {
		try {
			// Node makes the folder too, and where that never ends it would hang.
			makeFolderSync(folder);
		} catch {
			return () => {};
		}
		Reflect.apply(enable, Module, [folder]);
		const flush: unknown = Reflect.get(Module, 'flushCompileCache');
		return () => typeof flush === 'function' && Reflect.apply(flush, Module, []);
	}
	return compiledByUs(join(folder, `node-${process.versions.node}-${process.arch}`));
};

/** By when a start has run what starts run. Later the engine forgets the code of functions that ran once. */
const settledMs = 1500;

/**
 * Prepares the engine for a start that is quick, and for the hours after it, which are to be small: once it has settled the heap grows
 * in small steps. Not sooner, since code that was kept under other flags is compiled anew.
 */
export const prepareEngine = (env: NodeJS.ProcessEnv): void => {
	const keep = keepCompiled(env);
	setTimeout(() => {
		keep();
		staySmall();
	}, settledMs).unref();
};
