import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ProxyServer } from '../../source/adapters/proxy.ts';
import { aHappening } from '../support/happening.ts';
import { get, never, open } from './open-transport.ts';
import { serve, serveProxy } from './server.ts';

describe('an answer', () => {
	it('has its status, headers and text, and the target was sent as it is', async () => {
		const { origin } = await serve((request, response) =>
			response.writeHead(404, { 'x-one': 'two' }).end(`${request.url} é 😀`),
		);
		const answer = await open(origin).get("/a%2Fb?c=%2A&d='", {}, never);
		expect(answer).toMatchObject({ ok: true, value: { status: 404, body: "/a%2Fb?c=%2A&d=' é 😀" } });
		expect(answer.ok && answer.value.header('x-one')).toBe('two');
		expect(answer.ok && answer.value.header('x-three')).toBeUndefined();
	});

	it.each([[200], [500]])('of status %i is unzipped', async status => {
		const { origin } = await serve((_, response) =>
			response.writeHead(status, { 'content-encoding': 'gzip' }).end(gzipSync('{"Jobs":[]}')),
		);
		expect(await get(open(origin))).toMatchObject({ ok: true, value: { status, body: '{"Jobs":[]}' } });
	});

	it('may be empty although it announces gzip', async () => {
		const { origin } = await serve((_, response) => response.writeHead(503, { 'content-encoding': 'gzip' }).end());
		expect(await get(open(origin))).toMatchObject({ ok: true, value: { status: 503, body: '' } });
	});

	it('that unfolds beyond the limit is refused', async () => {
		const bomb = gzipSync(Buffer.alloc(8 * 2 ** 20));
		const { origin } = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
		expect(bomb.length).toBeLessThan(2 ** 20);
		expect(await get(open(origin, { limits: { bodyBytes: 2 ** 20 } }))).toMatchObject({
			ok: false,
			problem: { kind: 'malformed-answer', message: expect.stringContaining('longer than 1 MiB') },
		});
	});

	it('is read as one text wherever it is cut on its way', async () => {
		const bytes = Buffer.from('{"name":"中文 😀"}');
		const { origin } = await serve(async (request, response) => {
			for (const byte of bytes) {
				await new Promise<unknown>(resolve => response.write(Buffer.of(byte), resolve));
			}
			response.end(request.url === '/cut' ? Buffer.of(0xe4) : undefined);
		});
		const transport = open(origin);
		expect(await get(transport)).toMatchObject({ ok: true, value: { body: bytes.toString() } });
		expect(await transport.get('/cut', {}, never)).toMatchObject({ ok: true, value: { body: `${bytes}\ufffd` } });
	});

	it('that comes in many pieces counts what these take besides', async () => {
		const { origin } = await serve(async (_, response) => {
			for (let piece = 0; piece < 200; piece++) {
				await new Promise<unknown>(resolve => response.write('x', resolve));
			}
			response.end();
		});
		expect(await get(open(origin, { limits: { bodyBytes: 2 ** 14 } }))).toMatchObject({ ok: true });
		expect(await get(open(origin, { limits: { bodyBytes: 2 ** 13 } }))).toMatchObject({
			ok: false,
			problem: { kind: 'malformed-answer' },
		});
	});

	it('that does not end is cut at the limit, and its connection with it', async () => {
		const closing = aHappening();
		const { origin } = await serve((request, response) => {
			request.socket.once('close', closing.happen);
			const more = (): void => {
				while (!response.destroyed && response.write(Buffer.alloc(2 ** 16))) {}
				response.once('drain', more);
			};
			more();
		});
		expect(await get(open(origin, { limits: { bodyBytes: 2 ** 20 } }))).toMatchObject({
			ok: false,
			problem: { kind: 'malformed-answer' },
		});
		await closing.happened;
	});

	it.each([
		['br', Buffer.from('whatever'), 'was not asked for'],
		['gzip', gzipSync('{"Jobs":[]}').subarray(0, 12), 'not valid gzip'],
		['gzip', Buffer.from('{"Jobs":[]}'), 'not valid gzip'],
	])('of encoding %s that cannot be undone is malformed, or without words when it is an error', async (...row) => {
		const [encoding, bytes, part] = row;
		const { origin } = await serve((request, response) =>
			response.writeHead(request.url === '/error' ? 502 : 200, { 'content-encoding': encoding }).end(bytes),
		);
		const transport = open(origin);
		expect(await get(transport)).toMatchObject({
			ok: false,
			problem: { kind: 'malformed-answer', message: expect.stringContaining(part) },
		});
		expect(await transport.get('/error', {}, never)).toMatchObject({ ok: true, value: { status: 502, body: '' } });
	});

	it('that is announced before it comes is waited for', async () => {
		const { origin } = await serve((_, response) => {
			response.writeProcessing();
			response.writeEarlyHints({ link: '</style.css>; rel=preload' }, () => response.writeHead(404).end('gone'));
		});
		expect(await get(open(origin))).toMatchObject({ ok: true, value: { status: 404, body: 'gone' } });
	});

	it('has the first of a header that came twice', async () => {
		const { origin } = await serve((_, response) =>
			response.setHeader('set-cookie', ['a=1', 'b=2']).setHeader('x-one', 'one').end(),
		);
		const answer = await get(open(origin));
		expect(answer.ok && ['set-cookie', 'x-one'].map(answer.value.header)).toEqual(['a=1', 'one']);
	});

	it('that redirects is not followed', async () => {
		const targets: (string | undefined)[] = [];
		const { origin } = await serve((request, response) => {
			targets.push(request.url);
			response.writeHead(302, { location: '/elsewhere' }).end();
		});
		expect(await get(open(origin))).toMatchObject({ ok: true, value: { status: 302 } });
		expect(targets).toEqual(['/api/v1/jobs?a=%2A']);
	});

	it('comes over the connection of the one before', async () => {
		const { origin, connections } = await serve((_, response) => response.end('{}'));
		const transport = open(origin);
		await get(transport);
		await setImmediate();
		await get(transport);
		expect(connections()).toBe(1);
	});
});

