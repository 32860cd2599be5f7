import process from 'node:process';
import type { Figures } from '../model/stats/figures.ts';
import type { Run } from './open-run.ts';

/** What the run has cost so far. A count of bytes is Node's own, of all that stdout took. */
export const processFigures =
	({ clock, recorder }: Run): (() => Figures) =>
	() => {
		const { heapUsed, rss } = process.memoryUsage();
		return {
			...recorder.figures(clock.now()),
			terminalBytes: process.stdout.bytesWritten,
			heapBytes: heapUsed,
			residentBytes: rss,
		};
	};
