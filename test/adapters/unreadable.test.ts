import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../source/adapters/clock.ts';
import { fixedKeys } from '../../source/adapters/credentials/key-source.ts';
import { createJobsApi } from '../../source/adapters/jobs-api.ts';
import { randomNonce } from '../../source/adapters/nonce.ts';
import { serve } from './server.ts';

const signal = (): AbortSignal => new AbortController().signal;
const range = { StartTime: 0, EndTime: 1_000, most: 5 };
const pod = { JobId: 'dlc1', PodId: 'pod-0', PodUid: '' };

/** The client on a server that gives every request this answer, and how many answers it could not read. */
const answering = async (body: string, status = 200) => {
	let unread = 0;
	const { origin, host } = await serve((_, response) => {
		response.writeHead(status).end(body);
	});
	const api = createJobsApi({
		endpoint: { origin, host },
		credentials: fixedKeys({ AccessKeyId: 'LTAIkey', AccessKeySecret: 'planted-secret' }),
		proxy: undefined,
		clock: systemClock,
		nonce: randomNonce,
		version: '1.2.3',
		unreadable: () => {
			unread += 1;
		},
	});
	onTestFinished(api.close);
	const calls = {
		ListJobs: () => api.listJobs({}, signal()),
		GetJob: () => api.getJob('dlc1', signal()),
		GetJobEvents: () => api.getJobEvents('dlc1', range, signal()),
		GetPodEvents: () => api.getPodEvents(pod, range, signal()),
		GetPodLogs: () => api.getPodLogs(pod, range, signal()),
		ListWorkspaces: () => api.listWorkspaces(signal()),
	};
	return { calls: Object.entries(calls), unread: () => unread };
};

test.each(['{"Jobs": [', '<html>', '[]', '{"Jobs": 7, "JobId": "other", "Events": 1, "Logs": 1, "Workspaces": 1}'])(
	'%s is an answer that nothing can read, and each one is told of once',
	async body => {
		const { calls, unread } = await answering(body);
		for (const [index, [name, call]] of calls.entries()) {
			expect([name, await call()]).toMatchObject([name, { ok: false, problem: { kind: 'malformed-answer' } }]);
			expect([name, unread()]).toEqual([name, index + 1]);
		}
	},
);

test('neither an answer that can be read is told of nor one that is an error already', async () => {
	const good = await answering(
		'{"Jobs": [], "TotalCount": 0, "JobId": "dlc1", "Events": [], "Logs": [], "Workspaces": []}',
	);
	const refused = await answering('<html>', 502);
	for (const [name, call] of [...good.calls, ...refused.calls]) {
		expect([name, (await call()).ok]).toEqual([name, good.calls.some(([, own]) => own === call)]);
	}
	expect([good.unread(), refused.unread()]).toEqual([0, 0]);
});
