import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../source/adapters/clock.ts';
import { defaultLimits, type Limits } from '../../source/adapters/limits.ts';
import type { ProxyServer } from '../../source/adapters/proxy.ts';
import { createTransport, type Transport } from '../../source/adapters/transport.ts';
import type { Clock } from '../../source/runtime/ports.ts';
import { serve, serveBytes, serveProxy } from './server.ts';

type Setup = {
	readonly limits?: Partial<Limits>;
	readonly proxy?: ProxyServer;
	readonly clock?: Clock;
};

const open = (origin: string, { limits, proxy, clock = systemClock }: Setup = {}): Transport => {
	const transport = createTransport({
		endpoint: { origin, host: new URL(origin).host },
		proxy,
		clock,
		limits: { ...defaultLimits, ...limits },
	});
	onTestFinished(transport.close);
	return transport;
};

const get = (transport: Transport, signal = new AbortController().signal) =>
	transport.get('/api/v1/jobs?a=%2A', {}, signal);

const never = new AbortController().signal;

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

	it('that does not end is cut at the limit', async () => {
		const { origin } = await serve((_, response) => {
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

describe('a request that is not answered', () => {
	const failure = (kind: string, part: string) => ({
		ok: false,
		problem: { kind, message: expect.stringContaining(part) },
	});

	it('ends when the headers are late', async () => {
		const { origin } = await serve(() => {});
		expect(await get(open(origin, { limits: { headersMs: 50 } }))).toMatchObject(
			failure('network', 'did not answer in time'),
		);
	});

	it('ends when the body stops', async () => {
		const { origin } = await serve((_, response) => response.write('{"Jobs":'));
		expect(await get(open(origin, { limits: { bodyMs: 50 } }))).toMatchObject(
			failure('network', 'stopped in the middle'),
		);
	});

	it('ends when the whole takes too long, however lively the body is', async () => {
		let ring = (): void => {};
		const clock: Clock = {
			now: () => 0,
			setTimeout: run => {
				ring = run;
				return () => {};
			},
		};
		const { origin } = await serve((_, response) => {
			response.write('{', () => ring());
		});
		expect(await get(open(origin, { clock }))).toMatchObject(failure('network', 'within 45 s'));
	});

	it('ends when the connection breaks off', async () => {
		const { origin } = await serve((_, response) => {
			response.writeHead(200, { 'content-length': 100 });
			response.write('{"Jobs":', () => response.destroy());
		});
		expect(await get(open(origin))).toMatchObject(failure('network', 'closed the connection'));
	});

	it('ends when nobody listens', async () => {
		// Port 1 needs a privileged listener, which no machine runs.
		expect(await get(open('http://127.0.0.1:1'))).toMatchObject(failure('network', 'refused the connection'));
	});

	it('ends when the answer is not HTTP', async () => {
		const { origin } = await serveBytes(socket => socket.end('220 mail.example.com ESMTP\r\n\r\n'));
		expect(await get(open(origin))).toMatchObject(failure('malformed-answer', 'not answer in HTTP'));
	});

	it('ends when it is aborted while it waits', async () => {
		const caller = new AbortController();
		const { origin } = await serve(() => caller.abort());
		expect(await get(open(origin), caller.signal)).toMatchObject(failure('network', 'was cancelled'));
	});

	it('is not sent when it was aborted before', async () => {
		const { origin, connections } = await serve((_, response) => response.end());
		expect(await get(open(origin), AbortSignal.abort())).toMatchObject(failure('network', 'was cancelled'));
		expect(connections()).toBe(0);
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
