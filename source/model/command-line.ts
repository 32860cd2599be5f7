import { completions, takesArgument } from './command-names.ts';
import { edit, emptyLine, type LineEditor, lineText } from './line-editor.ts';
import type { Mode } from './mode.ts';
import type { State } from './state.ts';

export type CommandMode = Extract<Mode, { kind: 'command' }>;

/** Lines that are remembered. */
const mostRemembered = 100;

const withLine = (state: State, mode: CommandMode, line: LineEditor, back = 0): State => ({
	...state,
	mode: { ...mode, line, back },
});

/** `:` over the list, the pane, the logs or the differences. */
export const openCommandLine = (state: State): State =>
	state.mode.kind === 'list' ||
	state.mode.kind === 'detail' ||
	state.mode.kind === 'logs' ||
	state.mode.kind === 'comparison'
		? { ...state, mode: { kind: 'command', line: emptyLine, over: state.mode.kind, back: 0 } }
		: state;

/** The line is gone; whoever had the keys before has them again. */
export const closeCommandLine = (state: State): State =>
	state.mode.kind === 'command' ? { ...state, mode: { kind: state.mode.over } } : state;

/** A key that is no command of the prompt: edits the line. Backspace on an empty line leaves it. */
export const typeCommandKey = (state: State, mode: CommandMode, key: string): State => {
	if (key === 'backspace' && lineText(mode.line) === '') {
		return closeCommandLine(state);
	}
	const line = edit(mode.line, key);
	return line === undefined ? state : withLine(state, mode, line);
};

export const pasteCommand = (state: State, mode: CommandMode, paste: (line: LineEditor) => LineEditor): State =>
	withLine(state, mode, paste(mode.line));

const commonStart = (a: string, b: string): string => {
	let length = 0;
	while (length < a.length && a[length]?.toLowerCase() === b[length]?.toLowerCase()) {
		length += 1;
	}
	return a.slice(0, length);
};

/** What Tab makes of the text before the insertion point: as much as all candidates share; the one candidate whole. */
const completed = (text: string, words: readonly string[]): string => {
	const [first] = words;
	if (first === undefined) {
		return text;
	}
	const begun = /[^\s,]*$/.exec(text)?.[0] ?? '';
	const start = text.slice(0, text.length - begun.length);
	if (words.length > 1) {
		const shared = words.reduce(commonStart, first);
		return start + (shared.toLowerCase().startsWith(begun.toLowerCase()) ? shared : begun);
	}
	return `${start}${first}${start.trim() === '' && takesArgument(first) ? ' ' : ''}`;
};

/** `Tab`. Where it adds nothing, the candidates on the line say why; where there are none, a notice does. */
export const completeCommand = (state: State): State => {
	const { mode } = state;
	if (mode.kind !== 'command') {
		return state;
	}
	const words = completions(state, mode.line.before);
	return words.length === 0
		? { ...state, notice: 'nothing begins like this' }
		: withLine(state, mode, { ...mode.line, before: completed(mode.line.before, words) });
};

/** `up` and `down`: the lines of before, and back to an empty one. */
export const recallCommand = (state: State, by: 1 | -1): State => {
	const { mode, commands } = state;
	if (mode.kind !== 'command') {
		return state;
	}
	const back = Math.max(0, Math.min(mode.back - by, commands.length));
	if (back === mode.back) {
		return { ...state, notice: by < 0 ? 'no command before this one' : 'no command after this one' };
	}
	return withLine(state, mode, { ...emptyLine, before: back === 0 ? '' : (commands.at(-back) ?? '') }, back);
};

/** Remembers a line; one that is repeated stands there once, as the newest. */
export const remember = (commands: readonly string[], text: string): readonly string[] =>
	[...commands.filter(known => known !== text), text].slice(-mostRemembered);
