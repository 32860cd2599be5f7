import { createScreen } from '../../source/adapters/screen.ts';
import { type Clusters, createEmulator, feed } from '../support/emulator.ts';
import { watchModes } from '../support/terminal-modes.ts';
import { type Frame, frameText } from './frames.ts';

/** A screen on a terminal; frames are painted when `settle` says so. */
export const openScreen = (columns: number, rows: number, clusters: Clusters = 'known') => {
	const emulator = createEmulator(columns, rows, clusters);
	const modes = watchModes(emulator);
	const size = { columns, rows };
	const written: string[] = [];
	const waiting: (() => void)[] = [];
	const screen = createScreen(
		{
			get columns() {
				return size.columns;
			},
			get rows() {
				return size.rows;
			},
			write: text => written.push(text),
		},
		run => waiting.push(run),
	);
	/** Paints what is waiting; resolves to what was written since the last time. */
	const settle = async (): Promise<string> => {
		for (const run of waiting.splice(0)) {
			run();
		}
		const text = written.splice(0).join('');
		await feed(emulator, text);
		return text;
	};
	return {
		...screen,
		emulator,
		modes,
		settle,
		show: (frame: Frame): Promise<string> => {
			screen.sink.write(frameText(frame));
			return settle();
		},
		resize: (toColumns: number, toRows: number): void => {
			emulator.resize(toColumns, toRows);
			size.columns = toColumns;
			size.rows = toRows;
		},
	};
};
