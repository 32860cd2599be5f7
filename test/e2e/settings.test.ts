import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openMonitor, runShell } from '../support/monitor.ts';
import { run } from '../support/runs.ts';
import { isLive } from '../support/screens.ts';

const aHome = () => {
	const HOME = mkdtempSync(join(tmpdir(), 'dlctop-home-'));
	onTestFinished(() => rmSync(HOME, { recursive: true }));
	const path = join(HOME, '.config', 'dlctop', 'config.yaml');
	mkdirSync(join(path, '..'), { recursive: true });
	return { HOME, path };
};

const scope =
	(words: string) =>
	(lines: readonly string[]): boolean =>
		isLive(lines) && (lines[0] ?? '').includes(words);

/** One of the 16 colours, alone or among other looks. */
const colour = (code: number): RegExp => new RegExp(`\u001b\\[(?:\\d+;)*${code}(?:;\\d+)*m`);

test('saves a view, shows it again by its number in the next run, and follows the file', async () => {
	const { HOME, path } = aHome();
	const first = await openMonitor({ env: { HOME } });
	await first.waitFor(isLive, 'the first rows');
	first.press('m', 't');
	await first.waitFor(scope('everyone · created in the last 30 d'), 'the window of 30 days');
	first.type('z:save wide-net\r');
	await first.waitFor('view wide-net saved in ~/.config/dlctop/config.yaml', 'the news of the view');
	expect(statSync(path).mode & 0o777).toBe(0o600);
	expect(readFileSync(path, 'utf8')).toContain('wide-net:');
	await first.waitFor(scope('view wide-net'), 'its name, at once');
	first.press('q');
	await first.exited;

	const second = await openMonitor({ env: { HOME } });
	const rows = await second.waitFor(isLive, 'the first rows');
	expect(rows[1]).toContain('by status');
	second.press('6');
	await second.waitFor(scope('view wide-net'), 'the view by its number');
	expect(second.screen()[0]).toContain('everyone · created in the last 30 d');
	second.press('-');
	await second.waitFor(scope('mine · created in the last 7 d'), 'the look before the view');

	const saved = readFileSync(path, 'utf8');
	writeFileSync(path, `${saved}keys:\n  failed: X\ntheme:\n  Running: blue\n`);
	await second.waitFor('settings read again', 'the news of the file');
	second.press('X');
	await second.waitFor(
		lines => isLive(lines) && (lines[1] ?? '').includes('failed only'),
		'failed jobs by the new key',
	);
	expect(second.screen()[28]).toContain('X failed');
	writeFileSync(path, `${saved}keys:\n  failed: live\n`);
	await second.waitFor(/config\.yaml:\d+:11: failed: live: write a key/, 'the mistake with its place');
	second.press('X');
	await second.waitFor(lines => isLive(lines) && !(lines[1] ?? '').includes('failed only'), 'the former key at work');
	second.type(':save other\r');
	await second.waitFor('nothing is saved as long as the file has a mistake', 'the refusal to write');
	expect(readFileSync(path, 'utf8')).toBe(`${saved}keys:\n  failed: live\n`);
	second.press('q');
	expect(await second.exited).toEqual({ exitCode: 0, signal: 0 });

	writeFileSync(path, `${saved}theme:\n  Running: bright-magenta\n`);
	const third = await openMonitor({ env: { HOME }, args: ['--view=wide-net'] });
	await third.waitFor(scope('view wide-net'), 'the view that was asked for');
	expect(third.screen()[0]).toContain('everyone · created in the last 30 d');
	expect(third.output()).toMatch(colour(95));
	expect(first.output()).not.toMatch(colour(95));
});

test('a mistake in the file ends the start with its place; --print-config says where everything came from', async () => {
	const { HOME, path } = aHome();
	writeFileSync(path, 'defaults:\n  interval: 1\n');
	chmodSync(path, 0o644);
	const wrong = runShell('dlctop --demo; echo "code $?"', { env: { HOME } });
	await wrong.waitFor('code 2', 'the exit code');
	expect(wrong.screen().join(' ')).toContain(
		'dlctop: ~/.config/dlctop/config.yaml:2:13: interval 1: give seconds from 2 to 3600',
	);
	writeFileSync(path, 'defaults:\n  interval: 5\n  endpoint: https://a:secretpassword@b\n');
	const printed = runShell('DLCTOP_ASCII=yes dlctop --print-config --page-size 20 | cat; echo "code $?"', {
		env: { HOME },
		columns: 80,
		rows: 60,
	});
	await printed.waitFor('code 0', 'the end');
	const text = printed.screen().join('\n');
	expect(text).toMatch(/^ {2}interval +5 +~\/\.config\/dlctop\/config\.yaml:2$/m);
	expect(text).toMatch(/^ {2}page-size +20 +--page-size$/m);
	expect(text).toMatch(/^ {2}ascii +yes +DLCTOP_ASCII$/m);
	expect(text).toMatch(/^ {2}max-jobs +5000 +default$/m);
	expect(text).toMatch(/^ {2}credentials +none/m);
	expect(printed.output()).not.toContain('secretpassword');
});

test('a view that cannot be read is not printed as another one; of those that nobody asked for a word is said', async () => {
	const { HOME, path } = aHome();
	writeFileSync(path, 'views:\n  odd: {query: "stauts:Failed", key: 6}\n');
	const wrong = 'odd: query: there is no field stauts; the nearest is status\n';
	const odd = await run(['--demo', '--once', '-o', 'quiet', '--view', 'odd'], { HOME });
	expect(odd).toEqual({ code: 2, stdout: '', stderr: `dlctop: view ${wrong}` });

	const usual = await run(['--demo', '--once', '-o', 'quiet', '--filter', 'gpu>=8'], { HOME });
	expect(usual.code).toBe(0);
	expect(usual.stderr).toContain(`dlctop: ~/.config/dlctop/config.yaml:2:16: view ${wrong}`);
	expect(usual.stderr).toMatch(
		/dlctop: 1 of 1 term here, over 50 of \d+ jobs loaded; --everything looks through all of them\n$/,
	);
});

test('a view that is not there is refused with all that are, those of the file among them, or with the nearest', async () => {
	const { HOME, path } = aHome();
	writeFileSync(path, 'views:\n  odd: "status:Failed"\n');
	const refused = await Promise.all(
		['foo', 'runing', ''].map(view => run(['--demo', '--once', `--view=${view}`], { HOME })),
	);
	const all = 'give one of running, failures, queue, mine, big, odd\n';
	expect(refused.map(({ code, stderr }) => [code, stderr])).toEqual([
		[2, `dlctop: there is no view foo; ${all}`],
		[2, 'dlctop: there is no view runing; the nearest is running\n'],
		[2, `dlctop: --view needs a value: --view=NAME; ${all}`],
	]);
});
