import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openMonitor, plainEnvironment, runInTerminal } from '../support/monitor.ts';
import { product, productWords } from '../support/product.ts';
import { isLive } from '../support/screens.ts';
import type { Terminal } from '../support/terminal.ts';

const aFolder = (): string => mkdtempSync(join(tmpdir(), 'dlctop-machine-'));

/** A module that plants a fault in the process: it strikes at SIGUSR2. */
const faulty = (statement: string): string => {
	const file = join(aFolder(), 'fault.mjs');
	writeFileSync(file, `process.on('SIGUSR2', () => { ${statement} });\n`);
	return `--import=${pathToFileURL(file)}`;
};

const expectAsFound = (terminal: Terminal): void => {
	expect(terminal.modes.leftOver()).toEqual([]);
	expect(terminal.isAlternate()).toBe(false);
};

// Only Node loads a module before a program; a single executable cannot be made to fail like this.
describe.runIf(product.args.length > 0)('a fault of dlctop', () => {
	const secret = 'planted-Secret-0815';

	test('gives the terminal back, says so shortly, and leaves a report without secrets', async () => {
		const state = aFolder();
		const throwing = `throw new TypeError('broken: ' + process.env.MY_TOKEN + ' password=hunter22\\nName of a job')`;
		const terminal = runInTerminal({
			args: ['--demo'],
			env: { XDG_STATE_HOME: state, MY_TOKEN: secret, NODE_OPTIONS: faulty(throwing) },
		});
		await terminal.waitFor(isLive, 'the first rows');
		terminal.press('j');
		terminal.signal('SIGUSR2');
		expect(await terminal.exited).toEqual({ exitCode: 70, signal: 0 });
		expectAsFound(terminal);
		const [name = ''] = readdirSync(join(state, 'dlctop')).filter(file => file.startsWith('crash-'));
		const path = join(state, 'dlctop', name);
		const screen = terminal.screen().join('');
		expect(screen).toContain('dlctop: a fault of dlctop: TypeError: broken: •••• password=••••');
		expect(screen.replaceAll(' ', '')).toContain(path);
		expect(statSync(path).mode & 0o777).toBe(0o600);
		const report = readFileSync(path, 'utf8');
		expect(report).toMatch(/^dlctop \d+\.\d+\.\d+, Node \d+\.\d+\.\d+, \w+ \w+\n\d{4}-/);
		expect(report).toMatch(/^ {4}at .*fault\.mjs:1:\d+/m);
		expect(report).toMatch(/Z started\n[\s\S]*Z page-arrived\n/);
		expect(report + terminal.output()).not.toMatch(new RegExp(`${secret}|hunter22|Name of a job`));
	});

	test('in a promise is no different; without a HOME it says that there is no report', async () => {
		const rejecting = `Promise.reject(new RangeError('lost'))`;
		const terminal = runInTerminal({ args: ['--demo'], env: { HOME: '', NODE_OPTIONS: faulty(rejecting) } });
		await terminal.waitFor(isLive, 'the first rows');
		terminal.signal('SIGUSR2');
		expect(await terminal.exited).toEqual({ exitCode: 70, signal: 0 });
		expectAsFound(terminal);
		expect(terminal.screen().join('\n')).toContain('No report was written: there is no HOME to keep it in');
	});
});

describe('without anybody to show something to', () => {
	test.runIf(existsSync('/dev/full'))('a page for a full disk is refused in words', () => {
		const line = `${productWords} --demo --once > /dev/full; echo "code $?" >&2`;
		const said = execFileSync('/bin/sh', ['-c', `(${line}) 2>&1`], { env: plainEnvironment, encoding: 'utf8' });
		expect(said).toContain('dlctop: stdout could not be written: the disk is full\ncode 70\n');
	});
});

