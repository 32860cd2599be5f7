/** A day: longer than any sane hint, shorter than what a timer can hold. */
const longestMs = 86_400_000;

const bounded = (ms: number): number => Math.min(Math.max(ms, 0), longestMs);

const wholeNumber = (text: string | undefined): number | undefined =>
	text !== undefined && /^\s*\d+\s*$/.test(text) ? Number(text) : undefined;

type HeaderOf = (name: string) => string | undefined;

/** `x-acs-retry-after`, whole ms: the service's present way to ask for a pause. Its presence alone means throttling. */
export const acsRetryAfterMs = (header: HeaderOf): number | undefined => {
	const ms = wholeNumber(header('x-acs-retry-after'));
	return ms === undefined ? undefined : bounded(ms);
};

/** `Retry-After` of HTTP, in seconds or as a date; `now` is ms since the epoch. Returns ms. */
export const httpRetryAfterMs = (header: HeaderOf, now: number): number | undefined => {
	const text = header('retry-after');
	const seconds = wholeNumber(text);
	if (seconds !== undefined) {
		return bounded(seconds * 1000);
	}
	const date = Date.parse(text ?? '');
	return Number.isNaN(date) ? undefined : bounded(date - now);
};

/** `TimeLeft` (ms) of the rate limit headers, the way before `x-acs-retry-after`. They come with answers of any kind. */
export const rateLimitTimeLeftMs = (header: HeaderOf): number | undefined => {
	const text = header('x-ratelimit-user-api') ?? header('x-ratelimit-user') ?? '';
	const ms = wholeNumber(/(?:^|,)\s*TimeLeft:(\d+)/i.exec(text)?.[1]);
	return ms === undefined ? undefined : bounded(ms);
};
