import { isAbsolute, join } from 'node:path';
import { type CodeStore, compiledByUs } from './code-store.ts';
import { leaveUnoptimized, letYoungGrow, staySmall } from './engine-flags.ts';

/**
 * What the compiler made of dlctop is kept for the next start, in the user's own folder: what others may write to, they could run as this
 * user. Where it cannot be kept, or must not be, all goes on without.
 */
const openStore = (env: NodeJS.ProcessEnv): CodeStore | undefined => {
	const { XDG_CACHE_HOME: cache = '', HOME: home = '', NODE_DISABLE_COMPILE_CACHE: forbidden = '' } = env;
	const parent = isAbsolute(cache) ? cache : isAbsolute(home) ? join(home, '.cache') : undefined;
	if (parent === undefined || forbidden !== '') {
		return undefined;
	}
	// Only the bundle has anything to keep, which is CommonJS: the folder of this file is its own.
	return compiledByUs(join(parent, 'dlctop', `node-${process.versions.node}-${process.arch}`), __dirname);
};

/** By when a start has run what starts run. Later the engine forgets the code of functions that ran once. */
const settledMs = 1500;

/**
 * Bytes that live in a large heap: some tens of thousands of jobs. To collect what is new, all pages of the heap are looked through for what
 * points there, three times as long as in a small one; a page of jobs is as much as a small young part holds, and gets old in it at once.
 */
const largeHeap = 128 * 2 ** 20;
const lookAfterMs = 30_000;

/** In a large heap the part for what is new may grow: what it takes is little there, and it is collected less often. */
const growWithTheHeap = (): void => letYoungGrow(process.memoryUsage().heapUsed > largeHeap);

/** What the engine is told of a start. */
export type Engine = {
	/**
	 * All is there that a run begins with. Soon after it, what was compiled is kept, and the heap grows in small steps from then on, for
	 * the hours that follow. A run that ends before keeps what it compiled at its end.
	 */
	readonly loaded: () => void;
	/** The same, and a screen is drawn next: no more is loaded for that, and nothing is optimized until the start has settled. */
	readonly drawing: () => void;
	/** Nothing is optimized until the returned function is called: for a part of a start that loads nothing. */
	readonly unoptimized: () => () => void;
};

const unoptimized = (): (() => void) => {
	const optimizeAgain = leaveUnoptimized();
	// Before the store keeps anything then.
	process.prependOnceListener('exit', optimizeAgain);
	return () => {
		process.off('exit', optimizeAgain);
		optimizeAgain();
	};
};

/** Prepares the engine for a start that is quick. Its flags change only once the start has loaded all: kept code is refused under others. */
export const prepareEngine = (env: NodeJS.ProcessEnv): Engine => {
	const store = openStore(env);
	const settleSoon = (settle: () => void): void => {
		store?.loaded();
		setTimeout(() => {
			settle();
			store?.keep();
			staySmall();
			setInterval(growWithTheHeap, lookAfterMs).unref();
		}, settledMs).unref();
	};
	return {
		loaded: () => settleSoon(() => {}),
		drawing: () => settleSoon(unoptimized()),
		unoptimized,
	};
};
