import type { RequestListener } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fixedKeys } from '../../source/adapters/credentials/key-source.ts';
import { createJobsApi } from '../../source/adapters/jobs-api.ts';
import { randomNonce } from '../../source/adapters/nonce.ts';
import { serve } from './server.ts';

const page = JSON.stringify({ Jobs: [{ JobId: 'dlc1', Status: 'Running' }], TotalCount: 1, RequestId: 'R-1' });

const start = async (handler: RequestListener) => {
	const { origin, host } = await serve(handler);
	const api = createJobsApi({
		endpoint: { origin, host },
		credentials: fixedKeys({ AccessKeyId: 'LTAIkey', AccessKeySecret: 'secret' }),
		proxy: undefined,
		clock: { now: () => ours, setTimeout: () => () => {} },
		nonce: randomNonce,
		version: '1.2.3',
	});
	onTestFinished(api.close);
	return { list: () => api.listJobs({ PageSize: 5 }, new AbortController().signal) };
};

const minuteMs = 60_000;
const ours = Date.parse('2026-01-02T03:04:05Z');

describe('a clock that is off', () => {
	/** A service whose own clock says this many minutes more than ours, strict about the time of a signature. */
	const startStrict = async (aheadOfUs: { minutes: number }) => {
		const signedAt: (string | undefined)[] = [];
		const { list } = await start((request, response) => {
			const at = request.headers['x-acs-date']?.toString();
			const served = ours + aheadOfUs.minutes * minuteMs;
			signedAt.push(at);
			response.setHeader('date', new Date(served).toUTCString());
			if (Math.abs(Date.parse(at ?? '') - served) > 15 * minuteMs) {
				response.writeHead(400).end(JSON.stringify({ Code: 'InvalidTimeStamp.Expired', Message: 'off' }));
			} else {
				response.end(page);
			}
		});
		return { list, signedAt };
	};

	it.each([40, -40])(
		'by %i minutes is corrected by the Date of the refusal, at once and from then on',
		async minutes => {
			const { list, signedAt } = await startStrict({ minutes });
			const corrected = new Date(ours + minutes * minuteMs).toISOString().slice(0, 19);
			expect(await list()).toMatchObject({ ok: true, value: { TotalCount: 1, clockAheadMs: -minutes * minuteMs } });
			expect(await list()).toMatchObject({ ok: true });
			expect(signedAt).toEqual(['2026-01-02T03:04:05Z', `${corrected}Z`, `${corrected}Z`]);
		},
	);

	it('and then right again is noticed, too', async () => {
		const service = { minutes: 40 };
		const { list } = await startStrict(service);
		await list();
		service.minutes = 0;
		const answer = await list();
		expect(answer).toMatchObject({ ok: true, value: { TotalCount: 1 } });
		expect(answer.ok && answer.value).not.toHaveProperty('clockAheadMs');
	});

	it('of a service that tells no time is told once, and not tried again', async () => {
		let requests = 0;
		const { list } = await start((_, response) => {
			requests += 1;
			response.sendDate = false;
			response.writeHead(400).end(JSON.stringify({ Code: 'InvalidTimeStamp.Expired', Message: 'off' }));
		});
		expect(await list()).toMatchObject({
			ok: false,
			problem: { kind: 'signed-out', Code: 'InvalidTimeStamp.Expired' },
		});
		expect(requests).toBe(1);
	});
});
