import { join } from 'node:path';
import { type Result, success } from '../../model/failure.ts';
import { firstSet } from '../environment.ts';
import { errorCode, isMissing } from '../error-code.ts';
import { parseIni } from './ini-text.ts';
import {
	type Credentials,
	checkShape,
	type Finding,
	findingOf,
	nothing,
	type Source,
	type Surroundings,
	signedOut,
} from './source.ts';

const usualName = '~/.alibabacloud/credentials';
const fileVariable = 'ALIBABA_CLOUD_CREDENTIALS_FILE';

type Section = {
	readonly value: (name: string) => string;
	/** For messages. */
	readonly where: string;
	/** For the screen. */
	readonly source: string;
};

const keyPair = ({ value, where, source }: Section, withToken: boolean): Result<Credentials> => {
	const fields = ['access_key_id', 'access_key_secret', ...(withToken ? ['security_token'] : [])];
	const missing = fields.filter(field => value(field) === '');
	if (missing.length > 0) {
		return signedOut(`The ${where} has no ${missing.join(', no ')}.`, 'Complete it in the file.');
	}
	return checkShape({
		AccessKeyId: value('access_key_id'),
		AccessKeySecret: value('access_key_secret'),
		...(withToken && { SecurityToken: value('security_token') }),
		source,
		renewal: 'Put new keys into the file; dlctop goes on by itself.',
	});
};

const assumedRole = async (section: Section, surroundings: Surroundings): Promise<Result<Credentials>> => {
	const { value, where, source } = section;
	const own = keyPair(section, value('security_token') !== '');
	if (!own.ok) {
		return own;
	}
	if (value('role_arn') === '') {
		return signedOut(`The ${where} has no role_arn.`, 'Complete it in the file.');
	}
	const { assumeRole, stsOrigin } = await import('./sts.ts');
	const place = { endpoint: value('sts_endpoint'), region: value('sts_region'), env: surroundings.env };
	const origin = stsOrigin(place);
	if (!origin.ok) {
		return origin;
	}
	const role = {
		arn: value('role_arn'),
		sessionName: value('role_session_name'),
		seconds: undefined,
		externalId: value('external_id'),
		origin: origin.value,
	};
	const keys = await assumeRole(role, own.value, surroundings);
	return keys.ok
		? checkShape({ ...keys.value, source, renewal: 'STS must give new keys for the role; r asks again.' })
		: keys;
};

const keysOfSection = async (section: Section, surroundings: Surroundings): Promise<Finding> => {
	const { value, where, source } = section;
	switch (value('type')) {
		case '':
		case 'access_key':
			return findingOf(keyPair(section, false));
		case 'sts':
			return findingOf(keyPair(section, true));
		case 'ram_role_arn':
			return findingOf(await assumedRole(section, surroundings));
		case 'ecs_ram_role':
			return (await import('./ecs-role.ts')).ecsRoleKeys(value('role_name'), source, surroundings);
		default:
			return findingOf(
				signedOut(
					`The ${where} has a type that dlctop does not know.`,
					'It takes access_key, sts, ram_role_arn and ecs_ram_role.',
				),
			);
	}
};

const readText = async (
	{ readFile }: Surroundings,
	path: string,
	name: string,
): Promise<Result<string | undefined>> => {
	try {
		return success(await readFile(path));
	} catch (error) {
		return isMissing(error)
			? success(undefined)
			: signedOut(`${name} could not be read (${errorCode(error)}).`, 'Check its rights.');
	}
};

/** A section of the file that Alibaba Cloud's other tools share; `profile` is what the environment names. */
export const iniFile = (profile: string | undefined, surroundings: Surroundings): Source => {
	const given = firstSet(surroundings.env, [fileVariable])?.value;
	const path = given ?? join(surroundings.home, '.alibabacloud', 'credentials');
	const name = given === undefined ? usualName : `the file of ${fileVariable}`;
	const section = profile ?? 'default';
	return {
		name,
		files: () => [path],
		find: async () => {
			const text = await readText(surroundings, path, name);
			if (!text.ok) {
				return findingOf(text);
			}
			const settings = text.value === undefined ? undefined : parseIni(text.value).get(section);
			if (settings === undefined) {
				return nothing(text.value === undefined ? 'no such file' : `no section ${section}`);
			}
			const value = (field: string): string => settings.get(field) ?? '';
			const where = `section ${section} of ${name}`;
			const source = `credentials file${section === 'default' ? '' : `, section ${section}`}`;
			return keysOfSection({ value, where, source }, surroundings);
		},
	};
};
