import { spawn } from 'node:child_process';

const esc = '\u001b';
const bell = '\u0007';

/** OSC 52 (xterm's control sequences, "Manipulate Selection Data"): the text for the clipboard, in base64. */
export const clipboardSequence = (text: string): string => `${esc}]52;c;${Buffer.from(text).toString('base64')}${bell}`;

/** A sequence for the terminal around tmux, which passes it on where `allow-passthrough` is on (tmux(1)). */
export const throughTmux = (sequence: string): string => `${esc}Ptmux;${sequence.replaceAll(esc, esc + esc)}${esc}\\`;

/** Runs a command with a text as its input; tells once whether it ended well. */
export type Feed = (command: string, args: readonly string[], input: string, done: (ok: boolean) => void) => void;

/** {@link Feed} with real processes. */
export const feedProcess: Feed = (command, args, input, done) => {
	const child = spawn(command, [...args], { stdio: ['pipe', 'ignore', 'ignore'] });
	child.once('error', () => done(false));
	child.once('exit', code => done(code === 0));
	// A command that ends before it has read everything breaks the pipe; its exit code says what matters.
	child.stdin.on('error', () => {});
	child.stdin.end(input);
};

export type ClipboardOptions = {
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Writes between frames. */
	readonly write: (sequence: string) => void;
	readonly feed: Feed;
};

/**
 * The way to the clipboard of the terminal, also of one far away. Inside tmux its own buffer takes the text and hands it on
 * (`load-buffer -w`, since tmux 3.2); where that does not work, the text passes through. No terminal says whether it took it.
 */
export const createClipboard =
	({ env, write, feed }: ClipboardOptions) =>
	(text: string): void => {
		const sequence = clipboardSequence(text);
		if ((env.TMUX ?? '') === '') {
			write(sequence);
			return;
		}
		let told = false;
		feed('tmux', ['load-buffer', '-w', '-'], text, ok => {
			if (!told && !ok) {
				write(throughTmux(sequence));
			}
			told = true;
		});
	};
