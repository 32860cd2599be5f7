import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openMonitor, runShell } from '../support/monitor.ts';
import { productWords } from '../support/product.ts';
import { isLive } from '../support/screens.ts';
import type { Terminal } from '../support/terminal.ts';

const expectAsFound = (terminal: Terminal): void => {
	expect(terminal.modes.leftOver()).toEqual([]);
	expect(terminal.isAlternate()).toBe(false);
};

describe('leaving', () => {
	test.each([
		['q', 'at the list'],
		['Q', 'anywhere'],
		['ctrl+c', 'anywhere'],
	])('%s %s ends with 0 and gives the terminal back, its line settings too', async key => {
		const terminal = runShell('echo before; dlctop --demo; code=$?; stty -a; echo "code $code"');
		await terminal.waitFor(isLive, 'the first rows');
		if (key !== 'q') {
			terminal.press('?');
			await terminal.waitFor('Keys of the list', 'the help');
		}
		terminal.press(key);
		const lines = await terminal.waitFor(/code \d+/, 'the shell');
		expect(lines[0]).toBe('before');
		expect(lines.join('\n')).toContain('code 0');
		expect(lines.join('\n')).toMatch(/^isig icanon /m);
		expect(lines.join('\n')).toMatch(/ echo echoe /);
		expectAsFound(terminal);
	});

	test('q in the first moment, before any answer, ends it', async () => {
		const terminal = await openMonitor();
		terminal.service.hold();
		await terminal.waitFor('loading', 'the first frame');
		terminal.press('q');
		expect(await terminal.exited).toEqual({ exitCode: 0, signal: 0 });
		expectAsFound(terminal);
	});
});

describe('Ctrl-Z', () => {
	test('hands the terminal to the shell, and fg brings the monitor back', async () => {
		const settings = join(mkdtempSync(join(tmpdir(), 'dlctop-shell-')), 'inputrc');
		writeFileSync(settings, 'set enable-bracketed-paste off\n');
		const env = { PS1: '$ ', HISTFILE: '', INPUTRC: settings };
		const terminal = runShell('exec bash --norc --noprofile -i', { env });
		await terminal.waitFor('$', 'the prompt of the shell');
		terminal.type(`${productWords} --demo\r`);
		await terminal.waitFor(isLive, 'the first rows');
		const atPrompt = (lines: readonly string[]): boolean =>
			!terminal.isAlternate() && /Stopped.*\n\$$/s.test(lines.join('\n').trimEnd());
		terminal.press('ctrl+z');
		await terminal.waitFor(atPrompt, 'the shell');
		expectAsFound(terminal);
		terminal.type('fg\r');
		await terminal.waitFor(lines => terminal.isAlternate() && isLive(lines), 'the monitor');
		expect(terminal.modes.isOn(25), 'the cursor').toBe(false);
		terminal.press('j');
		await terminal.waitFor(lines => lines[4]?.startsWith('▸') ?? false, 'a key to work again');

		terminal.press('ctrl+z');
		// Not before its prompt: until then the shell reads the size and sets it again, and one that came in between would be undone.
		await terminal.waitFor(atPrompt, 'the shell again');
		terminal.resize(60, 16);
		terminal.type('fg\r');
		await terminal.waitFor(
			lines => terminal.isAlternate() && isLive(lines) && (lines[14]?.endsWith('? help') ?? false),
			'the monitor in its new size',
		);
		terminal.press('q');
		await terminal.waitFor(
			lines => !terminal.isAlternate() && lines.join('\n').trimEnd().endsWith('\n$'),
			'the prompt',
		);
		terminal.type('echo code $?\r');
		await terminal.waitFor(/^code 0$/m, 'the exit code');
	});

	test('where no shell could stop it, the monitor takes the terminal back at once', async () => {
		const terminal = await openMonitor();
		await terminal.waitFor(isLive, 'the first rows');
		const written = terminal.output().length;
		terminal.press('ctrl+z');
		await terminal.waitFor(
			lines => terminal.output().slice(written).includes('?1049l') && terminal.isAlternate() && isLive(lines),
			'the monitor back',
		);
		terminal.press('j');
		await terminal.waitFor(lines => lines[4]?.startsWith('▸') ?? false, 'a key to work again');
	});
});
