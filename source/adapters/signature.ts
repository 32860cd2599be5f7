import { createHash, createHmac } from 'node:crypto';

const algorithm = 'ACS3-HMAC-SHA256';

/** What proves who is asking. A `SecurityToken` comes with temporary (STS) keys. */
export type AccessKey = {
	readonly AccessKeyId: string;
	readonly AccessKeySecret: string;
	readonly SecurityToken?: string;
};

export type UnsignedRequest = {
	readonly method: 'GET';
	/** As it goes on the wire: its segments are percent-encoded already. */
	readonly path: string;
	/** Decoded names and values, in any order. */
	readonly query: readonly (readonly [name: string, value: string])[];
	/** Lower-case names. `host` and every `x-acs-*` are signed; the others are sent as they are. */
	readonly headers: Readonly<Record<string, string>>;
	readonly credentials: AccessKey;
};

export type SignedRequest = {
	/** Exactly this text must be sent after the `?`. */
	readonly canonicalQuery: string;
	/** The given headers, those that the signature adds, and `authorization`. */
	readonly headers: Readonly<Record<string, string>>;
	readonly canonicalRequest: string;
	readonly stringToSign: string;
	readonly signature: string;
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const emptyBodyHash = sha256('');

const byCodeUnit = ([a]: readonly [string, string], [b]: readonly [string, string]): number =>
	a < b ? -1 : Number(a > b);

/** RFC 3986 percent-encoding: only letters, digits and `-_.~` stay. Half a surrogate pair, which has no UTF-8, becomes U+FFFD. */
export const percentEncode = (text: string): string =>
	encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8')).replaceAll(
		/[!'()*]/g,
		sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
	);

/** `2026-01-02T03:04:05Z`, the date of a request: the service takes no fractions. */
export const acsDate = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

const withSignatureHeaders = ({ headers, credentials }: UnsignedRequest): Readonly<Record<string, string>> => ({
	...headers,
	'x-acs-content-sha256': emptyBodyHash,
	...(credentials.SecurityToken === undefined
		? {}
		: { 'x-acs-accesskey-id': credentials.AccessKeyId, 'x-acs-security-token': credentials.SecurityToken }),
});

const isSigned = ([name]: readonly [string, string]): boolean =>
	name === 'host' || name === 'content-type' || name.startsWith('x-acs-');

/**
 * Signs a request without a body by `ACS3-HMAC-SHA256`, version 3 of the service's signature. Pure: the date and the
 * nonce are among the headers (`x-acs-date`, `x-acs-signature-nonce`) and must be new for each attempt.
 */
export const sign = (request: UnsignedRequest): SignedRequest => {
	const headers = withSignatureHeaders(request);
	const canonicalQuery = request.query
		.toSorted(byCodeUnit)
		.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
		.join('&');
	const signedPairs = Object.entries(headers).filter(isSigned).toSorted(byCodeUnit);
	const signedNames = signedPairs.map(([name]) => name).join(';');
	const canonicalRequest = [
		request.method,
		request.path,
		canonicalQuery,
		signedPairs.map(([name, value]) => `${name}:${value.trim()}\n`).join(''),
		signedNames,
		emptyBodyHash,
	].join('\n');
	const stringToSign = `${algorithm}\n${sha256(canonicalRequest)}`;
	const { AccessKeyId, AccessKeySecret } = request.credentials;
	const signature = createHmac('sha256', AccessKeySecret).update(stringToSign).digest('hex');
	const authorization = `${algorithm} Credential=${AccessKeyId},SignedHeaders=${signedNames},Signature=${signature}`;
	return { canonicalQuery, headers: { ...headers, authorization }, canonicalRequest, stringToSign, signature };
};
