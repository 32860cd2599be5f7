// How parts of Node are asked for. The bundler copies all names of a part whose default export is imported, for which Node 24 loads more parts,
// and loads each part at the start of a file; a start should do neither for what it hardly uses.

import { dueOf } from './due.mjs';

/** Parts that are functions alone, and that a start never calls: each is loaded when one of these is. */
const onDemand = {
	'node:fs/promises': ['link', 'mkdir', 'rename', 'rm', 'stat', 'writeFile'],
	'node:child_process': ['execFileSync', 'spawn', 'spawnSync'],
	'node:v8': ['setFlagsFromString'],
	'node:zlib': ['gunzip', 'gzip'],
};

/** What a start of Node's calls in any case: checksums of the code that was kept. */
const callsAtOnce = /code-store\.ts$/;

const prefix = '\0on-demand:';

const lateCall = (part, name) =>
	`export const ${name} = (...values) => process.getBuiltinModule('${part}').${name}(...values);`;

const part = `(["'](?:node:)?(?:fs|module|os|path|tty|url|util)["']);?$`;
const itself = '/*#__PURE__*/ process.getBuiltinModule';

/** `process` is a global, and a default export of Node's is the module itself. */
const exchanges = [
	[/^import process from ["'](?:node:)?process["'];?$/gm, ''],
	[/^import (process\$\d) from ["'](?:node:)?process["'];?$/gm, 'const $1 = process;'],
	[new RegExp(String.raw`^import ([\w$]+) from ${part}`, 'gm'), `const $1 = ${itself}($2);`],
	[
		new RegExp(String.raw`^import ([\w$]+), (\{[^}]*\}) from ${part}`, 'gm'),
		`import $2 from $3; const $1 = ${itself}($3);`,
	],
];

/** Throws where one of the exchanges finds nothing any more. */
export const builtins = () => {
	const { made, buildEnd } = dueOf(exchanges, ([pattern]) => pattern);
	return {
		name: 'builtins',
		resolveId: (source, importer = '') => (source in onDemand && !callsAtOnce.test(importer) ? prefix + source : null),
		load: id => {
			const part = id.startsWith(prefix) ? id.slice(prefix.length) : undefined;
			return part === undefined ? null : onDemand[part].map(name => lateCall(part, name)).join('\n');
		},
		transform: code => {
			let next = code;
			for (const exchange of exchanges) {
				const [pattern, by] = exchange;
				const before = next;
				next = before.replace(pattern, by);
				if (next !== before) {
					made(exchange);
				}
			}
			return { code: next };
		},
		buildEnd,
	};
};
