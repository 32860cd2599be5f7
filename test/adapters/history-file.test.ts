import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createHistory, historyPath, loadHistory } from '../../source/adapters/history-file.ts';

const aHome = async (): Promise<string> => {
	const home = await mkdtemp(join(tmpdir(), 'dlctop-history-'));
	onTestFinished(() => rm(home, { recursive: true }));
	return home;
};

test.each([
	[{ XDG_STATE_HOME: '/state', HOME: '/home/a' }, '/state/dlctop/history'],
	[{ HOME: '/home/a' }, '/home/a/.local/state/dlctop/history'],
	[{ XDG_STATE_HOME: 'relative', HOME: '/home/a' }, '/home/a/.local/state/dlctop/history'],
	[{}, undefined],
	[{ HOME: '' }, undefined],
])('the place for %o is %s', (env, path) => {
	expect(historyPath(env)).toBe(path);
});

describe('the history file', () => {
	test('gives back what was kept, and is for its owner alone', async () => {
		const path = historyPath({ HOME: await aHome() }) ?? '';
		const history = createHistory(path);
		history.save(['one']);
		history.save(['one', 'status:Failed "a b"']);
		await history.settled();
		expect(loadHistory(path)).toEqual(['one', 'status:Failed "a b"']);
		expect((await stat(path)).mode & 0o777).toBe(0o600);
		expect(await readdir(dirname(path))).toEqual(['history']);
		expect(await readFile(path, 'utf8')).toBe('one\nstatus:Failed "a b"\n');
	});

	test('keeps the newest 200, each once, without secrets', async () => {
		const path = join(await aHome(), 'history');
		await writeFile(
			path,
			`${Array.from({ length: 300 }, (_, index) => `job${index}`).join('\r\n')}\n\njob299\npassword=hunter2`,
		);
		const entries = loadHistory(path);
		expect(entries.length).toBeLessThanOrEqual(200);
		expect(entries.filter(entry => entry === 'job299')).toHaveLength(1);
		expect(entries.join('\n')).not.toContain('hunter2');
	});

	test('that is not there, or none, is an empty history, and no place to write is no failure', async () => {
		expect(loadHistory(undefined)).toEqual([]);
		expect(loadHistory('/nonexistent/history')).toEqual([]);
		const pipe = join(await aHome(), 'pipe');
		execFileSync('mkfifo', [pipe]);
		expect(loadHistory(pipe)).toEqual([]);
		const large = join(await aHome(), 'large');
		await writeFile(large, 'a job\n'.repeat(200_000));
		expect(loadHistory(large)).toEqual([]);
		const home = await aHome();
		await writeFile(join(home, 'file'), '');
		for (const path of [undefined, join(home, 'file', 'history')]) {
			const history = createHistory(path);
			history.save(['one']);
			await expect(history.settled()).resolves.toBeUndefined();
		}
	});
});
