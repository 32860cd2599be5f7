import { describe, expect, it } from 'vitest';
import { keysOf, own, signedIn } from './profile-keys.ts';
import { anAnswer, cliFile, handedOut, noon, toldBy } from './surroundings.ts';

const role = { ram_role_arn: 'acs:ram::1:role/reader', ram_session_name: 'alice' };
const inAnHour = noon / 1000 + 3600;

describe('a profile of mode', () => {
	it('AK and StsToken gives the keys in the file; a left-over token of AK is not sent', async () => {
		expect((await keysOf({ mode: 'AK', ...own, sts_token: 'old' })).keys).not.toHaveProperty('SecurityToken');
		expect((await keysOf({ ...own })).keys).toMatchObject({ AccessKeyId: 'LTAIown' });
		expect((await keysOf({ mode: 'StsToken', ...signedIn })).keys).toMatchObject({
			SecurityToken: 'planted-sso-token',
		});
	});

	it('RamRoleArn asks STS for the role, with all that the profile says of it', async () => {
		const { keys, asked, questions } = await keysOf({
			mode: 'RamRoleArn',
			...own,
			...role,
			sts_token: 'planted-own-token',
			external_id: 'shared word',
			expired_seconds: 1800,
			sts_region: 'cn-beijing',
		});
		expect(keys).toMatchObject({
			AccessKeyId: 'STS.for-LTAIown',
			SecurityToken: 'planted-token-of-for-LTAIown',
			expiresAt: noon + 3_600_000,
			source: 'profile default',
		});
		expect(asked).toEqual([
			'GET https://sts.cn-beijing.aliyuncs.com/?DurationSeconds=1800&ExternalId=shared%20word&RoleArn=acs%3Aram%3A%3A1%3Arole%2Freader&RoleSessionName=alice',
		]);
		expect(questions[0]?.headers).toMatchObject({
			'x-acs-action': 'AssumeRole',
			'x-acs-version': '2015-04-01',
			'x-acs-security-token': 'planted-own-token',
		});
	});

	it.each([
		['the central address', {}, {}, 'https://sts.aliyuncs.com'],
		[
			'the region of the environment',
			{},
			{ ALIBABA_CLOUD_STS_REGION: 'cn-shanghai' },
			'https://sts.cn-shanghai.aliyuncs.com',
		],
		[
			'the address inside a VPC',
			{ sts_region: 'cn-beijing' },
			{ ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED: 'true' },
			'https://sts-vpc.cn-beijing.aliyuncs.com',
		],
		['an address of its own', { sts_endpoint: 'sts.example.com' }, {}, 'https://sts.example.com'],
		['a port of this machine', { sts_endpoint: 'http://127.0.0.1:8080' }, {}, 'http://127.0.0.1:8080'],
	])('RamRoleArn asks STS at %s', async (_, fields, env, origin) => {
		const { questions } = await keysOf({ mode: 'RamRoleArn', ...own, ...role, ...fields }, { env });
		expect(questions.map(question => question.origin)).toEqual([origin]);
	});

	it.each([
		['http://sts.example.com', 'is not https:'],
		['https://user:planted@sts.example.com', 'holds a user name or a password'],
		['::planted::', 'is not an address'],
	])('RamRoleArn does not send to %s', async (sts_endpoint, part) => {
		const { keys, asked } = await keysOf({ mode: 'RamRoleArn', ...own, ...role, sts_endpoint });
		expect(keys).toMatchObject({ kind: 'signed-out', message: expect.stringContaining(part) });
		expect(JSON.stringify(keys)).not.toContain('planted');
		expect(asked).toEqual([]);
	});

	it('ChainableRamRoleArn takes on one role after the other', async () => {
		const chain = { mode: 'ChainableRamRoleArn', ...role };
		const { keys, asked } = await keysOf({ ...chain, source_profile: 'middle' }, {}, [
			{ name: 'middle', ...chain, source_profile: 'end' },
			{ name: 'end', mode: 'AK', ...own },
		]);
		expect(keys).toMatchObject({
			AccessKeyId: 'STS.for-STS.for-LTAIown',
			source: 'profile default',
		});
		expect(asked).toHaveLength(2);
	});

	it('ChainableRamRoleArn that comes back to itself, or leads nowhere, is told', async () => {
		const chain = { mode: 'ChainableRamRoleArn', ...role };
		const round = await keysOf({ ...chain, source_profile: 'other' }, {}, [
			{ name: 'other', ...chain, source_profile: 'default' },
		]);
		expect(round.keys).toMatchObject({ message: expect.stringContaining('circle: default → other → default.') });
		expect(round.asked).toEqual([]);
		const nowhere = await keysOf({ ...chain, source_profile: 'gone' });
		expect(nowhere.keys).toMatchObject({ message: expect.stringContaining('builds on profile gone') });
		const long = Array.from({ length: 30 }, (_, at) => ({ name: `p${at}`, ...chain, source_profile: `p${at + 1}` }));
		const endless = await keysOf({ ...chain, source_profile: 'p0' }, {}, long);
		expect(endless.keys).toMatchObject({ message: expect.stringContaining('circle') });
	});

	it('EcsRamRole asks the metadata for that role; RamRoleArnWithRoleName goes on from it', async () => {
		const ecs = await keysOf({ mode: 'EcsRamRole', ram_role_name: 'worker' });
		expect(ecs.keys).toMatchObject({ AccessKeyId: 'STS.100.100.100.200' });
		expect(ecs.asked.at(-1)).toBe('GET http://100.100.100.200/latest/meta-data/ram/security-credentials/worker');
		const both = await keysOf({ mode: 'RamRoleArnWithRoleName', ram_role_name: 'worker', ...role });
		expect(both.keys).toMatchObject({ AccessKeyId: 'STS.for-STS.100.100.100.200' });
		const away = await keysOf({ mode: 'EcsRamRole' }, { answers: () => undefined });
		expect(away.keys).toMatchObject({ kind: 'signed-out', message: expect.stringContaining('no instance metadata') });
	});

	it('OIDC sends the token in the body, and never in an address', async () => {
		const { keys, questions } = await keysOf(
			{ mode: 'OIDC', ...role, oidc_provider_arn: 'acs:ram::1:oidc-provider/idp', oidc_token_file: '~/token' },
			{ files: { '/home/alice/token': 'planted.jwt\n' } },
		);
		expect(keys).toMatchObject({ AccessKeyId: 'STS.for-nobody' });
		const [question] = questions;
		expect(question?.method).toBe('POST');
		expect(Object.fromEntries(new URLSearchParams(question?.body))).toEqual({
			RoleArn: 'acs:ram::1:role/reader',
			RoleSessionName: 'alice',
			DurationSeconds: '3600',
			OIDCProviderArn: 'acs:ram::1:oidc-provider/idp',
			OIDCToken: 'planted.jwt',
		});
		expect(question?.target).toContain('Action=AssumeRoleWithOIDC');
		expect(`${question?.target}${JSON.stringify(question?.headers)}`).not.toContain('planted');
	});

	it('CredentialsURI asks the address of the profile, else that of the environment', async () => {
		const given = await keysOf({ mode: 'CredentialsURI', credentials_uri: 'https://keys.example.com/a?b=c' });
		expect(given.asked).toEqual(['GET https://keys.example.com/a?b=c']);
		const env = { ALIBABA_CLOUD_CREDENTIALS_URI: 'http://localhost:7002/x' };
		expect((await keysOf({ mode: 'CredentialsURI' }, { env })).asked).toEqual(['GET http://localhost:7002/x']);
	});

	it.each([
		[
			'CloudSSO',
			{
				access_token: 'planted-access',
				cloud_sso_access_token_expire: inAnHour,
				cloud_sso_sign_in_url: 'https://signin.example.com/start/login',
				cloud_sso_account_id: '42',
				cloud_sso_access_config: 'ac-1',
			},
			'POST https://signin.example.com/cloud-credentials',
			{ AccountId: '42', AccessConfigurationId: 'ac-1' },
			{ CloudCredential: handedOut('fresh') },
		],
		[
			'OAuth',
			{ oauth_access_token: 'planted-access', oauth_access_token_expire: inAnHour, oauth_site_type: 'intl' },
			'POST https://oauth.alibabacloud.com/v1/exchange',
			{},
			{ accessKeyId: 'STS.fresh', accessKeySecret: 's', securityToken: 't', expiration: '2026-11-09T13:00:00Z' },
		],
	])(
		'%s gets new keys for an access token that holds, once the kept ones are near their end',
		async (mode, token, address, body, given) => {
			const answers = () => anAnswer(200, given);
			const inTenMinutes = noon / 1000 + 600;
			const early = await keysOf({ mode, ...token, ...signedIn, sts_expiration: inAnHour }, { answers });
			expect(early.keys).toMatchObject({ AccessKeyId: 'STS.sso' });
			expect(early.asked).toEqual([]);
			const late = await keysOf({ mode, ...token, ...signedIn, sts_expiration: inTenMinutes }, { answers });
			expect(late.keys).toMatchObject({ AccessKeyId: 'STS.fresh', expiresAt: noon + 3_600_000 });
			expect(late.asked).toEqual([address]);
			expect(late.questions[0]?.headers.authorization).toBe('Bearer planted-access');
			expect(JSON.parse(late.questions[0]?.body ?? '')).toEqual(body);
			const refusing = { answers: () => anAnswer(401, '{"planted":"planted"}') };
			const kept = await keysOf({ mode, ...token, ...signedIn, sts_expiration: inTenMinutes }, refusing);
			expect(kept.keys).toMatchObject({ AccessKeyId: 'STS.sso' });
			const none = await keysOf({ mode, ...token }, refusing);
			expect(none.keys).toMatchObject({
				kind: 'signed-out',
				httpStatus: 401,
				next: expect.stringContaining(`--mode ${mode}`),
			});
			expect(JSON.stringify(none.keys)).not.toContain('planted');
			const over = Object.fromEntries(
				Object.entries(token).map(([name, value]) => [name, value === inAnHour ? noon / 1000 : value]),
			);
			expect((await keysOf({ mode, ...over }, { answers })).asked).toEqual([]);
		},
	);

	it('CloudSSO sends its access token to no address in plain http', async () => {
		const token = {
			access_token: 'planted',
			cloud_sso_access_token_expire: inAnHour,
			cloud_sso_sign_in_url: 'http://a.example.com',
		};
		expect((await keysOf({ mode: 'CloudSSO', ...token })).asked).toEqual([]);
	});

	it.each(['CloudSSO', 'OAuth'])('%s gives the token of the sign-in, until it ends', async mode => {
		const good = await keysOf({ mode, ...signedIn, sts_expiration: inAnHour });
		expect(good.keys).toMatchObject({ SecurityToken: 'planted-sso-token', expiresAt: inAnHour * 1000 });
		const fix = expect.stringContaining(`aliyun configure --mode ${mode} --profile default`);
		const late = await keysOf({ mode, ...signedIn, sts_expiration: noon / 1000 });
		expect(late.keys).toMatchObject({ kind: 'signed-out', message: expect.stringContaining('is over'), next: fix });
		expect((await keysOf({ mode })).keys).toMatchObject({ kind: 'signed-out', next: fix });
	});
});

describe('a mode that dlctop does not take', () => {
	it.each(['RsaKeyPair', 'BearerToken', 'Anonymous'])('is named with those it takes: %s', async mode => {
		const told = await toldBy({ files: cliFile([{ name: 'default', mode }]) });
		expect(told).toContain(`has mode ${mode}`);
		expect(told).toContain('ChainableRamRoleArn');
	});
});
