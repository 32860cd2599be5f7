import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EndpointChoice, resolveEndpoint } from '../../source/adapters/endpoint.ts';
import { regions } from '../../source/tables/regions.ts';

const resolve = (choice: Partial<EndpointChoice>) => resolveEndpoint({ isVpc: false, env: {}, ...choice });

const problemOf = (choice: Partial<EndpointChoice>) => {
	const result = resolve(choice);
	return result.ok ? `resolved to ${result.value.origin}` : `${result.problem.message}\n${result.problem.next}`;
};

describe('the host of a region', () => {
	it('is the public one, and with --vpc the one inside', () => {
		expect(resolve({ region: 'cn-hangzhou' })).toEqual({
			ok: true,
			value: {
				origin: 'https://pai-dlc.cn-hangzhou.aliyuncs.com',
				host: 'pai-dlc.cn-hangzhou.aliyuncs.com',
				region: 'cn-hangzhou',
			},
		});
		expect(resolve({ region: 'cn-shanghai', isVpc: true })).toMatchObject({
			value: { host: 'pai-dlc-vpc.cn-shanghai.aliyuncs.com' },
		});
	});

	it.each(regions)('is found for $id', ({ id }) => {
		expect(resolve({ region: id })).toMatchObject({ ok: true, value: { region: id } });
	});

	it('follows the same rule for a region that the table does not know', () => {
		expect(resolve({ region: 'mars-north-1' })).toMatchObject({
			value: { origin: 'https://pai-dlc.mars-north-1.aliyuncs.com' },
		});
	});

	it('stays below aliyuncs.com whatever text stands for the region', () => {
		const hostile = fc.oneof(
			fc.string(),
			fc.constantFrom(
				'evil.com/',
				'a@evil.com',
				'x.evil.com#',
				'cn-hangzhou.evil.com',
				'cn-hangzhou/',
				' cn-x1',
				'a-b\n',
			),
		);
		fc.assert(
			fc.property(hostile, region => {
				const result = resolve({ region });
				if (result.ok) {
					expect(new URL(result.value.origin).host).toBe(`pai-dlc.${region}.aliyuncs.com`);
					expect(region).toMatch(/^[a-z0-9-]+$/);
				}
			}),
		);
		expect(problemOf({ region: 'evil.com/' })).toContain('--region: "evil.com/" is not the id of a region.');
	});
});

describe('the region', () => {
	const env = { ALIBABA_CLOUD_REGION_ID: 'cn-beijing', REGION: 'us-east-1' };

	it.each([
		['the flag', { region: 'cn-hangzhou', env, profileRegion: 'eu-central-1' }, 'cn-hangzhou'],
		['the environment', { env, profileRegion: 'eu-central-1' }, 'cn-beijing'],
		['the last of the names in the environment', { env: { REGION: ' us-east-1 ' } }, 'us-east-1'],
		['the profile', { env: { REGION: '' }, profileRegion: 'eu-central-1' }, 'eu-central-1'],
	])('comes from %s', (_, choice, region) => {
		expect(resolve(choice)).toMatchObject({ ok: true, value: { region } });
	});

	it('is asked for, with the list, when nothing names one', () => {
		const problem = problemOf({});
		expect(problem).toContain('No region');
		for (const { id } of regions) {
			expect(problem).toContain(id);
		}
	});

	it('names the variable that holds nonsense', () => {
		expect(problemOf({ env: { REGION: 'here' } })).toContain('REGION: "here" is not the id of a region.');
	});
});

describe('--endpoint', () => {
	it.each([
		['https://dlc.example.com', 'https://dlc.example.com', 'dlc.example.com'],
		['https://DLC.example.com:443/', 'https://dlc.example.com', 'dlc.example.com'],
		['https://dlc.example.com:8443', 'https://dlc.example.com:8443', 'dlc.example.com:8443'],
		['dlc.example.com', 'https://dlc.example.com', 'dlc.example.com'],
		['localhost:8443', 'https://localhost:8443', 'localhost:8443'],
		['http://127.0.0.1:8080', 'http://127.0.0.1:8080', '127.0.0.1:8080'],
		['http://127.1.2.3', 'http://127.1.2.3', '127.1.2.3'],
		['http://localhost:80', 'http://localhost', 'localhost'],
		['http://[::1]:9000', 'http://[::1]:9000', '[::1]:9000'],
	])('%s is taken', (endpoint, origin, host) => {
		expect(resolve({ endpoint })).toEqual({ ok: true, value: { origin, host, region: undefined } });
	});

	it.each([
		['http://dlc.example.com', 'unencrypted'],
		['http://10.0.0.1', 'unencrypted'],
		['http://127.0.0.1.example.com', 'unencrypted'],
		['http://[::2]', 'unencrypted'],
		['https://user:hunter2@dlc.example.com', 'must not hold a user name'],
		['https://hunter2@dlc.example.com', 'must not hold a user name'],
		['https://:hunter2@dlc.example.com', 'must not hold a user name'],
		['https://dlc.example.com/api', 'without a path'],
		['https://dlc.example.com?a=hunter2', 'without a path'],
		['ftp://dlc.example.com', 'scheme ftp:'],
		['https://', 'not a URL'],
		['', 'not a URL'],
	])('%s is refused', (endpoint, reason) => {
		const problem = problemOf({ endpoint });
		expect(problem).toContain(reason);
		expect(problem).not.toContain('hunter2');
	});

	it('wins over the region and --vpc, and keeps the region for the screen', () => {
		expect(resolve({ endpoint: 'https://dlc.example.com', region: 'cn-hangzhou', isVpc: true })).toMatchObject({
			value: { origin: 'https://dlc.example.com', region: 'cn-hangzhou' },
		});
	});

	it('does not mind nonsense in the environment, but does in --region', () => {
		const endpoint = 'https://dlc.example.com';
		expect(resolve({ endpoint, env: { REGION: 'here' } })).toMatchObject({ ok: true, value: { region: undefined } });
		expect(problemOf({ endpoint, region: 'here' })).toContain('not the id of a region');
	});
});
