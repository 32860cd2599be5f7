import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from '../../source/report/csv.ts';
import { report } from '../../source/report/report.ts';
import { columnIds } from '../../source/tables/columns.ts';
import { answeredAt, items, pageOf } from './page.ts';

/** A reader of RFC 4180, a character at a time. */
const parseCsv = (text: string): string[][] => {
	const rows: string[][] = [];
	let row: string[] = [];
	let field = '';
	let quoted = false;
	for (let at = 0; at < text.length; at += 1) {
		const character = text.charAt(at);
		if (quoted && character === '"' && text[at + 1] === '"') {
			field += '"';
			at += 1;
		} else if (character === '"') {
			quoted = !quoted;
		} else if (!quoted && (character === ',' || character === '\r')) {
			row.push(field);
			field = '';
		} else if (!quoted && character === '\n') {
			rows.push(row);
			row = [];
		} else {
			field += character;
		}
	}
	return rows;
};

const anyField = fc.oneof(
	fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', '=', '+', '-', '@', '\t', "'", '中', ' ') }),
	fc.string(),
);

test('Every field comes back as it was, or behind the apostrophe that keeps a spreadsheet from running it', () => {
	const anyRows = fc.array(fc.array(anyField, { minLength: 1, maxLength: 5 }), { maxLength: 5 });
	fc.assert(
		fc.property(anyRows, rows => {
			const back = parseCsv(csvText(rows));
			expect(back.map(row => row.map(field => field.replace(/^'(?=[=+\-@\t\r])/, '')))).toEqual(
				rows.map(row => row.map(field => field.replace(/^'(?=[=+\-@\t\r])/, ''))),
			);
			expect(back.flat().filter(field => /^[=+\-@\t\r]/.test(field))).toEqual([]);
		}),
	);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠1'])('%j is no formula', text => {
	expect(parseCsv(csvText([[text]]))).toEqual([[`'${text}`]]);
});

test('The header is the ids of the columns, and spans are seconds', () => {
	const { text } = report(pageOf(items), { format: 'csv', now: answeredAt });
	const [header, first] = parseCsv(text);
	expect(header).toEqual(columnIds);
	const row = Object.fromEntries((header ?? []).map((id, index) => [id, first?.[index]]));
	expect(row).toMatchObject({
		status: 'Running',
		name: 'llm-pretrain',
		id: 'dlc1',
		type: 'PyTorchJob',
		gpus: '64',
		age: String(74 * 3600),
		run: '3600',
		created: '2026-11-06T10:00:00Z',
		finished: '',
		reason: 'said "no", twice',
	});
});

test('What is unknown is empty, and the chosen columns come in their order', () => {
	const { text } = report(pageOf(items), { format: 'csv', columns: ['run', 'gpus', 'id'], now: answeredAt });
	expect(text).toBe('run,gpus,id\r\n3600,64,dlc1\r\n,,dlc2\r\n,8,dlc3\r\n');
});

test('A hostile name is one line of visible marks', () => {
	const { text } = report(pageOf(items.slice(2)), { format: 'csv', columns: ['name'], now: answeredAt });
	expect(text).toBe('name\r\n␛[31mred␛]0;owned␇ ·gpj.exe␊next·2J··\r\n');
});
