import type { IncomingMessage, RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fixedKeys } from '../../source/adapters/credentials/key-source.ts';
import { createJobsApi, type JobsApiOptions } from '../../source/adapters/jobs-api.ts';
import { randomNonce } from '../../source/adapters/nonce.ts';
import { type AccessKey, sign } from '../../source/adapters/signature.ts';
import { failed, type Result, success } from '../../source/model/failure.ts';
import { serve } from './server.ts';

const credentials = { AccessKeyId: 'LTAIkey', AccessKeySecret: 'planted-secret' };
const temporary = { ...credentials, SecurityToken: 'planted-token' };

const start = async (handler: RequestListener, given: Partial<JobsApiOptions> = {}) => {
	const { origin, host } = await serve(handler);
	let at = Date.parse('2026-01-02T03:04:05.678Z');
	let count = 0;
	const api = createJobsApi({
		endpoint: { origin, host },
		credentials: fixedKeys(credentials),
		proxy: undefined,
		clock: {
			now: () => {
				at += 1_000;
				return at;
			},
			setTimeout: () => () => {},
		},
		nonce: () => {
			count += 1;
			return `nonce-${count}`;
		},
		version: '1.2.3',
		...given,
	});
	onTestFinished(api.close);
	return {
		host,
		list: (signal = new AbortController().signal) => api.listJobs({ PageSize: 5, DisplayName: 'a*b' }, signal),
	};
};

const page = JSON.stringify({ Jobs: [{ JobId: 'dlc1', Status: 'Running' }], TotalCount: 1, RequestId: 'R-1' });

/** A service that takes the token `new` and refuses every other one, and a source that renews with this outcome. */
const startRenewing = async (Code: string, renewed: Result<AccessKey>) => {
	const tokens: unknown[] = [];
	const refused: AccessKey[] = [];
	const { list } = await start(
		({ headers }, response) => {
			tokens.push(headers['x-acs-security-token']);
			const isNew = headers['x-acs-security-token'] === 'new';
			response.writeHead(isNew ? 200 : 403).end(isNew ? page : JSON.stringify({ Code, Message: 'no' }));
		},
		{
			credentials: {
				...fixedKeys(temporary),
				renew: async keys => {
					refused.push(keys);
					return renewed;
				},
			},
		},
	);
	return { list, tokens, refused };
};

