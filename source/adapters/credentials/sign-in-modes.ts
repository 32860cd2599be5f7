import { type Failure, failed, type Result, success } from '../../model/failure.ts';
import { isJsonObject, type Json } from '../../model/json.ts';
import { addressProblem, type Question } from './ask.ts';
import { type CliProfile, textOf } from './cli-config.ts';
import { type Mode, sourceOf, whereOf } from './mode.ts';
import { checkShape, type Surroundings, signedOut } from './source.ts';
import {
	parseQuietly,
	readExpiration,
	readTemporaryKeys,
	staleBeforeMs,
	type TemporaryKeys,
} from './temporary-keys.ts';

/** A mode in which a person signs in by the CLI, which keeps an access token in its file, and the keys that it got for it last. */
type SignIn = {
	readonly mode: string;
	/** The field of the access token, and of its end in seconds since the epoch. */
	readonly token: string;
	readonly tokenEnd: string;
	/** Where keys are to be had for the token; `''` when the profile does not say. */
	readonly address: (profile: CliProfile) => string;
	readonly path: string;
	readonly body: (profile: CliProfile) => Json;
	/** The keys in the answer, under the names of {@link readTemporaryKeys}. */
	readonly keysIn: (answer: Json) => Json | undefined;
};

/** The keys that the CLI got last. */
const keptKeys = ({ fields }: CliProfile): TemporaryKeys | undefined => {
	const { access_key_id, access_key_secret, sts_token, sts_expiration } = fields;
	const keys = readTemporaryKeys({
		AccessKeyId: access_key_id ?? null,
		AccessKeySecret: access_key_secret ?? null,
		SecurityToken: sts_token ?? null,
		Expiration: sts_expiration ?? null,
	});
	return keys?.SecurityToken === undefined ? undefined : keys;
};

const holdsFor = (keys: TemporaryKeys | undefined, ms: number, now: number): keys is TemporaryKeys =>
	keys !== undefined && (keys.expiresAt === undefined || keys.expiresAt - now > ms);

/** The question for new keys; undefined when there is no token, or it is over. */
const questionFor = (profile: CliProfile, how: SignIn, now: number, version: string): Question | undefined => {
	const token = textOf(profile.fields, how.token);
	const end = readExpiration(profile.fields[how.tokenEnd]);
	const address = how.address(profile);
	const url = URL.canParse(address) ? new URL(address) : undefined;
	const isGood = /^[\x21-\x7e]+$/.test(token) && end !== undefined && end > now;
	return url === undefined || !isGood || addressProblem(url) !== undefined
		? undefined
		: {
				method: 'POST',
				origin: url.origin,
				target: how.path,
				headers: {
					accept: 'application/json',
					'content-type': 'application/json',
					authorization: `Bearer ${token}`,
					'user-agent': `dlctop/${version}`,
				},
				body: JSON.stringify(how.body(profile)),
			};
};

const exchange = async (question: Question, how: SignIn, { ask }: Surroundings): Promise<Result<TemporaryKeys>> => {
	const answer = await ask(question);
	if (!answer.ok) {
		return answer;
	}
	const { status, body } = answer.value;
	const json = status === 200 ? parseQuietly(body) : undefined;
	const keys = json === undefined ? undefined : readTemporaryKeys(how.keysIn(json));
	const message = `${new URL(question.origin).host} gave no keys for the token of the sign-in (HTTP ${status}).`;
	return keys === undefined
		? failed<Failure>({ kind: status >= 500 ? 'service' : 'signed-out', message, httpStatus: status })
		: success(keys);
};

/**
 * The kept keys while they hold, else new ones for the access token. A new access token would have to be written into the
 * CLI's file: to sign in, and to renew that token, is the CLI's part.
 */
const signedInKeys =
	(how: SignIn): Mode =>
	async (profile, { surroundings }) => {
		const { clock, version } = surroundings;
		const kept = keptKeys(profile);
		const { name } = profile;
		const renewal = `\`aliyun configure --mode ${how.mode} --profile ${name}\` signs in anew; dlctop goes on by itself.`;
		const give = (keys: TemporaryKeys) => checkShape({ ...keys, source: sourceOf(profile), renewal });
		const question = questionFor(profile, how, clock.now(), version);
		if (holdsFor(kept, question === undefined ? 0 : staleBeforeMs, clock.now())) {
			return give(kept);
		}
		if (question === undefined) {
			return signedOut(`The sign-in of the ${whereOf(profile)} is over, or never was.`, renewal);
		}
		const fresh = await exchange(question, how, surroundings);
		if (fresh.ok) {
			return give(fresh.value);
		}
		return holdsFor(kept, 0, clock.now()) ? give(kept) : failed({ ...fresh.problem, next: renewal });
	};

export const cloudSso: Mode = signedInKeys({
	mode: 'CloudSSO',
	token: 'access_token',
	tokenEnd: 'cloud_sso_access_token_expire',
	address: ({ fields }) => textOf(fields, 'cloud_sso_sign_in_url'),
	path: '/cloud-credentials',
	body: ({ fields }) => ({
		AccountId: textOf(fields, 'cloud_sso_account_id'),
		AccessConfigurationId: textOf(fields, 'cloud_sso_access_config'),
	}),
	keysIn: answer => (isJsonObject(answer) ? answer.CloudCredential : undefined),
});

const oauthAddresses: Readonly<Record<string, string>> = {
	CN: 'https://oauth.aliyun.com',
	INTL: 'https://oauth.alibabacloud.com',
};

export const oauth: Mode = signedInKeys({
	mode: 'OAuth',
	token: 'oauth_access_token',
	tokenEnd: 'oauth_access_token_expire',
	address: ({ fields }) => oauthAddresses[textOf(fields, 'oauth_site_type').toUpperCase()] ?? '',
	path: '/v1/exchange',
	body: () => ({}),
	keysIn: answer =>
		isJsonObject(answer)
			? {
					AccessKeyId: answer.accessKeyId ?? null,
					AccessKeySecret: answer.accessKeySecret ?? null,
					SecurityToken: answer.securityToken ?? null,
					Expiration: answer.expiration ?? null,
				}
			: undefined,
});
