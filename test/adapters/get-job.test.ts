import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../source/adapters/clock.ts';
import { fixedKeys } from '../../source/adapters/credentials/key-source.ts';
import { createJobsApi } from '../../source/adapters/jobs-api.ts';
import { randomNonce } from '../../source/adapters/nonce.ts';
import { startSimulator } from '../../source/simulator/server.ts';
import { serve } from './server.ts';

const signal = (): AbortSignal => new AbortController().signal;

/** The client on a server that gives every request this answer, and the paths that were asked for. */
const answering = async (body: unknown, status = 200) => {
	const asked: (string | undefined)[] = [];
	const { origin, host } = await serve((request, response) => {
		asked.push(request.url);
		response.writeHead(status).end(JSON.stringify(body));
	});
	const api = createJobsApi({
		endpoint: { origin, host },
		credentials: fixedKeys({ AccessKeyId: 'LTAIkey', AccessKeySecret: 'planted-secret' }),
		proxy: undefined,
		clock: systemClock,
		nonce: randomNonce,
		version: '1.2.3',
	});
	onTestFinished(api.close);
	return { api, asked };
};

describe('asking for one job', () => {
	it('gives its item, without the RequestId, which belongs to the answer', async () => {
		const { api, asked } = await answering({ JobId: 'dlc1', Pods: [], New: { a: 1 }, RequestId: 'R-1' });
		expect(await api.getJob('dlc1', signal())).toEqual({ ok: true, value: { JobId: 'dlc1', Pods: [], New: { a: 1 } } });
		expect(asked).toEqual(['/api/v1/jobs/dlc1']);
	});

	it.each([
		['dlc/../x', '/api/v1/jobs/dlc%2F..%2Fx'],
		["a b'(*)", '/api/v1/jobs/a%20b%27%28%2A%29'],
		['作业?x=1', '/api/v1/jobs/%E4%BD%9C%E4%B8%9A%3Fx%3D1'],
	])('reaches no other path with the id %j', async (JobId, path) => {
		const { api, asked } = await answering({ JobId });
		expect(await api.getJob(JobId, signal())).toMatchObject({ ok: true });
		expect(asked).toEqual([path]);
	});

	it.each([[{ JobId: 'dlc2' }], [{}], [[]], ['dlc1'], [null]])('refuses %j as another job', async body => {
		const { api } = await answering(body);
		expect(await api.getJob('dlc1', signal())).toMatchObject({ ok: false, problem: { kind: 'malformed-answer' } });
	});

	it('names the permission when it is refused', async () => {
		const { api } = await answering({ Code: 'Forbidden.RAM', Message: 'no', RequestId: 'R-2' }, 403);
		expect(await api.getJob('dlc1', signal())).toMatchObject({
			ok: false,
			problem: { kind: 'not-allowed', RequestId: 'R-2', next: expect.stringContaining('paidlc:GetJob') },
		});
	});

	it('is signed as the embedded service wants it, odd ids too', async () => {
		const simulator = await startSimulator({ now: Date.now });
		onTestFinished(() => simulator.close());
		const { origin, host } = new URL(simulator.url);
		const api = createJobsApi({
			endpoint: { origin, host },
			credentials: fixedKeys({ AccessKeyId: simulator.accessKeyId, AccessKeySecret: simulator.accessKeySecret }),
			proxy: undefined,
			clock: systemClock,
			nonce: randomNonce,
			version: '1.2.3',
		});
		onTestFinished(api.close);
		const list = await api.listJobs({ PageSize: 1 }, signal());
		const JobId = list.ok ? (list.value.jobs[0]?.JobId ?? '') : '';
		expect(await api.getJob(JobId, signal())).toMatchObject({ ok: true, value: { JobId } });
		const odd = await api.getJob("a b'(*)", signal());
		expect(odd.ok ? '' : odd.problem.kind).toBe('bad-request');
	});
});
