import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../source/model/json.ts';
import { jsonText } from '../../source/report/json-text.ts';
import { report } from '../../source/report/report.ts';
import { maskSign } from '../../source/text/mask.ts';
import sample from '../fixtures/listjobs.sample.json' with { type: 'json' };
import { strangeText } from '../text/strange-text.ts';
import { answeredAt, hostileName, items, pageOf } from './page.ts';

const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u061c\u2028-\u202e\u2060-\u2069\ufeff]/;

const jsonOf = (more: Parameters<typeof pageOf>[1] = {}): string =>
	report(pageOf(items, more), { format: 'json', now: answeredAt }).text;

describe('the envelope as JSON', () => {
	test('parses back to what the service sent, its secrets masked and everything new kept', () => {
		const back: Json = JSON.parse(jsonOf({ TotalCount: 683, Cursor: 'x', Newness: { Level: [1, null] } }));
		expect(back).toEqual({
			Jobs: [{ ...items[0], Envs: { HF_TOKEN: maskSign, LR: '0.1' } }, items[1], items[2]],
			TotalCount: 683,
			RequestId: '473469C7',
			Cursor: 'x',
			Newness: { Level: [1, null] },
		});
	});

	test('is indented by two spaces, ended by a newline, and holds nothing that steers a terminal', () => {
		expect(jsonOf()).toMatch(/^\{\n {2}"Jobs": \[\n {4}\{\n {6}"JobId": "dlc1",\n/);
		expect(jsonOf()).toMatch(/\}\n$/);
		expect(jsonOf()).not.toMatch(unsafe);
		expect(jsonOf()).toContain(String.raw`\u001b[31mred`);
		expect(jsonOf()).toContain(String.raw`\u202egpj.exe\nnext\u009b2J\u200b\u2028`);
	});

	test('keeps an item that was sent twice, and one that is no object', () => {
		const page = pageOf([{ JobId: 'dlc1' }, { JobId: 'dlc1', Status: 'Failed' }, 7]);
		const back: Json = JSON.parse(report(page, { format: 'json', now: answeredAt }).text);
		expect(back).toMatchObject({ Jobs: [{ JobId: 'dlc1' }, { JobId: 'dlc1', Status: 'Failed' }, 7] });
		expect(report(page, { format: 'json', now: answeredAt }).warning).toBeUndefined();
	});

	test('of the sample of the API page is the sample', () => {
		const { Jobs, TotalCount, RequestId } = sample;
		const page = pageOf(Jobs, { TotalCount, RequestId });
		const back = JSON.parse(report(page, { format: 'json', now: answeredAt }).text);
		expect(Object.keys(back.Jobs[0])).toEqual(Object.keys(Jobs[0] ?? {}));
		expect(back).toMatchObject({ TotalCount, RequestId });
	});
});

describe('one item a line', () => {
	test('each line parses back to its item, its secrets masked', () => {
		const { text } = report(pageOf(items), { format: 'ndjson', now: answeredAt });
		const lines = text.split('\n');
		expect(lines.pop()).toBe('');
		expect(lines.map(line => JSON.parse(line))).toEqual([
			{ ...items[0], Envs: { HF_TOKEN: maskSign, LR: '0.1' } },
			items[1],
			{ ...items[2], DisplayName: hostileName },
		]);
		expect(text).not.toMatch(unsafe);
	});

	test('no jobs are no lines', () => {
		expect(report(pageOf([]), { format: 'ndjson', now: answeredAt }).text).toBe('');
	});
});

test('Any text in JSON is the same to a parser and harmless to a terminal', () => {
	fc.assert(
		fc.property(strangeText, strangeText, (name, value) => {
			const text = jsonText({ [name]: value }, 0);
			expect(JSON.parse(text)).toEqual(Object.fromEntries([[name, value]]));
			expect(text).not.toMatch(unsafe);
			expect(text).not.toMatch(/\n/);
		}),
	);
});
