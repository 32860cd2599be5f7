import { intervalSeconds } from '../../tables/flags.ts';
import { readTime } from '../../text/sent-time.ts';
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

/** The local day of a time, and what is left of `shortTime` without it. */
export const shortDay = (ms: number): string => shortTime(ms).slice(0, '11-09'.length);
export const timeOfDay = (ms: number): string => shortTime(ms).slice('11-09 '.length);

/** GetJob may tell of what came after the list was read: a period later at most. */
const newestMs = intervalSeconds.most * 1000;

/** `3h05 ago`, `in 38m`. What came since the answer that ages are as of counts as now. */
export const relative = (ms: number, now: number): string =>
	ms > now + newestMs ? `in ${formatSpan(ms - now)}` : `${formatSpan(now - ms)} ago`;

/** `+08:00`, the local zone at that time; `UTC` where it is no other. */
const zoneAt = (ms: number): string => {
	const minutes = -new Date(ms).getTimezoneOffset();
	const size = Math.abs(minutes);
	return minutes === 0 ? 'UTC' : `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
};

/** Local with its zone, as sent (which is UTC), and relative; once where the local zone is UTC. What is no time stays as it came. */
export const timeWords = (sent: string, now: number): string => {
	const ms = readTime(sent);
	if (ms === undefined) {
		return sent;
	}
	const zone = zoneAt(ms);
	const isSaid = zone === 'UTC' && sent.endsWith('Z');
	return [`${localTime(ms)} ${zone}`, ...(isSaid ? [] : [sent]), relative(ms, now)].join(' · ');
};
