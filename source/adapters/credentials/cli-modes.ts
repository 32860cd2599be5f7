import type { Result } from '../../model/failure.ts';
import { type CliProfile, cliConfigName, textOf } from './cli-config.ts';
import { lacking, type Mode, sourceOf, whereOf } from './mode.ts';
import { type Credentials, checkShape, type Surroundings, signedOut } from './source.ts';

const staticKeys: Mode = async profile => {
	const { mode, name, fields } = profile;
	const isTemporary = mode === 'StsToken';
	const incomplete = lacking(profile, ['access_key_id', 'access_key_secret', ...(isTemporary ? ['sts_token'] : [])]);
	if (incomplete !== undefined) {
		return incomplete;
	}
	return checkShape({
		AccessKeyId: textOf(fields, 'access_key_id'),
		AccessKeySecret: textOf(fields, 'access_key_secret'),
		...(isTemporary && { SecurityToken: textOf(fields, 'sts_token') }),
		source: sourceOf(profile),
		renewal: `\`aliyun configure --mode ${isTemporary ? 'StsToken' : 'AK'} --profile ${name}\` renews it; dlctop goes on by itself.`,
	});
};

/** Each mode that people use; all but the first two are loaded when they are met. */
const modes: ReadonlyMap<string, Mode> = new Map<string, Mode>([
	['AK', staticKeys],
	['StsToken', staticKeys],
	['RamRoleArn', async (...given) => (await import('./role-modes.ts')).ramRoleArn(...given)],
	['ChainableRamRoleArn', async (...given) => (await import('./role-modes.ts')).chainableRamRoleArn(...given)],
	['RamRoleArnWithRoleName', async (...given) => (await import('./role-modes.ts')).ramRoleArnOnEcs(...given)],
	['EcsRamRole', async (...given) => (await import('./role-modes.ts')).ecsRamRole(...given)],
	['OIDC', async (...given) => (await import('./role-modes.ts')).oidc(...given)],
	['External', async (...given) => (await import('./external-mode.ts')).external(...given)],
	['CredentialsURI', async (...given) => (await import('./role-modes.ts')).credentialsUri(...given)],
	['CloudSSO', async (...given) => (await import('./sign-in-modes.ts')).cloudSso(...given)],
	['OAuth', async (...given) => (await import('./sign-in-modes.ts')).oauth(...given)],
]);

/** The modes that dlctop takes, in the order of its documentation. */
export const modeNames: readonly string[] = [...modes.keys()];

/** The aliyun CLI's other modes. Only known names are quoted in messages: any other text in that place could be anything. */
const otherModes: ReadonlySet<string> = new Set(['RsaKeyPair', 'BearerToken', 'Anonymous']);

/** No chain of profiles that somebody means is as long as this. */
const longestChain = 10;

const unknownMode = (profile: CliProfile) =>
	signedOut(
		`The ${whereOf(profile)} has ${otherModes.has(profile.mode) ? `mode ${profile.mode}` : 'a mode that dlctop does not know'}.`,
		`dlctop takes the modes ${modeNames.join(', ')}, and keys in the environment.`,
	);

/** Keys of a profile, by its mode. `passed` are the profiles on the way to it, whose chain must not come back. */
export const keysOfProfile = async (
	profile: CliProfile,
	profiles: readonly CliProfile[],
	surroundings: Surroundings,
	passed: readonly string[] = [],
): Promise<Result<Credentials>> => {
	const way = [...passed, profile.name];
	if (passed.includes(profile.name) || way.length > longestChain) {
		return signedOut(
			`The profiles in ${cliConfigName} go round in a circle: ${way.join(' → ')}.`,
			'Give source_profile of one of them another name.',
		);
	}
	const mode = modes.get(profile.mode === '' ? 'AK' : profile.mode);
	if (mode === undefined) {
		return unknownMode(profile);
	}
	return mode(profile, {
		surroundings,
		profileOf: name => profiles.find(candidate => candidate.name === name),
		follow: next => keysOfProfile(next, profiles, surroundings, way),
	});
};
