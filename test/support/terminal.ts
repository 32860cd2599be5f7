import { spawn } from '@lydell/node-pty';
import headless, { type Terminal as Emulator, type IBufferCell } from '@xterm/headless';
import { bytesOfKey } from './keys.ts';
import { type Modes, watchModes } from './terminal-modes.ts';

// The addon reads its table from the start of the memory behind a Buffer, which is right only for one outside of the pool.
const { poolSize } = Buffer;
Buffer.poolSize = 0;
const { UnicodeGraphemesAddon } = await import('@xterm/addon-unicode-graphemes');
Buffer.poolSize = poolSize;

export type TerminalOptions = {
	readonly command: string;
	readonly args: readonly string[];
	readonly columns: number;
	readonly rows: number;
	/** The whole environment: nothing of the test's own gets in. */
	readonly env: Readonly<Record<string, string>>;
	readonly cwd?: string;
};

/** How the cells of one line look; blanks without a look of their own count for nothing. */
export type Look = {
	/** Whether every cell of the line that shows anything is inverse. */
	readonly inverse: boolean;
	/** The foreground colours of the 16 (or 256), each once. */
	readonly colors: readonly number[];
};

/** What is waited for: a text, a pattern that matches the lines joined by line breaks, or any question to the lines. */
export type Wanted = string | RegExp | ((lines: readonly string[]) => boolean);

export type Ending = { readonly exitCode: number; readonly signal: number };

/** A program in a pseudo-terminal, and the screen that a person would see. */
export type Terminal = {
	readonly type: (text: string) => void;
	/** Bytes as they are, also such as are no text. */
	readonly typeBytes: (bytes: Uint8Array) => void;
	/** Keys by their names, one write for each. */
	readonly press: (...names: readonly string[]) => void;
	/** The lines of the screen, without trailing blanks. */
	readonly screen: () => readonly string[];
	/** One text for each cell of a line: `''` for the second half of a wide one. */
	readonly cells: (line: number) => readonly string[];
	readonly look: (line: number) => Look;
	/** Resolves to the lines as soon as they satisfy; rejects with the screen in the message after `withinMs` (10 s), or when the program ends. */
	readonly waitFor: (wanted: Wanted, what: string, withinMs?: number) => Promise<readonly string[]>;
	/** All that the program wrote so far. */
	readonly output: () => string;
	/** Its length in bytes. */
	readonly bytes: () => number;
	readonly resize: (columns: number, rows: number) => void;
	readonly signal: (name: NodeJS.Signals) => void;
	/** Takes the terminal away from the program, as a lost connection does. */
	readonly hangUp: () => void;
	/** Resolves when the program ended and everything it wrote is on the screen. */
	readonly exited: Promise<Ending>;
	readonly isAlternate: () => boolean;
	readonly modes: Modes;
	/** Titles set, bells rung, and answers that the terminal was made to send. */
	readonly noises: () => readonly string[];
	/** Ends the program, if it still runs. */
	readonly close: () => Promise<void>;
};

const linesOf = (emulator: Emulator): readonly string[] => {
	const { active } = emulator.buffer;
	return Array.from(
		{ length: emulator.rows },
		(_, row) => active.getLine(active.baseY + row)?.translateToString(true) ?? '',
	).map(line => line.trimEnd());
};

const cellsOf = (emulator: Emulator, row: number): readonly IBufferCell[] => {
	const { active } = emulator.buffer;
	const line = active.getLine(active.baseY + row);
	return Array.from({ length: emulator.cols }, (_, column) => line?.getCell(column)).filter(cell => cell !== undefined);
};

const lookOf = (cells: readonly IBufferCell[]): Look => {
	const shown = cells.filter(cell => cell.getChars().trim() !== '' || cell.isInverse() !== 0);
	const colored = shown.filter(cell => !cell.isFgDefault());
	return {
		inverse: shown.length > 0 && shown.every(cell => cell.isInverse() !== 0),
		colors: [...new Set(colored.map(cell => cell.getFgColor()))],
	};
};

