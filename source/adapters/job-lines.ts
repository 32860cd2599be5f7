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

/** Events and logs over the signed GET. */
export const lineCalls = (get: SignedGet): LineCalls => ({
	getJobEvents: async (JobId, range, signal) => {
		const operation = { action: 'GetJobEvents', words: 'read the events of a job' };
		const query = queryOf('MaxEventsNum', range, '');
		const answer = await get({ operation, path: `${jobPath(JobId)}/events`, query }, signal);
		return answer.ok ? decodeLines(answer.value, 'Events') : answer;
	},
	getPodEvents: async ({ JobId, PodId, PodUid }, range, signal) => {
		const operation = { action: 'GetPodEvents', words: 'read the events of a pod' };
		const query = queryOf('MaxEventsNum', range, PodUid);
		const answer = await get({ operation, path: `${podPath(JobId, PodId)}/events`, query }, signal);
		return answer.ok ? decodeLines(answer.value, 'Events') : answer;
	},
	getPodLogs: async ({ JobId, PodId, PodUid }, range, signal) => {
		const operation = { action: 'GetPodLogs', words: 'read the log of a pod' };
		const query = queryOf('MaxLines', range, PodUid);
		const answer = await get({ operation, path: `${podPath(JobId, PodId)}/logs`, query }, signal);
		return answer.ok ? decodeLines(answer.value, 'Logs') : answer;
	},
});
