import { afterEach, expect, test } from 'vitest';
import { cleanup, openKeyboard } from '../support/ink.tsx';

afterEach(cleanup);

test.each<[string, string, readonly string[]]>([
	['two keys in one chunk', 'jj', ['j', 'j']],
	['a key and Enter in one chunk', 'j\r', ['j', 'enter']],
	['Ctrl-d', '\x04', ['ctrl+d']],
	['Ctrl-d twice', '\x04\x04', ['ctrl+d', 'ctrl+d']],
	['a capital', 'G', ['G']],
	['a sign', '|', ['|']],
	['Enter', '\r', ['enter']],
	['a line feed', '\n', ['enter']],
	['Tab', '\t', ['tab']],
	['Shift-Tab', '\x1b[Z', ['shift+tab']],
	['Space', ' ', ['space']],
	['Ctrl-c', '\x03', ['ctrl+c']],
	['Ctrl-c between keys', 'a\x03b', ['a', 'ctrl+c', 'b']],
	['Ctrl-z', '\x1a', ['ctrl+z']],
	['Ctrl-l among keys', 'j\x0ck', ['j', 'ctrl+l', 'k']],
	['Backspace', '\x7f', ['backspace']],
	['Ctrl-h', '\x08', ['backspace']],
	['Delete', '\x1b[3~', ['delete']],
	['arrows', '\x1b[A\x1b[B\x1b[C\x1b[D', ['up', 'down', 'right', 'left']],
	['arrows with Shift', '\x1b[1;2A\x1b[1;2B', ['shift+up', 'shift+down']],
	['arrows of the application mode', '\x1bOA\x1bOB', ['up', 'down']],
	['Home and End', '\x1b[H\x1b[F\x1b[1~\x1b[4~\x1bOH\x1bOF', ['home', 'end', 'home', 'end', 'home', 'end']],
	['pages', '\x1b[5~\x1b[6~', ['pageup', 'pagedown']],
	['an arrow between keys', 'j\x1b[Bk', ['j', 'down', 'k']],
	['a key with Alt', '\x1bx', ['alt+x']],
	['Chinese', '训练', ['训', '练']],
	['an emoji of several code points', '👨‍👩‍👧', ['👨‍👩‍👧']],
	['a paste', '\x1b[200~rm\r-rf q\x1b[201~', ['"rm\r-rf q"']],
	['a paste that holds an arrow', '\x1b[200~a\x1b[Ab\x1b[201~j', ['"a\x1b[Ab"', 'j']],
	['a chunk too long for keys', 'q'.repeat(33), [`"${'q'.repeat(33)}"`]],
	['a burst of keys', 'j'.repeat(32), Array.from({ length: 32 }, () => 'j')],
	['focus reports', '\x1b[I\x1b[Oj', ['j']],
	['a colour answer ended by BEL', '\x1b]11;rgb:ffff/ffff/ffff\x07j', ['j']],
	['a colour answer ended by ST', '\x1b]11;rgb:ffff/ffff/ffff\x1b\\j', ['j']],
	['a version answer', '\x1bP>|tmux 3.4\x1b\\j', ['j']],
	['an application string', '\x1b_Gi=31;OK\x1b\\j', ['j']],
	['a privacy message', '\x1b^qqq\x1b\\j', ['j']],
	['two answers in a row', '\x1b]10;qq\x07\x1b]11;qq\x07j', ['j']],
])('%s is read', (_, bytes, expected) => {
	const keyboard = openKeyboard();
	keyboard.write(bytes);
	expect(keyboard.read()).toEqual(expected);
});

test('an answer that comes in pieces is swallowed as well', () => {
	const keyboard = openKeyboard();
	for (const piece of ['\x1b]11;rgb:', 'ffff/q', 'qff\x07', 'j']) {
		keyboard.write(piece);
		keyboard.pass(20);
	}
	expect(keyboard.read()).toEqual(['j']);
});

test('an answer that never ends stops swallowing keys after 100 ms', () => {
	const keyboard = openKeyboard();
	keyboard.write('\x1b]11;rgb:');
	keyboard.pass(101);
	keyboard.write('j');
	expect(keyboard.read()).toEqual(['j']);
});

test('a lone Esc is Esc', async () => {
	const keyboard = openKeyboard();
	keyboard.write('\x1b');
	expect(await keyboard.until(1)).toEqual(['escape']);
});

test.each([
	['[A', ['up']],
	['OB', ['down']],
	['[1;5C', ['right']],
	['[Aj', ['up', 'j']],
	['[5~', ['pageup']],
	['[200~', []],
])('what a slow link tore from its Esc is put together: %s within 100 ms', async (rest, expected) => {
	const keyboard = openKeyboard();
	keyboard.write('\x1b');
	await keyboard.until(1);
	keyboard.pass(100);
	keyboard.write(rest);
	expect(keyboard.read()).toEqual(['escape', ...expected]);
});

test.each([
	['Esc | [ | A', ['\x1b', '[', 'A'], ['escape', 'up']],
	['Esc | [5 | ~', ['\x1b', '[5', '~'], ['escape', 'pageup']],
	['Esc [ | B', ['\x1b[', 'B'], ['[', 'down']],
	['Esc O | D', ['\x1bO', 'D'], ['alt+O', 'left']],
])('a sequence in more pieces is put together: %s', async (_, pieces, expected) => {
	const keyboard = openKeyboard();
	for (const [index, piece] of pieces.entries()) {
		keyboard.write(piece);
		await keyboard.until(Math.min(index + 1, 1));
		keyboard.pass(40);
	}
	expect(await keyboard.until(expected.length)).toEqual(expected);
});

test('keys later than 100 ms after Esc are keys', async () => {
	const keyboard = openKeyboard();
	keyboard.write('\x1b');
	await keyboard.until(1);
	keyboard.pass(101);
	keyboard.write('[A');
	expect(keyboard.read()).toEqual(['escape', '[', 'A']);
});

test('a key right after Esc that is no rest of a sequence is that key', async () => {
	const keyboard = openKeyboard();
	keyboard.write('\x1b');
	await keyboard.until(1);
	keyboard.write('j');
	expect(keyboard.read()).toEqual(['escape', 'j']);
});
