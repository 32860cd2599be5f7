import { type CliProfile, textOf } from './cli-config.ts';
import { type Mode, sourceOf, whereOf } from './mode.ts';
import { checkShape, signedOut } from './source.ts';
import { readExpiration } from './temporary-keys.ts';

/** The keys of the last sign-in, which the CLI keeps in its file. Renewing them would mean to write there: that is the CLI's part. */
const keptKeys =
	(renewalOf: (profile: CliProfile) => string): Mode =>
	async (profile, { surroundings }) => {
		const { fields } = profile;
		const AccessKeyId = textOf(fields, 'access_key_id');
		const AccessKeySecret = textOf(fields, 'access_key_secret');
		const SecurityToken = textOf(fields, 'sts_token');
		const renewal = renewalOf(profile);
		if (AccessKeyId === '' || AccessKeySecret === '' || SecurityToken === '') {
			return signedOut(`The ${whereOf(profile)} has no token of a sign-in.`, renewal);
		}
		const expiresAt = readExpiration(fields.sts_expiration);
		if (expiresAt !== undefined && expiresAt <= surroundings.clock.now()) {
			return signedOut(`The token of the ${whereOf(profile)} has expired.`, renewal);
		}
		return checkShape({
			AccessKeyId,
			AccessKeySecret,
			SecurityToken,
			...(expiresAt !== undefined && { expiresAt }),
			source: sourceOf(profile),
			renewal,
		});
	};

const signIn = (mode: string, name: string): string =>
	`\`aliyun configure --mode ${mode} --profile ${name}\` signs in, \`aliyun sts GetCallerIdentity --profile ${name}\` may do to renew it; dlctop goes on by itself.`;

export const cloudSso: Mode = keptKeys(({ name }) => signIn('CloudSSO', name));
export const oauth: Mode = keptKeys(({ name }) => signIn('OAuth', name));
