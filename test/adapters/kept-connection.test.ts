import type { RequestListener } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../source/adapters/clock.ts';
import { fixedKeys } from '../../source/adapters/credentials/key-source.ts';
import { createJobsApi } from '../../source/adapters/jobs-api.ts';
import { defaultLimits } from '../../source/adapters/limits.ts';
import { randomNonce } from '../../source/adapters/nonce.ts';
import type { ProxyServer } from '../../source/adapters/proxy.ts';
import { createTransport } from '../../source/adapters/transport.ts';
import { serve, serveProxy } from './server.ts';

/** Answers the first request of each connection, and treats each later one like `then`. */
const firstOnly = (then: (socket: Socket) => void, page = '{}') => {
	const used = new WeakSet<Socket>();
	const tries: (string | undefined)[] = [];
	const handler: RequestListener = ({ headers, socket }, response) => {
		tries.push(`${headers['x-try'] ?? headers['x-acs-signature-nonce']}`);
		if (used.has(socket)) {
			then(socket);
			return;
		}
		used.add(socket);
		response.end(page);
	};
	return { handler, tries };
};

const hangUp = (socket: Socket): void => void socket.destroy();
const reset = (socket: Socket): void => void socket.resetAndDestroy();

const open = (origin: string, proxy?: ProxyServer) => {
	const host = new URL(origin).host;
	const transport = createTransport({
		endpoint: { origin, host },
		proxy,
		clock: systemClock,
		limits: defaultLimits,
	});
	onTestFinished(transport.close);
	return (name: string, anew?: () => Readonly<Record<string, string>>) =>
		transport.get('/', { 'x-try': name }, new AbortController().signal, anew);
};

const again = () => ({ 'x-try': 'again' });
const answered = { ok: true, value: { status: 200 } };
const closed = { ok: false, problem: { message: expect.stringContaining('closed the connection') } };

describe('a connection that was kept open and is closed when the next request comes', () => {
	it.each([
		['closed', hangUp],
		['reset', reset],
	])(
		'and was %s, is no failure: the request is sent once more over a new one, with headers of its own',
		async (_, end) => {
			const { handler, tries } = firstOnly(end);
			const { origin, connections } = await serve(handler);
			const get = open(origin);
			await get('first', again);
			await setImmediate();
			expect(await get('second', again)).toMatchObject(answered);
			expect(tries).toEqual(['first', 'second', 'again']);
			expect(connections()).toBe(2);
		},
	);

	it('does the same to several at a time, and to each of them once', async () => {
		const { handler, tries } = firstOnly(hangUp);
		const { origin } = await serve(handler);
		const get = open(origin);
		await Promise.all([get('a', again), get('b', again), get('c', again)]);
		await setImmediate();
		const answers = await Promise.all([get('d', again), get('e', again), get('f', again)]);
		expect(answers).toMatchObject([answered, answered, answered]);
		expect(tries.slice(3).toSorted()).toEqual(['again', 'again', 'again', 'd', 'e', 'f']);
	});

	it('is told where no headers can be made anew', async () => {
		const { handler, tries } = firstOnly(hangUp);
		const get = open((await serve(handler)).origin);
		await get('first');
		await setImmediate();
		expect(await get('second')).toMatchObject(closed);
		expect(tries).toEqual(['first', 'second']);
	});

	it('is told where the answer had begun', async () => {
		const { handler, tries } = firstOnly(socket => {
			socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"Jobs":', () => socket.destroy());
		});
		const get = open((await serve(handler)).origin);
		await get('first', again);
		await setImmediate();
		expect(await get('second', again)).toMatchObject(closed);
		expect(tries).toEqual(['first', 'second']);
	});

	it('leads to one more try and no third', async () => {
		let requests = 0;
		const { origin } = await serve((request, response) => {
			requests += 1;
			return requests === 1 ? response.end('{}') : request.socket.destroy();
		});
		const get = open(origin);
		await get('first', again);
		await setImmediate();
		expect(await get('second', again)).toMatchObject(closed);
		expect(requests).toBe(3);
	});

	it('signs the second try with a nonce of its own, since the service takes none twice', async () => {
		const { handler, tries } = firstOnly(hangUp, JSON.stringify({ Jobs: [], TotalCount: 0, RequestId: 'R' }));
		const { origin, host } = await serve(handler);
		const api = createJobsApi({
			endpoint: { origin, host },
			credentials: fixedKeys({ AccessKeyId: 'LTAIkey', AccessKeySecret: 'planted-secret' }),
			proxy: undefined,
			clock: systemClock,
			nonce: randomNonce,
			version: '1.2.3',
		});
		onTestFinished(api.close);
		const list = () => api.listJobs({ PageSize: 5 }, new AbortController().signal);
		await list();
		await setImmediate();
		expect(await list()).toMatchObject({ ok: true, value: { TotalCount: 0 } });
		expect(new Set(tries).size).toBe(3);
	});

	it('may lie behind a proxy, whose tunnel is opened again', async () => {
		const { handler, tries } = firstOnly(hangUp);
		const { origin } = await serve(handler);
		const proxy = await serveProxy(socket => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			const { hostname, port } = new URL(origin);
			const onward = connect(Number(port), hostname);
			onward.on('error', () => socket.destroy());
			onward.pipe(socket).pipe(onward);
		});
		const get = open(origin, {
			origin: `http://${proxy.host}`,
			host: proxy.host,
			authorization: undefined,
			variable: 'HTTPS_PROXY',
		});
		await get('first', again);
		await setImmediate();
		expect(await get('second', again)).toMatchObject(answered);
		expect(tries).toEqual(['first', 'second', 'again']);
		expect(proxy.seen).toHaveLength(2);
	});
});

it('a new connection that is closed without an answer is a failure at once', async () => {
	let requests = 0;
	const { origin } = await serve(({ socket }) => {
		requests += 1;
		socket.destroy();
	});
	expect(await open(origin)('first', again)).toMatchObject(closed);
	expect(requests).toBe(1);
});
