import { describe, expect, it } from 'vitest';
import { networkFailure } from '../../source/adapters/network-error.ts';

const withCode = (code: string, options?: ErrorOptions): Error =>
	Object.assign(new Error(`planted text of ${code}`, options), { code });

const proxy = { host: 'proxy:3128', variable: 'HTTPS_PROXY' };

describe('a network error', () => {
	it.each([
		['ECONNREFUSED', 'dlc.test refused the connection.'],
		['ENOTFOUND', 'The name dlc.test has no address.'],
		['EAI_AGAIN', 'The DNS server did not answer for dlc.test.'],
		['ECONNRESET', 'dlc.test closed the connection'],
		['UND_ERR_SOCKET', 'dlc.test closed the connection'],
		['ETIMEDOUT', 'did not accept a connection in time'],
		['UND_ERR_CONNECT_TIMEOUT', 'did not accept a connection in time'],
		['UND_ERR_HEADERS_TIMEOUT', 'did not answer in time'],
		['UND_ERR_BODY_TIMEOUT', 'stopped in the middle'],
		['EHOSTUNREACH', 'cannot be reached'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate of dlc.test is not trusted'],
		['CERT_HAS_EXPIRED', 'has expired'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'not for dlc.test'],
		['ERR_SSL_WRONG_VERSION_NUMBER', 'does not speak TLS'],
		['EPROTO', 'does not speak TLS'],
		['ESOMETHINGNEW', 'The request to dlc.test failed (ESOMETHINGNEW).'],
	])('%s becomes a sentence', (code, part) => {
		const failure = networkFailure(withCode(code), { host: 'dlc.test' });
		expect(failure.kind).toBe('network');
		expect(failure.message).toContain(part);
		expect(JSON.stringify(failure)).not.toContain('planted');
	});

	it('of several addresses tells about the first', () => {
		const error = new AggregateError([withCode('ECONNREFUSED'), withCode('ENETUNREACH')], 'planted');
		expect(networkFailure(error, { host: 'dlc.test' }).message).toBe('dlc.test refused the connection.');
	});

	it('inside another error is found', () => {
		const error = withCode('UND_ERR_PRX_TLS', { cause: withCode('ERR_TLS_CERT_ALTNAME_INVALID') });
		expect(networkFailure(error, { host: 'dlc.test' }).message).toContain('not for dlc.test');
	});

	it.each([['HPE_INVALID_CONSTANT'], ['UND_ERR_HEADERS_OVERFLOW']])('%s is a malformed answer', code => {
		expect(networkFailure(withCode(code), { host: 'dlc.test' }).kind).toBe('malformed-answer');
	});

	it.each([[undefined], ['planted'], [new TypeError('planted')], [{ code: 'planted' }]])(
		'may be anything: %s',
		error => {
			const failure = networkFailure(error, { host: 'dlc.test' });
			expect(failure.message).toMatch(/^The request to dlc\.test failed \((unknown error|TypeError)\)\.$/);
		},
	);

	it.each([
		['ECONNREFUSED', 'proxy:3128 refused the connection.', 'HTTPS_PROXY'],
		['UND_ERR_ABORTED', 'The proxy proxy:3128 refused to connect to dlc.test.', 'HTTPS_PROXY'],
		['ECONNRESET', 'dlc.test (through the proxy proxy:3128) closed', 'HTTPS_PROXY'],
		['SELF_SIGNED_CERT_IN_CHAIN', 'certificate of dlc.test (through the proxy', 'NODE_EXTRA_CA_CERTS'],
	])('%s on the way through a proxy says who failed and what to check', (code, message, next) => {
		const failure = networkFailure(withCode(code), { host: 'dlc.test', proxy });
		expect(failure.kind).toBe('network');
		expect(failure.message).toContain(message);
		expect(failure.next).toContain(next);
	});
});
