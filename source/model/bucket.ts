/**
 * Requests that may be sent: so many at once, and so many a minute from then on. Pure, like all state: it is refilled by the time of
 * whoever looks.
 */
export type Bucket = {
	/** Requests left, with a fraction. */
	readonly tokens: number;
	/** When that was counted, ms since the epoch. */
	readonly at: number;
};

/** Who asks. What the user has just done comes first, then the poll, the pane and the logs, the pages of a sweep, rare counts. */
export type Asker = 'user' | 'poll' | 'pane' | 'sweep' | 'older';

/** The share of a minute's requests that each leaves to those before it. */
const reserves: Readonly<Record<Asker, number>> = { user: 0, poll: 1 / 20, pane: 1 / 10, sweep: 1 / 6, older: 1 / 4 };

export const fullBucket = (perMinute: number): Bucket => ({ tokens: perMinute, at: 0 });

const minute = 60_000;

/** A clock that was set back brings nothing, and counts from where it is now: else nothing would come until it has caught up. */
const refilled = ({ tokens, at }: Bucket, perMinute: number, now: number): Bucket =>
	now <= at
		? { tokens, at: now }
		: { tokens: Math.min(perMinute, tokens + ((now - at) * perMinute) / minute), at: now };

/** Takes a request out, or says how long to wait for it, in whole ms. */
export const takeFrom = (
	bucket: Bucket,
	perMinute: number,
	asker: Asker,
	now: number,
): { readonly bucket: Bucket; readonly waitMs: number } => {
	const full = refilled(bucket, perMinute, now);
	const lacking = 1 + Math.floor(perMinute * reserves[asker]) - full.tokens;
	return lacking <= 0
		? { bucket: { ...full, tokens: full.tokens - 1 }, waitMs: 0 }
		: { bucket: full, waitMs: Math.ceil((lacking * minute) / perMinute) };
};
