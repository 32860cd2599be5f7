import { anything, assert, asyncProperty, constantFrom, dictionary, json, oneof, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modeNames } from '../../../source/adapters/credentials/cli-modes.ts';
import { anAnswer, configFile, iniPath, makeWorld, search } from './surroundings.ts';

const fields = [
	'access_key_id',
	'access_key_secret',
	'sts_token',
	'ram_role_arn',
	'source_profile',
	'process_command',
	'credentials_uri',
	'oidc_token_file',
	'oidc_provider_arn',
	'sts_endpoint',
	'sts_expiration',
	'expired_seconds',
];

/** A profile of any mode whose fields may be anything. */
const profile = record({
	name: constantFrom('default', 'other', ''),
	mode: oneof(constantFrom(...modeNames), string()),
	rest: dictionary(constantFrom(...fields), oneof(anything(), string(), constantFrom('default', 'other'))),
}).map(({ rest, ...own }) => ({ ...rest, ...own }));

/** Whatever happens, keys can be sent in a header, and a failure says something. */
const isSound = async (files: Readonly<Record<string, string>>, answer: string): Promise<void> => {
	const found = await search(makeWorld({ files, answers: () => anAnswer(200, answer), prints: { x: answer } }));
	if (found.ok) {
		const { AccessKeyId, AccessKeySecret, SecurityToken = 'none' } = found.value.credentials;
		expect(`${AccessKeyId}${AccessKeySecret}${SecurityToken}`).toMatch(/^[\x21-\x7e]+$/);
	} else {
		expect(found.problem.message).not.toBe('');
	}
};

const asJson = (value: unknown): string => {
	try {
		return JSON.stringify(value) ?? '';
	} catch {
		return '';
	}
};

describe('whatever is in a file and whatever a server answers', () => {
	it('a profile leads to sound keys or to words', async () => {
		await assert(
			asyncProperty(profile, profile, json(), (one, other, answer) =>
				isSound({ [configFile]: asJson({ current: 'default', profiles: [one, other] }) }, answer),
			),
		);
	});

	it('a file that is any JSON, or any text, leads to sound keys or to words', async () => {
		await assert(
			asyncProperty(oneof(json(), string()), string(), (config, ini) =>
				isSound({ [configFile]: config, [iniPath]: `[default]\n${ini}` }, ini),
			),
		);
	});
});
