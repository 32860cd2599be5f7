import { describe, expect, it } from 'vitest';
import { chooseProxy } from '../../source/adapters/proxy.ts';

const origin = 'https://pai-dlc.cn-hangzhou.aliyuncs.com';
const HTTPS_PROXY = 'http://proxy.example.com:3128';

const hostOf = (target: string, env: Record<string, string>): string | undefined => {
	const result = chooseProxy(target, env);
	return result.ok ? result.value?.host : `refused: ${result.problem.message}`;
};

describe('the proxy of an https endpoint', () => {
	it.each([
		['HTTPS_PROXY', { HTTPS_PROXY }],
		['https_proxy', { https_proxy: HTTPS_PROXY }],
		['the lower case where both are set', { HTTPS_PROXY: 'http://other:1', https_proxy: HTTPS_PROXY }],
		['a value without scheme', { HTTPS_PROXY: 'proxy.example.com:3128' }],
		['NO_PROXY for another host', { HTTPS_PROXY, NO_PROXY: 'example.org, cs.com,hangzhou.aliyuncs.com.evil' }],
		['NO_PROXY for another port', { HTTPS_PROXY, NO_PROXY: 'aliyuncs.com:8443' }],
	])('is taken from %s', (_, env) => {
		expect(hostOf(origin, env)).toBe('proxy.example.com:3128');
	});

	it.each([
		['nothing is set', {}],
		['the variable is empty', { HTTPS_PROXY: ' ' }],
		['only HTTP_PROXY is set', { HTTP_PROXY: HTTPS_PROXY }],
		['NO_PROXY names the host', { HTTPS_PROXY, NO_PROXY: 'a, pai-dlc.cn-hangzhou.ALIYUNCS.com' }],
		['no_proxy names the domain', { HTTPS_PROXY, no_proxy: 'aliyuncs.com' }],
		['NO_PROXY names the domain with a dot', { HTTPS_PROXY, NO_PROXY: '.aliyuncs.com' }],
		['NO_PROXY names the domain with a star', { HTTPS_PROXY, NO_PROXY: '*.aliyuncs.com' }],
		['NO_PROXY names the port', { HTTPS_PROXY, NO_PROXY: 'aliyuncs.com:443' }],
		['NO_PROXY is a star', { HTTPS_PROXY, NO_PROXY: '*' }],
	])('is not used when %s', (_, env) => {
		expect(hostOf(origin, env)).toBeUndefined();
	});

	it.each([
		'http://127.0.0.1:8080',
		'https://127.0.0.1:8443',
		'https://127.9.9.9',
		'https://localhost',
		'https://[::1]:8443',
		'http://100.100.100.200',
		'https://100.100.100.200',
	])('is never used for %s', target => {
		expect(hostOf(target, { HTTPS_PROXY, https_proxy: HTTPS_PROXY })).toBeUndefined();
	});

	it('keeps the password out of the address', () => {
		expect(chooseProxy(origin, { HTTPS_PROXY: 'http://al%40ice:hunter2%3A@proxy.example.com:3128' })).toEqual({
			ok: true,
			value: {
				origin: 'http://proxy.example.com:3128',
				host: 'proxy.example.com:3128',
				authorization: `Basic ${Buffer.from('al@ice:hunter2:').toString('base64')}`,
				variable: 'HTTPS_PROXY',
			},
		});
	});

	it.each(['socks5://alice:hunter2@proxy:1080', 'http://hunter2:%zz@proxy', 'http://hunter2:x@:99999'])(
		'is refused, without being shown, when it is %s',
		value => {
			const problem = hostOf(origin, { HTTPS_PROXY: value });
			expect(problem).toContain('refused: HTTPS_PROXY does not name an http or https proxy');
			expect(problem).not.toContain('hunter2');
		},
	);
});