describe('the log of a run', () => {
	test('tells of every request from its start to its end, without keys', () => {
		const path = join(aFolder(), 'log');
		execFileSync('/bin/sh', ['-c', `${productWords} --demo --once -o quiet --log-file '${path}'`], {
			env: plainEnvironment,
		});
		const text = readFileSync(path, 'utf8');
		const lines = text
			.trimEnd()
			.split('\n')
			.map(line => JSON.parse(line));
		expect(lines).toMatchObject([
			{ event: 'started' },
			{ event: 'request', operation: 'ListJobs', path: '/api/v1/jobs', status: 200, outcome: 'answered', attempt: 1 },
			{ event: 'ended', code: 0 },
		]);
		expect(text).not.toMatch(/demoAccessKey|Signature|ACS3/i);
	});

	test.runIf(existsSync('/dev/full'))(
		'that cannot be written is told of on the screen, and nothing else changes',
		async () => {
			const terminal = await openMonitor({ args: ['--log-file', '/dev/full'] });
			await terminal.waitFor(
				lines => isLive(lines) && /the log file is not written: the disk is full/.test(lines.join('')),
				'a word',
			);
			terminal.press('j');
			await terminal.waitFor(lines => lines[4]?.startsWith('▸') ?? false, 'a key to work');
			expect(terminal.screen().join('')).not.toContain('the log file');
		},
	);
});

describe('a home that takes nothing', () => {
	// In /proc every new folder is said not to exist, as in homes that are mounted on demand.
	test.each(['/proc', '/dev/null'])('%s costs what is kept between runs, and nothing else', async home => {
		const terminal = runInTerminal({ args: ['--demo', '--interval', '3600'], env: { HOME: home } });
		await terminal.waitFor(isLive, 'the first rows');
		terminal.type('/gpu>1\r');
		await terminal.waitFor(lines => (lines[1] ?? '').includes('gpu>1'), 'a filter, which is kept');
		terminal.type('N');
		await terminal.waitFor(lines => (lines[1] ?? '').includes('name ↑'), 'an order, which is kept');
		terminal.type(':save mine\r');
		await terminal.waitFor(/config\.yaml: .*\(ENO(?:ENT|TDIR)\)/, 'the word of the settings file');
		terminal.type('q');
		expect(await terminal.exited).toEqual({ exitCode: 0, signal: 0 });
	});
});

describe('a terminal that behaves strangely', () => {
	test('a storm of sizes, a paste of a megabyte and random bytes leave it whole, with no key stuck', async () => {
		const terminal = await openMonitor();
		await terminal.waitFor(isLive, 'the first rows');
		for (let turn = 0; turn < 60; turn++) {
			terminal.resize(20 + ((turn * 97) % 481), 5 + ((turn * 31) % 196));
		}
		terminal.resize(500, 200);
		await terminal.waitFor(
			lines => lines.length === 200 && isLive(lines) && /^dlc/.test(lines[198] ?? ''),
			'500 × 200',
		);
		terminal.resize(120, 30);
		await terminal.waitFor(lines => lines.length === 30 && isLive(lines), '120 × 30');
		terminal.press('/');
		await terminal.waitFor(/^\//m, 'the prompt');
		terminal.type(`\u001b[200~${'name of a job \u0007'.repeat(70_000)}\u001b[201~`);
		terminal.press('escape');
		await terminal.waitFor(lines => isLive(lines) && /^dlc/.test(lines.at(-2) ?? ''), 'the list', 25_000);
		// What quits, stops or shows a pager is no random byte here: Q, Ctrl-C, Ctrl-O, Ctrl-Z, and q.
		const noise = fc.sample(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 2000, maxLength: 4000 }), {
			numRuns: 3,
			seed: 20261109,
		});
		for (const bytes of noise) {
			terminal.type(String.fromCharCode(...bytes.filter(byte => ![3, 15, 26, 81, 113].includes(byte))));
		}
		terminal.type('\u001b\\');
		await terminal.waitFor(() => {
			terminal.press('escape');
			return true;
		}, 'a moment');
		terminal.press('ctrl+c');
		expect(await terminal.exited).toEqual({ exitCode: 0, signal: 0 });
		expectAsFound(terminal);
	});
});
