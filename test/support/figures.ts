import type { Figures } from '../../source/model/stats/figures.ts';

/** Figures of a process that has been asking for a while. */
export const someFigures: Figures = {
	at: Date.parse('2026-11-09T12:00:00Z'),
	requestsLastMinute: 7,
	requests: 120,
	answers: 117,
	errors: 3,
	latency: { p50: 182.4, p99: 912.6 },
	receivedBytes: 3_456_789,
	terminalBytes: 45_678,
	heapBytes: 23_456_789,
	residentBytes: 98_765_432,
};
