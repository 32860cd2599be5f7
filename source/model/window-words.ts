import { parseParameter, parseSpan } from '../tables/parameter-values.ts';
import { failed, type Result, success } from './failure.ts';
import { type TimeWindow, toServiceTime } from './window.ts';

const units = [
	['d', 86_400_000],
	['h', 3_600_000],
	['m', 60_000],
	['s', 1000],
] as const;

/** A span as `parseSpan` reads it: `36h` is `1d12h`. Whole seconds; at least one. */
export const spanText = (ms: number): string => {
	let rest = Math.max(1000, ms);
	let text = '';
	for (const [letter, unit] of units) {
		const count = Math.floor(rest / unit);
		rest -= count * unit;
		text += count === 0 ? '' : `${count}${letter}`;
	}
	return text;
};

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);
const dayMs = 86_400_000;

/** One end as ms since the epoch; a day as the end of a window is meant to its last second. */
const parseEnd = (text: string, which: 'start' | 'end', now: number): Result<number | undefined, string> => {
	if (text === '') {
		return success(undefined);
	}
	const parsed = parseParameter(which === 'start' ? 'StartTime' : 'EndTime', text, now);
	if (!parsed.ok) {
		return failed(`${text}: write a time like 2026-11-08 or 2026-11-08T16:00:00Z, or a span like 7d or 36h`);
	}
	const ms = Date.parse(String(parsed.value));
	return success(which === 'end' && isDay(text) ? ms + dayMs - 1000 : ms);
};

/**
 * A window from words: a span back from now (`36h`, `7d`), or two ends with `..` between, of which one may be missing
 * (`2026-11-01..2026-11-09`, `2026-11-01..`, `30d..7d`). `now` is ms since the epoch. The problem is one sentence.
 */
export const parseWindow = (text: string, now: number): Result<TimeWindow, string> => {
	const words = text.trim();
	const span = parseSpan(words);
	if (span !== undefined) {
		return span > 0 && span <= now ? success({ kind: 'last', ms: span }) : failed(`${words}: a window has a length`);
	}
	const at = words.indexOf('..');
	if (at === -1) {
		return failed(`${words === '' ? 'nothing' : words}: write a window like 36h, 7d or 2026-11-01..2026-11-09`);
	}
	const start = parseEnd(words.slice(0, at).trim(), 'start', now);
	const end = parseEnd(words.slice(at + 2).trim(), 'end', now);
	if (!start.ok || !end.ok) {
		return start.ok ? (end.ok ? failed('') : end) : start;
	}
	if (start.value === undefined && end.value === undefined) {
		return failed('a window needs one end at least');
	}
	return start.value !== undefined && end.value !== undefined && start.value > end.value
		? failed(`${words}: this window ends before it begins`)
		: success({ kind: 'between', start: start.value, end: end.value });
};

/** The words that {@link parseWindow} reads as this window, to the second. */
export const windowText = (window: TimeWindow): string => {
	if (window.kind === 'last') {
		return spanText(window.ms);
	}
	const time = (ms: number | undefined): string => (ms === undefined ? '' : toServiceTime(ms));
	return `${time(window.start)}..${time(window.end)}`;
};
