/** Bounds of one request: times in ms, lengths in bytes. */
export type Limits = {
	/** TCP and TLS, to the service or to the proxy. */
	readonly connectMs: number;
	/** From the request to the end of the answer's headers. */
	readonly headersMs: number;
	/** Between two pieces of the body. */
	readonly bodyMs: number;
	/** Everything together. */
	readonly requestMs: number;
	/** Of the body, on the wire and decoded. */
	readonly bodyBytes: number;
};

export const defaultLimits: Limits = {
	connectMs: 5_000,
	headersMs: 15_000,
	bodyMs: 30_000,
	requestMs: 45_000,
	bodyBytes: 32 * 2 ** 20,
};

/** The usual bounds, none of them longer than a whole request may take; undefined: the usual time. */
export const limitsWithin = (seconds: number | undefined): Limits => {
	const requestMs = seconds === undefined ? defaultLimits.requestMs : seconds * 1000;
	const within = (ms: number): number => Math.min(ms, requestMs);
	return {
		...defaultLimits,
		connectMs: within(defaultLimits.connectMs),
		headersMs: within(defaultLimits.headersMs),
		bodyMs: within(defaultLimits.bodyMs),
		requestMs,
	};
};
