import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideSecrets } from '../../source/adapters/secrets.ts';
import { serviceFailure } from '../../source/adapters/service-error.ts';
import type { FailureKind } from '../../source/model/failure.ts';
import { serviceCodes } from '../../source/tables/service-codes.ts';

const now = Date.parse('2026-01-02T03:04:05Z');
const operation = { action: 'ListJobs', words: 'list jobs' };
const keys = { AccessKeyId: 'LTAIkey', AccessKeySecret: 'secret/one+two=', SecurityToken: 'token/one+two=' };

const classify = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
	serviceFailure(
		{ status, header: name => headers[name], body: typeof body === 'string' ? body : JSON.stringify(body) },
		{ operation, now, hide: hideSecrets(keys) },
	);

describe('an answer that is an error', () => {
	it.each<[Code: string, status: number, FailureKind]>([
		['Throttling', 400, 'throttled'],
		['Throttling.User', 400, 'throttled'],
		['Throttling.Api', 429, 'throttled'],
		['Throttling.User', 503, 'throttled'],
		['RequestThrottling', 400, 'throttled'],
		['InvalidAccessKeyId.NotFound', 404, 'signed-out'],
		['InvalidAccessKeyId.NotFound', 400, 'signed-out'],
		['InvalidAccessKeyId.Inactive', 400, 'signed-out'],
		['SignatureDoesNotMatch', 400, 'signed-out'],
		['InvalidTimeStamp.Expired', 400, 'signed-out'],
		['InvalidSecurityToken.Expired', 403, 'signed-out'],
		['InvalidSecurityToken.Malformed', 400, 'signed-out'],
		['SignatureNonceUsed', 400, 'service'],
		['Forbidden.RAM', 403, 'not-allowed'],
		['Forbidden.AccessDenied', 403, 'not-allowed'],
		['NoPermission', 400, 'not-allowed'],
		['InvalidProduct.NotFound', 404, 'bad-request'],
		['InvalidApi.NotFound', 404, 'bad-request'],
		['InvalidParameter', 400, 'bad-request'],
		['MissingWorkspaceId', 400, 'bad-request'],
		['BadRequest', 400, 'bad-request'],
		['NotFound', 404, 'bad-request'],
		['InternalError', 500, 'service'],
		['ServiceUnavailable', 503, 'service'],
		['ServiceUnavailable', 400, 'service'],
		['SomethingNew', 400, 'bad-request'],
		['SomethingNew', 401, 'signed-out'],
		['SomethingNew', 403, 'not-allowed'],
		['SomethingNew', 408, 'service'],
		['SomethingNew', 429, 'throttled'],
		['SomethingNew', 502, 'service'],
		['ForbiddenFruit', 500, 'service'],
	])('%s with HTTP %i is %s', (Code, status, kind) => {
		const failure = classify(status, { Code, Message: 'in its words', RequestId: 'R-1' });
		expect(failure).toMatchObject({ kind, Code, Message: 'in its words', RequestId: 'R-1', httpStatus: status });
		expect(failure.message).toMatch(/^[A-Z].*\.$/);
	});

	it.each(serviceCodes)('of the family $family is not taken for one of another family', ({ family, kind }) => {
		expect(serviceCodes.find(other => family === other.family || family.startsWith(`${other.family}.`))?.family).toBe(
			family,
		);
		expect(classify(418, { Code: `${family}.Detail` }).kind).toBe(kind);
	});

	it('is read in lower case as well', () => {
		expect(classify(400, { code: 'Throttling', message: 'm', requestId: 'r' })).toMatchObject({
			kind: 'throttled',
			Code: 'Throttling',
			Message: 'm',
			RequestId: 'r',
		});
	});

	it('is read from XML', () => {
		const body = '<?xml version="1.0"?><Error><Code>Forbidden.RAM</Code><Message>a &lt; b</Message></Error>';
		expect(classify(403, body)).toMatchObject({ kind: 'not-allowed', Code: 'Forbidden.RAM', Message: 'a < b' });
	});

	it.each([
		['<!DOCTYPE html><html><body>502</body></html>', 502, 'service', 'web page'],
		['', 502, 'service', 'HTTP 502'],
		['null', 500, 'service', 'HTTP 500'],
		['[1]', 404, 'bad-request', 'HTTP 404'],
		['{"Code":{"a":1},"Message":null}', 500, 'service', 'HTTP 500'],
		['', 302, 'service', 'HTTP 302'],
		['', 407, 'network', 'HTTP 407'],
	])('without words, %j, is told by its status %i', (body, status, kind, part) => {
		const failure = classify(status, body);
		expect(failure).toMatchObject({ kind, httpStatus: status });
		expect(failure.message).toContain(part);
		expect(failure).not.toHaveProperty('Code');
		expect(failure).not.toHaveProperty('Message');
	});

	it('never throws, and always has a sentence', () => {
		const status = fc.integer({ min: 300, max: 599 });
		fc.assert(
			fc.property(status, fc.oneof(fc.string(), fc.json()), fc.string(), (code, body, header) => {
				const failure = serviceFailure(
					{ status: code, header: () => header, body },
					{ operation, now, hide: hideSecrets(keys) },
				);
				expect(failure.message.length).toBeGreaterThan(10);
				if (failure.retryAfterMs !== undefined) {
					expect(failure.retryAfterMs).toBeGreaterThanOrEqual(0);
					expect(failure.retryAfterMs).toBeLessThanOrEqual(86_400_000);
				}
			}),
		);
	});
});

