import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

const source = join(import.meta.dirname, '../../../source');

/** The files that are loaded with a file: those that it imports as values and not by `import()`, and so on. */
const loadedWith = (file: string, seen: Set<string> = new Set()): ReadonlySet<string> => {
	if (!seen.has(file)) {
		seen.add(file);
		for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/^import (?!type )[^;]*?from '(\.[^']+)';$/gms)) {
			loadedWith(join(dirname(file), path), seen);
		}
	}
	return seen;
};

it('a start with keys in the environment loads no other source than that', () => {
	const files = [...loadedWith(join(source, 'compose/run.ts'))].map(file =>
		relative(join(source, 'adapters/credentials'), file),
	);
	const own = files.filter(file => !file.startsWith('..'));
	expect(own.toSorted()).toEqual([
		'ask.ts',
		'cli-config.ts',
		'environment-keys.ts',
		'file-watch.ts',
		'find.ts',
		'held.ts',
		'key-source.ts',
		'source.ts',
		'temporary-keys.ts',
	]);
});
