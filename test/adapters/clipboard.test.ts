import { describe, expect, test } from 'vitest';
import {
	clipboardSequence,
	createClipboard,
	type Feed,
	feedProcess,
	throughTmux,
} from '../../source/adapters/clipboard.ts';

const text = 'dlc1 训练\n';
const base64 = 'ZGxjMSDorq3nu4MK';

/** A clipboard whose tmux ends well or badly, and all that left it. */
const clipboardIn = (TMUX: string | undefined, ok = true) => {
	const told: string[] = [];
	const feed: Feed = (command, args, input, done) => {
		told.push([command, ...args, input].join(' '));
		done(ok);
	};
	const copy = createClipboard({ env: { TMUX }, write: sequence => told.push(sequence), feed });
	copy(text);
	return told;
};

describe('the clipboard', () => {
	test('gets OSC 52 with the text in base64', () => {
		expect(clipboardSequence(text)).toBe(`\u001b]52;c;${base64}\u0007`);
		expect(clipboardIn(undefined)).toEqual([`\u001b]52;c;${base64}\u0007`]);
		expect(clipboardIn('')).toEqual([`\u001b]52;c;${base64}\u0007`]);
	});

	test('inside tmux is the one of tmux, which passes it on', () => {
		expect(clipboardIn('/tmp/tmux-0/default,1,0')).toEqual([`tmux load-buffer -w - ${text}`]);
	});

	test('inside a tmux that does not take it is reached through tmux', () => {
		expect(clipboardIn('/tmp/tmux-0/default,1,0', false).slice(1)).toEqual([
			`\u001bPtmux;\u001b\u001b]52;c;${base64}\u0007\u001b\\`,
		]);
		expect(throughTmux('\u001ba\u001b')).toBe('\u001bPtmux;\u001b\u001ba\u001b\u001b\u001b\\');
	});
});

describe('a fed process', () => {
	const feed = (command: string, args: readonly string[]): Promise<boolean> =>
		new Promise(resolve => feedProcess(command, args, text, resolve));

	test('reads the text and tells how it ended', async () => {
		expect(await feed('/bin/sh', ['-c', `test "$(cat)" = '${text.trim()}'`])).toBe(true);
		expect(await feed('/bin/sh', ['-c', 'exit 3'])).toBe(false);
	});

	test('that does not exist did not end well', async () => {
		expect(await feed('/nonexistent/tmux', [])).toBe(false);
	});
});
