import {
	closeSync,
	fstatSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { Module } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { makeFolderSync } from './make-folder.ts';

/** The bundler puts a hash of what a file holds into its name; code is kept under names that tell the file apart, for ever. */
const hashedName = /-[\w-]{8}\.js$/;

const checkBytes = 4;

/** From here on an exit code tells of a signal. */
const firstSignalCode = 128;

/** The name of what is kept of a file. npm gives all files one time, an own build does not. */
const keptName = (file: string): string => {
	const { size, mtimeMs } = statSync(file);
	return `${basename(file)}-${size}-${Math.trunc(mtimeMs)}`;
};

/** Reads what is kept. Undefined where nothing is, where others could have written it, and where it is not what was written. */
const readKept = (path: string): Buffer | undefined => {
	let descriptor: number | undefined;
	try {
		descriptor = openSync(path, 'r');
		const { uid, mode } = fstatSync(descriptor);
		if (process.getuid !== undefined && (uid !== process.getuid() || (mode & 0o022) !== 0)) {
			return undefined;
		}
		const bytes = readFileSync(descriptor);
		const code = bytes.subarray(checkBytes);
		// The engine itself takes broken code for good, and fails where it is run.
		return bytes.length > checkBytes && crc32(code) === bytes.readUInt32LE(0) ? code : undefined;
	} catch {
		return undefined;
	} finally {
		if (descriptor !== undefined) {
			closeSync(descriptor);
		}
	}
};

/** Whole or not at all, whoever else writes it at the same time. */
const writeKept = (path: string, code: Buffer): void => {
	const check = Buffer.alloc(checkBytes);
	check.writeUInt32LE(crc32(code));
	const unfinished = `${path}.${process.pid}`;
	try {
		writeFileSync(unfinished, Buffer.concat([check, code]), { mode: 0o600, flag: 'wx' });
		renameSync(unfinished, path);
	} catch (error) {
		rmSync(unfinished, { force: true });
		throw error;
	}
};

/** Long enough that nobody has used it since. */
const forgottenMs = 90 * 86_400_000;

/**
 * Removes what was kept of files that are no longer in the bundle: another version's, or what a writer that was ended left; and what was
 * kept for a Node that nobody has used for long.
 */
const forgetOthers = (folder: string, bundle: string): void => {
	const present = new Set(readdirSync(bundle));
	for (const name of readdirSync(folder)) {
		const file = /^(.*\.js)-\d+-\d+~?$/.exec(name)?.[1];
		if (file === undefined || !present.has(file)) {
			rmSync(join(folder, name), { force: true });
		}
	}
	for (const name of readdirSync(dirname(folder))) {
		const other = join(dirname(folder), name);
		if (/^node-\d/.test(name) && other !== folder && Date.now() - statSync(other).mtimeMs > forgottenMs) {
			rmSync(other, { recursive: true, force: true });
		}
	}
};

type Compile = (this: NodeModule, source: string, file: string, ...rest: readonly unknown[]) => unknown;

const isCompile = (value: unknown): value is Compile => typeof value === 'function';

/** The name of what a run kept that did not load all: less was compiled than a run needs that does. */
const partName = (name: string): string => `${name}~`;

/** A script that a run compiled, and whether anything was kept of it before. */
type Compiled = { readonly name: string; readonly script: Script; readonly isNew: boolean };

export type CodeStore = {
	/** This run has loaded all that a run begins with: what it compiled takes the place of what shorter runs kept. */
	readonly loaded: () => void;
	/** Keeps what was missing. Nothing that is compiled later is kept. */
	readonly keep: () => void;
};

/**
 * From here on the files in the folder of the bundle are compiled from what is kept in `folder`, until all is kept there. This stands in
 * the place of the step with which Node compiles a file that was required. Newer Nodes can keep compiled code themselves, but a start from
 * what they kept takes a third longer. Undefined where there is no such step.
 */
export const compiledByUs = (folder: string, bundle: string): CodeStore | undefined => {
	const nodes: unknown = Reflect.get(Module.prototype, '_compile');
	if (!isCompile(nodes)) {
		return undefined;
	}
	const compiled: Compiled[] = [];
	let isWhole = false;
	const write = (): void => {
		const due = compiled.splice(0).filter(({ isNew }) => isWhole || isNew);
		if (due.length === 0) {
			return;
		}
		makeFolderSync(folder);
		for (const { name, script } of due) {
			writeKept(join(folder, isWhole ? name : partName(name)), script.createCachedData());
			if (isWhole) {
				rmSync(join(folder, partName(name)), { force: true });
			}
		}
		forgetOthers(folder, bundle);
	};
	const keep = (): void => {
		Reflect.set(Module.prototype, '_compile', nodes);
		try {
			write();
		} catch {
			// A full disk, or a folder that is not ours: the next start compiles again.
		}
	};
	const compile: Compile = function (source, file, ...rest) {
		if (dirname(file) !== bundle || !hashedName.test(file)) {
			return nodes.call(this, source, file, ...rest);
		}
		const name = keptName(file);
		const whole = readKept(join(folder, name));
		const cachedData = whole ?? readKept(join(folder, partName(name)));
		const script = new Script(Module.wrap(source), {
			filename: file,
			...(cachedData === undefined ? {} : { cachedData }),
		});
		const isNew = cachedData === undefined || script.cachedDataRejected === true;
		if (isNew || whole === undefined) {
			compiled.push({ name, script, isNew });
		}
		const run: unknown = script.runInThisContext();
		return typeof run === 'function'
			? Reflect.apply(run, this.exports, [this.exports, (id: string) => this.require(id), this, file, bundle])
			: undefined;
	};
	Reflect.set(Module.prototype, '_compile', compile);
	process.once('exit', code => {
		// Who is told to go, or lost the terminal, goes at once.
		if (code < firstSignalCode) {
			keep();
		}
	});
	return {
		loaded: () => {
			isWhole = true;
		},
		keep,
	};
};