describe('a proxy', () => {
	const through = (host: string, authorization?: string): ProxyServer => ({
		origin: `http://${host}`,
		host,
		authorization,
		variable: 'HTTPS_PROXY',
	});

	it('is asked for a tunnel to the endpoint, with its own password', async () => {
		const proxy = await serveProxy(socket => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'));
		const transport = open('https://pai-dlc.example.test', { proxy: through(proxy.host, 'Basic YTpi') });
		expect(await get(transport)).toMatchObject({
			ok: false,
			problem: { kind: 'network', message: `The proxy ${proxy.host} refused to connect to pai-dlc.example.test.` },
		});
		expect(proxy.seen).toEqual([{ target: 'pai-dlc.example.test:443', authorization: 'Basic YTpi' }]);
	});

	it('carries TLS, so that it never sees the request', async () => {
		const bytes: Buffer[] = [];
		const proxy = await serveProxy(socket => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			socket.once('data', data => {
				bytes.push(data);
				socket.end('not TLS at all');
			});
		});
		const answer = await get(open('https://pai-dlc.example.test', { proxy: through(proxy.host) }));
		expect(answer).toMatchObject({
			ok: false,
			problem: { kind: 'network', message: expect.stringContaining('does not speak TLS') },
		});
		const tlsHandshake = 0x16;
		expect(bytes[0]?.[0]).toBe(tlsHandshake);
		expect(Buffer.concat(bytes).includes('/api/v1/jobs')).toBe(false);
	});

	it('that does not answer is named', async () => {
		const proxy = await serveProxy(() => {});
		const transport = open('https://pai-dlc.example.test', {
			proxy: through(proxy.host),
			limits: { headersMs: 50 },
		});
		expect(await get(transport)).toMatchObject({
			ok: false,
			problem: { kind: 'network', message: expect.stringContaining(`through the proxy ${proxy.host}`) },
		});
	});
});
