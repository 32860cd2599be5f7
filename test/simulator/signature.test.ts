import { describe, expect, it } from 'vitest';
import { canonicalRequestOf, decodeQuery, type SignedRequest, verify } from '../../source/simulator/signature.ts';
import fixture from '../fixtures/signature-vectors.json' with { type: 'json' };

type Vector = (typeof fixture.vectors)[number];

const emptyBody = new Uint8Array();
const frozen = Date.parse(fixture.frozen['x-acs-date']);

const requestOf = (vector: Vector, url: string, changes: Readonly<Record<string, string>> = {}): SignedRequest => ({
	method: vector.method,
	path: vector.path,
	rawQuery: url.split('?')[1] ?? '',
	headers: new Map(
		Object.entries({ ...vector.headers, authorization: vector.expected.authorization, ...changes }).filter(
			([, value]) => value !== 'absent',
		),
	),
	body: emptyBody,
});

const credentialOf = (vector: Vector) => ({
	AccessKeyId: vector.accessKeyId,
	AccessKeySecret: vector.accessKeySecret,
	...('securityToken' in vector && typeof vector.securityToken === 'string'
		? { SecurityToken: vector.securityToken }
		: {}),
});

const outcome = (vector: Vector, changes: Readonly<Record<string, string>> = {}, now = frozen): string => {
	const verdict = verify(requestOf(vector, vector.url, changes), [credentialOf(vector)], now);
	return verdict.ok ? 'accepted' : `${verdict.problem.status} ${verdict.problem.Code}`;
};

const named = (name: string): Vector => {
	const vector = fixture.vectors.find(candidate => candidate.name === name);
	if (vector === undefined) {
		throw new Error(`no vector ${name}`);
	}
	return vector;
};

const plain = named('02-list-ascii-typical');
const temporary = named('11-list-sts-token');

it('knows all 18 vectors', () => {
	expect(fixture.vectors).toHaveLength(18);
});

describe.each(fixture.vectors)('vector $name', vector => {
	it('is canonicalized as the reference says', () => {
		const signed = Object.keys(vector.headers).sort();
		expect(canonicalRequestOf(requestOf(vector, vector.url), signed)).toBe(vector.expected.canonicalRequest);
	});

	it('is accepted as its canonical URL and as the official client escapes and orders it', () => {
		for (const url of [vector.url, vector.urlAsOfficialClientSentIt]) {
			expect(verify(requestOf(vector, url), [credentialOf(vector)], frozen)).toEqual({
				ok: true,
				value: vector.accessKeyId,
			});
		}
	});

	it('is refused with another secret', () => {
		const wrong = { ...credentialOf(vector), AccessKeySecret: `${vector.accessKeySecret}x` };
		expect(verify(requestOf(vector, vector.url), [wrong], frozen)).toMatchObject({
			ok: false,
			problem: { status: 400, Code: 'SignatureDoesNotMatch' },
		});
	});
});

describe('a signed request that was changed on its way', () => {
	it.each([
		['another query', { ...plain, url: plain.url.replace('PageSize=50', 'PageSize=51') }, {}],
		['another path', { ...plain, path: '/api/v1/jobs/dlc1' }, {}],
		['another host', plain, { host: 'pai-dlc.cn-beijing.aliyuncs.com' }],
		['another action', plain, { 'x-acs-action': 'GetJob' }],
		['another hash of the body', plain, { 'x-acs-content-sha256': '0'.repeat(64) }],
		['a header of the service that is not signed', plain, { 'x-acs-extra': '1' }],
		['a content type that is not signed', plain, { 'content-type': 'application/json' }],
		['a signed header less', plain, { 'x-acs-version': 'absent' }],
		[
			'a signature that differs in its last digit',
			plain,
			{ authorization: plain.expected.authorization.replace(/.$/, digit => (digit === '0' ? '1' : '0')) },
		],
	])('is refused: %s', (_what, vector, changes) => {
		expect(outcome(vector, changes)).toBe('400 SignatureDoesNotMatch');
	});

	it('is refused when it carries a body that was not signed', () => {
		const request = { ...requestOf(plain, plain.url), body: new TextEncoder().encode('{}') };
		expect(verify(request, [credentialOf(plain)], frozen)).toMatchObject({ ok: false });
	});

	it('does not mind headers that are never signed', () => {
		expect(outcome(plain, { 'user-agent': 'any', accept: '*/*', 'accept-encoding': 'gzip' })).toBe('accepted');
	});
});

describe('the time stamp', () => {
	it.each([
		[-15 * 60_000, 'accepted'],
		[15 * 60_000, 'accepted'],
		[-15 * 60_000 - 1_000, '400 InvalidTimeStamp.Expired'],
		[15 * 60_000 + 1_000, '400 InvalidTimeStamp.Expired'],
	])('may be 15 minutes off and no more: %i ms', (off, expected) => {
		expect(outcome(plain, {}, frozen + off)).toBe(expected);
	});

	it.each([
		['absent', '400 MissingTimestamp'],
		['yesterday', '400 InvalidTimeStamp.Format'],
		['2026-01-02 03:04:05', '400 InvalidTimeStamp.Format'],
		['2026-01-02T03:04:05.000Z', '400 InvalidTimeStamp.Format'],
		['2026-02-30T03:04:05Z', '400 InvalidTimeStamp.Format'],
	])('must be a time: %s', (date, expected) => {
		expect(outcome(plain, { 'x-acs-date': date })).toBe(expected);
	});
});

describe('who signed', () => {
	it.each([
		['no Authorization', { authorization: 'absent' }, '400 MissingAccessKeyId'],
		['another scheme', { authorization: 'Basic YTpi' }, '400 MissingAccessKeyId'],
		[
			'an unknown key',
			{ authorization: plain.expected.authorization.replace(plain.accessKeyId, 'LTAIunknown') },
			'404 InvalidAccessKeyId.NotFound',
		],
	])('is refused: %s', (_what, changes, expected) => {
		expect(outcome(plain, changes)).toBe(expected);
	});

	it('needs the token of a temporary key', () => {
		expect(outcome(temporary, { 'x-acs-security-token': 'absent' })).toBe('400 MissingSecurityToken');
		expect(outcome(temporary, { 'x-acs-security-token': 'CAISother' })).toBe(
			'400 InvalidSecurityToken.MismatchWithAccessKey',
		);
	});
});

it('reads no query whose percent encoding is broken', () => {
	expect(decodeQuery('A=%E0%A4')).toBeUndefined();
	expect(decodeQuery('A=a+b%20c=d&B=&&C')).toEqual([
		['A', 'a+b c=d'],
		['B', ''],
		['C', ''],
	]);
});
