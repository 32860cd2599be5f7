import { formatSpan } from '../../text/span.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** A time (ms since the epoch) as `2026-11-09 14:03:27` in the local zone. */
export const localTime = (ms: number): string => {
	const date = new Date(ms);
	const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(two).join('-');
	return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
};

/** The same without the year, for narrow columns: `11-09 14:03:27`. */
export const shortTime = (ms: number): string => localTime(ms).slice('2026-'.length);

/** Ms since the epoch of a time as the service writes it; undefined for what is none. */
export const readTime = (text: unknown): number | undefined => {
	const ms = typeof text === 'string' && /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(ms) ? undefined : ms;
};

/** `3h05 ago`, `in 38m`. */
export const relative = (ms: number, now: number): string =>
	ms > now ? `in ${formatSpan(ms - now)}` : `${formatSpan(now - ms)} ago`;

/** Local, as sent (which is UTC), and relative; what is no time stays as it came. */
export const timeWords = (sent: string, now: number): string => {
	const ms = readTime(sent);
	return ms === undefined ? sent : `${localTime(ms)} · ${sent} · ${relative(ms, now)}`;
};
