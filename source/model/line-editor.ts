import { graphemes } from '../text/width.ts';

/** One line of text being edited: what stands before and after the insertion point. */
export type LineEditor = { readonly before: string; readonly after: string };

export const emptyLine: LineEditor = { before: '', after: '' };
export const lineText = (line: LineEditor): string => line.before + line.after;

/** More than any filter needs; a pasted file must not become a request. */
const maxLength = 1024;

const first = (text: string): string => graphemes(text)[0] ?? '';
const last = (text: string): string => graphemes(text).at(-1) ?? '';
const dropEnd = (text: string, tail: string): string => text.slice(0, text.length - tail.length);

/** Inserts text at the insertion point, as far as there is room; runs of control characters in a paste become single spaces. */
export const insert = (line: LineEditor, text: string): LineEditor => {
	const room = Math.max(0, maxLength - line.before.length - line.after.length);
	// A line that was copied whole brings its end along, which nobody meant.
	const lines = text.replace(/[\r\n]+$/, '');
	const flat = lines.replaceAll(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').slice(0, room);
	// What does not fit must not leave half a character behind.
	const whole = flat.replace(/[\uD800-\uDBFF]$/, '');
	return { ...line, before: line.before + whole };
};

/** The editing keys that every readline user knows, by the key's name; undefined for a key that edits nothing. */
const edits: Readonly<Record<string, (line: LineEditor) => LineEditor>> = {
	backspace: line => ({ ...line, before: dropEnd(line.before, last(line.before)) }),
	delete: line => ({ ...line, after: line.after.slice(first(line.after).length) }),
	left: line => ({ before: dropEnd(line.before, last(line.before)), after: last(line.before) + line.after }),
	right: line => ({ before: line.before + first(line.after), after: line.after.slice(first(line.after).length) }),
	home: line => ({ before: '', after: lineText(line) }),
	end: line => ({ before: lineText(line), after: '' }),
	'ctrl+a': line => ({ before: '', after: lineText(line) }),
	'ctrl+e': line => ({ before: lineText(line), after: '' }),
	'ctrl+u': line => ({ ...line, before: '' }),
	'ctrl+k': line => ({ ...line, after: '' }),
	'ctrl+w': line => ({ ...line, before: line.before.replace(/\S*\s*$/u, '') }),
};

/** The line after a key, or undefined when the key is no editing key. A key of one character inserts itself. */
export const edit = (line: LineEditor, key: string): LineEditor | undefined => {
	if (key === 'space') {
		return insert(line, ' ');
	}
	const known = Object.hasOwn(edits, key) ? edits[key] : undefined;
	if (known) {
		return known(line);
	}
	return graphemes(key).length === 1 ? insert(line, key) : undefined;
};
