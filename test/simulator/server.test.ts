import { request as httpRequest } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../source/simulator/server.ts';
import { start } from './moments.ts';
import { type Draft, signed } from './sign.ts';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator({ now: () => start });
});
afterEach(() => simulator.close());

type Received = {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: string;
};

const send = (draft: Draft = {}, more: Readonly<Record<string, string>> = {}): Promise<Received> => {
	const { host, port, hostname } = new URL(simulator.url);
	const key = { AccessKeyId: simulator.accessKeyId, AccessKeySecret: simulator.accessKeySecret };
	const { method, path, rawQuery, headers } = signed(key, start, { host, ...draft });
	return new Promise((resolve, reject) => {
		const target = rawQuery === '' ? path : `${path}?${rawQuery}`;
		const options = { hostname, port, method, path: target, headers: { ...Object.fromEntries(headers), ...more } };
		httpRequest(options, response => {
			const chunks: Buffer[] = [];
			response.on('data', chunk => chunks.push(Buffer.from(chunk)));
			response.on('end', () => {
				const bytes = Buffer.concat(chunks);
				const zipped = response.headers['content-encoding'] === 'gzip';
				const body = (zipped ? gunzipSync(bytes) : bytes).toString();
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
			});
		})
			.on('error', reject)
			.end();
	});
};

describe('an answer', () => {
	it('is the envelope of ListJobs, with a RequestId of its own each time', async () => {
		const [first, second] = [await send(), await send()];
		const body = JSON.parse(first.body);
		expect(first.status).toBe(200);
		expect(first.headers['content-type']).toBe('application/json;charset=utf-8');
		expect(Object.keys(body)).toEqual(['Jobs', 'TotalCount', 'RequestId']);
		expect(body.RequestId).toBe(first.headers['x-acs-request-id']);
		expect(JSON.parse(second.body).RequestId).not.toBe(body.RequestId);
	});

	it('is zipped only for who accepts that', async () => {
		const [plain, zipped] = [await send(), await send({}, { 'accept-encoding': 'gzip, deflate' })];
		expect(plain.headers['content-encoding']).toBeUndefined();
		expect(zipped.headers['content-encoding']).toBe('gzip');
		expect(JSON.parse(zipped.body).Jobs).toEqual(JSON.parse(plain.body).Jobs);
		expect(Number(zipped.headers['content-length'])).toBeLessThan(plain.body.length / 4);
	});

	it('of an error has the five fields of the gateway', async () => {
		const { status, headers, body } = await send({ rawQuery: 'PageSize=500' });
		expect(status).toBe(400);
		expect(JSON.parse(body)).toEqual({
			RequestId: headers['x-acs-request-id'],
			HostId: new URL(simulator.url).host,
			Code: 'InvalidParameter',
			Message: 'The parameter PageSize is invalid: it must be a whole number from 1 to 100.',
			Recommend: expect.stringContaining('InvalidParameter'),
		});
	});

	it('comes only from 127.0.0.1, on a free port', () => {
		expect(simulator.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
	});
});

describe('faults', () => {
	it('are given once each, in their order, and then the truth again', async () => {
		simulator.failNext({ status: 503, Code: 'ServiceUnavailable', Message: 'Busy.' });
		simulator.failNext({ status: 502, body: '<html>Bad Gateway</html>', headers: { 'content-type': 'text/html' } });
		const answers = [await send(), await send(), await send()];
		expect(answers.map(({ status }) => status)).toEqual([503, 502, 200]);
		expect(JSON.parse(answers[0]?.body ?? '')).toMatchObject({ Code: 'ServiceUnavailable', Message: 'Busy.' });
		expect(answers[1]).toMatchObject({ body: '<html>Bad Gateway</html>', headers: { 'content-type': 'text/html' } });
	});

	it('carry the headers they are given', async () => {
		simulator.failNext({
			status: 429,
			Code: 'Throttling',
			Message: 'Slow down.',
			headers: { 'x-acs-retry-after': '1500' },
		});
		expect((await send()).headers['x-acs-retry-after']).toBe('1500');
	});
});

it('keeps answers back while it is told to hold', async () => {
	const release = simulator.hold();
	const arrived: string[] = [];
	const answers = [send(), send()].map(answer => answer.then(() => arrived.push('answer')));
	await expect.poll(simulator.requests).toBe(2);
	arrived.push('release');
	release();
	await Promise.all(answers);
	expect(arrived).toEqual(['release', 'answer', 'answer']);
});

it('ends with requests in the air', async () => {
	simulator.hold();
	const answer = send();
	const lost = expect(answer).rejects.toThrow();
	await expect.poll(simulator.requests).toBe(1);
	await simulator.close();
	await lost;
});

it('takes the keys it is given, temporary ones with their token', async () => {
	const key = { AccessKeyId: 'STS.demo', AccessKeySecret: 's3cret', SecurityToken: 'CAIS' };
	const strict = await startSimulator({ now: () => start, credentials: [key] });
	await simulator.close();
	simulator = strict;
	expect((await send()).status).toBe(400);
	expect((await send({ headers: { 'x-acs-security-token': 'CAIS' } })).status).toBe(200);
});
