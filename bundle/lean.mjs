// What is left out of the packages inside the bundle, or exchanged: what dlctop never runs, and would read at each start.
import { join } from 'node:path';
import { dueOf } from './due.mjs';
import { beginningWith } from './wasm-memory.mjs';

const root = join(import.meta.dirname, '..');

/** A module of one file, by what imports it and how it names it there. */
const exchange = (importer, source, by) => ({ importer, source, by });

const ours = file => ({ file: join(root, 'source/ui/frame', file) });
const nothing = { code: 'export default {};' };
const assert = { file: join(root, 'bundle/assert.cjs') };

const exchanged = [
	// Ink's last pass, and how it measures a text: see the files.
	exchange(/\/ink\/build\/ink\.js$/, './renderer.js', ours('render-frame.ts')),
	exchange(/\/ink\/build\/dom\.js$/, './measure-text.js', ours('measure-line.ts')),
	exchange(/\/ink\/build\/dom\.js$/, './wrap-text.js', ours('wrap-line.ts')),
	exchange(/\/ink\/build\/dom\.js$/, './squash-text-nodes.js', ours('text-of.ts')),
	// Text is styled by us, so Ink has none to style.
	exchange(/\/ink\/build\/components\/Text\.js$/, 'chalk', nothing),
	exchange(/\/ink\/build\/components\/Text\.js$/, '../colorize.js', { code: 'export default text => text;' }),
	// The screen reader's frame alone is wrapped, and what a view throws is a crash that dlctop reports itself.
	exchange(/\/ink\/build\/ink\.js$/, 'wrap-ansi', { code: 'export default text => text;' }),
	exchange(/\/ink\/build\/components\/ErrorBoundary\.js$/, './ErrorOverview.js', {
		code: 'export default () => null;',
	}),
	// Of undici only requests over HTTP/1.1 are used, with bodies that are strings, and proxies that speak HTTP.
	exchange(/\/undici\/lib\/dispatcher\/client\.js$/, './client-h2.js', nothing),
	exchange(/\/undici\/lib\/dispatcher\/client-h1\.js$/, '../web/fetch/body.js', nothing),
	exchange(/\/undici\/lib\/dispatcher\/proxy-agent\.js$/, './socks5-proxy-agent', nothing),
	exchange(/\/undici\//, 'node:assert', assert),
	exchange(/\/signal-exit\//, 'assert', assert),
	// Of Node's HTTP it takes the limit on headers, Node's usual one, and the class of a body that is never sent.
	exchange(/\/undici\/lib\/dispatcher\/client\.js$/, 'node:http', {
		code: 'module.exports = { maxHeaderSize: 16384 };',
	}),
	exchange(/\/undici\/lib\/core\/util\.js$/, 'node:http', { code: 'module.exports = {};' }),
	// A tree of a hundred names of headers, made at each start to find their small letters; where it has none they are made of the name.
	exchange(/\/undici\/lib\/core\/util\.js$/, './tree', { code: 'exports.tree = { lookup: () => undefined };' }),
	// A request's target is whole when it is given.
	exchange(/\/undici\/lib\/core\/util\.js$/, 'node:querystring', { code: 'module.exports = {};' }),
];

/** The code with one thing exchanged. */
const replaced = (code, pattern, by) => {
	const next = code.replace(pattern, by);
	if (next === code) {
		throw new Error(`nothing to exchange for ${pattern}`);
	}
	return next;
};

/** meow would look for the package of its caller; it is told. Half of its dependencies serve that search. */
const withoutSearch = code =>
	replaced(
		code,
		/^import \{([^}]*?)\ba as readPackageUpSync, ?([^}]*)\bn as normalizePackageData\b([^}]*)\} from '\.\/dependencies\.js';/m,
		"import {$1$2$3} from './dependencies.js'; const readPackageUpSync = undefined, normalizePackageData = undefined;",
	);

