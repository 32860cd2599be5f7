import type { Result } from '../../model/failure.ts';
import type { JsonObject } from '../../model/json.ts';
import { firstSet } from '../environment.ts';
import type { AccessKey } from '../signature.ts';
import { type CliProfile, cliConfigName, textOf, tokenFileOf } from './cli-config.ts';
import { ecsRoleKeys } from './ecs-role.ts';
import { keysUriVariable, uriKeys } from './keys-uri.ts';
import { lacking, type Mode, sourceOf, whereOf } from './mode.ts';
import { oidcKeys } from './oidc-role.ts';
import { type Credentials, checkShape, type Surroundings, signedOut } from './source.ts';
import { assumeRole, type Role, stsOrigin } from './sts.ts';

const secondsOf = ({ expired_seconds: value }: JsonObject): number | undefined =>
	typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;

const roleOf = ({ fields }: CliProfile, { env }: Surroundings): Result<Role> => {
	const region = textOf(fields, 'sts_region');
	const origin = stsOrigin({ endpoint: textOf(fields, 'sts_endpoint'), region, env });
	return origin.ok
		? {
				ok: true,
				value: {
					arn: textOf(fields, 'ram_role_arn'),
					sessionName: textOf(fields, 'ram_session_name'),
					seconds: secondsOf(fields),
					externalId: textOf(fields, 'external_id'),
					origin: origin.value,
				},
			}
		: origin;
};

/** The profile's role for these keys. */
const assumed = async (
	profile: CliProfile,
	keys: AccessKey,
	surroundings: Surroundings,
): Promise<Result<Credentials>> => {
	const role = roleOf(profile, surroundings);
	if (!role.ok) {
		return role;
	}
	const temporary = await assumeRole(role.value, keys, surroundings);
	return temporary.ok
		? checkShape({
				...temporary.value,
				source: sourceOf(profile),
				renewal: `STS must give new keys for the ${whereOf(profile)}; r asks again.`,
			})
		: temporary;
};

/** A role that the profile's own keys take on. */
export const ramRoleArn: Mode = async (profile, { surroundings }) => {
	const incomplete = lacking(profile, ['access_key_id', 'access_key_secret', 'ram_role_arn']);
	if (incomplete !== undefined) {
		return incomplete;
	}
	const token = textOf(profile.fields, 'sts_token');
	const own = checkShape({
		AccessKeyId: textOf(profile.fields, 'access_key_id'),
		AccessKeySecret: textOf(profile.fields, 'access_key_secret'),
		...(token !== '' && { SecurityToken: token }),
		source: sourceOf(profile),
		renewal: '',
	});
	return own.ok ? assumed(profile, own.value, surroundings) : own;
};

/** A role that the keys of another profile take on, and so on. */
export const chainableRamRoleArn: Mode = async (profile, { surroundings, profileOf, follow }) => {
	const incomplete = lacking(profile, ['source_profile', 'ram_role_arn']);
	if (incomplete !== undefined) {
		return incomplete;
	}
	const name = textOf(profile.fields, 'source_profile');
	const next = profileOf(name);
	if (next === undefined) {
		return signedOut(
			`The ${whereOf(profile)} builds on profile ${name}, which is not there.`,
			`Check source_profile in ${cliConfigName}.`,
		);
	}
	const keys = await follow(next);
	return keys.ok ? assumed(profile, keys.value, surroundings) : keys;
};

/** The role of this ECS instance. */
export const ecsRamRole: Mode = async (profile, { surroundings }) => {
	const found = await ecsRoleKeys(textOf(profile.fields, 'ram_role_name'), sourceOf(profile), surroundings);
	switch (found.kind) {
		case 'keys':
			return { ok: true, value: found.keys };
		case 'nothing':
			return signedOut(
				`The ${whereOf(profile)} gives no keys: ${found.why}.`,
				'Use it on an ECS instance with a role.',
			);
		case 'failure':
			return { ok: false, problem: found.failure };
	}
};

/** A role that the role of this ECS instance takes on. */
export const ramRoleArnOnEcs: Mode = async (profile, context) => {
	const incomplete = lacking(profile, ['ram_role_arn']);
	const keys = incomplete ?? (await ecsRamRole(profile, context));
	return keys.ok ? assumed(profile, keys.value, context.surroundings) : keys;
};

/** A role for the OIDC token in a file. */
export const oidc: Mode = async (profile, { surroundings }) => {
	const incomplete = lacking(profile, ['oidc_provider_arn', 'oidc_token_file', 'ram_role_arn']);
	const role = incomplete ?? roleOf(profile, surroundings);
	return role.ok
		? oidcKeys(
				{
					role: role.value,
					providerArn: textOf(profile.fields, 'oidc_provider_arn'),
					tokenFile: tokenFileOf(profile, surroundings.home),
					source: sourceOf(profile),
				},
				surroundings,
			)
		: role;
};

/** Keys that an address hands out. */
export const credentialsUri: Mode = async (profile, { surroundings }) => {
	const uri = textOf(profile.fields, 'credentials_uri') || firstSet(surroundings.env, [keysUriVariable])?.value;
	return uri === undefined
		? signedOut(`The ${whereOf(profile)} has no credentials_uri.`, 'Complete it with `aliyun configure`.')
		: uriKeys(uri, sourceOf(profile), surroundings);
};
