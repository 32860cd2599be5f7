// Bundles dlctop into dist: no runtime dependencies, production React, the licences of everything inside beside it.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { answersAlone } from './bundle/answers.mjs';
import { builtins } from './bundle/builtins.mjs';
import { chunkOf } from './bundle/chunks.mjs';
import { lean } from './bundle/lean.mjs';

const root = import.meta.dirname;
/** Where the bundle goes; another folder keeps a trial apart from the real one. */
const target = process.env.DLCTOP_DIST ?? join(root, 'dist');

rmSync(target, { recursive: true, force: true });
const bundle = await rolldown({
	input: { cli: join(root, 'source/cli.ts') },
	platform: 'node',
	preserveEntrySignatures: 'allow-extension',
	plugins: [answersAlone(), lean(), builtins()],
	transform: {
		define: {
			'process.env.NODE_ENV': '"production"',
			'import.meta': '({url:"file:///dlctop"})',
			// A part of Node of its own, for who asks which browser this is.
			'globalThis.navigator': 'undefined',
		},
		inject: { performance: [join(root, 'bundle/performance.mjs'), 'performance'] },
	},
	logLevel: 'warn',
	// A package that is not installed would be left out of the bundle with no more than a warning.
	onLog: (level, log, report) => report(log.code === 'UNRESOLVED_IMPORT' ? 'error' : level, log),
});
const { output } = await bundle.write({
	dir: target,
	// Required, a file is there sooner than imported: Node's loader of ES modules is JavaScript of its own that a start would run first.
	format: 'cjs',
	minify: true,
	// A file of ASCII alone is read in half the memory.
	charset: 'ascii',
	codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunkOf, debugName: 'stages of a start' }] },
	entryFileNames: '[name].js',
	chunkFileNames: '[name]-[hash].js',
	banner: chunk => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
});
await bundle.close();
chmodSync(join(target, 'cli.js'), 0o755);
writeFileSync(join(target, 'package.json'), '{"type":"commonjs"}\n');

/** The package folders whose code is in the bundle. */
const packages = new Set(
	output
		.flatMap(chunk => (chunk.type === 'chunk' ? chunk.moduleIds : []))
		.flatMap(id => id.match(/^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []),
);

const licenceOf = folder => {
	const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const file = readdirSync(folder).find(entry => /^(licen[cs]e|copying)/i.test(entry));
	const text = file === undefined ? `License: ${license}` : readFileSync(join(folder, file), 'utf8').trim();
	return `${name} ${version}\n${'-'.repeat(name.length + version.length + 1)}\n${text}\n`;
};

const folders = [...packages].filter(folder => existsSync(join(folder, 'package.json'))).toSorted();
writeFileSync(join(target, 'THIRD-PARTY-LICENSES.txt'), folders.map(licenceOf).join('\n\n'));

// Where npm finds it for `man dlctop`. Without a home, so that a build keeps no compiled code of its own.
writeFileSync(join(target, 'dlctop.1'), execFileSync(process.execPath, [join(target, 'cli.js'), 'man'], { env: {} }));

const bytes = output.reduce(
	(sum, chunk) => sum + Buffer.byteLength(chunk.type === 'chunk' ? chunk.code : chunk.source),
	0,
);
process.stdout.write(
	`${dirname(join(target, 'cli.js'))}: ${output.length} files, ${Math.round(bytes / 1024)} kB, ${folders.length} packages inside\n`,
);
