import { describe, expect, it } from 'vitest';
import type { Question } from '../../../source/adapters/credentials/ask.ts';
import { anAnswer, fromSts, handedOut, iniPath, makeWorld, search, toldBy } from './surroundings.ts';

const pair = 'access_key_id = LTAIini\naccess_key_secret = planted-ini\n';

const everybody = ({ origin, target }: Question) => {
	if (origin.includes('sts')) {
		return anAnswer(200, fromSts('role'));
	}
	return target.endsWith('/token') ? anAnswer(200, 'metadata-token') : anAnswer(200, handedOut('ecs'));
};

const keysOf = async (text: string, env = {}, path = iniPath) => {
	const world = makeWorld({ env, files: { [path]: text }, answers: everybody });
	const found = await search(world);
	return { ...world, keys: found.ok ? found.value.credentials : found.problem };
};

describe('a section of the shared file', () => {
	it('of type access_key gives its pair, of type sts its token as well', async () => {
		const plain = await keysOf(
			`[default]\r\ntype = access_key\r\n${pair.replaceAll('\n', '\r\n')}security_token = old\r\n`,
		);
		expect(plain.keys).toMatchObject({ AccessKeyId: 'LTAIini', source: 'credentials file' });
		expect(plain.keys).not.toHaveProperty('SecurityToken');
		const sts = await keysOf(`[default]\ntype = sts\n${pair}security_token = planted-token\n`);
		expect(sts.keys).toMatchObject({ SecurityToken: 'planted-token' });
	});

	it('of type ram_role_arn asks STS, of type ecs_ram_role the metadata', async () => {
		const role = `[default]\ntype = ram_role_arn\n${pair}role_arn = acs:ram::1:role/r\nrole_session_name = me\nsts_region = cn-beijing\n`;
		const assumed = await keysOf(role);
		expect(assumed.keys).toMatchObject({ AccessKeyId: 'STS.role' });
		expect(assumed.asked).toEqual([
			expect.stringMatching(/^GET https:\/\/sts\.cn-beijing\.aliyuncs\.com\/\?.*RoleSessionName=me$/),
		]);
		const ecs = await keysOf('[default]\ntype = ecs_ram_role\nrole_name = worker\n');
		expect(ecs.keys).toMatchObject({ AccessKeyId: 'STS.ecs' });
		expect(ecs.asked.at(-1)).toMatch(/\/worker$/);
	});

	it('is the one that ALIBABA_CLOUD_PROFILE names, in the file that ALIBABA_CLOUD_CREDENTIALS_FILE names', async () => {
		const env = { ALIBABA_CLOUD_PROFILE: 'work', ALIBABA_CLOUD_CREDENTIALS_FILE: '/keys.ini' };
		const { keys } = await keysOf(`[default]\n[work]\n${pair}`, env, '/keys.ini');
		expect(keys).toMatchObject({ AccessKeyId: 'LTAIini', source: 'credentials file, section work' });
	});

	it.each([
		['[default]\ntype = sts\naccess_key_id = planted\n', 'has no access_key_secret, no security_token'],
		[`[default]\ntype = ram_role_arn\n${pair}`, 'has no role_arn'],
		[`[default]\ntype = ram_role_arn\n${pair}role_arn = r\nsts_endpoint = http://sts.example.com\n`, 'is not https:'],
		['[other]\ntype = sts\n', 'no section default'],
	])('that cannot be used is told without its content: %j', async (text, part) => {
		const told = await toldBy({ files: { [iniPath]: text } });
		expect(told).toContain(part);
		expect(told).not.toContain('planted');
	});
});