/** What its dependencies prepare for that search goes with it, once the bundler knows that preparing changes nothing else. */
const preparedOnDemand = code =>
	replaced(
		code,
		/^((?:var|const) [\w$]+ = )(?=(?:\/\*[^\n]*\*\/\s*)?(?:require[\w$]+|getDefaultExportFromCjs)\()/gm,
		'$1/*#__PURE__*/ ',
	);

/** They make ready to run programs as well, for which Node would load its part for child processes. */
const withoutPrograms = code =>
	replaced(replaced(code, /^import \{ execFile \} from 'node:child_process';$/m, ''), /^promisify\(execFile\);$/m, '');

/** A megabyte. */
const yogaPages = 16;

/** Yoga would wait for its code to be compiled on another thread: a turn of the loop, for 80 kB. */
const compiledAtOnce = code =>
	replaced(
		code,
		/\(function\(\)\{return w\|\|.*?\}\)\(\)\.catch\(ca\);return\{\}/s,
		"const bytes=Buffer.from(H.slice(H.indexOf(',')+1),'base64');a(new WebAssembly.Instance(new WebAssembly.Module(bytes),d));return h.asm",
	);

/** The 16 MB that it begins with count as memory in use, so that the engine would collect all it has before the first rows are shown. */
const beginningSmall = code =>
	replaced(
		code,
		/(data:application\/octet-stream;base64,)([\w+/=]+)/,
		(_, start, module) => start + beginningWith(yogaPages, module),
	);

/**
 * What reads tables of Unicode is made where a text needs it, as in `source/text/once.ts`: the first segmenter of a process takes 11 ms of
 * its start, the list of emoji 20.
 */
const segmenterOnDemand = code =>
	replaced(
		code,
		/^const segmenter = (new Intl\.Segmenter\(.*\));$/m,
		'let madeSegmenter; const segmenter = {segment: text => (madeSegmenter ??= $1).segment(text)};',
	);

/** An expression of string-width's. It tests with it, or looks for it. */
const expressionOnDemand = name => code =>
	replaced(
		code,
		new RegExp(`^const ${name} = (/.*/v);$`, 'm'),
		`let made_${name}; const late_${name} = () => (made_${name} ??= $1); const ${name} = {test: text => late_${name}().test(text), [Symbol.search]: text => text.search(late_${name}())};`,
	);

/** A text in the place of one as large moves nothing: without this Yoga would lay out the screen at each key. Our texts are one string each. */
const laidOutWhenLarger = code =>
	replaced(
		code,
		/node\.nodeValue = text;\s+markNodeAsDirty\(node\);/,
		`const before = measureText(node.nodeValue);
		const after = measureText(text);
		node.nodeValue = text;
		if (before.width !== after.width || before.height !== after.height) {
			markNodeAsDirty(node);
		}`,
	);

/**
 * The parser of answers is needed once there is a connection. Bun takes ten times as long as Node to compile it, so there another thread does,
 * from when its bytes are there; whoever is sooner compiles it at once, as ever.
 */
const parserCompiledAhead = code =>
	replaced(
		replaced(code, 'mod = new WebAssembly.Module(', 'mod = compiledAhead ?? new WebAssembly.Module('),
		/^function lazyllhttp/m,
		`let compiledAhead;
		if (process.versions.bun !== undefined) {
			WebAssembly.compile(require('../llhttp/llhttp_simd-wasm.js')).then(made => { compiledAhead = made; }, () => {});
		}
		$&`,
	);

const rewritten = [
	{
		id: /\/string-width\/index\.js$/,
		by: [segmenterOnDemand, expressionOnDemand('rgiEmojiRegex'), expressionOnDemand('visibleCharacterRegex')],
	},
	{ id: /\/wrap-ansi\/index\.js$/, by: [segmenterOnDemand] },
	{ id: /\/ansi-tokenize\/build\/tokenize\.js$/, by: [segmenterOnDemand] },
	{ id: /\/ink\/build\/line-update\.js$/, by: [segmenterOnDemand] },
	{ id: /\/yoga-layout\/dist\/binaries\/[^/]*\.js$/, by: [compiledAtOnce, beginningSmall] },
	{
		id: /\/yoga-layout\/dist\/src\/index\.js$/,
		by: [
			code => replaced(code, 'wrapAssembly(await loadYoga())', '(yoga => (loadYoga(yoga), wrapAssembly(yoga)))({})'),
		],
	},
	{ id: /\/undici\/lib\/dispatcher\/client-h1\.js$/, by: [parserCompiledAhead] },
	{ id: /\/ink\/build\/dom\.js$/, by: [laidOutWhenLarger] },
	// React's devtools are no part of a production build, and what a module awaits at its top cannot be required.
	{
		id: /\/ink\/build\/reconciler\.js$/,
		by: [code => replaced(code, /^if \(process\.env\['DEV'\] === 'true'\) \{$.*?^\}$/gms, '')],
	},
	{ id: /\/meow\/build\/dependencies\.js$/, by: [preparedOnDemand, withoutPrograms] },
	{ id: /\/meow\/build\/options\.js$/, by: [withoutSearch] },
];

const posix = path => path.replaceAll('\\', '/');

/** Leaves out what is never run. Throws where a package no longer has what is to be exchanged. */
export const lean = () => {
	const { made, buildEnd } = dueOf([...exchanged, ...rewritten], ({ source, id }) => source ?? id);
	return {
		name: 'lean',
		resolveId: (source, importer = '') => {
			const found = exchanged.find(rule => rule.source === source && rule.importer.test(posix(importer)));
			if (found === undefined) {
				return null;
			}
			made(found);
			return found.by.file ?? `\0lean:${exchanged.indexOf(found)}`;
		},
		load: id => (id.startsWith('\0lean:') ? exchanged[Number(id.slice('\0lean:'.length))].by.code : null),
		transform: (code, id) => {
			const found = rewritten.find(rule => rule.id.test(posix(id)));
			if (found === undefined) {
				return null;
			}
			made(found);
			return { code: found.by.reduce((text, rewrite) => rewrite(text), code) };
		},
		buildEnd,
	};
};
