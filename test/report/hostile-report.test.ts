import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createProgress } from '../../source/adapters/progress-line.ts';
import { complaint } from '../../source/compose/complain.ts';
import type { JsonObject } from '../../source/model/json.ts';
import { report } from '../../source/report/report.ts';
import { itemAt } from '../../source/simulator/item.ts';
import { makeWorld } from '../../source/simulator/world.ts';
import type { Output } from '../../source/tables/flags.ts';
import { hostileText, hostileTexts, inTurn, poisoned } from '../support/hostile.ts';
import { hiddenIn } from '../support/own-sequences.ts';
import { answeredAt, pageOf } from './page.ts';

const items: readonly JsonObject[] = makeWorld(1, answeredAt)
	.jobsAt(answeredAt)
	.slice(0, 5)
	.map(job => itemAt(job, answeredAt));

const textOf = (texts: readonly string[], format: Output): string => {
	const next = inTurn(texts);
	const hostile = items.map(item => poisoned(item, next));
	return report(pageOf(hostile, { RequestId: next(), [next()]: next() }), { format, now: answeredAt }).text;
};

const hides = (lines: readonly string[]): readonly string[] => lines.flatMap(line => hiddenIn(line) ?? []);

test.each<Output>(['table', 'wide', 'quiet'])(
	'-o %s prints a line for each job, in which nothing is hidden',
	format => {
		fc.assert(
			fc.property(hostileTexts, texts => {
				const lines = textOf(texts, format).split('\n');
				expect(hides(lines)).toEqual([]);
				expect(lines.length).toBeLessThanOrEqual(items.length + 2);
			}),
			{ numRuns: 60 },
		);
	},
);

/** The fields of CSV (RFC 4180), quotes taken off. */
const fieldsOf = (csv: string): readonly string[] =>
	[...csv.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

test('-o csv has nothing hidden, and no field that a spreadsheet would run', () => {
	fc.assert(
		fc.property(hostileTexts, texts => {
			const csv = textOf(texts, 'csv');
			expect(hides(csv.split('\r\n'))).toEqual([]);
			expect(fieldsOf(csv).filter(field => /^[=+\-@\t\r＝＋－＠]/.test(field))).toEqual([]);
		}),
		{ numRuns: 60 },
	);
});

test.each<Output>(['json', 'ndjson'])('-o %s is JSON with everything escaped that is not seen', format => {
	fc.assert(
		fc.property(hostileTexts, texts => {
			const text = textOf(texts, format);
			const documents = format === 'json' ? [text] : text.split('\n').slice(0, -1);
			for (const document of documents) {
				const value: unknown = JSON.parse(document);
				expect(typeof value).toBe('object');
			}
			// The joiners of words and pictures stay as they are: they steer nothing.
			const rest = text.replace(/\u200c|\u200d|\n/g, '');
			expect(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.exec(rest)?.[0]).toBeUndefined();
		}),
		{ numRuns: 60 },
	);
});

test('what goes to stderr is lines of text: complaints, and the progress of `wait`', () => {
	fc.assert(
		fc.property(hostileText, hostileText, fc.boolean(), (message, Code, isTTY) => {
			expect(hides(complaint(`${message}\nCode ${Code}`).split('\n'))).toEqual([]);
			let written = '';
			const write = (text: string): void => {
				written += text;
			};
			const progress = createProgress({ isTTY, columns: 60, write });
			progress.news([message, Code], answeredAt);
			progress.status(message);
			progress.status(Code);
			progress.clear();
			expect(hides(written.replaceAll('\r\u001b[K', '').split('\n'))).toEqual([]);
		}),
		{ numRuns: 300 },
	);
});
