import { join } from 'node:path';
import { type Result, success } from '../../model/failure.ts';
import { isJsonArray, isJsonObject, type JsonObject } from '../../model/json.ts';
import { type Environment, firstSet } from '../environment.ts';
import { errorCode, isMissing } from '../error-code.ts';
import { type Surroundings, signedOut } from './source.ts';
import { parseQuietly } from './temporary-keys.ts';

/** One profile of the aliyun CLI, of any mode. */
export type CliProfile = {
	readonly name: string;
	/** `''` where the file has none, which means AK. */
	readonly mode: string;
	readonly fields: JsonObject;
};

export type CliConfig = {
	/** The profile that the CLI uses when none is named. */
	readonly current: string;
	readonly profiles: readonly CliProfile[];
};

/** How messages name the file; the real path would show the user's home. */
export const cliConfigName = '~/.aliyun/config.json';
export const cliConfigPath = (home: string): string => join(home, '.aliyun', 'config.json');

/** The aliyun CLI's names and order. */
const profileVariables = ['ALIBABACLOUD_PROFILE', 'ALIBABA_CLOUD_PROFILE', 'ALICLOUD_PROFILE'] as const;

/** The profile that the environment names, and by which variable. */
export const namedProfile = (env: Environment) => firstSet(env, profileVariables);

const repair = 'Repair it with `aliyun configure`, or set the environment variables.';
const unreadable = (message: string) => signedOut(message, repair);

/** A text of an object in the file, trimmed; `''` where there is none. */
export const textOf = (object: JsonObject, field: string): string => {
	const value = object[field];
	return typeof value === 'string' ? value.trim() : '';
};

/** Where a profile's OIDC token is; `''` where it has none. `~` is the shell's word, but people write it into files all the same. */
export const tokenFileOf = ({ fields }: CliProfile, home: string): string => {
	const path = textOf(fields, 'oidc_token_file');
	return path.startsWith('~/') ? join(home, path.slice(2)) : path;
};

export const profileFrom = (fields: JsonObject): CliProfile => ({
	name: textOf(fields, 'name'),
	mode: textOf(fields, 'mode'),
	fields,
});

/** The profiles in the CLI's file; `undefined` when there is no file. No failure ever quotes the content of the file. */
export const readCliConfig = async ({
	home,
	readFile,
}: Pick<Surroundings, 'home' | 'readFile'>): Promise<Result<CliConfig | undefined>> => {
	let content: string;
	try {
		content = await readFile(cliConfigPath(home));
	} catch (error) {
		return isMissing(error)
			? success(undefined)
			: unreadable(`${cliConfigName} could not be read (${errorCode(error)}).`);
	}
	const config = parseQuietly(content);
	if (config === undefined) {
		return unreadable(`${cliConfigName} is not JSON (its content is not shown: it may hold secrets).`);
	}
	if (!isJsonObject(config) || !isJsonArray(config.profiles)) {
		return unreadable(`${cliConfigName} has no list of profiles.`);
	}
	return success({
		current: textOf(config, 'current'),
		profiles: config.profiles.filter(isJsonObject).map(profileFrom),
	});
};
