import { readableLines } from '../../text/log-line.ts';
import { type MaskedAhead, maskAhead } from '../../text/log-mask.ts';

/** An answer of lines, read: safe for a terminal, and masked ahead of time as far as that is possible. */
export type ReadLines = {
	/** How many lines the service sent: one of them may be several to read. */
	readonly sent: number;
	readonly lines: readonly string[];
	readonly ahead: MaskedAhead;
};

/** Characters that are read in one go: a ms or two. */
const slice = 100_000;

/** Reads an answer, and stops after each slice of it, so that whoever runs it can let a key pass in between. */
export function* readInSlices(sent: readonly string[]): Generator<undefined, ReadLines> {
	const lines: string[] = [];
	const ahead = new Map<string, string>();
	let left = slice;
	for (const line of sent) {
		if (left <= 0) {
			yield;
			left = slice;
		}
		const readable = readableLines(line);
		lines.push(...readable);
		for (const text of readable) {
			maskAhead(text, ahead);
		}
		left -= line.length + 1;
	}
	return { sent: sent.length, lines, ahead };
}

/** Reads an answer at once. */
export const readLines = (sent: readonly string[]): ReadLines => {
	const reading = readInSlices(sent);
	for (;;) {
		const step = reading.next();
		if (step.done === true) {
			return step.value;
		}
	}
};