describe('what to do next', () => {
	it('names the permission that is missing', () => {
		const failure = classify(403, { Code: 'Forbidden.RAM' });
		expect(failure.message).toBe('You may not list jobs here.');
		expect(failure.next).toContain('paidlc:ListJobs');
		expect(classify(403, '').next).toContain('paidlc:ListJobs');
	});

	it.each([
		['Fri, 02 Jan 2026 02:44:05 GMT', '20 min ahead of'],
		['Fri, 02 Jan 2026 04:04:05 GMT', '60 min behind'],
		['nonsense', 'more than 15 minutes off'],
	])('says by how much the clock is off when the service says it is %s', (date, part) => {
		expect(classify(400, { Code: 'InvalidTimeStamp.Expired' }, { date }).message).toContain(part);
	});

	it('says how to renew a token', () => {
		expect(classify(400, { Code: 'InvalidSecurityToken.Expired' }).next).toContain('Get a new token');
	});
});

describe('how long to wait', () => {
	const throttled = { Code: 'Throttling.User' };
	it.each<[string, unknown, Readonly<Record<string, string>>, number | undefined]>([
		['x-acs-retry-after is in ms', throttled, { 'x-acs-retry-after': '1500' }, 1_500],
		['… and comes before the others', throttled, { 'x-acs-retry-after': '1500', 'retry-after': '9' }, 1_500],
		['Retry-After is in seconds', throttled, { 'retry-after': '7' }, 7_000],
		['… or a date', throttled, { 'retry-after': 'Fri, 02 Jan 2026 03:05:05 GMT' }, 60_000],
		['… which may be past', throttled, { 'retry-after': 'Fri, 02 Jan 2026 03:00:00 GMT' }, 0],
		[
			'the rate limit has TimeLeft in ms',
			throttled,
			{ 'x-ratelimit-user-api': 'Limit:1,Remain:0,TimeLeft:2000,Reset:1234' },
			2_000,
		],
		['… per user too', throttled, { 'x-ratelimit-user': 'Limit:1, TimeLeft:3000' }, 3_000],
		['… only when throttled', { Code: 'InternalError' }, { 'x-ratelimit-user': 'TimeLeft:3000' }, undefined],
		['nonsense says nothing', throttled, { 'x-acs-retry-after': '-5', 'retry-after': 'soon' }, undefined],
		['no one waits for more than a day', throttled, { 'x-acs-retry-after': '9'.repeat(400) }, 86_400_000],
		['nothing is said', throttled, {}, undefined],
	])('%s', (_, body, headers, ms) => {
		expect(classify(400, body, headers).retryAfterMs).toBe(ms);
	});

	it.each([
		['Forbidden.RAM', 403],
		['InternalError', 500],
		['', 404],
	])('x-acs-retry-after makes %j throttling, whatever it is', (Code, status) => {
		expect(classify(status, { Code }, { 'x-acs-retry-after': '1000' })).toMatchObject({
			kind: 'throttled',
			retryAfterMs: 1_000,
		});
	});

	it('Retry-After alone does not change what it is', () => {
		expect(classify(503, {}, { 'retry-after': '3' })).toMatchObject({ kind: 'service', retryAfterMs: 3_000 });
	});
});

describe('secrets', () => {
	it('that the service quotes are blanked, before the text is cut', () => {
		const quoted = Object.values(keys).flatMap(secret => [secret, encodeURIComponent(secret)]);
		const Message = `${'.'.repeat(1_990)}${quoted.join(' ')}`;
		const failure = classify(400, { Code: 'SignatureDoesNotMatch', Message, RequestId: `r ${quoted.join(' ')}` });
		expect(failure.RequestId).toBe('r *** *** *** *** *** ***');
		expect(failure.Message).toMatch(/^\.{1990}\*\*\*[ *]{7}$/);
	});
});
