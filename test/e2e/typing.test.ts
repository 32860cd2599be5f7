import { describe, expect, test } from 'vitest';
import { openMonitor } from '../support/monitor.ts';
import { isLive, selectedLine } from '../support/screens.ts';

type Lines = readonly string[];
const onLine = (line: number) => (lines: Lines) => selectedLine(lines) === line;
const paste = (text: string): string => `\u001b[200~${text}\u001b[201~`;

/** Bytes that a terminal sends without anybody having pressed a key of ours. */
const notKeys: readonly (readonly [string, string])[] = [
	['a paste', paste('qQ\r\u0003')],
	['an answer about colours', '\u001b]11;rgb:0000/0000/0000\u0007'],
	['an answer that ends with Esc \\', '\u001b]11;rgb:ffff/ffff/ffff\u001b\\'],
	['an answer about the device', '\u001b[?62;22c'],
	['an answer about the cursor', '\u001b[12;40R'],
	['a click', '\u001b[<0;10;10M\u001b[<0;10;10m'],
	['focus coming and going', '\u001b[I\u001b[O'],
	['a key that nobody knows', '\u001b[27;5;113~'],
];

describe('what comes in besides keys', () => {
	test('moves and changes nothing', async () => {
		const terminal = await openMonitor();
		const before = await terminal.waitFor(
			lines => isLive(lines) && /\+ \d+ live older than/.test(lines[1] ?? ''),
			'a quiet service',
		);
		const asked = terminal.service.requests();
		for (const [line, [what, bytes]] of notKeys.entries()) {
			terminal.type(`${bytes}j`);
			const after = await terminal.waitFor(onLine(4 + line), `the key after ${what}`);
			expect(after.slice(0, 3), what).toEqual(before.slice(0, 3));
			expect(after[28], what).toMatch(/q quit$/);
		}
		expect(terminal.service.requests()).toBe(asked);
	});
});

describe('typing into the prompt', () => {
	test('takes letters that are keys elsewhere, wide ones and a paste, and edits them', async () => {
		const terminal = await openMonitor();
		await terminal.waitFor(isLive, 'the first rows');
		terminal.press('/');
		await terminal.waitFor(lines => lines[28]?.startsWith('/') ?? false, 'the prompt');
		terminal.type('qQ?中文');
		await terminal.waitFor(lines => lines[28]?.startsWith('/qQ?中文▏') ?? false, 'the letters');
		terminal.press('backspace');
		await terminal.waitFor(lines => lines[28]?.startsWith('/qQ?中▏') ?? false, 'one letter less');
		terminal.press('ctrl+u');
		await terminal.waitFor(lines => lines[28]?.startsWith('/▏') ?? false, 'an empty line');
		terminal.type(paste('eval-qwen3'));
		const pasted = await terminal.waitFor(
			lines => isLive(lines) && /name:eval-qwen3 /.test(lines[1] ?? ''),
			'the rows',
		);
		expect(pasted[28]).toMatch(/^\/eval-qwen3▏/u);
		terminal.type('-8b\r');
		const kept = await terminal.waitFor(
			lines => isLive(lines) && /name:eval-qwen3-8b /.test(lines[1] ?? '') && onLine(3)(lines),
			'Enter at the end of a burst',
		);
		expect(kept[28]).not.toMatch(/^\//);
		terminal.press('/');
		await terminal.waitFor(lines => lines[28]?.startsWith('/') ?? false, 'the prompt');
		terminal.press('ctrl+c');
		expect(await terminal.exited).toEqual({ exitCode: 0, signal: 0 });
	});
});
