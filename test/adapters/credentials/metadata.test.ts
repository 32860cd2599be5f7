import { describe, expect, it } from 'vitest';
import { ecsRoleKeys } from '../../../source/adapters/credentials/ecs-role.ts';
import { serveBytes } from '../server.ts';
import { hostile, json, type Reply, start } from './giver-of-keys.ts';
import { handedOut, makeWorld, realAsk } from './surroundings.ts';

const roles = '/latest/meta-data/ram/security-credentials/';

/** The metadata of an instance with the role `worker`; `token` undefined does not know version 2. */
const instance =
	(token: string | undefined): Reply =>
	({ request }, response) => {
		const { method, url = '', headers } = request;
		if (method === 'PUT' && url === '/latest/api/token' && token !== undefined) {
			response.end(token);
		} else if (method === 'PUT' || (token !== undefined && headers['x-aliyun-ecs-metadata-token'] !== token)) {
			response.writeHead(403).end();
		} else if (url === roles) {
			response.end('worker\n');
		} else {
			json(url === `${roles}worker` ? handedOut('ecs') : {}, url === `${roles}worker` ? 200 : 404)(
				{ request, body: '' },
				response,
			);
		}
	};

describe('the metadata of an instance', () => {
	it('is asked for a token first, then for the role and its keys', async () => {
		const { received, surroundings } = await start(instance('meta-token'));
		expect(await ecsRoleKeys('', 'ECS', surroundings)).toMatchObject({
			kind: 'keys',
			keys: { AccessKeyId: 'STS.ecs' },
		});
		expect(received.map(({ request }) => `${request.method} ${request.url}`)).toEqual([
			'PUT /latest/api/token',
			`GET ${roles}`,
			`GET ${roles}worker`,
		]);
		expect(received[0]?.request.headers['x-aliyun-ecs-metadata-token-ttl-seconds']).toBe('21600');
	});

	it('is asked without one where it gives none, unless that is switched off', async () => {
		const old = await start(instance(undefined));
		expect(await ecsRoleKeys('worker', 'ECS', old.surroundings)).toMatchObject({ kind: 'keys' });
		const strict = await start(instance(undefined), { ALIBABA_CLOUD_IMDSV1_DISABLED: 'true' });
		expect(await ecsRoleKeys('worker', 'ECS', strict.surroundings)).toMatchObject({ kind: 'nothing' });
		expect(strict.received).toHaveLength(1);
	});

	it('that has no role, or other keys than those of a role, gives nothing', async () => {
		const none = await start((_, response) => response.writeHead(404).end());
		expect(await ecsRoleKeys('', 'ECS', none.surroundings)).toMatchObject({
			why: 'no role is attached to this instance',
		});
		const odd = await start(({ request }, response) => response.end(request.url === roles ? '../../planted' : 'token'));
		const found = await ecsRoleKeys('', 'ECS', odd.surroundings);
		expect(found).toMatchObject({ why: 'no role is attached to this instance' });
		expect(JSON.stringify(found)).not.toContain('planted');
	});

	it.each(hostile)('that answers with %s gives no keys', async (_, reply) => {
		const { surroundings } = await start(reply);
		expect((await ecsRoleKeys('worker', 'ECS', surroundings)).kind).not.toBe('keys');
	});

	it('that takes the connection and says nothing is given up within about 2 s', async () => {
		const { origin } = await serveBytes(() => {});
		const { surroundings } = makeWorld({});
		const began = performance.now();
		const found = await ecsRoleKeys('', 'ECS', { ...surroundings, ask: realAsk, metadataOrigin: origin });
		expect(found).toMatchObject({ why: 'no instance metadata answers here' });
		expect(performance.now() - began).toBeLessThan(3_500);
	});
});
