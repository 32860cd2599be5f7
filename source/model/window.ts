/**
 * Which jobs a query may return, by a time of theirs (creation, unless `TimeRangeField` names another).
 * The service hides jobs created more than 7 days ago unless told otherwise, so dlctop always sends a window and always shows it.
 */
export type TimeWindow =
	| { readonly kind: 'last'; readonly ms: number }
	/** Epoch ms; an open end is undefined. At least one end is set. */
	| { readonly kind: 'between'; readonly start: number | undefined; readonly end: number | undefined };

const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** What the service itself would apply when asked for nothing (ListJobs page, StartTime). */
export const defaultWindow: TimeWindow = { kind: 'last', ms: 7 * dayMs };
/** What dlctop asks for when only live statuses are wanted, or one job by its id: long jobs outlive a week. */
export const longWindow: TimeWindow = { kind: 'last', ms: 90 * dayMs };

/** Before the service began, and known to be accepted: a window from here on hides no job. */
export const beforeAnyJob = '2000-01-01T00:00:00Z';

/** The stops of the `t` key, in order. */
export const windowStops: readonly TimeWindow[] = [
	{ kind: 'last', ms: dayMs },
	defaultWindow,
	{ kind: 'last', ms: 30 * dayMs },
	longWindow,
];

const spanOf = (window: TimeWindow): number => (window.kind === 'last' ? window.ms : 0);

/** The stop after this window; a window that is no stop goes to the first longer one. */
export const nextWindow = (window: TimeWindow): TimeWindow => {
	const ms = spanOf(window);
	return windowStops.find(stop => spanOf(stop) > ms) ?? windowStops[0] ?? defaultWindow;
};

/** Whether the `t` key leads to a longer window than this, and not to the shortest. */
export const hasLongerWindow = (window: TimeWindow): boolean => spanOf(nextWindow(window)) > spanOf(window);

/** `YYYY-MM-DDTHH:MM:SSZ`, the only form the service documents. */
export const toServiceTime = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** The first instant of a window, ms since the epoch; undefined where it has no beginning. */
export const windowStart = (window: TimeWindow, now: number): number | undefined =>
	window.kind === 'last' ? now - window.ms : window.start;

const spanWords = (ms: number): string => {
	if (ms % dayMs === 0) {
		return ms === dayMs ? '24 h' : `${ms / dayMs} d`;
	}
	return ms % hourMs === 0 ? `${ms / hourMs} h` : `${Math.max(1, Math.round(ms / 60_000))} m`;
};

const dayWords = (ms: number): string => {
	const text = new Date(ms).toISOString();
	return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : `${text.slice(0, 16)}Z`;
};

/** The window in words, long (`the last 7 d`) or short (`7 d`). */
export const windowWords = (window: TimeWindow, form: 'long' | 'short'): string => {
	if (window.kind === 'last') {
		return form === 'long' ? `in the last ${spanWords(window.ms)}` : spanWords(window.ms);
	}
	if (window.start === undefined) {
		return `before ${dayWords(window.end ?? 0)}`;
	}
	return window.end === undefined
		? `since ${dayWords(window.start)}`
		: `${dayWords(window.start)}..${dayWords(window.end)}`;
};

/** The days of a window without the year, for the narrowest screens: `11-01..11-09`; the years where it spans some, a span as it is. */
export const windowDays = (window: TimeWindow): string => {
	if (window.kind === 'last') {
		return windowWords(window, 'short');
	}
	const ends = [window.start, window.end].map(end => (end === undefined ? '' : new Date(end).toISOString()));
	const years = new Set(ends.filter(end => end !== '').map(end => end.slice(0, 4)));
	return ends.map(end => (years.size > 1 ? end.slice(0, 4) : end.slice(5, 10))).join('..');
};
