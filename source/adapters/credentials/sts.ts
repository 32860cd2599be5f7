import { type Failure, failed, type Result, success } from '../../model/failure.ts';
import { isJsonObject } from '../../model/json.ts';
import { looksLikeRegion } from '../../tables/regions.ts';
import { type Environment, firstSet, isSwitchedOn } from '../environment.ts';
import { readErrorBody } from '../error-body.ts';
import { httpRetryAfterMs } from '../retry-after.ts';
import { hideSecrets } from '../secrets.ts';
import { type AccessKey, acsDate, percentEncode, sign } from '../signature.ts';
import type { Answer } from '../transport.ts';
import { addressProblem } from './ask.ts';
import { type Surroundings, signedOut } from './source.ts';
import { parseQuietly, readTemporaryKeys, type TemporaryKeys } from './temporary-keys.ts';

const apiVersion = '2015-04-01';

/** The role that is taken on, and where it is asked for. `''` and undefined: not given. */
export type Role = {
	readonly arn: string;
	readonly sessionName: string;
	/** How long the keys shall hold, in seconds. */
	readonly seconds: number | undefined;
	readonly externalId: string;
	/** Scheme and host of STS. */
	readonly origin: string;
};

export type RolePlace = {
	/** A host or a URL of the user's own. */
	readonly endpoint: string;
	readonly region: string;
	readonly env: Environment;
};

/** Where STS is asked: the user's own address, else the region's, inside a VPC if the environment says so, else the central one. */
export const stsOrigin = ({ endpoint, region, env }: RolePlace): Result<string> => {
	if (endpoint !== '') {
		const text = endpoint.includes('://') ? endpoint : `https://${endpoint}`;
		const url = URL.canParse(text) ? new URL(text) : undefined;
		const problem = url === undefined ? 'is not an address' : addressProblem(url);
		return url === undefined || problem !== undefined
			? signedOut(`sts_endpoint ${problem}.`, 'Write it like sts.cn-hangzhou.aliyuncs.com.')
			: success(url.origin);
	}
	const id = region || (firstSet(env, ['ALIBABA_CLOUD_STS_REGION'])?.value ?? '');
	if (id === '') {
		return success('https://sts.aliyuncs.com');
	}
	return looksLikeRegion(id)
		? success(`https://sts${isSwitchedOn(env, 'ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED') ? '-vpc' : ''}.${id}.aliyuncs.com`)
		: signedOut('The region of STS is not the id of a region.', 'Write it like cn-hangzhou.');
};

const usualSeconds = 3600;
/** STS takes no less. */
const leastSeconds = 900;

const commonFields = ({ arn, sessionName, seconds }: Role): Readonly<Record<string, string>> => ({
	RoleArn: arn,
	RoleSessionName: sessionName || 'dlctop',
	DurationSeconds: String(Math.max(leastSeconds, seconds ?? usualSeconds)),
});

type Words = Pick<Failure, 'kind' | 'next'>;

const advice = (status: number, Code: string): Words => {
	if (Code.startsWith('Throttling') || status === 429) {
		return { kind: 'throttled' };
	}
	if (status >= 500) {
		return { kind: 'service' };
	}
	if (Code.startsWith('NoPermission') || Code.startsWith('Forbidden') || status === 403) {
		const next = 'The keys need sts:AssumeRole, and the trust policy of the role must name their account.';
		return { kind: 'signed-out', next };
	}
	if (Code.startsWith('EntityNotExist')) {
		return { kind: 'signed-out', next: 'Check the ARN of the role.' };
	}
	return { kind: 'signed-out', next: 'Check the keys, the role and the token that are used to ask for it.' };
};

const refusal = (answer: Answer, arn: string, hide: (text: string) => string, now: number): Failure => {
	const { Code, Message, RequestId } = readErrorBody(answer.body, hide);
	const retryAfterMs = httpRetryAfterMs(answer.header, now);
	return {
		...advice(answer.status, Code),
		message: `STS gave no keys for the role ${arn} (HTTP ${answer.status}).`,
		...(Code !== '' && { Code }),
		...(Message !== '' && { Message }),
		...(RequestId !== '' && { RequestId }),
		httpStatus: answer.status,
		...(retryAfterMs !== undefined && { retryAfterMs }),
	};
};

