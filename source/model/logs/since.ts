import { parseParameter, parseSpan } from '../../tables/parameter-values.ts';
import { failed, type Result, success } from '../failure.ts';

/** From when on lines are wanted. */
export type Since = {
	/** Ms since the epoch. */
	readonly StartTime: number;
	/** As typed: `15m`, `all`, `14:05`. */
	readonly typed: string;
};

/** What Tab offers, in turn. */
export const sinceStops = ['15m', '1h', '24h', '7d', 'all'] as const;

const dayMs = 86_400_000;

/** `14:05` or `14:05:30` in UTC, as the service's own times are: the last such moment. */
const clockMoment = (text: string, now: number): number | undefined => {
	const [, hours, minutes, seconds = '0'] = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?:Z| UTC)?$/i.exec(text) ?? [];
	if (hours === undefined) {
		return undefined;
	}
	const midnight = Math.floor(now / dayMs) * dayMs;
	const today = midnight + ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
	return today <= now ? today : today - dayMs;
};

/**
 * A span back from now, `HH:MM` in UTC, a time in ISO 8601, or `all` for everything since the job was created. Nothing is undefined: then
 * the service goes back seven days.
 */
export const parseSince = (
	text: string,
	createdAt: number | undefined,
	now: number,
): Result<Since | undefined, string> => {
	const typed = text.trim();
	if (typed === '') {
		return success(undefined);
	}
	if (typed.toLowerCase() === 'all') {
		return success({ StartTime: createdAt ?? 0, typed: 'all' });
	}
	const span = parseSpan(typed.replaceAll(' ', ''));
	const clock = span === undefined ? clockMoment(typed, now) : now - span;
	if (clock !== undefined) {
		return success({ StartTime: Math.max(0, clock), typed });
	}
	const parsed = parseParameter('StartTime', typed, now);
	const at = parsed.ok ? Date.parse(String(parsed.value)) : Number.NaN;
	if (Number.isNaN(at)) {
		return failed('give 15m, 24h, 14:05, 2026-11-08T16:00, or all; times are UTC');
	}
	return at > now ? failed('that is yet to come') : success({ StartTime: at, typed });
};

/** `since 2026-11-09 11:45 UTC`; `since the job was created`; without a wish, what the service does. */
export const sinceWords = (since: Since | undefined): string => {
	if (since === undefined) {
		return '';
	}
	return since.typed === 'all'
		? 'since the job was created'
		: `since ${new Date(since.StartTime).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
};
