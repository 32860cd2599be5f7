import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, onTestFinished, test } from 'vitest';
import { writeCrash } from '../../source/adapters/crash-file.ts';
import { type CrashFacts, crashHeadline, crashText } from '../../source/adapters/crash-text.ts';
import { noon } from '../support/moves.ts';

const facts = (more: Partial<CrashFacts> = {}): CrashFacts => ({
	version: '1.2.3',
	node: '20.19.0',
	platform: 'linux x64',
	env: {},
	at: noon,
	events: [{ at: noon - 1000, name: 'key-pressed' }],
	...more,
});

const aHome = (): string => {
	const home = mkdtempSync(join(tmpdir(), 'dlctop-crash-'));
	onTestFinished(() => {
		chmodSync(home, 0o700);
		rmSync(home, { recursive: true });
	});
	return home;
};

test('a report names version, Node, platform, time, the fault with its places and causes, and the last events', () => {
	const error = new Error('outer', { cause: new TypeError('inner') });
	const text = crashText(error, facts());
	expect(text).toMatch(
		/^dlctop 1\.2\.3, Node 20\.19\.0, linux x64\n2026-11-09T12:00:00\.000Z\n\nError: outer\n {4}at /,
	);
	expect(text).toMatch(/\ncaused by TypeError: inner\n {4}at /);
	expect(text).toMatch(/\n2026-11-09T11:59:59\.000Z key-pressed\n$/);
});

test('what may be a text of a job or a secret stays out of it', () => {
	const env = { DB_PASSWORD: 'correct-horse', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'planted-key', HOME: '/home/a' };
	const error = new Error('correct-horse at /home/a with token=abcdef\n    a name of a job\nanother at line');
	expect(crashHeadline(error, env)).toBe('Error: •••• at /home/a with token=••••');
	expect(crashText(error, facts({ env }))).not.toMatch(/correct-horse|abcdef|name of a job|another/);
	const quoting = new SyntaxError('Unexpected token in "planted-job-text"');
	expect(crashText(quoting, facts())).not.toContain('planted-job-text');
	expect(crashHeadline('planted-job-text', {})).toBe('something that is no error (string)');
	expect(crashHeadline(new Error('x'.repeat(5000)), {}).length).toBeLessThanOrEqual(300);
});

test('only the newest ten reports are kept, and other files stay', () => {
	const directory = join(aHome(), 'dlctop');
	mkdirSync(directory);
	writeFileSync(join(directory, 'history'), 'llm\n');
	for (let second = 0; second < 12; second++) {
		writeCrash(new Error('x'), facts({ env: { XDG_STATE_HOME: join(directory, '..') }, at: noon + second * 1000 }));
	}
	const files = readdirSync(directory);
	expect(files).toHaveLength(11);
	expect(files[0]).toBe('crash-2026-11-09T12-00-02-000Z.txt');
	expect(readFileSync(join(directory, 'history'), 'utf8')).toBe('llm\n');
});

test('where it cannot be written the reason is told, and no part of it is left', () => {
	expect(writeCrash(new Error('x'), facts())).toEqual({ ok: false, problem: 'there is no HOME to keep it in' });
	const home = aHome();
	writeFileSync(join(home, 'file'), '');
	expect(writeCrash(new Error('x'), facts({ env: { HOME: join(home, 'file') } }))).toEqual({
		ok: false,
		problem: 'a part of the path is no folder (ENOTDIR)',
	});
	chmodSync(home, 0o500);
	// Root may write anywhere.
	if (process.getuid?.() !== 0) {
		expect(writeCrash(new Error('x'), facts({ env: { HOME: home } }))).toEqual({ ok: false, problem: 'not permitted' });
	}
	expect(readdirSync(home)).toEqual(process.getuid?.() === 0 ? ['file', ...readdirSync(home).slice(1)] : ['file']);
});
