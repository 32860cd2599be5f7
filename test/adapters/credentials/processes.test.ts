import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readSmallFile } from '../../../source/adapters/bounded-file.ts';
import { systemClock } from '../../../source/adapters/clock.ts';
import { fileStamp, stampsOf, watchFiles } from '../../../source/adapters/credentials/file-watch.ts';
import { createRunCommand } from '../../../source/adapters/credentials/run-command.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { aHappening } from '../../support/happening.ts';

const folder = (): string => {
	const path = mkdtempSync(join(tmpdir(), 'dlctop-keys-'));
	onTestFinished(() => rmSync(path, { recursive: true }));
	return path;
};

const run = createRunCommand(systemClock);
const node = (script: string) => run(process.execPath, ['-e', script]);

describe('a program that prints keys', () => {
	it('has its output taken, and its messages dropped', async () => {
		expect(await node('console.error("planted"); console.log("é 1")')).toEqual({ ok: true, value: 'é 1\n' });
	});

	it('gets its words untouched by any shell', async () => {
		const words = ['-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '$(id)', '; rm -rf x', '`id`', 'a b'];
		expect(await run(process.execPath, words)).toEqual({ ok: true, value: '["$(id)","; rm -rf x","`id`","a b"]\n' });
	});

	it('has no input and no terminal', async () => {
		const script = 'require("fs").readFileSync(0).length === 0 && !process.stdin.isTTY && console.log("alone")';
		expect(await node(script)).toEqual({ ok: true, value: 'alone\n' });
	});

	it.each([
		['fails', () => node('console.log("planted"); process.exit(3)'), 'ended with exit code 3'],
		['is killed', () => node('process.kill(process.pid, "SIGTERM")'), 'was ended by SIGTERM'],
		['is not there', () => run('/nowhere/planted', []), 'could not be run (ENOENT)'],
		[
			'prints without end',
			() => node('for (;;) require("fs").writeSync(1, "planted".repeat(9999))'),
			'printed more than',
		],
	])('that %s is told without its output', async (_, start, part) => {
		const outcome = await start();
		expect(outcome).toMatchObject({ ok: false, problem: expect.stringContaining(part) });
		expect(JSON.stringify(outcome)).not.toContain('planted');
	});

	it('that does not end is ended after half a minute, with what it started', async () => {
		const clock = createFakeClock(0);
		const started = join(folder(), 'started');
		const script = `
			const { spawn } = require('node:child_process');
			const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
			require('node:fs').writeFileSync(${JSON.stringify(started)}, String(child.pid));
			setInterval(() => {}, 1000);`;
		const outcome = createRunCommand(clock)(process.execPath, ['-e', script]);
		const pid = await until(async () => Number(await readSmallFile(started).catch(() => '')) || undefined);
		clock.advance(30_000);
		expect(await outcome).toEqual({ ok: false, problem: 'did not end within 30 s' });
		await until(async () => (isRunning(pid) ? undefined : true));
	});
});

const until = async <Value>(look: () => Promise<Value | undefined>): Promise<Value> => {
	for (;;) {
		const value = await look();
		if (value !== undefined) {
			return value;
		}
		await new Promise(resolve => setTimeout(resolve, 20));
	}
};

/** A process that ended and that nobody has asked about is none either. */
const isRunning = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
	} catch {
		return false;
	}
};

describe('a file of keys', () => {
	it('is read whole, but not when it is large or has no end', async () => {
		const path = join(folder(), 'keys');
		writeFileSync(path, 'é');
		expect(await readSmallFile(path)).toBe('é');
		writeFileSync(path, Buffer.alloc(2 ** 20 + 1));
		await expect(readSmallFile(path)).rejects.toMatchObject({ code: 'EFBIG' });
		await expect(readSmallFile('/dev/zero')).rejects.toMatchObject({ code: 'EFBIG' });
		await expect(readSmallFile(folder())).rejects.toMatchObject({ code: 'EISDIR' });
	});

	it.each([
		['is written over', (path: string) => writeFileSync(path, 'longer than before')],
		[
			'is replaced whole by one of the same size',
			(path: string) => {
				writeFileSync(`${path}.new`, 'xyz');
				renameSync(`${path}.new`, path);
			},
		],
		['is removed', (path: string) => rmSync(path)],
	])('counts as changed when it %s', async (_, change) => {
		const path = join(folder(), 'keys');
		writeFileSync(path, 'abc');
		const known = await stampsOf([path], fileStamp);
		expect(await stampsOf([path], fileStamp)).toEqual(known);
		change(path);
		expect(await stampsOf([path], fileStamp)).not.toEqual(known);
	});

	it('counts as changed when it appears', async () => {
		const path = join(folder(), 'folder', 'keys');
		const clock = createFakeClock(0);
		const known = await stampsOf([path], fileStamp);
		const appearing = aHappening();
		const stop = watchFiles({ known, stampOf: async () => 'here', clock }, appearing.happen);
		clock.advance(1_000);
		await appearing.happened;
		stop();
		expect(clock.pending()).toEqual([]);
	});
});
