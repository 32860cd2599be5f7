import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Terminal as Emulator, IBufferCell } from '@xterm/headless';
import { bytesSince, linesOf, open } from './session.ts';

const folder = mkdtempSync(join(tmpdir(), 'dlctop-twin-'));

/** Compiles the ncurses twin; undefined without a C compiler or ncurses. */
export const compileTwin = (source: string): string | undefined => {
	const program = join(folder, 'twin');
	const { status } = spawnSync('cc', ['-O2', source, '-lncursesw', '-o', program]);
	return status === 0 ? program : undefined;
};

const bitsOf = (cell: IBufferCell): number =>
	(cell.isBold() === 0 ? 0 : 1) +
	(cell.isDim() === 0 ? 0 : 2) +
	(cell.isUnderline() === 0 ? 0 : 4) +
	(cell.isInverse() === 0 ? 0 : 8);

const lookOf = (cell: IBufferCell): string => {
	const color = cell.isFgDefault() ? -1 : cell.getFgColor();
	const shows = cell.getChars().trim() !== '' || cell.isInverse() !== 0 || cell.isUnderline() !== 0;
	return shows ? `${bitsOf(cell)} ${color}` : '0 -1';
};

type Run = { readonly column: number; readonly look: string; readonly text: string };

const runsOf = (emulator: Emulator, row: number): readonly Run[] => {
	const line = emulator.buffer.active.getLine(emulator.buffer.active.baseY + row);
	const runs: Run[] = [];
	for (let column = 0; column < emulator.cols; column++) {
		const cell = line?.getCell(column);
		if (cell === undefined || cell.getWidth() === 0) {
			continue;
		}
		const look = lookOf(cell);
		const text = cell.getChars() || ' ';
		const last = runs.at(-1);
		if (last?.look === look) {
			runs[runs.length - 1] = { ...last, text: last.text + text };
		} else {
			runs.push({ column, look, text });
		}
	}
	return runs.filter(({ look, text }) => look !== '0 -1' || text.trim() !== '');
};

/** The screen as the twin reads it. */
export const frameOf = (emulator: Emulator): string =>
	Array.from({ length: emulator.rows }, (_, row) =>
		runsOf(emulator, row).map(({ column, look, text }) => `R ${row} ${column} ${look} ${text}\n`),
	)
		.flat()
		.join('');

/** The frame without the rows from one on. */
export const withoutRowsFrom = (frame: string, first: number): string =>
	frame
		.split('\n')
		.filter(line => Number(line.split(' ')[1]) < first)
		.map(line => `${line}\n`)
		.join('');

/** Bytes that ncurses writes for each frame after the first. */
export const twinBytes = async (program: string, frames: readonly string[]): Promise<readonly number[]> => {
	const file = join(folder, 'frames');
	writeFileSync(file, frames.map(frame => `F\n${frame}`).join(''));
	const session = open({ command: program, args: [file] });
	await session.quiet(200);
	const bytes: number[] = [];
	for (let frame = 1; frame < frames.length; frame++) {
		const from = session.chunks.length;
		session.write('n');
		await session.quiet(60);
		bytes.push(bytesSince(session, from));
		if (frameOf(session.emulator) !== frames[frame]) {
			throw new Error(`the twin shows another screen than it was given:\n${linesOf(session.emulator).join('\n')}`);
		}
	}
	await session.close('q');
	return bytes;
};
