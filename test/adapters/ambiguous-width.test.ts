import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createScreen } from '../../source/adapters/screen.ts';
import { isAmbiguous } from '../../source/text/ambiguous.ts';
import { createEmulator, feed } from '../support/emulator.ts';

const columns = 60;

/** A terminal whose user has ambiguous characters drawn in two cells. */
const createWideEmulator = () => {
	const emulator = createEmulator(columns, 6);
	const wcwidth = (code: number): 1 | 2 => {
		const character = String.fromCodePoint(code);
		return isAmbiguous(character) || /\p{Script=Han}/u.test(character) ? 2 : 1;
	};
	emulator.unicode.register({ version: 'ambiguous-wide', wcwidth, charProperties: code => wcwidth(code) << 1 });
	emulator.unicode.activeVersion = 'ambiguous-wide';
	return emulator;
};

const openScreen = () => {
	const emulator = createWideEmulator();
	let written = '';
	let paint = (): void => {};
	const output = { columns, rows: 6, write: (text: string) => (written += text) };
	const screen = createScreen(output, run => {
		paint = run;
	});
	screen.enter();
	return {
		show: async (lines: readonly string[]): Promise<void> => {
			screen.sink.write(lines.join('\n'));
			paint();
			await feed(emulator, written);
			written = '';
		},
		/** What a person reads in these columns. */
		read: (row: number, from: number, to: number): string =>
			emulator.buffer.active.getLine(row)?.translateToString(false, from, to) ?? '',
	};
};

const statuses = ['● Running', '✗ Failed', '◷ Queuing', '▸ ● Running', 'Stopped', 'Работает', '中文 ●', ''];
const figures = ['12m', '1h03', '3d02h', '59s', '-', ''];

const anyRow = fc.record({
	status: fc.constantFrom(...statuses),
	name: fc.constantFrom('llm-pretrain…', 'eval-中文', 'été·x', 'a'),
	figure: fc.constantFrom(...figures),
	selected: fc.boolean(),
});

/** The width of these statuses and names is their length but for the two ideographs. */
const padded = (text: string, width: number): string =>
	text.padEnd(width - (text.match(/\p{Script=Han}/gu)?.length ?? 0));

const figureAt = 40;
const lineOf = ({ status, name, figure, selected }: Row): string => {
	const line = `${padded(status, 18)}${padded(name, figureAt - 18)}${figure}`;
	return selected ? `\u001b[7m${line.padEnd(columns)}\u001b[27m` : line;
};

type Row = {
	readonly status: string;
	readonly name: string;
	readonly figure: string;
	readonly selected: boolean;
};

describe('on a terminal that draws ambiguous characters in two cells', () => {
	test('a figure stands in its column, and nothing of an older one stays beside it', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.array(anyRow, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
				async frames => {
					const screen = openScreen();
					for (const rows of frames) {
						await screen.show(rows.map(lineOf));
						for (const [index, { figure }] of rows.entries()) {
							expect(screen.read(index, figureAt, columns).trimEnd()).toBe(figure);
						}
					}
				},
			),
			{ numRuns: 200 },
		);
	});

	test('what a longer word ran over is printed again', async () => {
		const screen = openScreen();
		await screen.show(['абвг 12m']);
		await screen.show(['деёж 12m']);
		expect(screen.read(0, 5, 20).trimEnd()).toBe('12m');
	});

	test('the sign of a row stays when its word changes', async () => {
		const screen = openScreen();
		await screen.show(['  ● Running']);
		await screen.show(['  ● Restarting']);
		expect(screen.read(0, 0, 20).trimEnd()).toBe('  ● Restarting'.replace('● ', '●'));
	});
});
