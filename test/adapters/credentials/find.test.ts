import { assert, asyncProperty, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	anAnswer,
	cliFile,
	configFile,
	FileError,
	fromSts,
	handedOut,
	iniPath,
	makeWorld,
	search,
	toldBy,
} from './surroundings.ts';

const keysInEnvironment = {
	ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAIenv',
	ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'planted-env-secret',
};
const roleInEnvironment = {
	ALIBABA_CLOUD_ROLE_ARN: 'acs:ram::1:role/pod',
	ALIBABA_CLOUD_OIDC_PROVIDER_ARN: 'acs:ram::1:oidc-provider/ack',
	ALIBABA_CLOUD_OIDC_TOKEN_FILE: '/var/run/token',
};
const uriInEnvironment = { ALIBABA_CLOUD_CREDENTIALS_URI: 'http://localhost:7002/api/v1/credentials/0' };

const profiles = [
	{
		name: 'default',
		mode: 'AK',
		access_key_id: 'LTAIdefault',
		access_key_secret: 'planted-default',
		region_id: 'cn-hangzhou',
	},
	{
		name: 'temporary',
		mode: 'StsToken',
		access_key_id: 'STS.one',
		access_key_secret: 'planted-sts',
		sts_token: 'planted-token',
	},
	{ name: 'odd', mode: 'planted-mode', access_key_id: 'a', access_key_secret: 'planted-odd' },
	{ name: 'empty', mode: 'AK', access_key_id: '', access_key_secret: '' },
	{ name: 'dirty', mode: 'AK', access_key_id: 'LTAI', access_key_secret: 'planted\nheader: x' },
];
const ini = '[default]\ntype = access_key\naccess_key_id = LTAIini\naccess_key_secret = planted-ini\n';

/** Each source in the order of the contract: how it is set up, the key it gives, and the host that it asks. */
const chain = [
	{ id: 'LTAIenv', env: keysInEnvironment, files: {}, host: undefined },
	{ id: 'STS.oidc', env: roleInEnvironment, files: { '/var/run/token': 'planted-oidc' }, host: 'sts.aliyuncs.com' },
	{ id: 'LTAIdefault', env: {}, files: cliFile(profiles), host: undefined },
	{ id: 'LTAIini', env: {}, files: { [iniPath]: ini }, host: undefined },
	{ id: 'STS.uri', env: uriInEnvironment, files: {}, host: 'localhost:7002' },
	{ id: 'STS.ecs', env: { ALIBABA_CLOUD_ECS_METADATA: 'role' }, files: {}, host: '100.100.100.200' },
] as const;

const everybody = ({ origin, target }: { readonly origin: string; readonly target: string }) => {
	switch (new URL(origin).host) {
		case 'sts.aliyuncs.com':
			return anAnswer(200, fromSts('oidc'));
		case 'localhost:7002':
			return anAnswer(200, handedOut('uri'));
		default:
			return target.endsWith('/token') ? anAnswer(200, 'metadata-token') : anAnswer(200, handedOut('ecs'));
	}
};

