import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTerms } from '../../../source/model/grammar/parse.ts';
import { printTerm, printTerms } from '../../../source/model/grammar/print.ts';
import { noon } from '../../support/moves.ts';
import { someTerm, someText } from './texts.ts';

const printed = (text: string): readonly string[] => parseTerms(text, noon).terms.map(printTerm);
const problem = (text: string) => parseTerms(text, noon).problems[0];

describe('the grammar', () => {
	test('reads what it prints as the same terms', () => {
		fc.assert(
			fc.property(fc.array(someTerm, { maxLength: 4 }), terms => {
				expect(parseTerms(printTerms(terms), noon)).toEqual({ terms, problems: [] });
			}),
			{ numRuns: 1500 },
		);
	});

	test('takes any text without failing: each word is a term, or a problem with its place', () => {
		fc.assert(
			fc.property(someText, text => {
				const { terms, problems } = parseTerms(text, noon);
				expect(terms.length + problems.length > 0).toBe(text.trim() !== '');
				for (const { from, to, message } of problems) {
					expect(from).toBeGreaterThanOrEqual(0);
					expect(to).toBeLessThanOrEqual(text.length);
					expect(to).toBeGreaterThanOrEqual(from);
					expect(message).not.toBe('');
				}
			}),
			{ numRuns: 1500 },
		);
	});

	test.each<[string, readonly string[]]>([
		['', []],
		['  llm  ', ['llm']],
		['name:llm', ['llm']],
		['llm pretrain', ['llm', 'pretrain']],
		['"a b" -"c d"', ['"a b"', '-"c d"']],
		['status:Failed,Stopped', ['status:Failed,Stopped']],
		['GPUS>=8 gpu:8', ['gpu>=8', 'gpu=8']],
		['wait>90m age<2d run!=1w', ['wait>1h30m', 'age<2d', 'run!=7d']],
		['-reason:/oom|killed/i', ['-reason:/oom|killed/i']],
		['/^eval-\\d+$/', ['/^eval-\\d+$/']],
		['any:"say \\"hi\\""', ['any:"say \\"hi\\""']],
		['image:registry/a:1', ['image:registry/a:1']],
		['mine:no', ['mine:false']],
		['tag:team=vision', ['tag:team=vision']],
		['resource-id:quota1', ['ResourceId:quota1']],
		['window:36h', ['window:1d12h']],
		['window:2026-11-01..2026-11-09', ['window:2026-11-01T00:00:00Z..2026-11-09T23:59:59Z']],
		['中文', ['中文']],
		['a-b.c_d', ['a-b.c_d']],
	])('%s', (text, terms) => {
		expect(problem(text)).toBeUndefined();
		expect(printed(text)).toEqual(terms);
	});

	test.each<[string, number, number, string]>([
		['llm foo:x', 4, 9, 'there is no field foo'],
		['llm stauts:x', 4, 12, 'there is no field stauts; the nearest is status'],
		['gpu>=many', 5, 9, 'many: gpu takes a number, as in gpu>=8'],
		['wait>5', 5, 6, '5: wait takes a span, as in wait>10m'],
		['status:', 7, 7, 'a value is missing'],
		['status>Failed', 0, 13, 'status is text: write status:value'],
		['"abc', 0, 4, 'the quote is not closed'],
		['/abc', 0, 4, 'the second / is missing'],
		['/a(/', 0, 4, '/a(/: a ( is not closed'],
		['/a/x', 0, 4, 'only the letter i may follow /…/, not x'],
		['"a"b', 0, 4, 'a space is missing before b'],
		['-', 0, 1, 'a dash excludes what follows it: -word'],
		['-Username:ali', 0, 13, 'the service cannot exclude by Username'],
		['PaymentType:Free', 0, 16, 'PaymentType:Free: ListJobs allows PrePaid, Spot, PostPaid'],
		['window:soon', 7, 11, 'soon: write a window like 36h, 7d or 2026-11-01..2026-11-09'],
		['mine:perhaps', 0, 12, 'mine:perhaps: say true or false'],
	])('%s is a problem with its place and a sentence', (text, from, to, message) => {
		expect(problem(text)).toMatchObject({ from, to });
		expect(problem(text)?.message).toContain(message);
	});

	test('still has the good terms beside a bad one', () => {
		expect(printed('llm foo:x gpu>=8')).toEqual(['llm', 'gpu>=8']);
	});
});
