import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentEncode, sign } from '../../source/adapters/signature.ts';
import fixture from '../fixtures/signature-vectors.json' with { type: 'json' };

type Vector = {
	readonly name: string;
	readonly method: string;
	readonly path: string;
	readonly query: Readonly<Record<string, string | undefined>>;
	readonly headers: Readonly<Record<string, string>>;
	readonly accessKeyId: string;
	readonly accessKeySecret: string;
	readonly securityToken?: string;
	readonly expected: Readonly<Record<string, string>>;
	readonly url: string;
};

const vectors: readonly Vector[] = fixture.vectors.map(vector => ({
	...vector,
	headers: Object.fromEntries(Object.entries(vector.headers).map(([name, value]) => [name, String(value)])),
}));

const signVector = (vector: Vector, headers = vector.headers) =>
	sign({
		method: 'GET',
		path: vector.path,
		query: Object.entries(vector.query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
		headers,
		credentials: {
			AccessKeyId: vector.accessKeyId,
			AccessKeySecret: vector.accessKeySecret,
			...(vector.securityToken !== undefined && { SecurityToken: vector.securityToken }),
		},
	});

it('has all 18 vectors, all of them GET', () => {
	expect(vectors).toHaveLength(18);
	expect(vectors.every(({ method }) => method === 'GET')).toBe(true);
});

describe.each(vectors)('vector $name', vector => {
	it('is signed as the official client signs it', () => {
		const { canonicalQuery, canonicalRequest, stringToSign, signature, headers } = signVector(vector);
		expect({
			canonicalQueryString: canonicalQuery,
			canonicalRequest,
			stringToSign,
			signature,
			authorization: headers.authorization,
		}).toEqual(vector.expected);
	});

	it('needs only the headers that the signature does not add itself', () => {
		const added = ['x-acs-content-sha256', 'x-acs-accesskey-id', 'x-acs-security-token'];
		const given = Object.fromEntries(Object.entries(vector.headers).filter(([name]) => !added.includes(name)));
		const { headers, signature } = signVector(vector, given);
		expect(signature).toBe(vector.expected.signature);
		expect(headers).toMatchObject(vector.headers);
	});

	it('is signed the same when headers that are not signed are sent as well', () => {
		const { signature } = signVector(vector, { ...vector.headers, accept: '*/*', 'user-agent': 'a' });
		expect(signature).toBe(vector.expected.signature);
	});
});

describe('percent-encoding', () => {
	it('leaves nothing but unreserved characters, and decodes to what it was', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), text => {
				const encoded = percentEncode(text);
				expect(encoded).toMatch(/^(?:[A-Za-z0-9\-_.~]|%[0-9A-F]{2})*$/);
				expect(decodeURIComponent(encoded)).toBe(text);
			}),
		);
	});

	it('replaces half a surrogate pair instead of throwing', () => {
		expect(percentEncode('a\ud800b')).toBe('a%EF%BF%BDb');
	});
});
