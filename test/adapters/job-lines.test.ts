import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../source/adapters/clock.ts';
import { fixedKeys } from '../../source/adapters/credentials/key-source.ts';
import { createJobsApi } from '../../source/adapters/jobs-api.ts';
import { randomNonce } from '../../source/adapters/nonce.ts';
import { serve } from './server.ts';

const range = { StartTime: Date.parse('2026-11-09T12:00:00.900Z'), most: 500 };
const pod = { JobId: 'dlc1', PodId: 'dlc1-worker-0', PodUid: 'uid-1' };
const signal = new AbortController().signal;

const start = async (body: string) => {
	const asked: string[] = [];
	const actions: (string | string[] | undefined)[] = [];
	const { origin, host } = await serve((request, response) => {
		asked.push(request.url ?? '');
		actions.push(request.headers['x-acs-action']);
		response.writeHead(200).end(body);
	});
	const credentials = fixedKeys({ AccessKeyId: 'LTAIkey', AccessKeySecret: 'planted-secret' });
	const api = createJobsApi({
		endpoint: { origin, host },
		credentials,
		proxy: undefined,
		clock: systemClock,
		nonce: randomNonce,
		version: '1.2.3',
	});
	onTestFinished(api.close);
	return { api, asked, actions };
};

describe('events and logs', () => {
	it('are asked for under their own paths and names, from a whole second on', async () => {
		const { api, asked, actions } = await start('{"Events": ["a"], "Logs": ["b", ""]}');
		expect(await api.getJobEvents('dlc1', range, signal)).toEqual({ ok: true, value: ['a'] });
		expect(await api.getPodEvents(pod, range, signal)).toEqual({ ok: true, value: ['a'] });
		expect(await api.getPodLogs(pod, range, signal)).toEqual({ ok: true, value: ['b', ''] });
		expect(actions).toEqual(['GetJobEvents', 'GetPodEvents', 'GetPodLogs']);
		const from = 'StartTime=2026-11-09T12%3A00%3A00Z';
		expect(asked).toEqual([
			`/api/v1/jobs/dlc1/events?MaxEventsNum=500&${from}`,
			`/api/v1/jobs/dlc1/pods/dlc1-worker-0/events?MaxEventsNum=500&PodUid=uid-1&${from}`,
			`/api/v1/jobs/dlc1/pods/dlc1-worker-0/logs?MaxLines=500&PodUid=uid-1&${from}`,
		]);
	});

	it('leave out what is not known, and let no id reach another path', async () => {
		const { api, asked } = await start('{"Logs": null}');
		const answer = await api.getPodLogs(
			{ JobId: '../jobs', PodId: 'a/b?c=d#(*)', PodUid: '' },
			{ StartTime: undefined, most: 1 },
			signal,
		);
		expect(answer).toEqual({ ok: true, value: [] });
		expect(asked).toEqual(['/api/v1/jobs/..%2Fjobs/pods/a%2Fb%3Fc%3Dd%23%28%2A%29/logs?MaxLines=1']);
	});

	it.each(['{}', '[]', '"x"', '{"Logs": "a"}', '{"Logs": ["a", 1]}', '{"Logs": {"0": "a"}}', '{"Events": ["a"]}'])(
		'are a malformed answer in %s',
		async body => {
			const { api } = await start(body);
			expect(await api.getPodLogs(pod, range, signal)).toMatchObject({
				ok: false,
				problem: { kind: 'malformed-answer', message: expect.stringContaining('Logs') },
			});
		},
	);
});
