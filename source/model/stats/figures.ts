/** What is going on inside, as of one moment. */
export type Figures = {
	/** Ms since the epoch. */
	readonly at: number;
	readonly requestsLastMinute: number;
	readonly requests: number;
	readonly answers: number;
	readonly errors: number;
	/** Of the last answers, in ms; undefined before the first one. */
	readonly latency: { readonly p50: number; readonly p99: number } | undefined;
	/** Received from the service, decoded. */
	readonly receivedBytes: number;
	/** Written to the terminal. */
	readonly terminalBytes: number;
	readonly heapBytes: number;
	readonly residentBytes: number;
};
