import type { Engine } from './adapters/engine.ts';
import { answers } from './answers.ts';

// Answered before anything else is loaded: these must be quick, and must work where nothing else does. The global `process`
// rather than an import, which in the bundle would load a file to be the same object.
const [oldest = 0, oldestMinor = 0] = answers.oldestNode.replace('>=', '').split('.').map(Number);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const argv = process.argv.slice(2);
const ends = argv.indexOf('--');
const flags = ends === -1 ? argv : argv.slice(0, ends);

/** A reader that has seen enough is no fault; a full disk is one. */
const answer = (text: string): void => {
	process.stdout.once('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') {
			process.exitCode = answers.faultCode;
			process.stderr.write(`dlctop: stdout: ${error.message}\n`);
		}
	});
	process.stdout.write(text);
};

if (major < oldest || (major === oldest && minor < oldestMinor)) {
	process.stderr.write(`dlctop needs Node ${oldest}.${oldestMinor} or later; this is ${process.versions.node}\n`);
	process.exitCode = answers.usageCode;
} else if (flags.includes('--version')) {
	answer(`${answers.version}\n`);
} else if (flags.includes('--help')) {
	answer(answers.help);
} else {
	// No `await` here: what waits at its top cannot be required, and loading a module costs more than requiring it.
	// Bun's executable is compiled already, and its engine knows none of what is set for Node's.
	const prepared: Promise<Engine> =
		process.versions.bun === undefined
			? import('./adapters/engine.ts').then(({ prepareEngine }) => prepareEngine(process.env))
			: Promise.resolve({ loaded: () => {}, drawing: () => {}, unoptimized: () => () => {} });
	void prepared.then(async engine => {
		const { main } = await import('./main.ts');
		process.exitCode = await main(argv, answers.version, engine);
	});
}
