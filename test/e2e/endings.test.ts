import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test, vi } from 'vitest';
import { runShell } from '../support/monitor.ts';
import { type Going, isAlive, numberIn, watchGoing } from '../support/processes.ts';
import { productWords } from '../support/product.ts';
import { isLive } from '../support/screens.ts';
import type { Terminal } from '../support/terminal.ts';
import { hasTmux, openTmux } from '../support/tmux.ts';

const aFolder = (): string => mkdtempSync(join(tmpdir(), 'dlctop-endings-'));

const expectAsFound = (terminal: Terminal): void => {
	expect(terminal.modes.leftOver()).toEqual([]);
	expect(terminal.isAlternate()).toBe(false);
};

/** A second, and longer where more wants to run than there are processors. */
const soonMs = (): number => 1000 * Math.max(1, (loadavg()[0] ?? 1) / availableParallelism());

/** Gone within a second, and without turning in a circle until then. */
const expectSoon = ({ ms, cpuMs }: Going): void => {
	expect(ms, 'ms until it was gone').toBeLessThanOrEqual(soonMs());
	expect(cpuMs, 'ms of CPU until it was gone').toBeLessThanOrEqual(500);
};

/** A script that becomes dlctop, as a word for a shell, and the file that its number is in. */
const becoming = (folder: string, args = '--demo --interval 3600') => {
	const pidFile = join(folder, 'pid');
	const script = join(folder, 'become');
	writeFileSync(script, `echo $$ > '${pidFile}'; exec ${productWords} ${args}`);
	return { line: `sh '${script}'`, pidFile };
};

/** What the last answers of a start bring: its own work is no part of what an end costs. They are seen in a wide terminal. */
const counted = /\+ \d+ live older than/;
const atRest = (lines: readonly string[]): boolean => isLive(lines) && counted.test(lines[1] ?? '');
const wide = { columns: 130 };

/**
 * dlctop with one end in a second terminal, which is opened after the first one: a program in the first would else hold on to the
 * second by an inherited file, and never see it go. `arrow` is the end that stands there.
 */
const openOnTwo = async (arrow: '<' | '>') => {
	const { line, pidFile } = becoming(aFolder());
	const first = runShell(
		`stty -echo; read -r path; stty echo; ${line} ${arrow} "$path"; echo "code $?"; stty -a`,
		wide,
	);
	const second = runShell('stty -echo; tty; exec sleep 60', wide);
	const lines = await second.waitFor(/\/dev\/\S+/, 'the name of the second terminal');
	first.type(`${/\/dev\/\S+/.exec(lines.join('\n'))?.[0]}\n`);
	await (arrow === '<' ? first : second).waitFor(atRest, 'a start that is over');
	return { first, second, pid: await numberIn(pidFile) };
};

describe('within a second, with the terminal given back and nothing left behind', () => {
	test.each([
		['SIGHUP', 129],
		['SIGTERM', 143],
		['SIGINT', 130],
	] as const)('it ends of %s with %i', async (signal, exitCode) => {
		const { line, pidFile } = becoming(aFolder());
		const terminal = runShell(line, wide);
		await terminal.waitFor(atRest, 'a start that is over');
		const pid = await numberIn(pidFile);
		process.kill(pid, signal);
		expectSoon(await watchGoing(pid));
		expect(await terminal.exited).toEqual({ exitCode, signal: 0 });
		expectAsFound(terminal);
	});

	test('it ends when stdin is gone while the screen is still there', async () => {
		const { first, second, pid } = await openOnTwo('<');
		second.hangUp();
		expectSoon(await watchGoing(pid));
		await first.waitFor('code 129', 'the shell');
		expectAsFound(first);
	});

	test('it ends when the screen is gone while keys still come, with the first thing that it cannot write', async () => {
		const { first, second, pid } = await openOnTwo('>');
		second.hangUp();
		first.press('j');
		expectSoon(await watchGoing(pid));
		const lines = await first.waitFor(/ echo echoe /, 'the line settings');
		expect(lines.join('\n')).toContain('code 129');
		expect(lines.join('\n')).toMatch(/^isig icanon /m);
	});

	test('it ends when the process that started it is gone', async () => {
		const folder = aFolder();
		const { line, pidFile } = becoming(folder);
		const inner = join(folder, 'inner.sh');
		writeFileSync(
			inner,
			`echo $$ > '${join(folder, 'parent')}'
${line} <&3 &
wait
`,
		);
		const terminal = runShell(`exec 3<&0; sh '${inner}'; sleep 60`, wide);
		await terminal.waitFor(atRest, 'a start that is over');
		const pid = await numberIn(pidFile);
		process.kill(await numberIn(join(folder, 'parent')), 'SIGKILL');
		expectSoon(await watchGoing(pid));
		await terminal.waitFor(() => !terminal.isAlternate(), 'the screen of before');
		expectAsFound(terminal);
	});

	test('it ends when its terminal is closed, even where no signal tells', async () => {
		const folder = aFolder();
		const code = join(folder, 'code');
		const { line, pidFile } = becoming(folder);
		const terminal = runShell(`trap '' HUP; ${line}; echo $? > '${code}'`, wide);
		await terminal.waitFor(atRest, 'a start that is over');
		const pid = await numberIn(pidFile);
		terminal.hangUp();
		expectSoon(await watchGoing(pid));
		// It says with its own signal what it ended of.
		expect(await numberIn(code)).toBe(129);
	});

	test.each(hasTmux ? ['kill-pane', 'kill-server'] : [])('it ends when tmux closes its terminal by %s', async order => {
		const folder = aFolder();
		const { line, pidFile } = becoming(folder);
		const tmux = openTmux(folder);
		// A second pane keeps the server alive when the first one goes.
		tmux('new-session', '-d', '-x', '130', '-y', '40', 'exec sleep 60');
		tmux('split-window', '-l', '30', line);
		const pid = await numberIn(pidFile);
		await vi.waitFor(() => expect(tmux('capture-pane', '-p')).toMatch(counted), { timeout: 10_000, interval: 50 });
		tmux(order);
		expectSoon(await watchGoing(pid));
	});
});

