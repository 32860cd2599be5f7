import { describe, expect, test } from 'vitest';
import { openMonitor } from '../support/monitor.ts';
import { isLive, selectedJob, tableRows } from '../support/screens.ts';

/** The parameters of every SGR sequence. */
const attributes = (output: string): readonly string[] =>
	[...output.matchAll(/\u001b\[([0-9;]*)m/g)].flatMap(([, parameters = '']) => parameters.split(';'));

const isColor = (parameter: string): boolean => /^(?:3[0-9]|4[0-9]|9[0-7]|10[0-7])$/.test(parameter);

describe('colour', () => {
	test('is of the 16 colours of the terminal, on its own background', async () => {
		const terminal = await openMonitor();
		await terminal.waitFor(isLive, 'the first rows');
		const used = attributes(terminal.output()).filter(isColor);
		expect(used).toContain('32');
		expect(used.filter(parameter => /^(?:4[0-8]|10\d|38)$/.test(parameter))).toEqual([]);
	});

	test.each([
		['--no-color', { args: ['--no-color'] }],
		['NO_COLOR', { env: { NO_COLOR: '1' } }],
		['TERM=dumb', { env: { TERM: 'dumb' } }],
	])('with %s there is none; the selection is still inverse', async (_, wishes) => {
		const terminal = await openMonitor(wishes);
		await terminal.waitFor(isLive, 'the first rows');
		terminal.press('enter');
		await terminal.waitFor('DETAIL', 'the pane');
		expect(attributes(terminal.output()).filter(isColor)).toEqual([]);
		expect(terminal.look(3).inverse).toBe(true);
	});
});

describe('--ascii', () => {
	test('draws everything of its own in ASCII', async () => {
		const terminal = await openMonitor({ args: ['--ascii', '--sort-by', 'DisplayName', '--display-name', 'qwen'] });
		const lines = await terminal.waitFor(/\* live/, 'the first rows');
		expect(lines.filter(line => line.startsWith('> '))).toHaveLength(1);
		terminal.press('?');
		await terminal.waitFor('Keys of the list', 'the help');
		terminal.press('escape');
		await terminal.waitFor(/\* live/, 'the list');
		terminal.press('enter');
		await terminal.waitFor('DETAIL', 'the pane');
		terminal.press('escape');
		await terminal.waitFor(lines => !lines.join().includes('DETAIL'), 'the list');
		terminal.press('/');
		await terminal.waitFor(/^\//m, 'the prompt');
		expect(terminal.output().replace(/[\u0000-\u007f]/g, '')).toBe('');
	});
});

describe('names that are not kind', () => {
	test('never reach the terminal as commands, and the columns behind them line up', async () => {
		const terminal = await openMonitor({ columns: 150, rows: 110, args: ['--page-size', '100'] });
		await terminal.waitFor(isLive, 'the first rows');
		const seen: string[] = [];
		const check = (lines: readonly string[]): void => {
			seen.push(...tableRows(lines));
			const header = terminal.cells(2);
			const start = header.findIndex((_, cell) => header.slice(cell, cell + 6).join('') === 'JOB ID');
			for (const [line, text] of lines.entries()) {
				if (/ dlc[0-9a-z]{13} /.test(text) && line > 2 && line < lines.length - 2) {
					expect(
						terminal
							.cells(line)
							.slice(start, start + 3)
							.join(''),
						text,
					).toBe('dlc');
				}
			}
		};
		check(terminal.screen());
		for (const page of [2, 3]) {
			terminal.press('n');
			check(await terminal.waitFor(lines => lines[1]?.startsWith(`page ${page}/`) ?? false, `page ${page}`));
		}
		const names = seen.join('\n');
		for (const part of ['[31mred', 'gpj.exe', 'line one', '训练任务', '👩‍🚀 moonshot', 'سعید', 'Hibernating']) {
			expect(names.includes(part), part).toBe(true);
		}
		expect(terminal.noises()).toEqual([]);
		expect(terminal.output()).not.toMatch(/[\u0007\u0080-\u009f\u202a-\u202e\u2066-\u2069\u200b]|\u001b[^[]/);
	});

	test('open in the detail pane without harm', async () => {
		const terminal = await openMonitor({ rows: 60, args: ['--display-name', 'red'] });
		const list = await terminal.waitFor(
			lines => isLive(lines) && lines.some(line => line.includes('[31mred')),
			'the job',
		);
		terminal.press('enter');
		await terminal.waitFor(lines => lines.join().includes(`DETAIL ${selectedJob(list)}`), 'the pane');
		terminal.press('z', '7', 'G');
		// GetJob may answer behind the key and make the section longer.
		await terminal.waitFor(lines => {
			const isEnd = lines.some(line => /\d+-(\d+) of \1$/.test(line));
			if (!isEnd) {
				terminal.press('G');
			}
			return isEnd;
		}, 'its end');
		expect(terminal.noises()).toEqual([]);
		expect(terminal.output()).not.toMatch(/[\u0007\u0080-\u009f\u202a-\u202e]|\u001b[^[]/);
	});
});
