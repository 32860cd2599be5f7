import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { runShell } from '../support/monitor.ts';
import { product, productWords } from '../support/product.ts';
import { isLive } from '../support/screens.ts';

/** As on a disk that gets full half way through a file: the system takes so many blocks of 512 bytes of it, and no more. */
const onFullDisk = (blocks: number, args: string): string => `ulimit -f ${blocks}; exec ${productWords} ${args}`;

const history = Array.from({ length: 60 }, (_, at) => `name-of-a-job-that-was-looked-for-${at}\n`).join('');
const settings = `${'# A line that somebody wrote for himself.\n'.repeat(30)}views:\n  old:\n    query: status:Failed\n`;

const prepare = () => {
	const home = mkdtempSync(join(tmpdir(), 'dlctop-full-'));
	const state = join(home, 'state', 'dlctop');
	const config = join(home, 'config', 'dlctop');
	mkdirSync(state, { recursive: true });
	mkdirSync(config, { recursive: true });
	writeFileSync(join(state, 'history'), history);
	writeFileSync(join(config, 'config.yaml'), settings);
	writeFileSync(join(home, 'log-of-a-pod'), 'saved before\n');
	return {
		home,
		env: {
			HOME: home,
			XDG_STATE_HOME: join(home, 'state'),
			XDG_CONFIG_HOME: join(home, 'config'),
			XDG_CACHE_HOME: join(home, 'cache'),
		},
		files: () =>
			readdirSync(home, { recursive: true, withFileTypes: true })
				.filter(entry => entry.isFile())
				.map(({ parentPath, name }) => join(parentPath, name).slice(home.length + 1)),
		text: (path: string) => readFileSync(join(home, path), 'utf8'),
	};
};

test('a disk that gets full half way leaves each file as it was and nothing beside it, and says so where somebody asked for it', async () => {
	const { home, env, files, text } = prepare();
	const terminal = runShell(
		onFullDisk(1, `--demo --interval 3600 --status=Running --display-name=pretrain --log-file '${home}/run.jsonl'`),
		{ columns: 160, env },
	);
	await terminal.waitFor(
		lines =>
			isLive(lines) &&
			/the log file is not written: (?:the disk is full|no file may be that large here)/.test(lines.join('')),
		'the word of the log file',
	);
	terminal.type('/gpu>1\r');
	await terminal.waitFor(lines => (lines[1] ?? '').includes('gpu>1'), 'a filter, which is kept');
	terminal.type(':save mine\r');
	await terminal.waitFor(/config\.yaml: no file may be that large here \(EFBIG\)/, 'the word of the settings file');
	terminal.type('l');
	await terminal.waitFor(/lines \d+-(\d+) of \1$/mu, 'the end of a log');
	terminal.type('S');
	await terminal.waitFor(/^save to \S+\.log/mu, 'the name of a file');
	terminal.press('ctrl+u');
	terminal.type('~/log-of-a-pod\r');
	await terminal.waitFor(/log-of-a-pod.*no file may be that large here/u, 'the word of the saved log');
	terminal.press('ctrl+c');
	expect(await terminal.exited).toEqual({ exitCode: 0, signal: 0 });
	expect(text('state/dlctop/history')).toBe(history);
	expect(text('config/dlctop/config.yaml')).toBe(settings);
	expect(text('log-of-a-pod')).toBe('saved before\n');
	// Of Node's own cache, from 22.1 on, nothing is said.
	const ours = files().filter(path => !/^cache\/dlctop\/v\d/.test(path));
	const small = /^state\/dlctop\/(?:order|places)$/;
	expect(ours.filter(path => !small.test(path)).toSorted()).toEqual([
		'config/dlctop/config.yaml',
		'log-of-a-pod',
		'run.jsonl',
		'state/dlctop/history',
	]);
});

// Only Node loads a module before a program.
test.runIf(product.args.length > 0)(
	'a report of a fault that finds no room is none, and the fault is told',
	async () => {
		const { home, env, files } = prepare();
		const fault = join(home, 'fault.mjs');
		writeFileSync(fault, `process.on('SIGUSR2', () => { throw new Error('broken'); });\n`);
		const terminal = runShell(onFullDisk(0, '--demo --interval 3600'), {
			env: { ...env, NODE_OPTIONS: `--import=${pathToFileURL(fault)}` },
		});
		await terminal.waitFor(isLive, 'the first rows');
		terminal.signal('SIGUSR2');
		expect(await terminal.exited).toEqual({ exitCode: 70, signal: 0 });
		const said = terminal.screen().join(' ');
		expect(said).toContain('dlctop: a fault of dlctop: Error: broken');
		expect(said).toContain('No report was written: no file may be that large here (EFBIG)');
		expect(files().filter(path => /crash|part/.test(path))).toEqual([]);
	},
);
