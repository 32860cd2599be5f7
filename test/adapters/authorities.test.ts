import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { trustedAuthorities } from '../../source/adapters/authorities.ts';
import { readSmallFile } from '../../source/adapters/bounded-file.ts';
import { systemClock } from '../../source/adapters/clock.ts';
import { defaultLimits } from '../../source/adapters/limits.ts';
import { createTransport } from '../../source/adapters/transport.ts';
import { authorityFile, startTlsInFrontOf } from '../support/tls.ts';
import { serve } from './server.ts';

const certificate = readFileSync(authorityFile, 'utf8').trim();

const trusted = (file: string | undefined, texts: Readonly<Record<string, string>> = {}, env = {}) =>
	trustedAuthorities({
		file,
		env,
		readFile: async path => texts[path] ?? Promise.reject(Object.assign(new Error('planted'), { code: 'ENOENT' })),
	});

const askOverTls = async (authorities: readonly string[] | undefined) => {
	const { origin } = await serve((_, response) => response.end('hello'));
	const url = await startTlsInFrontOf(origin);
	const transport = createTransport({
		endpoint: { origin: url, host: new URL(url).host },
		proxy: undefined,
		clock: systemClock,
		limits: defaultLimits,
		authorities,
	});
	onTestFinished(transport.close);
	return transport.get('/', {}, new AbortController().signal);
};

describe('the trusted authorities', () => {
	it('are left to Node without --ca-file', async () => {
		expect(await trusted(undefined, {}, { NODE_EXTRA_CA_CERTS: '/more.pem' })).toEqual({ ok: true, value: undefined });
	});

	it("are Node's, those of NODE_EXTRA_CA_CERTS, and those of the file", async () => {
		const texts = { '/own.pem': `text\n${certificate}\n\n${certificate}\n`, '/more.pem': certificate };
		const all = await trusted('/own.pem', texts, { NODE_EXTRA_CA_CERTS: '/more.pem' });
		expect(all).toEqual({ ok: true, value: [...rootCertificates, certificate, certificate, certificate] });
		expect(await trusted('/own.pem', texts, { NODE_EXTRA_CA_CERTS: '/gone.pem' })).toMatchObject({ ok: true });
	});

	it.each([
		['is not there', '/gone', 'could not be read (ENOENT)'],
		['is empty', '/empty', 'holds no certificate'],
		['holds a key', '/key', 'holds no certificate'],
		['is broken', '/broken', 'or a broken one'],
	])('are refused as bad usage when the file %s, without its content', async (_, file, part) => {
		const refused = await trusted(file, {
			'/empty': '',
			'/key': '-----BEGIN PRIVATE KEY-----\nplanted\n-----END PRIVATE KEY-----',
			'/broken': certificate.replace(/\n.{20}/, '\n'),
		});
		expect(refused).toMatchObject({
			ok: false,
			problem: { kind: 'bad-request', message: expect.stringContaining(part) },
		});
		expect(JSON.stringify(refused)).not.toContain('planted');
	});
});

describe('a server whose certificate a private authority signed', () => {
	it('is asked when that authority is trusted', async () => {
		const all = await trustedAuthorities({ file: authorityFile, env: {}, readFile: readSmallFile });
		expect(await askOverTls(all.ok ? all.value : [])).toMatchObject({ ok: true, value: { body: 'hello' } });
	});

	it('is not asked otherwise, with words that name --ca-file', async () => {
		expect(await askOverTls(undefined)).toMatchObject({
			ok: false,
			problem: {
				kind: 'network',
				message: expect.stringContaining('not trusted'),
				next: expect.stringContaining('--ca-file'),
			},
		});
	});
});
