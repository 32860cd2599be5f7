import { maskText } from './mask.ts';
import { sanitize } from './sanitize.ts';

/** The time before a line, as the service writes it: without a zone, or with one. */
const stamp = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,]\d{1,9})?(Z|[+-]\d\d:\d\d)?[ \t]+/;

/** Cells of a line's time with the blanks behind it; 0 where it has none. */
export const stampLength = (line: string): number => stamp.exec(line)?.[0].length ?? 0;

/** The time of a line in ms since the epoch, read as UTC where it names no zone; undefined where it has none. */
export const stampTime = (line: string): number | undefined => {
	const [, date, time, zone = 'Z'] = stamp.exec(line) ?? [];
	const at = Date.parse(`${date}T${time}${zone}`);
	return Number.isNaN(at) ? undefined : at;
};

const styling = /\u001b(?:\[[0-9;:?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/g;

/** More than a person reads in one line, and little enough to be laid out at once. */
const longest = 10_000;

/** A progress bar that went back to the start of its line again and again: what stood there last, behind the line's time. */
const lastState = (line: string): string => {
	if (!line.includes('\r')) {
		return line;
	}
	const time = line.slice(0, stampLength(line));
	const states = line.slice(time.length).split('\r');
	return time + (states.findLast(state => state.trim() !== '') ?? '');
};

const bounded = (line: string): string =>
	line.length <= longest ? line : `${line.slice(0, longest)} … (${line.length - longest} more characters)`;

/**
 * A line of a log as lines to read: without colours, progress bars as they stood last, tabs as blanks, anything else that
 * would steer the terminal as a visible mark, and secrets masked unless they are to be shown.
 */
export const readableLines = (sent: string, showSecrets: boolean): readonly string[] =>
	sent.split(/\r?\n/).map(line => {
		const shown = sanitize(bounded(lastState(line).replace(styling, '').replaceAll('\t', '    ')));
		return showSecrets ? shown : maskText(shown);
	});
