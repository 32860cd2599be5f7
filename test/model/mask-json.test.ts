import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../source/model/json.ts';
import { maskJson } from '../../source/model/mask-json.ts';
import { maskSign } from '../../source/text/mask.ts';
import sample from '../fixtures/listjobs.sample.json' with { type: 'json' };

const body: Json = sample;

describe('a masked item', () => {
	test.each([
		[
			'the password of a registry',
			{ ImageConfig: { Username: 'u', Password: 'p', Auth: 'YTpi', DockerRegistry: 'r' } },
			{ ImageConfig: { Username: 'u', Password: maskSign, Auth: maskSign, DockerRegistry: 'r' } },
		],
		[
			'all of an assumed user',
			{ AssumeUserInfo: { AccessKeyId: 'LTAI', SecurityToken: 's', Id: '1', Type: 'User' } },
			{ AssumeUserInfo: { AccessKeyId: maskSign, SecurityToken: maskSign, Id: maskSign, Type: maskSign } },
		],
		[
			'an environment by its names',
			{ Envs: { WANDB_API_KEY: 'w', TOKENIZERS_PARALLELISM: 'false', TOKENIZER_PATH: '/t', KEY_PADDING_MASK: '1' } },
			{
				Envs: { WANDB_API_KEY: maskSign, TOKENIZERS_PARALLELISM: 'false', TOKENIZER_PATH: '/t', KEY_PADDING_MASK: '1' },
			},
		],
		[
			'a list of names and values',
			{
				Env: [
					{ Name: 'HF_TOKEN', Value: 'x' },
					{ Value: 'y', Name: 'PATH' },
				],
			},
			{
				Env: [
					{ Name: 'HF_TOKEN', Value: maskSign },
					{ Value: 'y', Name: 'PATH' },
				],
			},
		],
		[
			'a list of keys and values',
			{ CustomEnvs: [{ Key: 'HF_TOKEN', Value: 'x', Visible: 'public' }] },
			{ CustomEnvs: [{ Key: 'HF_TOKEN', Value: maskSign, Visible: 'public' }] },
		],
		[
			'names and values with the same word before both, and lists of values',
			{
				Tags: [
					{ TagKey: 'token', TagValue: 'x' },
					{ EnvName: 'HF_TOKEN', EnvValue: 'x' },
					{ Name: 'SECRET', Values: ['x'] },
				],
			},
			{
				Tags: [
					{ TagKey: 'token', TagValue: maskSign },
					{ EnvName: 'HF_TOKEN', EnvValue: maskSign },
					{ Name: 'SECRET', Values: [maskSign] },
				],
			},
		],
		[
			'not the value of another name',
			{
				a: [
					{ TagKey: 'token', EnvValue: 'x' },
					{ Name: 'a', Value: 'x' },
				],
			},
			{
				a: [
					{ TagKey: 'token', EnvValue: 'x' },
					{ Name: 'a', Value: 'x' },
				],
			},
		],
		[
			'arguments one by one',
			{ Args: ['--password', 'x', '--max-tokens', '512', '--token', '--lr', '1'] },
			{ Args: ['--password', maskSign, '--max-tokens', '512', '--token', '--lr', '1'] },
		],
		[
			'arguments of commands that have their own flags',
			{ Args: ['curl', '-u', 'me:x', 'u'], Command: ['mysql', '-uroot', '-px', 'db'], Other: ['docker', '-u', '0:0'] },
			{
				Args: ['curl', '-u', `me:${maskSign}`, 'u'],
				Command: ['mysql', '-uroot', `-p${maskSign}`, 'db'],
				Other: ['docker', '-u', '0:0'],
			},
		],
		[
			'no count of tokens and no folder, though their names could be those of secrets',
			{ Envs: { TOKENS: '4096', HF_TOKENS: 'x', MYSQL_PWD: 'x', PWD: '/workspace', DB_PASS: 'x', tokens: 7 } },
			{
				Envs: {
					TOKENS: '4096',
					HF_TOKENS: maskSign,
					MYSQL_PWD: maskSign,
					PWD: '/workspace',
					DB_PASS: maskSign,
					tokens: 7,
				},
			},
		],
		[
			'a command',
			{ UserCommand: 'TOKEN=x python a.py --max-tokens 512' },
			{ UserCommand: `TOKEN=${maskSign} python a.py --max-tokens 512` },
		],
		[
			'numbers, and what is nested below a secret name',
			{ Envs: { TOKEN: 7 }, Extra: { secret: [{ a: 'x', b: true }] } },
			{ Envs: { TOKEN: maskSign }, Extra: { secret: [{ a: maskSign, b: true }] } },
		],
		[
			'a value in a place of its own kind',
			{ ImageConfig: [{ Password: 'p' }], Envs: ['TOKEN=x'] },
			{ ImageConfig: [{ Password: maskSign }], Envs: [`TOKEN=${maskSign}`] },
		],
	])('hides %s', (_, item, masked) => {
		expect(maskJson(item)).toEqual(masked);
	});

	test('hides what JSON in a value holds, however deep it is wrapped', () => {
		const inner = JSON.stringify({
			auths: { host: { auth: 'YTpi' } },
			lr: 0.1,
			list: [{ key: 'API_KEY', value: 'x' }],
		});
		const wrapped = JSON.stringify({ config: inner });
		const hidden = JSON.stringify({
			auths: { host: { auth: maskSign } },
			lr: 0.1,
			list: [{ key: 'API_KEY', value: maskSign }],
		});
		expect(maskJson({ Envs: { CONFIG: inner } })).toEqual({ Envs: { CONFIG: hidden } });
		expect(maskJson({ Envs: { CONFIG: wrapped } })).toEqual({ Envs: { CONFIG: JSON.stringify({ config: hidden }) } });
		expect(maskJson({ Envs: { CONFIG: '{"token":"hunter2", cut' } })).toEqual({
			Envs: { CONFIG: `{"token":"${maskSign}", cut` },
		});
	});

	test('hides a secret that a later name of the same object overwrites', () => {
		expect(JSON.stringify(maskJson({ a: '{"x":{"token":"hunter2"},"x":1}' }))).not.toContain('hunter2');
	});

	test('keeps JSON without secrets as it was written', () => {
		const text = '{ "zero_optimization" : {"stage": 3} }';
		expect(maskJson({ Envs: { DS_CONFIG: text } })).toEqual({ Envs: { DS_CONFIG: text } });
	});

	test('keeps what is empty, so that one sees that it is', () => {
		const item = { Password: '', SecurityToken: null, Envs: { TOKEN: '' } };
		expect(maskJson(item)).toEqual(item);
	});

	test('is the sample of the API page itself, which holds no secret', () => {
		expect(maskJson(body)).toEqual(body);
	});

	test('is bounded in depth', () => {
		const text = '['.repeat(5000) + ']'.repeat(5000);
		expect(JSON.stringify(maskJson([JSON.parse(text), text]))).toContain('nested too deeply');
	});
});

const anyJson: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 5 }).map(value => JSON.parse(JSON.stringify(value)));

test('nothing under a secret name is ever seen, whatever it is and wherever it stands', () => {
	const at = fc.constantFrom<(value: Json) => Json>(
		value => ({ Envs: { HF_TOKEN: value } }),
		value => [{ Password: [value] }],
		value => JSON.stringify({ api_key: value }),
		value => ({ a: JSON.stringify([{ Name: 'TOKEN', Value: value }]) }),
	);
	fc.assert(
		fc.property(at, fc.string(), anyJson, (wrap, more, other) => {
			const masked = maskJson([other, wrap(`hunter2${more}`), wrap([`${more}hunter2`])]);
			expect(JSON.stringify(masked)).not.toContain('hunter2');
		}),
	);
});

test('names stay, and masking again changes nothing', () => {
	fc.assert(
		fc.property(anyJson, json => {
			const masked = maskJson(json);
			expect(maskJson(masked)).toEqual(masked);
		}),
	);
});
