import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readableLines, stampLength, stampTime } from '../../source/text/log-line.ts';
import { sanitize } from '../../source/text/sanitize.ts';

const read = (line: string): readonly string[] => readableLines(line);

describe('a line of a log', () => {
	test.each([
		['\u001b[1;33mWARN\u001b[0m slow', ['WARN slow']],
		['\u001b]0;title\u0007text', ['text']],
		['2026-11-09 12:00:00  \rEval 10%\rEval 100%', ['2026-11-09 12:00:00  Eval 100%']],
		['Eval 10%\rEval 100%\r', ['Eval 100%']],
		['a\tb', ['a    b']],
		['a\nb\r\nc', ['a', 'b', 'c']],
		['训练 ✅', ['训练 ✅']],
		['bell\u0007', ['bell␇']],
	])('%j is read as %j', (sent, lines) => {
		expect(read(sent)).toEqual(lines);
	});

	test('is cut with words when nobody could read it', () => {
		const [line = ''] = read('x'.repeat(50_000));
		expect(line.length).toBeLessThan(11_000);
		expect(line).toMatch(/x … \(40000 more characters\)$/);
	});

	test('is cut before a word that may be half a secret', () => {
		const start = 'x '.repeat(4990);
		const [line = ''] = read(`${start}https://me:hunter2hunter2@example.com/ ${'x'.repeat(50)}`);
		expect(line).not.toContain('hunter');
	});

	test('holds nothing that steers a terminal, whatever was sent', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), sent => {
				for (const line of read(`\u001b[31m${sent}`)) {
					expect(line).toBe(sanitize(line));
				}
			}),
		);
	});
});

describe('the time of a line', () => {
	test.each([
		['2026-11-09 12:00:00  go', 21, Date.parse('2026-11-09T12:00:00Z')],
		['2026-11-09T12:00:00.123Z go', 25, Date.parse('2026-11-09T12:00:00Z')],
		['2026-11-09T12:00:00+08:00 go', 26, Date.parse('2026-11-09T04:00:00Z')],
		['go at 2026-11-09 12:00:00 ', 0, undefined],
		['2026-13-40 99:00:00 go', 20, undefined],
	])('%j has %s cells and is %s', (line, length, at) => {
		expect(stampLength(line)).toBe(length);
		expect(stampTime(line)).toBe(at);
	});
});
