import { clockTime } from '../text/clock-time.ts';
import { fit } from '../text/fit.ts';
import { sanitize } from '../text/sanitize.ts';

/** Where progress is written: `process.stderr`, or a recorder in tests. */
export type ProgressOutput = {
	readonly isTTY?: boolean;
	readonly columns?: number;
	readonly write: (text: string) => unknown;
};

export type Progress = {
	/** What happened, each with a line of its own where no terminal shows the state. `at` is ms since the epoch. */
	readonly news: (lines: readonly string[], at: number) => void;
	/** Where it stands: on a terminal one line, rewritten when it is another one. */
	readonly status: (line: string) => void;
	/** Takes the line away, so that what is said last stands alone. */
	readonly clear: () => void;
};

const wipe = '\r\u001b[K';

/** Progress on a terminal as one line that is rewritten; elsewhere, a log of what happened. */
export const createProgress = (output: ProgressOutput): Progress => {
	let shown = '';
	if (output.isTTY !== true) {
		return {
			news: (lines, at) => {
				for (const line of lines) {
					output.write(`${clockTime(at)} ${sanitize(line)}\n`);
				}
			},
			status: () => {},
			clear: () => {},
		};
	}
	return {
		news: () => {},
		status: line => {
			const text = fit(sanitize(line), Math.max(1, (output.columns ?? 80) - 1)).trimEnd();
			if (text !== shown) {
				shown = text;
				output.write(`${wipe}${text}`);
			}
		},
		clear: () => {
			if (shown !== '') {
				shown = '';
				output.write(wipe);
			}
		},
	};
};
