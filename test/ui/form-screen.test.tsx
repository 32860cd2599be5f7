import { afterEach, describe, expect, test } from 'vitest';
import { parameters } from '../../source/tables/parameters.ts';
import { displayWidth } from '../../source/text/width.ts';
import { drawn } from '../support/drawing.ts';
import { cleanup } from '../support/ink.tsx';

afterEach(cleanup);

const opened = async (columns: number, rows = 30) => {
	const shown = await drawn({ columns, rows });
	await shown.write('F');
	return shown;
};
type Form = Awaited<ReturnType<typeof opened>>;
const lineOf = (shown: Form, name: string): string =>
	shown.lines().find(line => line.slice(2).startsWith(`${name} `)) ?? '';
/** Where the explanation of a field begins, in cells. */
const noteAt = (line: string, help: string): number => displayWidth(line.slice(0, line.indexOf(help.slice(0, 8))));

describe('the filter form', () => {
	test('leaves what short texts do not need to the explanations, which stand in one column', async () => {
		const shown = await opened(80);
		const { help } = parameters.JobType;
		expect(lineOf(shown, 'JobType')).toContain(help.slice(0, 40));
		const at = noteAt(lineOf(shown, 'JobType'), help);
		expect(at).toBe(24 + 'GmtCreateTime'.length + 2);
		expect(noteAt(lineOf(shown, 'Status'), parameters.Status.help)).toBe(at);
		expect(noteAt(lineOf(shown, 'JobId'), parameters.JobId.help)).toBe(at);
	});

	test('gives a long text half of the room at most, and a wide one no more', async () => {
		for (const text of ['x'.repeat(60), '训'.repeat(40)]) {
			const shown = await opened(80);
			await shown.write(text);
			await shown.write('\t');
			expect(lineOf(shown, 'DisplayName')).toContain('…');
			const at = noteAt(lineOf(shown, 'JobType'), parameters.JobType.help);
			expect(at).toBe(24 + 28 + 1);
			expect(noteAt(lineOf(shown, 'DisplayName'), parameters.DisplayName.help)).toBe(at);
			cleanup();
		}
	});

	test.each([40, 80, 120, 200])('fits %d columns, the name and the text of a field in sight', async columns => {
		const shown = await opened(columns, 10);
		await shown.write('an-eval');
		expect(shown.lines().filter(line => line.includes('an-eval▏'))).toHaveLength(1);
		expect(Math.max(...shown.lines().map(displayWidth))).toBeLessThanOrEqual(columns);
		expect(shown.lines().length).toBeLessThanOrEqual(9);
	});
});
