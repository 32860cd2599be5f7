import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './product.ts';

const root = join(import.meta.dirname, '../..');

/** The whole-program tests run the bundle. One that is missing, or older than what it is made of, would test something else. */
export const setup = (): void => {
	if (!existsSync(bundle)) {
		throw new Error('dist/cli.js is missing: run `npm run build` first');
	}
	const builtAt = statSync(bundle).mtimeMs;
	const newer = readdirSync(join(root, 'source'), { recursive: true, encoding: 'utf8' })
		.map(name => join('source', name))
		.concat(readdirSync(join(root, 'bundle')).map(name => join('bundle', name)))
		.concat('package.json', 'build.config.mjs')
		.find(name => !statSync(join(root, name)).isDirectory() && statSync(join(root, name)).mtimeMs > builtAt);
	if (newer !== undefined) {
		throw new Error(`dist/cli.js is older than ${newer}: run \`npm run build\` first`);
	}
};
