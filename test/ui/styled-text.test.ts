import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consoleLink } from '../../source/model/console-link.ts';
import { styledText } from '../../source/ui/frame/styled-text.ts';
import { cutStyled, styledWidth } from '../../source/ui/frame/styled-width.ts';

const full = { color: true, ascii: false };
const address = 'https://a.example/#/x';
const linked = '\u001b]8;;https://a.example/#/x\u001b\\here\u001b]8;;\u001b\\';

describe('a piece with a link', () => {
	test('leads there, and ends before what follows', () => {
		expect(styledText([{ text: 'go ' }, { text: 'here', link: address }, { text: ' now' }], full)).toBe(
			`go ${linked} now`,
		);
	});

	test.each([
		['without colours', { color: false, ascii: false }],
		['without signs', { color: true, ascii: true }],
	])('is the text alone on a terminal %s', (_, look) => {
		expect(styledText([{ text: 'here', link: address }], look)).toBe('here');
	});

	test.each([
		'http://a.example/',
		'javascript:x',
		'https://a/\u001b\\',
		'https://a/\u0007',
		'https://a/ b',
		'https://ä/',
		'',
	])('is the text alone where the address is %j', link => {
		expect(styledText([{ text: 'here', link }], full)).toBe('here');
	});

	test('takes no cells for its address, and is closed where it is cut', () => {
		expect(styledWidth(linked)).toBe(4);
		expect(cutStyled(`${linked} now`, 3, '…')).toBe('\u001b]8;;https://a.example/#/x\u001b\\he…\u001b]8;;\u001b\\');
	});
});

test('whatever the service calls a job, its link is one of the console, without a control character', () => {
	const anyText = fc.string({ unit: 'binary', maxLength: 40 });
	fc.assert(
		fc.property(anyText, anyText, anyText, (region, JobId, WorkspaceId) => {
			const link = consoleLink(region, { JobId, WorkspaceId });
			expect(link).toMatch(/^https:\/\/pai\.console\.aliyun\.com\/[\x21-\x7e]*$/);
			expect(styledText([{ text: 'x', link }], full)).toBe(`\u001b]8;;${link}\u001b\\x\u001b]8;;\u001b\\`);
		}),
	);
});
