import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sanitize } from '../../source/text/sanitize.ts';
import { displayWidth, graphemes } from '../../source/text/width.ts';
import { strangeText } from './strange-text.ts';

const england = '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}';

describe('text that means no harm', () => {
	test.each([
		['ASCII', 'llm-pretrain-7b-stage2 (v2) [final] ~/x'],
		['Chinese', '训练任务-中文名称，第十二次'],
		['an accent of its own', 'e\u0301clair'],
		['a family joined to one emoji', '👨‍👩‍👧 👩‍🚀'],
		['a heart with its selector', '❤️'],
		['an emoji whose selector was left out', '🏳‍🌈 👩‍❤‍👨'],
		['a picture asked for as text', '❤︎'],
		['a key cap', '1️⃣ #️⃣'],
		['a skin tone', '👍🏽'],
		['flags', `🇨🇳🇩🇪 ${england}`],
		['a non-joiner between Arabic letters', 'سعید\u200cکار'],
		['a non-joiner after an Arabic vowel sign', 'می\u064e\u200cخواهم'],
		['Hebrew with points', 'שָׁלוֹם'],
		['Devanagari', 'नमस्ते'],
		['Thai', 'กำลังฝึก'],
		['four marks on one letter', 'a\u0301\u0302\u0303\u0304'],
		['spaces of all widths', 'a\u00a0b\u3000c'],
		['signs of its own', '␛ · … �'],
	])('stays as it came: %s', (_, text) => {
		expect(sanitize(text)).toBe(text);
	});
});

describe('a character that is not to be sent', () => {
	test.each([
		['an escape sequence', '\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
		['a title with its bell', '\u001b]0;owned\u0007', '␛]0;owned␇'],
		['a C1 introducer', '\u009b31m\u0090\u0085', '·31m··'],
		['line breaks and tabs', 'a\nb\tc\r\u0000d', 'a␊b␉c␍␀d'],
		['delete', 'a\u007f', 'a␡'],
		['a reversed direction', 'invoice\u202egpj.exe\u202c', 'invoice·gpj.exe·'],
		['isolates', '\u2066x\u2069\u2068', '·x··'],
		['direction marks', '\u200ea\u200fb\u061c', '·a·b·'],
		['zero-width characters', 'a\u200bb\u2060c\ufeffd\u00ade\u180ef', 'a·b·c·d·e·f'],
		['line and paragraph separators', 'a\u2028b\u2029', 'a·b·'],
		['half of a pair', 'a\ud83d b\ude80', 'a� b�'],
		['no character', '\uffff\ufdd0\u{1fffe}', '���'],
		['tags without a flag', `a\u{e0041}\u{e0001} ${england}\u{e0041}`, `a·· 🏴·······`],
		['annotations', '\ufff9a\ufffab\ufffb', '·a·b·'],
		['a joiner between letters', 'a\u200db', 'a·b'],
		['a joiner before and after an emoji', '\u200d🚀\u200d', '·🚀·'],
		['a joiner between emoji that make none', '👩‍🍕 🚀‍🚀', '👩·🍕 🚀·🚀'],
		['a selector on a letter', 'a\ufe0f1\ufe0f中\u{e0100}', 'a·1·中·'],
		['a non-joiner elsewhere', 'a\u200cb ک\u200c \u200cک', 'a·b ک· ·ک'],
		['a non-joiner behind a pile', `م${'\u064e'.repeat(5)}\u200cک`, `م${'\u064e'.repeat(4)}··ک`],
		['fillers that look like nothing', '\u3164\u115f\u2064\uffa0', '····'],
		['a mark without a letter', '\u0301\u0301a', '··a'],
		['marks in a pile', `a${'\u0301'.repeat(7)}b`, `a${'\u0301'.repeat(4)}···b`],
	])('becomes a visible mark: %s', (_, text, shown) => {
		expect(sanitize(text)).toBe(shown);
	});
});

describe('any text, made safe,', () => {
	const isControl = (character: string): boolean => {
		const code = character.codePointAt(0) ?? 0;
		return code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code < 0xe000);
	};

	test('holds no byte that steers a terminal', () => {
		fc.assert(
			fc.property(strangeText, text => {
				const safe = sanitize(text);
				expect([...safe].filter(isControl)).toEqual([]);
				expect(safe).not.toMatch(/[\u200e\u200f\u061c\u2028-\u202e\u2060-\u2069\ufeff\u200b]/);
			}),
			{ numRuns: 2000 },
		);
	});

	test('is safe a second time without a change', () => {
		fc.assert(
			fc.property(strangeText, text => {
				expect(sanitize(sanitize(text))).toBe(sanitize(text));
			}),
			{ numRuns: 3000 },
		);
	});

	test('has no character without a width, so that nothing can hide', () => {
		fc.assert(
			fc.property(strangeText, text => {
				expect(graphemes(sanitize(text)).filter(grapheme => displayWidth(grapheme) === 0)).toEqual([]);
			}),
			{ numRuns: 3000 },
		);
	});

	test('keeps to itself when it is written after a space or a letter', () => {
		fc.assert(
			fc.property(strangeText, oneBefore, (text, before) => {
				expect(displayWidth(before + sanitize(text))).toBe(displayWidth(before) + displayWidth(sanitize(text)));
			}),
			{ numRuns: 2000 },
		);
	});

	test('has as many characters as it had, none left out', () => {
		fc.assert(
			fc.property(strangeText, text => {
				expect([...sanitize(text)]).toHaveLength([...text].length);
			}),
		);
	});
});

const oneBefore = fc.constantFrom(' ', 'a', '│', '中');

test('A hostile text of a megabyte is made safe in linear time', () => {
	const marks = `a${'\u0301'.repeat(1_000_000)}`;
	const joined = '👩\u200d'.repeat(300_000);
	expect(displayWidth(sanitize(marks))).toBe(1_000_000 - 4 + 1);
	expect([...sanitize(joined)].filter(character => character === '·')).toHaveLength(300_000);
});
