import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { failed, type Result, success } from '../model/failure.ts';
import { type Refusal, refusal } from './refusal.ts';
import { parseGmt } from './time.ts';

export type Credential = {
	readonly AccessKeyId: string;
	readonly AccessKeySecret: string;
	/** Set for temporary keys, which are refused without it. */
	readonly SecurityToken?: string;
};

/** A request as it came over the wire, before anything was decoded. */
export type SignedRequest = {
	readonly method: string;
	/** Still percent-encoded. */
	readonly path: string;
	/** After the `?`, still percent-encoded. */
	readonly rawQuery: string;
	/** Names in lower case. */
	readonly headers: ReadonlyMap<string, string>;
	readonly body: Uint8Array;
};

const algorithm = 'ACS3-HMAC-SHA256';
const toleranceMs = 15 * 60_000;

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** RFC 3986: only letters, digits and `-_.~` stay. */
const encode = (text: string): string =>
	encodeURIComponent(text).replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Name and value pairs of a raw query, decoded. A `+` is a plus, as RFC 3986 has it. Undefined when the percent encoding is broken. */
export const decodeQuery = (rawQuery: string): readonly (readonly [name: string, value: string])[] | undefined => {
	try {
		return rawQuery
			.split('&')
			.filter(pair => pair !== '')
			.map(pair => {
				const [name = '', ...value] = pair.split('=');
				return [decodeURIComponent(name), decodeURIComponent(value.join('='))] as const;
			});
	} catch {
		return undefined;
	}
};

/** Sorted by code unit, so that any order and any legal escaping on the wire give the same text. */
const canonicalQuery = (rawQuery: string): string =>
	(decodeQuery(rawQuery) ?? [])
		.map(([name, value]) => [encode(name), encode(value)] as const)
		.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
		.map(([name, value]) => `${name}=${value}`)
		.join('&');

const canonicalPath = (path: string): string =>
	path === '' ? '/' : path.replaceAll('+', '%20').replaceAll('*', '%2A').replaceAll('%7E', '~');

/** The text whose hash is signed. Signed headers must be given sorted. */
export const canonicalRequestOf = (request: SignedRequest, signedHeaders: readonly string[]): string =>
	[
		request.method,
		canonicalPath(request.path),
		canonicalQuery(request.rawQuery),
		...signedHeaders.map(name => `${name}:${(request.headers.get(name) ?? '').trim()}`),
		'',
		signedHeaders.join(';'),
		sha256(request.body),
	].join('\n');

const expectedSignature = (request: SignedRequest, signedHeaders: readonly string[], secret: string): Buffer =>
	createHmac('sha256', secret)
		.update(`${algorithm}\n${sha256(canonicalRequestOf(request, signedHeaders))}`)
		.digest();

const authorizationShape =
	/^ACS3-HMAC-SHA256 Credential=([^,\s]+),SignedHeaders=([a-z0-9;-]+),Signature=([0-9a-f]{64})$/;

/** What a signature must cover: the host, the content type where there is one, and every `x-acs-` header. */
const mustBeSigned = (headers: ReadonlyMap<string, string>): readonly string[] =>
	[...headers.keys()].filter(name => name === 'host' || name === 'content-type' || name.startsWith('x-acs-')).sort();

const mismatch = refusal(
	400,
	'SignatureDoesNotMatch',
	'The request signature calculated here differs from the one provided. Check the AccessKey secret and how the request is signed.',
);

const checkDate = (date: string | undefined, now: number): Refusal | undefined => {
	if (date === undefined) {
		return refusal(400, 'MissingTimestamp', 'The header x-acs-date is required.');
	}
	const at = parseGmt(date);
	if (at === undefined) {
		return refusal(400, 'InvalidTimeStamp.Format', 'The header x-acs-date is not of the form yyyy-MM-ddTHH:mm:ssZ.');
	}
	if (Math.abs(now - at) > toleranceMs) {
		return refusal(400, 'InvalidTimeStamp.Expired', 'The time stamp is more than 15 minutes away from the time here.');
	}
	return undefined;
};

const checkToken = (credential: Credential, headers: ReadonlyMap<string, string>): Refusal | undefined => {
	const token = headers.get('x-acs-security-token');
	if (token === credential.SecurityToken) {
		return undefined;
	}
	return token === undefined
		? refusal(400, 'MissingSecurityToken', 'This AccessKey is temporary and needs its security token.')
		: refusal(400, 'InvalidSecurityToken.MismatchWithAccessKey', 'The security token is not that of the AccessKey.');
};

const checkSignature = (
	request: SignedRequest,
	secret: string,
	signedHeaders: readonly string[],
	signature: string,
): Refusal | undefined => {
	if (mustBeSigned(request.headers).join(';') !== signedHeaders.join(';')) {
		return mismatch;
	}
	const claimedHash = request.headers.get('x-acs-content-sha256');
	const expected = expectedSignature(request, signedHeaders, secret);
	return claimedHash === sha256(request.body) && timingSafeEqual(expected, Buffer.from(signature, 'hex'))
		? undefined
		: mismatch;
};

/** The AccessKeyId, when one of the keys known here signed this request not long ago. The nonce is not looked at. */
export const verify = (
	request: SignedRequest,
	credentials: readonly Credential[],
	now: number,
): Result<string, Refusal> => {
	const [, AccessKeyId = '', names = '', signature = ''] =
		authorizationShape.exec(request.headers.get('authorization') ?? '') ?? [];
	if (AccessKeyId === '') {
		return failed(refusal(400, 'MissingAccessKeyId', `The Authorization header of ${algorithm} is required.`));
	}
	const credential = credentials.find(known => known.AccessKeyId === AccessKeyId);
	if (credential === undefined) {
		return failed(refusal(404, 'InvalidAccessKeyId.NotFound', 'The specified AccessKey ID is not found.'));
	}
	const problem =
		checkToken(credential, request.headers) ??
		checkDate(request.headers.get('x-acs-date'), now) ??
		checkSignature(request, credential.AccessKeySecret, names.split(';'), signature);
	return problem === undefined ? success(AccessKeyId) : failed(problem);
};
