import type { Failure } from '../model/failure.ts';
import type { JsonObject } from '../model/json.ts';
import { maskJson } from '../model/mask-json.ts';
import type { StreamRecord } from '../model/stream/stream.ts';
import { jsonText } from './json-text.ts';

const time = (ms: number): string => new Date(ms).toISOString();

const failureFields = ({ kind, message, next, Code, Message, RequestId }: Failure): JsonObject => ({
	kind,
	message,
	...(next === undefined ? {} : { next }),
	...(Code === undefined ? {} : { Code }),
	...(Message === undefined ? {} : { Message }),
	...(RequestId === undefined ? {} : { RequestId }),
});

const fieldsOf = (record: StreamRecord): JsonObject => {
	switch (record.type) {
		case 'appeared':
			return { JobId: record.job.JobId, job: maskJson(record.job.sent) };
		case 'changed':
			return { JobId: record.job.JobId, changes: Object.fromEntries(record.changes) };
		case 'left':
			return { JobId: record.job.JobId, Status: record.job.Status };
		case 'ready':
		case 'heartbeat':
			return { jobs: record.jobs, total: record.total, partial: record.partial };
		case 'error':
			return {
				...failureFields(record.failure),
				...(record.retryAt === undefined ? {} : { retryAt: time(record.retryAt) }),
			};
	}
};

/** A record as one line of JSON, secrets masked and nothing in it for a terminal to obey. `at` is ms since the epoch. */
export const streamLine = (record: StreamRecord, at: number): string =>
	`${jsonText({ type: record.type, at: time(at), ...fieldsOf(record) }, 0)}\n`;