const keysOf = (answer: Answer, role: Role, hide: (text: string) => string, now: number): Result<TemporaryKeys> => {
	if (answer.status !== 200) {
		return failed(refusal(answer, role.arn, hide, now));
	}
	const body = parseQuietly(answer.body);
	const keys = isJsonObject(body) ? readTemporaryKeys(body.Credentials) : undefined;
	return keys === undefined
		? failed<Failure>({ kind: 'malformed-answer', message: `${new URL(role.origin).host} did not answer with keys.` })
		: success(keys);
};

type Send = (now: number) => Promise<Result<Answer>>;

/** Whether STS refuses the time of the request; then its own, ms since the epoch. */
const otherTime = ({ status, body, header }: Answer): number | undefined => {
	const refuses = status === 400 && readErrorBody(body, text => text).Code.startsWith('InvalidTimeStamp');
	const served = Date.parse(header('date') ?? '');
	return refuses && !Number.isNaN(served) ? served : undefined;
};

/** Asks with our time, and once more with that of STS where it refuses ours; the end of the keys is told by our clock. */
const askForKeys = async (
	send: Send,
	role: Role,
	hide: (text: string) => string,
	{ clock }: Surroundings,
): Promise<Result<TemporaryKeys>> => {
	const first = await send(clock.now());
	const served = first.ok ? otherTime(first.value) : undefined;
	const answer = served === undefined ? first : await send(served);
	const keys = answer.ok ? keysOf(answer.value, role, hide, clock.now()) : answer;
	if (served === undefined || !keys.ok || keys.value.expiresAt === undefined) {
		return keys;
	}
	return success({ ...keys.value, expiresAt: keys.value.expiresAt + clock.now() - served });
};

const assumeRoleRequest = (role: Role, keys: AccessKey, { nonce, version }: Surroundings, now: number) =>
	sign({
		method: 'GET',
		path: '/',
		query: Object.entries({
			...commonFields(role),
			...(role.externalId !== '' && { ExternalId: role.externalId }),
		}),
		headers: {
			host: new URL(role.origin).host,
			'x-acs-version': apiVersion,
			'x-acs-action': 'AssumeRole',
			'x-acs-date': acsDate(now),
			'x-acs-signature-nonce': nonce(),
			accept: 'application/json',
			'user-agent': `dlctop/${version}`,
		},
		credentials: keys,
	});

/** `AssumeRole`: keys of a role, for keys that may take it on. */
export const assumeRole = (role: Role, keys: AccessKey, surroundings: Surroundings): Promise<Result<TemporaryKeys>> => {
	const send: Send = now => {
		const { canonicalQuery, headers } = assumeRoleRequest(role, keys, surroundings, now);
		return surroundings.ask({ method: 'GET', origin: role.origin, target: `/?${canonicalQuery}`, headers });
	};
	return askForKeys(send, role, hideSecrets(keys), surroundings);
};

/** What an identity provider says of who asks. */
export type OidcProof = { readonly providerArn: string; readonly token: string };

const form = (fields: Readonly<Record<string, string>>): string =>
	Object.entries(fields)
		.map(([name, value]) => `${name}=${percentEncode(value)}`)
		.join('&');

/** `AssumeRoleWithOIDC`: keys of a role for a token of an identity provider, which itself is the proof: nothing is signed. */
export const assumeRoleWithOidc = (
	role: Role,
	{ providerArn, token }: OidcProof,
	surroundings: Surroundings,
): Promise<Result<TemporaryKeys>> => {
	const action = { Action: 'AssumeRoleWithOIDC', Format: 'JSON', Version: apiVersion };
	const send: Send = now =>
		surroundings.ask({
			method: 'POST',
			origin: role.origin,
			target: `/?${form({ ...action, Timestamp: acsDate(now) })}`,
			headers: {
				accept: 'application/json',
				'content-type': 'application/x-www-form-urlencoded',
				'user-agent': `dlctop/${surroundings.version}`,
			},
			body: form({ ...commonFields(role), OIDCProviderArn: providerArn, OIDCToken: token }),
		});
	return askForKeys(send, role, text => text.replaceAll(token, '***'), surroundings);
};
