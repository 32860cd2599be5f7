import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { median, quantile, type Row } from './figures.ts';
import { cpuMs, residentMb } from './process-figures.ts';
import { startService } from './service.ts';
import { bytesSince, type Command, open, pause, type Session } from './session.ts';

type Peer = {
	readonly name: string;
	/** Undefined where the program is missing. */
	readonly command: Command | undefined;
	readonly ready: RegExp;
	/** Keys that bring it to what is measured, and what shows that it is there. */
	readonly before?: { readonly keys: string; readonly shows: RegExp };
	/** Moves the selection down; undefined where there is none. */
	readonly down: string | undefined;
	readonly quit: string;
};

const keysPerSecond = 30;
const keys = 90;
const warmup = 30;
const idleSeconds = 5;

/** Ms from each key to the last byte before the next one, and bytes of each answer. */
export const typed = async (session: Session, key: string, count: number) => {
	const sent: { readonly at: number; readonly from: number }[] = [];
	const startedAt = performance.now();
	for (let index = 0; index < count; index++) {
		await pause(Math.max(0, startedAt + (index * 1000) / keysPerSecond - performance.now()));
		sent.push({ at: performance.now(), from: session.chunks.length });
		session.write(key);
	}
	await session.quiet(200);
	return sent.map(({ at, from }, index) => {
		const answer = session.chunks.slice(from, sent[index + 1]?.from);
		return {
			ms: (answer.at(-1)?.at ?? Number.NaN) - at,
			bytes: answer.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
		};
	});
};

const row = (name: string, what: string, value: number | undefined, unit: string): readonly Row[] =>
	value === undefined || Number.isNaN(value) ? [] : [{ what: `${name}: ${what}`, value, unit }];

const measureKeys = async (name: string, session: Session, down: string): Promise<readonly Row[]> => {
	await typed(session, down, warmup);
	const before = cpuMs(session.pid);
	const answers = await typed(session, down, keys);
	const after = cpuMs(session.pid);
	const delays = answers.map(({ ms }) => ms).filter(ms => !Number.isNaN(ms));
	return [
		...row(name, 'bytes for a key', median(answers.map(({ bytes }) => bytes)), 'B'),
		...row(name, 'key to last byte, p50', quantile(delays, 0.5), 'ms'),
		...row(name, 'key to last byte, p99', quantile(delays, 0.99), 'ms'),
		...row(
			name,
			'CPU for a key',
			before === undefined || after === undefined ? undefined : (after - before) / keys,
			'ms',
		),
	];
};

const measurePeer = async ({ name, command, ready, before, down, quit }: Peer): Promise<readonly Row[]> => {
	if (command === undefined) {
		return [{ what: name, value: Number.NaN, unit: '', missing: 'not on this machine' }];
	}
	const session = open(command);
	const shownAt = await session.shows(ready);
	if (before !== undefined) {
		session.write(before.keys);
		await session.shows(before.shows);
	}
	await session.quiet(300);
	const moved = down === undefined ? [] : await measureKeys(name, session, down);
	const from = session.chunks.length;
	const cpuBefore = cpuMs(session.pid);
	await pause(idleSeconds * 1000);
	const cpuAfter = cpuMs(session.pid);
	const idle =
		cpuBefore === undefined || cpuAfter === undefined ? undefined : (cpuAfter - cpuBefore) / idleSeconds / 10;
	const rest = [
		...row(name, 'start to the first frame', shownAt - session.startedAt, 'ms'),
		...moved,
		...row(name, `bytes in ${idleSeconds} s left alone`, bytesSince(session, from), 'B'),
		...row(name, 'CPU left alone', idle, '%'),
		...row(name, 'resident memory', residentMb(session.pid), 'MB'),
	];
	await session.close(quit);
	return rest;
};

const folder = mkdtempSync(join(tmpdir(), 'dlctop-peers-'));

/** Debian's packages of Go libraries are one tree of sources, without modules. */
const goEnv = { GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOFLAGS: '', GOCACHE: join(folder, 'cache') };

/** Compiles a program; undefined without its compiler or its library. */
const compiled = (name: string, compiler: string, args: (path: string) => readonly string[]): Command | undefined => {
	const path = join(folder, name);
	const { status } = spawnSync(compiler, args(path), { env: { ...process.env, ...goEnv } });
	return status === 0 ? { command: path, args: [] } : undefined;
};

/** A table of 5,000 jobs in tview; undefined without Go or tview. */
export const tviewTable = (sources: string): Command | undefined =>
	compiled('tview-table', 'go', path => ['build', '-o', path, join(sources, 'table.go')]);

const installed = (command: string, args: readonly string[]): Command | undefined =>
	spawnSync(command, ['--version']).error === undefined ? { command, args } : undefined;

/** dlctop with 5,000 jobs beside programs that show a table, in the same pseudo-terminal, one after the other. */
export const measurePeers = async (product: string, sources: string): Promise<readonly Row[]> => {
	const service = await startService(5000);
	const peers: readonly Peer[] = [
		{
			name: 'dlctop',
			command: {
				command: process.execPath,
				args: [product, ...service.args, '--page-size', '100', '--interval', '3600'],
				env: service.env,
			},
			ready: /▸ /u,
			before: { keys: 'e', shows: /everything · 5000 jobs/u },
			down: 'j',
			quit: 'q',
		},
		{
			name: 'ncurses table',
			command: compiled('ncurses-table', 'cc', path => ['-O2', join(sources, 'table.c'), '-lncursesw', '-o', path]),
			ready: /READY/,
			down: 'j',
			quit: 'q',
		},
		{
			name: 'tview table',
			command: tviewTable(sources),
			ready: /READY/,
			down: 'j',
			quit: 'q',
		},
		{ name: 'htop', command: installed('htop', []), ready: /PID/, down: '\u001b[B', quit: 'q' },
		{
			name: 'watch',
			command: installed('watch', ['-n', '1', 'cat', join(sources, 'table.go')]),
			ready: /table of jobs/,
			down: undefined,
			quit: '\u0003',
		},
	];
	const rows: Row[] = [];
	for (const peer of peers) {
		rows.push(...(await measurePeer(peer)));
	}
	await service.close();
	return rows;
};
