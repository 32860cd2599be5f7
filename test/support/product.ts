import { join } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '../..');

/** The bundle, as `npm ci` leaves it. */
export const bundle = join(root, 'dist/cli.js');

const isWord = (value: unknown): value is string => typeof value === 'string';

/**
 * What starts dlctop: a program, and what goes before the arguments. `DLCTOP_COMMAND`, a JSON list of words, names another
 * one to test: the single executable, or an installed package under another Node.
 */
const words = (): readonly string[] => {
	const given: unknown = JSON.parse(process.env.DLCTOP_COMMAND ?? 'null');
	return Array.isArray(given) && given.every(isWord) ? given : [process.execPath, bundle];
};

const [command = process.execPath, ...args] = words();
export const product: { readonly command: string; readonly args: readonly string[] } = { command, args };

/** The same for a shell. */
export const productWords = words()
	.map(word => `'${word}'`)
	.join(' ');
