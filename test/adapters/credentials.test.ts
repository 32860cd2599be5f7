import { describe, expect, it } from 'vitest';
import { type CredentialSources, loadCredentials } from '../../source/adapters/credentials.ts';

const keysInEnvironment = {
	ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAIenv',
	ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'planted-env-secret',
};

const profiles = [
	{
		name: 'default',
		mode: 'AK',
		access_key_id: 'LTAIdefault',
		access_key_secret: 'planted-default',
		sts_token: '',
		region_id: 'cn-hangzhou',
	},
	{
		name: 'temporary',
		mode: 'StsToken',
		access_key_id: 'STS.one',
		access_key_secret: 'planted-sts',
		sts_token: 'planted-token',
		region_id: '',
	},
	{ name: 'role', mode: 'RamRoleArn', access_key_id: 'LTAIrole', access_key_secret: 'planted-role' },
	{ name: 'odd', mode: 'planted-mode', access_key_id: 'a', access_key_secret: 'planted-odd' },
	{ name: 'empty', mode: 'AK', access_key_id: '', access_key_secret: '' },
	{ name: 'dirty', mode: 'AK', access_key_id: 'LTAI', access_key_secret: 'planted\nheader: x' },
];

const config = (current = 'default'): string => JSON.stringify({ current, profiles, meta_path: '' });

class FileError extends Error {
	readonly code: string;
	constructor(code: string) {
		super(`${code}: planted-path`);
		this.code = code;
	}
}

const load = (sources: Partial<CredentialSources> & { readonly file?: string }) =>
	loadCredentials({
		env: {},
		home: '/home/alice',
		readFile: path =>
			sources.file !== undefined && path === '/home/alice/.aliyun/config.json'
				? Promise.resolve(sources.file)
				: Promise.reject(new FileError('ENOENT')),
		...sources,
	});

const problemOf = async (sources: Parameters<typeof load>[0]): Promise<string> => {
	const result = await load(sources);
	if (result.ok) {
		return `found ${result.value.source}`;
	}
	expect(result.problem.kind).toBe('signed-out');
	return `${result.problem.message}\n${result.problem.next}`;
};

describe('credentials that are found', () => {
	it('come from the environment before the file, with the region of the profile', async () => {
		expect(await load({ env: keysInEnvironment, file: config() })).toEqual({
			ok: true,
			value: {
				AccessKeyId: 'LTAIenv',
				AccessKeySecret: 'planted-env-secret',
				source: 'environment',
				regionId: 'cn-hangzhou',
			},
		});
	});

	it('take the token of the environment', async () => {
		const env = { ...keysInEnvironment, ALIBABA_CLOUD_SECURITY_TOKEN: ' token \n' };
		expect(await load({ env })).toMatchObject({ ok: true, value: { SecurityToken: 'token' } });
	});

	it('come from the current profile', async () => {
		expect(await load({ file: `\uFEFF${config()}` })).toEqual({
			ok: true,
			value: {
				AccessKeyId: 'LTAIdefault',
				AccessKeySecret: 'planted-default',
				source: 'profile default in ~/.aliyun/config.json',
				regionId: 'cn-hangzhou',
			},
		});
	});

	it('have the token of a profile of mode StsToken', async () => {
		expect(await load({ file: config('temporary') })).toEqual({
			ok: true,
			value: {
				AccessKeyId: 'STS.one',
				AccessKeySecret: 'planted-sts',
				SecurityToken: 'planted-token',
				source: 'profile temporary in ~/.aliyun/config.json',
			},
		});
	});

	it.each([['ALIBABACLOUD_PROFILE'], ['ALIBABA_CLOUD_PROFILE'], ['ALICLOUD_PROFILE']])(
		'come from the profile that %s names',
		async name => {
			expect(await load({ env: { [name]: 'temporary' }, file: config() })).toMatchObject({
				ok: true,
				value: { AccessKeyId: 'STS.one' },
			});
		},
	);

	it('come from --profile even if the environment has keys and another profile', async () => {
		const env = { ...keysInEnvironment, ALIBABA_CLOUD_PROFILE: 'role' };
		expect(await load({ env, profile: 'temporary', file: config() })).toMatchObject({
			ok: true,
			value: { AccessKeyId: 'STS.one' },
		});
	});

	it('come from the environment although the file is broken', async () => {
		expect(await load({ env: keysInEnvironment, file: '{' })).toMatchObject({
			ok: true,
			value: { source: 'environment' },
		});
	});
});

describe('credentials that are not found', () => {
	it.each<[string, Parameters<typeof load>[0], string[]]>([
		['nothing at all', {}, ['ALIBABA_CLOUD_ACCESS_KEY_ID', 'no such file', 'dlctop --demo']],
		[
			'half a pair',
			{ env: { ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAI' } },
			['environment: ALIBABA_CLOUD_ACCESS_KEY_SECRET not set', '--demo'],
		],
		['a file without the current profile', { file: config('gone') }, ['no profile gone', '--demo']],
		[
			'--profile that is not there',
			{ profile: 'nope', file: config() },
			['no profile nope', 'default, temporary, role'],
		],
		['--profile and no file', { profile: 'nope', env: keysInEnvironment }, ['no profile nope', 'does not exist']],
		['another mode', { file: config('role') }, ['profile role', 'mode RamRoleArn', 'AK and StsToken']],
		['an unknown mode', { file: config('odd') }, ['profile odd', 'a mode that dlctop does not know']],
		['empty keys', { file: config('empty') }, ['no access_key_id, no access_key_secret']],
		['a key that would break the header', { file: config('dirty') }, ['characters that no access key has']],
		['a list instead of an object', { file: '["planted"]' }, ['no list of profiles']],
	])('are told: %s', async (_, sources, parts) => {
		const problem = await problemOf(sources);
		for (const part of parts) {
			expect(problem).toContain(part);
		}
		expect(problem).not.toContain('planted');
	});

	it('are told with the code of the error when the file cannot be read', async () => {
		const problem = await problemOf({ readFile: () => Promise.reject(new FileError('EACCES')) });
		expect(problem).toContain('could not be read (EACCES)');
		expect(problem).not.toContain('planted');
	});

	it('never quote the file, wherever it breaks', async () => {
		const whole = config();
		for (let length = 0; length < whole.length; length += 1) {
			const problem = await problemOf({ file: whole.slice(0, length) });
			expect(problem).toContain('is not JSON');
			expect(problem).not.toMatch(/planted|LTAI|STS\./);
		}
	});
});
