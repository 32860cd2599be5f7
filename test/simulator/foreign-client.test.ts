import openapi, { $OpenApiUtil as models } from '@alicloud/openapi-core';
import { RuntimeOptions } from '@darabonba/typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../source/simulator/server.ts';

/** The service's official client is the judge of the embedded service: neither was written with the other in mind. */
// The package is CommonJS: its default export is the class itself under Vitest, and one level deeper in Node.
const Client = 'default' in openapi ? openapi.default : openapi;

// Real time, because the client dates its requests itself; standing still, so that no job changes between two pages.
const at = Date.now();
let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ now: () => at });
});
afterAll(() => simulator.close());

const clientOf = (secret: string, more: Partial<models.Config> = {}) =>
	new Client(
		new models.Config({
			accessKeyId: simulator.accessKeyId,
			accessKeySecret: secret,
			endpoint: new URL(simulator.url).host,
			protocol: 'http',
			...more,
		}),
	);

const ask = async (
	client: InstanceType<typeof Client>,
	query: Readonly<Record<string, string>>,
	path = '/api/v1/jobs',
) => {
	const answer = await client.callApi(
		new models.Params({
			action: path === '/api/v1/jobs' ? 'ListJobs' : 'GetJob',
			version: '2020-12-03',
			protocol: 'HTTP',
			pathname: path,
			method: 'GET',
			authType: 'AK',
			style: 'ROA',
			reqBodyType: 'json',
			bodyType: 'json',
		}),
		new models.OpenApiRequest({ query }),
		new RuntimeOptions({ noProxy: '127.0.0.1' }),
	);
	return answer.body;
};

const list = (query: Readonly<Record<string, string>>) => ask(clientOf(simulator.accessKeySecret), query);
const idsOf = (body: { Jobs: { JobId: string }[] }): string[] => body.Jobs.map(job => job.JobId);

describe('the official client', () => {
	it('lists jobs', async () => {
		const body = await list({});
		expect(body.Jobs).toHaveLength(10);
		expect(body.TotalCount).toBeGreaterThan(600);
		expect(body.RequestId).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
	});

	it('pages through the jobs without meeting one twice', async () => {
		const window = { EndTime: '2001-01-01T00:00:00Z', StartTime: '2000-01-01T00:00:00Z' };
		expect((await list(window)).TotalCount).toBe(0);
		const fixed = { Status: 'Stopped', SortBy: 'DisplayName', Order: 'asc', PageSize: '7' };
		const first = await list(fixed);
		const pages = Math.ceil(first.TotalCount / 7);
		const others = await Promise.all(
			Array.from({ length: pages - 1 }, (_, page) => list({ ...fixed, PageNumber: String(page + 2) })),
		);
		const ids = [first, ...others].flatMap(idsOf);
		expect(ids).toHaveLength(first.TotalCount);
		expect(new Set(ids).size).toBe(first.TotalCount);
	});

	it('finds jobs by Chinese names, signs of every kind and tags', async () => {
		const found = await list({ DisplayName: '训练任务-中文' });
		expect(found.Jobs.map((job: { DisplayName: string }) => job.DisplayName)).toEqual([
			'训练任务-中文名称-图像分类-第十二次-非常非常非常长的名字-resnet50-微调',
		]);
		expect((await list({ DisplayName: "a*b~c!d'e(f)g+h/i%20j&k=l?m#n 👩‍🚀" })).TotalCount).toBe(0);
		const tagged = await list({ Tags: JSON.stringify({ team: '算法' }), PageSize: '100' });
		expect(tagged.TotalCount).toBeGreaterThan(0);
		for (const job of tagged.Jobs) {
			expect(job.Settings.Tags.team).toBe('算法');
		}
	});

	it('gets one job', async () => {
		const [id] = idsOf(await list({ PageSize: '1' }));
		const job = await ask(clientOf(simulator.accessKeySecret), { NeedDetail: 'true' }, `/api/v1/jobs/${id}`);
		expect(job.JobId).toBe(id);
		expect(job.RestartRecord).toBeInstanceOf(Array);
	});

	it('is refused with a wrong secret', async () => {
		await expect(ask(clientOf('wrong'), {})).rejects.toMatchObject({ code: 'SignatureDoesNotMatch', statusCode: 400 });
	});

	it('is refused with a key that nobody knows, and with a token that the key has not', async () => {
		const { accessKeySecret } = simulator;
		await expect(ask(clientOf(accessKeySecret, { accessKeyId: 'LTAIunknown' }), {})).rejects.toMatchObject({
			code: 'InvalidAccessKeyId.NotFound',
		});
		await expect(ask(clientOf(accessKeySecret, { securityToken: 'CAISother' }), {})).rejects.toMatchObject({
			code: 'InvalidSecurityToken.MismatchWithAccessKey',
		});
	});

	it('understands that a parameter is invalid, and that it is throttled', async () => {
		await expect(list({ PageSize: '500' })).rejects.toMatchObject({ code: 'InvalidParameter', statusCode: 400 });
		simulator.failNext({
			status: 400,
			Code: 'Throttling.User',
			Message: 'Request was denied due to user flow control.',
			headers: { 'x-acs-retry-after': '1500' },
		});
		await expect(list({})).rejects.toMatchObject({ code: 'Throttling.User', retryAfter: 1500 });
	});
});
