import { describe, expect, it } from 'vitest';
import { uriKeys } from '../../../source/adapters/credentials/keys-uri.ts';
import { assumeRole, assumeRoleWithOidc } from '../../../source/adapters/credentials/sts.ts';
import { sign } from '../../../source/adapters/signature.ts';
import { hostile, json, start } from './giver-of-keys.ts';
import { fromSts, handedOut, makeWorld, noon } from './surroundings.ts';

const keys = { AccessKeyId: 'LTAIown', AccessKeySecret: 'planted-own', SecurityToken: 'planted+token/=' };

describe('STS', () => {
	it('gets a signature that the received request confirms', async () => {
		const { received, host, surroundings, role } = await start(json(fromSts('role')));
		expect(await assumeRole(role, keys, surroundings)).toEqual({
			ok: true,
			value: {
				AccessKeyId: 'STS.role',
				AccessKeySecret: 'planted-secret-of-role',
				SecurityToken: 'planted-token-of-role',
				expiresAt: noon + 3_600_000,
			},
		});
		const headers = received[0]?.request.headers ?? {};
		const again = sign({
			method: 'GET',
			path: '/',
			query: [...new URL(`http://${host}${received[0]?.request.url}`).searchParams],
			headers: Object.fromEntries(
				Object.entries(headers)
					.filter(([name]) => name === 'host' || name.startsWith('x-acs-'))
					.map(([name, value]) => [name, String(value)]),
			),
			credentials: keys,
		});
		expect(headers.authorization).toBe(again.headers.authorization);
		expect(headers.host).toBe(host);
	});

	it('gets an OIDC token as a form, with nothing signed', async () => {
		const { received, surroundings, role } = await start(json(fromSts('pod')));
		const proof = { providerArn: 'acs:ram::1:oidc-provider/ack', token: 'planted a+b&c=d' };
		expect(await assumeRoleWithOidc(role, proof, surroundings)).toMatchObject({ ok: true });
		const [one] = received;
		expect(new URLSearchParams(one?.body).get('OIDCToken')).toBe('planted a+b&c=d');
		expect(one?.request.method).toBe('POST');
		expect(one?.request.headers.authorization).toBeUndefined();
		expect(one?.request.headers['content-type']).toBe('application/x-www-form-urlencoded');
	});

	it.each([
		[403, 'NoPermission', 'signed-out', 'sts:AssumeRole'],
		[404, 'EntityNotExist.Role', 'signed-out', 'ARN of the role'],
		[400, 'AuthenticationFail.OIDCToken.Expired', 'signed-out', 'the token'],
		[400, 'Throttling.User', 'throttled', ''],
		[503, 'ServiceUnavailable', 'service', ''],
	])('that refuses with %i %s is told in its own words, without a secret', async (status, Code, kind, next) => {
		const Message = `you sent planted+token/= and ${encodeURIComponent('planted+token/=')} signed by planted-own of LTAIown`;
		const { surroundings, role } = await start(json({ Code, Message, RequestId: 'R-9' }, status));
		const answer = await assumeRole(role, keys, surroundings);
		expect(answer).toMatchObject({ problem: { kind, Code, RequestId: 'R-9', httpStatus: status } });
		expect(JSON.stringify(answer)).toContain(next);
		expect(JSON.stringify(answer)).not.toMatch(/planted|LTAI/);
		const proof = { providerArn: 'p', token: 'planted+token/=' };
		expect(JSON.stringify(await assumeRoleWithOidc(role, proof, surroundings))).not.toContain('planted+token/=');
	});

	it('that refuses the time is asked once more with its own, and the end of the keys is told by our clock', async () => {
		const late = new Date(noon + 7_200_000).toUTCString();
		const { received, surroundings, role } = await start(({ request }, response) => {
			const isRight = request.headers['x-acs-date'] === '2026-11-09T14:00:00Z';
			response.writeHead(isRight ? 200 : 400, { date: late });
			response.end(
				JSON.stringify(
					isRight ? { Credentials: handedOut('role', '2026-11-09T15:00:00Z') } : { Code: 'InvalidTimeStamp.Expired' },
				),
			);
		});
		expect(await assumeRole(role, keys, surroundings)).toMatchObject({
			ok: true,
			value: { expiresAt: noon + 3_600_000 },
		});
		expect(received).toHaveLength(2);
		const never = await start(json({ Code: 'InvalidTimeStamp.Expired' }, 400));
		expect(await assumeRole(never.role, keys, never.surroundings)).toMatchObject({
			problem: { Code: 'InvalidTimeStamp.Expired' },
		});
		expect(never.received).toHaveLength(2);
	});

	it.each(hostile)('that answers with %s gives no keys', async (_, reply) => {
		const { surroundings, role } = await start(reply);
		const answer = await assumeRole(role, keys, surroundings);
		const shaped = answer.ok && /^[\x21-\x7e]+$/.test(answer.value.AccessKeyId);
		expect(shaped).toBe(false);
		expect(answer.ok ? '' : JSON.stringify(answer)).not.toContain('planted');
	});
});

describe('a credentials URI', () => {
	it('is asked with its path and query, and gives keys', async () => {
		const { received, origin, surroundings } = await start(json(handedOut('uri')));
		const found = await uriKeys(`${origin}/api/v1/credentials/0?secret=planted`, 'credentials URI', surroundings);
		expect(found).toMatchObject({ ok: true, value: { AccessKeyId: 'STS.uri', expiresAt: noon + 3_600_000 } });
		expect(received[0]?.request.url).toBe('/api/v1/credentials/0?secret=planted');
	});

	it.each(hostile)('that answers with %s gives no keys, and is not shown', async (_, reply) => {
		const { origin, surroundings } = await start(reply);
		const found = await uriKeys(`${origin}/planted?planted`, 'credentials URI', surroundings);
		expect(found.ok).toBe(false);
		expect(JSON.stringify(found)).not.toContain('planted');
	});

	it('is not followed to another address', async () => {
		const other = await start(json(handedOut('stolen')));
		const { origin, surroundings } = await start((_, response) =>
			response.writeHead(302, { location: `${other.origin}/planted` }).end(),
		);
		const found = await uriKeys(`${origin}/planted`, 'credentials URI', surroundings);
		expect(found).toMatchObject({ ok: false, problem: { httpStatus: 302 } });
		expect(JSON.stringify(found)).not.toContain('planted');
		expect(other.received).toEqual([]);
	});

	it.each(['http://keys.example.com/x', 'ftp://localhost/x', 'https://user:planted@keys.example.com/x', 'planted'])(
		'is not asked when it is %s',
		async uri => {
			const found = await uriKeys(uri, 'credentials URI', makeWorld({}).surroundings);
			expect(found).toMatchObject({ ok: false, problem: { kind: 'signed-out' } });
			expect(JSON.stringify(found)).not.toContain('planted');
		},
	);
});
