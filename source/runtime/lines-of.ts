import type { Failure, Result } from '../model/failure.ts';
import type { Feed, LineRange } from '../model/logs/feed.ts';
import type { JobsApi } from './ports.ts';

/** Asks the operation that a feed belongs to. */
export const linesOf = (
	api: JobsApi,
	feed: Feed,
	range: LineRange,
	signal: AbortSignal,
): Promise<Result<readonly string[], Failure>> => {
	switch (feed.kind) {
		case 'log':
			return api.getPodLogs(feed, range, signal);
		case 'pod-events':
			return api.getPodEvents(feed, range, signal);
		case 'job-events':
			return api.getJobEvents(feed.JobId, range, signal);
	}
};
