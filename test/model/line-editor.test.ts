import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edit, emptyLine, insert, type LineEditor, lineText } from '../../source/model/line-editor.ts';

/** `before|after`, with the insertion point as a bar. */
const parse = (text: string): LineEditor => {
	const [before = '', after = ''] = text.split('|');
	return { before, after };
};
const shown = (line: LineEditor | undefined): string | undefined => line && `${line.before}|${line.after}`;

test.each([
	['backspace', 'ab|c', 'a|c'],
	['backspace', '|c', '|c'],
	['backspace', '训练|', '训|'],
	['backspace', 'x👨‍👩‍👧|', 'x|'],
	['backspace', 'e\u0301|', '|'],
	['delete', 'a|bc', 'a|c'],
	['delete', 'a|👨‍👩‍👧c', 'a|c'],
	['delete', 'a|', 'a|'],
	['left', 'ab|c', 'a|bc'],
	['left', '|c', '|c'],
	['right', 'a|bc', 'ab|c'],
	['right', 'a|', 'a|'],
	['home', 'ab|c', '|abc'],
	['ctrl+a', 'ab|c', '|abc'],
	['end', 'a|bc', 'abc|'],
	['ctrl+e', 'a|bc', 'abc|'],
	['ctrl+u', 'ab|c', '|c'],
	['ctrl+k', 'a|bc', 'a|'],
	['ctrl+w', 'one two |x', 'one |x'],
	['ctrl+w', 'one|', '|'],
	['space', 'a|b', 'a |b'],
	['x', 'a|b', 'ax|b'],
	['中', '|', '中|'],
	['👨‍👩‍👧', '|', '👨‍👩‍👧|'],
])('%s turns %s into %s', (key, from, to) => {
	expect(shown(edit(parse(from), key))).toBe(to);
});

test.each(['tab', 'up', 'pagedown', 'ctrl+x', 'alt+b', 'shift+tab', 'constructor', ''])('%s edits nothing', key => {
	expect(edit(parse('a|b'), key)).toBeUndefined();
});

test('a paste of several lines becomes one, its control characters single spaces', () => {
	expect(shown(insert(parse('a|b'), 'one\r\n\ttwo\u001b[31m\u009bx'))).toBe('aone two [31m x|b');
});

test('the line never grows beyond 1,024 units, and no character is cut in half', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 700 }), fc.nat(1100), (text, filled) => {
			const line = insert(insert(emptyLine, 'x'.repeat(filled)), text);
			expect(lineText(line).length).toBeLessThanOrEqual(1024);
			expect(lineText(line)).not.toMatch(/\p{Surrogate}/u);
		}),
	);
	expect(lineText(insert({ before: 'x'.repeat(1023), after: '' }, '👍'))).toBe('x'.repeat(1023));
});

test('moving never changes the text, and going left and right again comes back', () => {
	const anyLine = fc.record({ before: fc.string({ unit: 'grapheme' }), after: fc.string({ unit: 'grapheme-ascii' }) });
	fc.assert(
		fc.property(anyLine, fc.constantFrom('left', 'right', 'home', 'end', 'ctrl+a', 'ctrl+e'), (line, key) => {
			expect(lineText(edit(line, key) ?? emptyLine)).toBe(lineText(line));
		}),
	);
});