const satisfies = (lines: readonly string[], wanted: Wanted): boolean => {
	const text = lines.join('\n');
	return typeof wanted === 'function'
		? wanted(lines)
		: typeof wanted === 'string'
			? text.includes(wanted)
			: wanted.test(text);
};

const picture = (lines: readonly string[]): string => lines.map(line => `│${line}`).join('\n');

const usualDeadlineMs = 10_000;
const synchronizedOutput = 2026;

const createEmulator = (columns: number, rows: number): Emulator => {
	const emulator = new headless.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 200 });
	emulator.loadAddon(new UnicodeGraphemesAddon());
	emulator.unicode.activeVersion = '15-graphemes';
	return emulator;
};

/** Starts a command in a pseudo-terminal. The caller closes it. */
export const openTerminal = ({ command, args, columns, rows, env, cwd }: TerminalOptions): Terminal => {
	const emulator = createEmulator(columns, rows);
	const modes = watchModes(emulator);
	const child = spawn(command, [...args], {
		cols: columns,
		rows,
		env,
		...(cwd === undefined ? {} : { cwd }),
	});
	let output = '';
	let ended = false;
	const noises: string[] = [];
	const watchers = new Set<() => void>();
	const wake = (): void => {
		for (const watcher of [...watchers]) {
			watcher();
		}
	};

	emulator.onTitleChange(title => noises.push(`title ${title}`));
	emulator.onBell(() => noises.push('bell'));
	emulator.onData(answer => {
		noises.push(`answer ${JSON.stringify(answer)}`);
		child.write(answer);
	});
	child.onData(data => {
		output += data;
		emulator.write(data, wake);
	});
	const exited = new Promise<Ending>(resolve => {
		child.onExit(({ exitCode, signal }) => {
			emulator.write('', () => {
				ended = true;
				resolve({ exitCode, signal: signal ?? 0 });
				wake();
			});
		});
	});

	const waitFor = (wanted: Wanted, what: string, withinMs = usualDeadlineMs): Promise<readonly string[]> =>
		new Promise((resolve, reject) => {
			const settle = (act: () => void): void => {
				clearTimeout(deadline);
				watchers.delete(look);
				act();
			};
			const giveUp = (why: string): void =>
				settle(() => reject(new Error(`${why} while waiting for ${what}:\n${picture(linesOf(emulator))}`)));
			const look = (): void => {
				const lines = linesOf(emulator);
				// In the middle of a synchronized frame a person still sees the former one.
				if (!modes.isOn(synchronizedOutput) && satisfies(lines, wanted)) {
					settle(() => resolve(lines));
				} else if (ended) {
					giveUp('the program ended');
				}
			};
			const deadline = setTimeout(() => giveUp(`${withinMs} ms passed`), withinMs);
			watchers.add(look);
			look();
		});

	return {
		type: text => child.write(text),
		typeBytes: bytes => {
			// It takes bytes as well; only its types do not say so.
			Reflect.apply(child.write, child, [Buffer.from(bytes)]);
		},
		press: (...names) => {
			for (const name of names) {
				child.write(bytesOfKey(name));
			}
		},
		screen: () => linesOf(emulator),
		cells: line => cellsOf(emulator, line).map(cell => (cell.getWidth() === 0 ? '' : cell.getChars() || ' ')),
		look: line => lookOf(cellsOf(emulator, line)),
		waitFor,
		output: () => output,
		bytes: () => Buffer.byteLength(output),
		resize: (toColumns, toRows) => {
			emulator.resize(toColumns, toRows);
			child.resize(toColumns, toRows);
		},
		signal: name => child.kill(name),
		hangUp: () => {
			if ('destroy' in child && typeof child.destroy === 'function') {
				child.destroy();
			}
		},
		exited,
		isAlternate: () => emulator.buffer.active.type === 'alternate',
		modes,
		noises: () => noises,
		close: async () => {
			if (!ended) {
				child.kill('SIGKILL');
				await exited;
			}
			emulator.dispose();
		},
	};
};
