import { Writable } from 'node:stream';
import { PaintedLine } from './frame-cells.ts';
import { diffLine } from './frame-diff.ts';
import type { Pen, Stroke } from './frame-pen.ts';
import { printLine } from './frame-print.ts';
import { scrollBetween, scrolled, scrollSequence } from './frame-scroll.ts';
import { plain, styleChange, withLink } from './frame-style.ts';

/** The terminal under the screen: `process.stdout`, or a recorder in tests. */
export type Output = {
	readonly columns: number;
	readonly rows: number;
	readonly write: (text: string) => unknown;
};

const csi = '\u001b[';
/** Alternate screen, no cursor, and no wrapping: a terminal that takes a grapheme for wider than we do must not start another line. */
const enterSequence = `${csi}?1049h${csi}?25l${csi}?7l`;
const clearSequence = `${csi}m${csi}H${csi}2J`;
/** Left empty, since tmux, where it grew meanwhile, keeps lines of what it leaves and shows them above the shell’s. */
const leaveSequence = `${clearSequence}${csi}?7h${csi}?25h${csi}?1049l`;
/** Synchronized update (mode 2026): no terminal paints half of it. A short patch comes in one piece anyway. */
const beginSync = `${csi}?2026h`;
const endSync = `${csi}?2026l`;
const syncFrom = 512;

/** Ink's own mode switches, such as bracketed paste; everything else that Ink writes is a frame. */
// biome-ignore lint/complexity/useRegexLiterals: an Esc in a literal would be unreadable
const modeSwitches = new RegExp('^(?:\\u001b\\[\\?[0-9]+[hl])+$');
const modeSwitch = /\?([0-9]+)([hl])/g;

/** What Ink takes for its stdout: with `debug: true` each write is one whole frame. */
class FrameSink extends Writable {
	readonly isTTY = true;
	readonly #output: Output;
	readonly #take: (text: string) => void;

	constructor(output: Output, take: (text: string) => void) {
		super({ decodeStrings: false });
		this.#output = output;
		this.#take = take;
	}

	get columns(): number {
		return this.#output.columns;
	}

	get rows(): number {
		return this.#output.rows;
	}

	override _write(text: unknown, _encoding: BufferEncoding, done: () => void): void {
		this.#take(String(text));
		done();
	}
}

type Painted = {
	readonly columns: number;
	readonly rows: number;
	/** Undefined where a line has become free and nothing is written. */
	readonly lines: readonly (PaintedLine | undefined)[];
	/** The look in which the terminal writes on. Its place is not relied on: somebody else may have written a line. */
	readonly style: Pen['style'];
};

/** Moves what only stands elsewhere, so that a list that goes up by a row costs a row, and not a screen. */
const moveRows = (painted: Painted, lines: readonly string[]): { readonly text: string; readonly moved: Painted } => {
	const scroll = scrollBetween(
		painted.lines.map(line => line?.text ?? ''),
		lines,
	);
	if (scroll === undefined) {
		return { text: '', moved: painted };
	}
	return {
		text: styleChange(painted.style, plain) + scrollSequence(scroll),
		moved: {
			...painted,
			lines: scrolled(painted.lines, scroll, undefined),
			style: plain,
		},
	};
};

/** What turns one line of the screen into another. On a blank one it is printed as it stands, without a look at its cells. */
const lineStroke = (
	pen: Pen,
	row: number,
	before: PaintedLine | undefined,
	after: PaintedLine,
	columns: number,
): Stroke => {
	const isBlank = before === undefined || /^ *$/.test(before.text);
	return (
		(isBlank ? printLine(pen, row, after.text, columns) : undefined) ??
		diffLine(pen, row, before?.cells ?? [], after.cells)
	);
};

/** The output that turns what is painted into these lines, each at the row of its index. */
const change = (shown: Painted | undefined, lines: readonly string[], columns: number, rows: number) => {
	const { text: start, moved: before } =
		shown === undefined ? { text: clearSequence, moved: undefined } : moveRows(shown, lines);
	let text = start;
	let pen: Pen =
		before === undefined
			? { row: 0, column: 0, style: plain }
			: { row: undefined, column: undefined, style: before.style };
	const now: PaintedLine[] = [];
	const count = Math.max(lines.length, before?.lines.length ?? 0);
	for (let row = 0; row < count; row++) {
		const shownLine = before?.lines[row];
		const line = lines[row] ?? '';
		const next = shownLine?.text === line ? shownLine : new PaintedLine(line, columns);
		if (next !== shownLine) {
			const stroke = lineStroke(pen, row, shownLine, next, columns);
			text += stroke.text;
			pen = stroke;
		}
		now.push(next);
	}
	// What is written between two frames, and after the last one, must not become a part of a link.
	const style = withLink(pen.style, '');
	text += styleChange(pen.style, style);
	const painted: Painted = { columns, rows, lines: now, style };
	return { text, painted };
};

export type Screen = {
	readonly sink: Writable;
	/** Takes the terminal: alternate screen, no cursor, and the modes that Ink asked for. */
	readonly enter: () => void;
	/** Gives the terminal back as it was. May be called at any time, more than once. */
	readonly leave: () => void;
	/** Paints the last frame whole, whatever the terminal shows. */
	readonly repaint: () => void;
	/** Writes a sequence that draws nothing, between two frames; lost while the terminal is not ours. */
	readonly pass: (sequence: string) => void;
};

/**
 * The screen between Ink and the terminal: it keeps the cells that are painted and writes the least that turns them into the
 * next frame. Frames of one turn of the event loop become one. A frame is clipped to the terminal without its last row, so
 * nothing scrolls.
 */
export const createScreen = (output: Output, defer: (run: () => void) => void = setImmediate): Screen => {
	let entered = false;
	let painted: Painted | undefined;
	let frame: string | undefined;
	let scheduled = false;
	const modes = new Set<string>();

	const paint = (): void => {
		scheduled = false;
		const { columns, rows } = output;
		if (!entered || frame === undefined) {
			return;
		}
		const before = painted?.columns === columns && painted.rows === rows ? painted : undefined;
		const result = change(before, frame.split('\n').slice(0, Math.max(0, rows - 1)), columns, rows);
		painted = result.painted;
		if (result.text !== '') {
			output.write(result.text.length >= syncFrom ? beginSync + result.text + endSync : result.text);
		}
	};

	const schedule = (): void => {
		if (!scheduled) {
			scheduled = true;
			defer(paint);
		}
	};

	/** A mode that is switched on while the terminal is not ours waits until it is. */
	const switchModes = (text: string): void => {
		for (const [, mode = '', way] of text.matchAll(modeSwitch)) {
			if (way === 'h') {
				modes.add(mode);
			} else {
				modes.delete(mode);
			}
		}
		if (entered) {
			output.write(text);
		}
	};

	const take = (text: string): void => {
		if (modeSwitches.test(text)) {
			switchModes(text);
		} else if (text !== '') {
			frame = text;
			schedule();
		}
	};

	const modeSequence = (way: 'h' | 'l'): string => [...modes].map(mode => `${csi}?${mode}${way}`).join('');

	return {
		sink: new FrameSink(output, take),
		enter: () => {
			if (!entered) {
				entered = true;
				painted = undefined;
				output.write(enterSequence + modeSequence('h'));
				schedule();
			}
		},
		leave: () => {
			if (entered) {
				entered = false;
				output.write(modeSequence('l') + leaveSequence);
			}
		},
		repaint: () => {
			painted = undefined;
			schedule();
		},
		pass: sequence => {
			if (entered) {
				output.write(sequence);
			}
		},
	};
};