describe('stopped from outside', () => {
	/** What the shell says. A job of the list may be Stopped as well. */
	const stopped = /\[1\]\+ +Stopped/;

	/** An interactive shell with dlctop in the foreground, and its number. */
	const startInShell = async () => {
		const folder = aFolder();
		const settings = join(folder, 'inputrc');
		writeFileSync(settings, 'set enable-bracketed-paste off\n');
		const { line, pidFile } = becoming(folder);
		const terminal = runShell('exec bash --norc --noprofile -i', {
			env: { PS1: '$ ', HISTFILE: '', INPUTRC: settings },
		});
		await terminal.waitFor('$', 'the prompt of the shell');
		terminal.type(`${line}\r`);
		await terminal.waitFor(isLive, 'the first rows');
		return { terminal, pid: await numberIn(pidFile) };
	};

	const expectToWork = async (terminal: Terminal): Promise<void> => {
		await terminal.waitFor(lines => terminal.isAlternate() && isLive(lines), 'the monitor');
		expect(terminal.modes.isOn(25), 'the cursor').toBe(false);
		terminal.press('j');
		await terminal.waitFor(lines => lines[4]?.startsWith('▸') ?? false, 'a key to work again');
	};

	test('by SIGTSTP it gives the terminal back first, and fg brings it back', async () => {
		const { terminal, pid } = await startInShell();
		for (const turn of ['once', 'and again']) {
			process.kill(pid, 'SIGTSTP');
			await terminal.waitFor(lines => !terminal.isAlternate() && stopped.test(lines.join('\n')), `the shell, ${turn}`);
			expectAsFound(terminal);
			terminal.type('clear; fg\r');
			await expectToWork(terminal);
			terminal.press('k');
			await terminal.waitFor(lines => lines[3]?.startsWith('▸') ?? false, 'the first row');
		}
		terminal.press('q');
		await terminal.waitFor(() => !terminal.isAlternate(), 'the shell');
		expectAsFound(terminal);
	});

	test('by SIGSTOP, which nobody can hear, it paints everything anew as soon as it goes on', async () => {
		const { terminal, pid } = await startInShell();
		process.kill(pid, 'SIGSTOP');
		await terminal.waitFor(stopped, 'the shell');
		terminal.type('fg\r');
		await terminal.waitFor(lines => isLive(lines) && !stopped.test(lines.join('\n')), 'the whole screen');
		await expectToWork(terminal);
		terminal.press('q');
		await terminal.waitFor(() => !terminal.isAlternate(), 'the shell');
		expectAsFound(terminal);
	});
});

describe('a program that prints keys', () => {
	test.each([
		['Ctrl-C', 130],
		['SIGTERM', 143],
		['SIGHUP', 129],
	] as const)('is not left behind when %s ends dlctop before there is a screen', async (by, code) => {
		const home = aFolder();
		mkdirSync(join(home, '.aliyun'));
		const helper = join(home, 'helper');
		const started = join(home, 'started');
		writeFileSync(helper, `sleep 60 &\necho $! > '${started}'\nwait\n`);
		const profile = { name: 'default', mode: 'External', process_command: `sh '${helper}'` };
		writeFileSync(join(home, '.aliyun/config.json'), JSON.stringify({ current: 'default', profiles: [profile] }));
		const { line, pidFile } = becoming(home, '--region cn-hangzhou');
		// The shell stays, since the last words of one that ends can be lost with its terminal.
		const terminal = runShell(`${line}; echo "code $?"; read -r _`, {
			env: { HOME: home },
		});
		const sleeper = await numberIn(started);
		const pid = await numberIn(pidFile);
		if (by === 'Ctrl-C') {
			terminal.press('ctrl+c');
		} else {
			process.kill(pid, by);
		}
		expectSoon(await watchGoing(pid));
		await vi.waitFor(() => expect(isAlive(sleeper)).toBe(false), { timeout: 3000, interval: 10 });
		if (by !== 'Ctrl-C') {
			await terminal.waitFor(`code ${code}`, 'the shell');
		}
	});
});