describe('listing jobs', () => {
	it('asks with a signature that the received request confirms', async () => {
		const received: IncomingMessage[] = [];
		const { host, list } = await start(
			(request, response) => {
				received.push(request);
				response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(page));
			},
			{ credentials: fixedKeys(temporary) },
		);
		expect(await list()).toMatchObject({ ok: true, value: { TotalCount: 1, jobs: [{ JobId: 'dlc1' }] } });
		const [request] = received;
		expect(request?.url).toBe('/api/v1/jobs?DisplayName=a%2Ab&PageSize=5');
		expect(request?.headers).toMatchObject({
			host,
			'x-acs-action': 'ListJobs',
			'x-acs-version': '2020-12-03',
			'x-acs-date': '2026-01-02T03:04:06Z',
			'x-acs-signature-nonce': 'nonce-1',
			'x-acs-security-token': 'planted-token',
			accept: 'application/json',
			'accept-encoding': 'gzip',
			'user-agent': 'dlctop/1.2.3',
		});
		const headers = Object.fromEntries(
			Object.entries(request?.headers ?? {}).filter(([name]) => name === 'host' || name.startsWith('x-acs-')),
		);
		const again = sign({
			method: 'GET',
			path: '/api/v1/jobs',
			query: [...new URL(`http://${host}${request?.url}`).searchParams],
			headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
			credentials: temporary,
		});
		expect(request?.headers.authorization).toBe(again.headers.authorization);
	});

	it('signs each attempt anew', async () => {
		const seen: (string | string[] | undefined)[][] = [];
		const { list } = await start(({ headers }, response) => {
			seen.push([headers['x-acs-date'], headers['x-acs-signature-nonce'], headers.authorization]);
			response.writeHead(503).end();
		});
		await list();
		await list();
		expect(seen).toHaveLength(2);
		for (const index of [0, 1, 2]) {
			expect(seen[0]?.[index]).not.toBe(seen[1]?.[index]);
		}
	});

	it.each([
		['breaks off', '{"Jobs":[{"JobId":"dl', 'not JSON'],
		['is empty', '', 'not JSON'],
		['is a web page', '<html>sign in to the hotel</html>', 'web page'],
	])('gives a malformed answer when the answer %s', async (_, body, part) => {
		const { list } = await start((_request, response) => response.end(body));
		expect(await list()).toMatchObject({
			ok: false,
			problem: { kind: 'malformed-answer', httpStatus: 200, message: expect.stringContaining(part) },
		});
	});

	it('gives a malformed answer when the JSON is no page', async () => {
		const { list } = await start((_, response) => response.end('[]'));
		expect(await list()).toMatchObject({ ok: false, problem: { kind: 'malformed-answer' } });
	});

	it('gives a service failure for a web page of a gateway, and for a redirect', async () => {
		const { list } = await start((_, response) =>
			response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>'),
		);
		expect(await list()).toMatchObject({ ok: false, problem: { kind: 'service', httpStatus: 502 } });
		const moved = await start((_, response) => response.writeHead(301, { location: '/' }).end());
		expect(await moved.list()).toMatchObject({ ok: false, problem: { kind: 'service', httpStatus: 301 } });
	});

	it('waits as long as the service asks, also when the error is zipped', async () => {
		const body = gzipSync('{"Code":"Throttling","Message":"Request was denied","RequestId":"R-2"}');
		const { list } = await start((_, response) =>
			response.writeHead(400, { 'content-encoding': 'gzip', 'x-acs-retry-after': '1000' }).end(body),
		);
		expect(await list()).toEqual({
			ok: false,
			problem: {
				kind: 'throttled',
				message: 'The service asks for fewer requests (flow control).',
				Code: 'Throttling',
				Message: 'Request was denied',
				RequestId: 'R-2',
				httpStatus: 400,
				retryAfterMs: 1_000,
			},
		});
	});

	it('lets no secret out when the service quotes the request', async () => {
		const { list } = await start(
			({ headers }, response) => {
				const Message = `the server saw ${JSON.stringify(headers)} and planted-secret`;
				response.writeHead(400).end(JSON.stringify({ Code: 'SignatureDoesNotMatch', Message }));
			},
			{ credentials: fixedKeys(temporary) },
		);
		const answer = JSON.stringify(await list());
		expect(answer).toContain('the server saw');
		expect(answer).not.toMatch(/planted|LTAIkey/);
	});

	it.each([['InvalidSecurityToken.Expired'], ['InvalidSecurityToken.Malformed'], ['SecurityTokenExpired']])(
		'%s is cured by new keys, which are asked for once',
		async Code => {
			const { list, tokens, refused } = await startRenewing(Code, success({ ...credentials, SecurityToken: 'new' }));
			expect(await list()).toMatchObject({ ok: true, value: { TotalCount: 1 } });
			expect(tokens).toEqual(['planted-token', 'new']);
			expect(refused).toEqual([temporary]);
		},
	);

	it('is not tried a third time when the new keys are refused as well', async () => {
		const { list, tokens } = await startRenewing('InvalidSecurityToken.Expired', success(temporary));
		expect(await list()).toMatchObject({ problem: { kind: 'signed-out', Code: 'InvalidSecurityToken.Expired' } });
		expect(tokens).toHaveLength(2);
	});

	it('says what the service said and what the source of the keys advises, where there are none', async () => {
		const none = { kind: 'signed-out', message: 'expired', next: 'sign in' } as const;
		const { list, tokens } = await startRenewing('InvalidSecurityToken.Expired', failed(none));
		expect(await list()).toMatchObject({ problem: { ...none, Code: 'InvalidSecurityToken.Expired', httpStatus: 403 } });
		expect(tokens).toHaveLength(1);
	});

	it('is tried again later where the source of the keys is out of reach', async () => {
		const away = { kind: 'network', message: 'STS is away' } as const;
		const { list } = await startRenewing('InvalidSecurityToken.Expired', failed(away));
		expect(await list()).toEqual({ ok: false, problem: away });
	});

	it('asks for no new keys after another refusal, and asks nothing without keys', async () => {
		const { list, refused } = await startRenewing('SignatureDoesNotMatch', success(temporary));
		expect(await list()).toMatchObject({ problem: { kind: 'signed-out' } });
		expect(refused).toEqual([]);
		const problem = { kind: 'signed-out', message: 'none' } as const;
		const without = await start((_, response) => response.end(page), {
			credentials: { ...fixedKeys(temporary), keys: async () => failed(problem) },
		});
		expect(await without.list()).toEqual({ ok: false, problem });
	});

	it('gives a network failure when it is aborted', async () => {
		const caller = new AbortController();
		const { list } = await start(() => caller.abort());
		expect(await list(caller.signal)).toMatchObject({ ok: false, problem: { kind: 'network' } });
	});
});

it('draws nonces that do not repeat', () => {
	const nonces = Array.from({ length: 1_000 }, randomNonce);
	expect(new Set(nonces).size).toBe(1_000);
	expect(nonces.every(nonce => /^[0-9a-f]{32}$/.test(nonce))).toBe(true);
});
