import { percentile } from '../model/percentile.ts';
import type { Figures } from '../model/stats/figures.ts';
import type { Exchange } from '../runtime/ports.ts';

export type Recorder = {
	readonly record: (exchange: Exchange) => void;
	/** An answer that was recorded as good says nothing that can be read: it is an error. */
	readonly unreadable: () => void;
	/** The figures of the requests, as of `now` (ms since the epoch). */
	readonly figures: (now: number) => Omit<Figures, 'terminalBytes' | 'heapBytes' | 'residentBytes'>;
};

/** Answers whose times are kept, and requests that a minute may have. */
const mostLatencies = 1000;
const mostRecent = 2000;
const minute = 60_000;

/** Keeps count of the requests. What it keeps is bounded, however long it runs. */
export const createRecorder = (): Recorder => {
	let requests = 0;
	let answers = 0;
	let errors = 0;
	let receivedBytes = 0;
	let latencies: number[] = [];
	let recent: number[] = [];
	return {
		record: ({ at, outcome, ms, bytes }) => {
			requests += 1;
			receivedBytes += bytes;
			recent.push(at);
			if (recent.length > 2 * mostRecent) {
				recent = recent.slice(-mostRecent);
			}
			if (outcome === 'cancelled') {
				return;
			}
			if (outcome === 'answered') {
				answers += 1;
			} else {
				errors += 1;
			}
			latencies.push(ms);
			if (latencies.length > 2 * mostLatencies) {
				latencies = latencies.slice(-mostLatencies);
			}
		},
		unreadable: () => {
			answers -= 1;
			errors += 1;
		},
		figures: now => {
			const last = latencies.slice(-mostLatencies);
			const [p50, p99] = [percentile(last, 0.5), percentile(last, 0.99)];
			return {
				at: now,
				requestsLastMinute: recent.filter(at => at > now - minute && at <= now).length,
				requests,
				answers,
				errors,
				latency: p50 === undefined || p99 === undefined ? undefined : { p50, p99 },
				receivedBytes,
			};
		},
	};
};
