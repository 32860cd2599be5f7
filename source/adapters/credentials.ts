import { type Failure, failed, type Result, success } from '../model/failure.ts';
import {
	type AliyunConfig,
	type AliyunProfile,
	aliyunConfigName,
	type ReadFile,
	readAliyunConfig,
} from './aliyun-config.ts';
import { type Environment, firstSet } from './environment.ts';
import type { AccessKey } from './signature.ts';

export type Credentials = AccessKey & {
	/** Where they came from, for the screen: `environment`, `profile default in ~/.aliyun/config.json`. */
	readonly source: string;
	/** The region of the profile in use, also when the keys came from the environment. */
	readonly regionId?: string;
};

export type CredentialSources = {
	readonly env: Environment;
	/** The user's home directory. */
	readonly home: string;
	/** `--profile`: that profile and nothing else. */
	readonly profile?: string | undefined;
	readonly readFile: ReadFile;
};

const keyVariables = {
	id: 'ALIBABA_CLOUD_ACCESS_KEY_ID',
	secret: 'ALIBABA_CLOUD_ACCESS_KEY_SECRET',
	token: 'ALIBABA_CLOUD_SECURITY_TOKEN',
} as const;

/** The aliyun CLI's names and order. */
const profileVariables = ['ALIBABACLOUD_PROFILE', 'ALIBABA_CLOUD_PROFILE', 'ALICLOUD_PROFILE'] as const;

/** Modes of the aliyun CLI. Only these are quoted in messages: any other text in that place could be anything. */
const knownModes: ReadonlySet<string> = new Set([
	'AK',
	'StsToken',
	'RamRoleArn',
	'EcsRamRole',
	'RsaKeyPair',
	'RamRoleArnWithRoleName',
	'ChainableRamRoleArn',
	'External',
	'CredentialsURI',
	'OIDC',
	'CloudSSO',
	'OAuth',
	'BearerToken',
	'Anonymous',
]);

const signedOut = (message: string, next: string) => failed<Failure>({ kind: 'signed-out', message, next });

const keysAdvice = `Set ${keyVariables.id} and ${keyVariables.secret}, or use a profile of mode AK or StsToken.`;

/** Only printable ASCII without blanks can be a key or go into a header. */
const isToken = (value: string): boolean => /^[\x21-\x7e]+$/.test(value);

const checkShape = (credentials: Credentials): Result<Credentials> => {
	const { AccessKeyId, AccessKeySecret, SecurityToken, source } = credentials;
	return [AccessKeyId, AccessKeySecret, SecurityToken ?? 'none'].every(isToken)
		? success(credentials)
		: signedOut(`The access key (${source}) holds characters that no access key has.`, 'Copy it again.');
};

const fromEnvironment = (env: Environment): Omit<Credentials, 'regionId'> | undefined => {
	const id = firstSet(env, [keyVariables.id]);
	const secret = firstSet(env, [keyVariables.secret]);
	const token = firstSet(env, [keyVariables.token]);
	return id && secret
		? {
				AccessKeyId: id.value,
				AccessKeySecret: secret.value,
				...(token && { SecurityToken: token.value }),
				source: 'environment',
			}
		: undefined;
};

const fromProfile = (profile: AliyunProfile): Result<Credentials> => {
	const { name, mode, AccessKeyId, AccessKeySecret, SecurityToken, regionId } = profile;
	const where = `profile ${name} in ${aliyunConfigName}`;
	if (mode !== 'AK' && mode !== 'StsToken' && mode !== '') {
		const found = knownModes.has(mode) ? `mode ${mode}` : 'a mode that dlctop does not know';
		return signedOut(`The ${where} has ${found}; dlctop supports the modes AK and StsToken.`, keysAdvice);
	}
	const missing = [
		AccessKeyId === '' && 'access_key_id',
		AccessKeySecret === '' && 'access_key_secret',
		mode === 'StsToken' && SecurityToken === '' && 'sts_token',
	].filter(field => field !== false);
	if (missing.length > 0) {
		return signedOut(`The ${where} has no ${missing.join(', no ')}.`, 'Complete it with `aliyun configure`.');
	}
	return checkShape({
		AccessKeyId,
		AccessKeySecret,
		...(mode === 'StsToken' && { SecurityToken }),
		source: where,
		...(regionId !== '' && { regionId }),
	});
};

const whatTheEnvironmentLacks = (env: Environment): string => {
	const missing = [keyVariables.id, keyVariables.secret].filter(name => firstSet(env, [name]) === undefined);
	return `  environment: ${missing.join(' and ')} not set`;
};

const noCredentials = (env: Environment, file: string) =>
	signedOut(
		`No credentials found. Tried:\n${whatTheEnvironmentLacks(env)}\n  ${aliyunConfigName}: ${file}`,
		`${keysAdvice} To look around without an account: dlctop --demo`,
	);

const profileNames = ({ profiles }: AliyunConfig): string => profiles.map(({ name }) => name).join(', ') || 'none';

/**
 * Finds the keys to sign with: `--profile` alone if given, else the environment, else the CLI profile that
 * `ALIBABA_CLOUD_PROFILE` (or its other names) or the file's `current` names. A failure is of kind `signed-out`,
 * says what was found or tried, and never holds a secret or the text of the file.
 */
export const loadCredentials = async (sources: CredentialSources): Promise<Result<Credentials>> => {
	const { env, home, readFile } = sources;
	const config = await readAliyunConfig(home, readFile);
	const named = sources.profile ?? firstSet(env, profileVariables)?.value;
	const name = named ?? (config.ok && config.value?.current ? config.value.current : 'default');
	const profile = config.ok ? config.value?.profiles.find(candidate => candidate.name === name) : undefined;
	const keys = sources.profile === undefined ? fromEnvironment(env) : undefined;
	if (keys !== undefined) {
		// A broken file is no reason to refuse keys that do not come from it; it then gives no region either.
		return checkShape({ ...keys, ...(profile && profile.regionId !== '' && { regionId: profile.regionId }) });
	}
	if (!config.ok) {
		return config;
	}
	if (profile !== undefined) {
		return fromProfile(profile);
	}
	if (named === undefined) {
		return noCredentials(env, config.value === undefined ? 'no such file' : `no profile ${name}`);
	}
	return config.value === undefined
		? signedOut(`There is no profile ${named}: ${aliyunConfigName} does not exist.`, keysAdvice)
		: signedOut(
				`There is no profile ${named} in ${aliyunConfigName}.`,
				`Profiles there: ${profileNames(config.value)}.`,
			);
};
