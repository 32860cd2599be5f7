import type { Json } from '../model/json.ts';
import type { LineRange } from '../model/logs/feed.ts';
import { decodeLines } from '../model/logs/lines-answer.ts';
import { toServiceTime } from '../model/window.ts';
import type { JobsApi } from '../runtime/ports.ts';
import { percentEncode } from './signature.ts';
import type { SignedGet } from './signed-get.ts';

type LineCalls = Pick<JobsApi, 'getJobEvents' | 'getPodEvents' | 'getPodLogs'>;

type Query = readonly (readonly [name: string, value: string])[];

const queryOf = (nameOfMost: string, { StartTime, EndTime, most }: LineRange, PodUid: string): Query => [
	[nameOfMost, String(most)],
	...(PodUid === '' ? [] : [['PodUid', PodUid] as const]),
	...(StartTime === undefined ? [] : [['StartTime', toServiceTime(StartTime)] as const]),
	...(EndTime === undefined ? [] : [['EndTime', toServiceTime(EndTime)] as const]),
];

const jobPath = (JobId: string): string => `/api/v1/jobs/${percentEncode(JobId)}`;
const podPath = (JobId: string, PodId: string): string => `${jobPath(JobId)}/pods/${percentEncode(PodId)}`;

const readEvents = (answer: Json) => decodeLines(answer, 'Events');
const readLogs = (answer: Json) => decodeLines(answer, 'Logs');

/** Events and logs over the signed GET. */
export const lineCalls = (get: SignedGet): LineCalls => ({
	getJobEvents: async (JobId, range, signal) => {
		const operation = { action: 'GetJobEvents', words: 'read the events of a job' };
		const query = queryOf('MaxEventsNum', range, '');
		return get({ operation, path: `${jobPath(JobId)}/events`, query, read: readEvents }, signal);
	},
	getPodEvents: async ({ JobId, PodId, PodUid }, range, signal) => {
		const operation = { action: 'GetPodEvents', words: 'read the events of a pod' };
		const query = queryOf('MaxEventsNum', range, PodUid);
		return get({ operation, path: `${podPath(JobId, PodId)}/events`, query, read: readEvents }, signal);
	},
	getPodLogs: async ({ JobId, PodId, PodUid }, range, signal) => {
		const operation = { action: 'GetPodLogs', words: 'read the log of a pod' };
		const query = queryOf('MaxLines', range, PodUid);
		return get({ operation, path: `${podPath(JobId, PodId)}/logs`, query, read: readLogs }, signal);
	},
});