describe('the chain', () => {
	it('takes the first source that is set up, whatever others are, and asks no other host', async () => {
		await assert(
			asyncProperty(subarray([...chain], { minLength: 1 }), async set => {
				const [first] = set;
				const world = makeWorld({
					env: Object.assign({}, ...set.map(({ env }) => env)),
					files: Object.assign({}, ...set.map(({ files }) => files)),
					answers: everybody,
				});
				const found = await search(world);
				expect(found).toMatchObject({ ok: true, value: { credentials: { AccessKeyId: first?.id } } });
				const hosts = new Set(world.questions.map(({ origin }) => new URL(origin).host));
				expect([...hosts]).toEqual(first?.host === undefined ? [] : [first.host]);
			}),
		);
	});

	it('tells of every source why it gave nothing, and of the demo', async () => {
		const told = await toldBy({});
		expect(told.split('\n')).toEqual([
			'No credentials found. Tried:',
			'  environment: ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET not set',
			'  OIDC from the environment: ALIBABA_CLOUD_ROLE_ARN, ALIBABA_CLOUD_OIDC_PROVIDER_ARN, ALIBABA_CLOUD_OIDC_TOKEN_FILE not set',
			'  ~/.aliyun/config.json: no such file',
			'  ~/.alibabacloud/credentials: no such file',
			'  credentials URI: ALIBABA_CLOUD_CREDENTIALS_URI not set',
			'  ECS instance role: no instance metadata answers here',
			expect.stringMatching(/ALIBABA_CLOUD_ACCESS_KEY_ID.*aliyun configure.*dlctop --demo$/),
		]);
	});

	it('passes over a profile that was begun and never filled in, but not over one that fails', async () => {
		const files = { ...cliFile(profiles, 'empty'), [iniPath]: ini };
		expect(await toldBy({ files })).toBe('found credentials file');
		expect(await toldBy({ files: { ...files, ...cliFile(profiles, 'odd') } })).toContain('profile odd');
	});

	it('asks nobody else when the environment names a profile that is nowhere', async () => {
		const env = { ALIBABA_CLOUD_PROFILE: 'gone', ...uriInEnvironment };
		const world = makeWorld({ env, files: cliFile(profiles), answers: everybody });
		const found = await search(world);
		expect(found.ok ? '' : found.problem.message).toContain('not asked, since ALIBABA_CLOUD_PROFILE names a profile');
		expect(world.asked).toEqual([]);
	});

	it.each(['ALIBABA_CLOUD_CLI_PROFILE_DISABLED', 'IGNORE_PROFILE'])(
		'leaves the file of the CLI alone with %s',
		async name => {
			expect(await toldBy({ env: { [name]: 'TRUE' }, files: cliFile(profiles) })).toContain(`switched off by ${name}`);
		},
	);

	it('does not ask the metadata when that is switched off', async () => {
		const world = makeWorld({ env: { ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true' }, answers: everybody });
		expect(await search(world)).toMatchObject({ ok: false, problem: { kind: 'signed-out' } });
		expect(world.asked).toEqual([]);
	});
});

describe('keys that are found', () => {
	it('in the environment come with the region of the profile, even beside a broken file', async () => {
		const found = await search(makeWorld({ env: keysInEnvironment, files: cliFile(profiles) }));
		expect(found).toMatchObject({
			ok: true,
			value: { credentials: { AccessKeySecret: 'planted-env-secret', source: 'environment' }, regionId: 'cn-hangzhou' },
		});
		expect(await toldBy({ env: keysInEnvironment, files: { [configFile]: '{' } })).toBe('found environment');
	});

	it('in the environment take the token there, without blanks', async () => {
		const env = { ...keysInEnvironment, ALIBABA_CLOUD_SECURITY_TOKEN: ' token \n' };
		expect(await search(makeWorld({ env }))).toMatchObject({ value: { credentials: { SecurityToken: 'token' } } });
	});

	it('in a file may stand behind a byte order mark', async () => {
		const files = { [configFile]: `\uFEFF${cliFile(profiles)[configFile]}` };
		expect(await toldBy({ files })).toBe('found profile default');
	});

	it.each(['ALIBABACLOUD_PROFILE', 'ALIBABA_CLOUD_PROFILE', 'ALICLOUD_PROFILE'])(
		'come from the profile that %s names',
		async name => {
			expect(await toldBy({ env: { [name]: 'temporary' }, files: cliFile(profiles) })).toContain('profile temporary');
		},
	);

	it('come from --profile and nothing else', async () => {
		const env = { ...keysInEnvironment, ALIBABA_CLOUD_PROFILE: 'odd', IGNORE_PROFILE: 'true' };
		expect(await toldBy({ env, files: cliFile(profiles) }, 'temporary')).toContain('found profile temporary');
		expect(await toldBy({ env: keysInEnvironment, files: cliFile(profiles) }, 'nope')).toBe(
			'There is no profile nope in ~/.aliyun/config.json.\nProfiles there: default, temporary, odd, empty, dirty.',
		);
		expect(await toldBy({ env: keysInEnvironment }, 'nope')).toContain('~/.aliyun/config.json does not exist');
		expect(await toldBy({ files: cliFile(profiles) }, 'empty')).toContain('no access_key_id, no access_key_secret');
	});
});

describe('a file that cannot be used', () => {
	it.each([
		['an unknown mode', cliFile(profiles, 'odd'), 'a mode that dlctop does not know'],
		['a key that would break the header', cliFile(profiles, 'dirty'), 'characters that no access key has'],
		['a list instead of an object', { [configFile]: '["planted"]' }, 'no list of profiles'],
		['a web page', { [configFile]: '<html>planted</html>' }, 'is not JSON'],
		['an ini file of an unknown type', { [iniPath]: '[default]\ntype=planted' }, 'a type that dlctop does not know'],
		['an ini file without a secret', { [iniPath]: '[default]\naccess_key_id=planted' }, 'has no access_key_secret'],
	])('is told without its content: %s', async (_, files, part) => {
		const told = await toldBy({ files });
		expect(told).toContain(part);
		expect(told).not.toContain('planted');
	});

	it('is told with the code of the error', async () => {
		const { surroundings } = makeWorld({});
		const found = await search({
			...makeWorld({}),
			surroundings: { ...surroundings, readFile: () => Promise.reject(new FileError('EACCES')) },
		});
		expect(found.ok ? '' : found.problem.message).toBe('~/.aliyun/config.json could not be read (EACCES).');
	});

	it('is never quoted, wherever it breaks', async () => {
		const whole = JSON.stringify({ current: 'default', profiles });
		for (let length = 0; length < whole.length; length += 1) {
			const told = await toldBy({ files: { [configFile]: whole.slice(0, length) } });
			expect(told).toContain('is not JSON');
			expect(told).not.toMatch(/planted|LTAI|STS\./);
		}
	});
});
