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

/** The time as the service writes it, without a zone: such texts are in order as their times are. */
const plainStamp = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[ \t]/;
const plainLength = 19;

/** Tells whether a line has no time, or one before a moment (ms since the epoch). For many lines: it parses only what it must. */
export const startsBefore = (moment: number): ((line: string) => boolean) => {
	const written = Number.isFinite(moment) ? new Date(Math.ceil(moment / 1000) * 1000).toISOString() : '';
	const parsed = (line: string): boolean => (stampTime(line) ?? Number.NEGATIVE_INFINITY) < moment;
	// An equal beginning was looked at before: lines of one second stand together.
	let last = { begins: '', isBefore: true };
	return line => {
		const begins = line.slice(0, plainLength + 1);
		if (begins === last.begins) {
			return last.isBefore;
		}
		if (!plainStamp.test(begins)) {
			return parsed(line);
		}
		const wanted = written.slice(0, plainLength);
		last = { begins, isBefore: begins.slice(0, plainLength).replace(' ', 'T') < wanted };
		return last.isBefore;
	};
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

/** A word that is cut could be the first half of a secret, which nothing would tell any more. */
const longestSecret = 600;

/** Cut at the end of a word, or before an address, where there is one near. */
const bounded = (line: string): string => {
	if (line.length <= longest) {
		return line;
	}
	const kept = line.slice(0, longest);
	const near = longest - longestSecret;
	const at = Math.max(kept.lastIndexOf(' '), kept.search(/[a-z][a-z0-9+.-]{0,30}:\/\/[^ ]*$/i));
	const end = at > near ? at : longest;
	return `${kept.slice(0, end)} … (${line.length - end} more characters)`;
};

/** Without looks and tabs, which most lines have none of. */
const plainly = (line: string): string => {
	const plain = line.includes('\u001b') ? line.replace(styling, '') : line;
	return plain.includes('\t') ? plain.replaceAll('\t', '    ') : plain;
};

/**
 * A line of a log as lines to read: without colours, progress bars as they stood last, tabs as blanks, anything else that
 * would steer the terminal as a visible mark. Its secrets are hidden by `maskLines`.
 */
export const readableLines = (sent: string): readonly string[] =>
	(sent.includes('\n') ? sent.split(/\r?\n/) : [sent]).map(line => sanitize(bounded(plainly(lastState(line)))));
