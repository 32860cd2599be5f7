import { join } from 'node:path';
import { type Failure, failed, type Result, success } from '../model/failure.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { errorCode } from './error-code.ts';

/** Reads a whole text file; rejects like `node:fs/promises` does. */
export type ReadFile = (path: string) => Promise<string>;

/** One profile of the aliyun CLI, of any mode. Texts are trimmed, `''` where the file has none. */
export type AliyunProfile = {
	readonly name: string;
	readonly mode: string;
	readonly AccessKeyId: string;
	readonly AccessKeySecret: string;
	readonly SecurityToken: string;
	readonly regionId: string;
};

export type AliyunConfig = {
	/** The profile that the CLI uses when none is named. */
	readonly current: string;
	readonly profiles: readonly AliyunProfile[];
};

/** How messages name the file; the real path would show the user's home. */
export const aliyunConfigName = '~/.aliyun/config.json';

const unreadable = (message: string) =>
	failed<Failure>({
		kind: 'signed-out',
		message,
		next: 'Repair it with `aliyun configure`, or set the environment variables.',
	});

const text = (object: JsonObject, field: string): string => {
	const value = object[field];
	return typeof value === 'string' ? value.trim() : '';
};

const readProfile = (item: JsonObject): AliyunProfile => ({
	name: text(item, 'name'),
	mode: text(item, 'mode'),
	AccessKeyId: text(item, 'access_key_id'),
	AccessKeySecret: text(item, 'access_key_secret'),
	SecurityToken: text(item, 'sts_token'),
	regionId: text(item, 'region_id'),
});

/** The error of `JSON.parse` quotes the text that it could not read, here secrets: it is dropped. */
const parseJson = (content: string): Json | undefined => {
	try {
		return JSON.parse(content.replace(/^\uFEFF/, ''));
	} catch {
		return undefined;
	}
};

/**
 * The profiles in the CLI's file; `undefined` when there is no file. No failure ever quotes the content of the file.
 */
export const readAliyunConfig = async (home: string, readFile: ReadFile): Promise<Result<AliyunConfig | undefined>> => {
	let content: string;
	try {
		content = await readFile(join(home, '.aliyun', 'config.json'));
	} catch (error) {
		const code = errorCode(error);
		return code === 'ENOENT' || code === 'ENOTDIR'
			? success(undefined)
			: unreadable(`${aliyunConfigName} could not be read (${code}).`);
	}
	const config = parseJson(content);
	if (config === undefined) {
		return unreadable(`${aliyunConfigName} is not JSON (its content is not shown: it may hold secrets).`);
	}
	if (!isJsonObject(config) || !isJsonArray(config.profiles)) {
		return unreadable(`${aliyunConfigName} has no list of profiles.`);
	}
	return success({
		current: text(config, 'current'),
		profiles: config.profiles.filter(isJsonObject).map(readProfile),
	});
};
