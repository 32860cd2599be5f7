// Prints how fast, small and quiet dist/cli.js is. Bundles the bench first, since Node 20 does not run TypeScript.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..');
const target = join(root, 'node_modules/.cache/dlctop-bench');
mkdirSync(target, { recursive: true });

const build = async (input, options) => {
	const bundle = await rolldown({ input: join(root, input), platform: 'node', logLevel: 'warn', ...options });
	const { output } = await bundle.write({ dir: target, format: 'esm', entryFileNames: '[name].mjs' });
	await bundle.close();
	return join(target, output[0].fileName);
};

const withoutDevtools = {
	name: 'without-devtools',
	resolveId: source => (source === 'react-devtools-core' ? '\0no-devtools' : null),
	load: id => (id === '\0no-devtools' ? 'export default {};' : null),
};

const bareInk = await build('bench/bare-ink.tsx', {
	plugins: [withoutDevtools],
	transform: { define: { 'process.env.NODE_ENV': '"production"' } },
});
const bench = await build('bench/bench.ts', { external: /^[@a-z]/ });
const { runBench } = await import(pathToFileURL(bench).href);
await runBench({
	product: process.env.DLCTOP_DIST === undefined ? join(root, 'dist/cli.js') : join(process.env.DLCTOP_DIST, 'cli.js'),
	bareInk,
	twinSource: join(root, 'bench/twin.c'),
	peers: join(root, 'bench/peers'),
	parts: process.argv.slice(2),
});
