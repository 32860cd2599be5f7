import { type ReadLines, readInSlices } from '../model/logs/read.ts';
import type { Clock } from './ports.ts';

/** Reads an answer of lines, a slice at a time, with a turn of the event loop between: so no key waits for more than a slice. */
export const readInTurns = async (sent: readonly string[], clock: Pick<Clock, 'setTimeout'>): Promise<ReadLines> => {
	const reading = readInSlices(sent);
	for (;;) {
		const step = reading.next();
		if (step.done === true) {
			return step.value;
		}
		await new Promise<void>(resolve => {
			clock.setTimeout(resolve, 0);
		});
	}
};
