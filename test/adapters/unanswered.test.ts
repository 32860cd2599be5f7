import { describe, expect, it } from 'vitest';
import type { Clock } from '../../source/runtime/ports.ts';
import { aHappening } from '../support/happening.ts';
import { get, never, open } from './open-transport.ts';
import { serve, serveBytes } from './server.ts';

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

	it.each([
		['however lively the body is', 'sent only a part of its answer within 45 s', '{'],
		['and an answer that was only announced did not begin', 'did not answer within 45 s', undefined],
	])('ends when the whole takes too long, %s', async (_, words, begins) => {
		const rings: (() => void)[] = [];
		const clock: Clock = {
			now: () => 0,
			setTimeout: run => {
				rings.push(run);
				return () => {};
			},
		};
		const sent = aHappening();
		const { origin } = await serve((request, response) => {
			if (request.url === '/another') {
				response.end();
			} else if (begins === undefined) {
				response.writeEarlyHints({ link: '</style.css>; rel=preload' }, sent.happen);
			} else {
				response.write(begins, sent.happen);
			}
		});
		const transport = open(origin, { clock });
		const answer = get(transport);
		await sent.happened;
		// What was sent before has come by the time that another request is answered.
		await transport.get('/another', {}, never);
		rings[0]?.();
		expect(await answer).toMatchObject(failure('network', words));
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

	it('ends, and its connection with it, when it is aborted in the middle of its answer', async () => {
		const caller = new AbortController();
		const closing = aHappening();
		const { origin } = await serve((request, response) => {
			request.socket.once('close', closing.happen);
			response.write('{"Jobs":', () => caller.abort());
		});
		expect(await get(open(origin), caller.signal)).toMatchObject(failure('network', 'was cancelled'));
		await closing.happened;
	});

	it('is not sent when it is aborted before it has a connection', async () => {
		const targets: (string | undefined)[] = [];
		const { origin } = await serve((request, response) => {
			targets.push(request.url);
			response.end();
		});
		const transport = open(origin);
		const caller = new AbortController();
		const aborted = transport.get('/aborted', {}, caller.signal);
		caller.abort();
		expect(await aborted).toMatchObject(failure('network', 'was cancelled'));
		await transport.get('/next', {}, never);
		expect(targets).toEqual(['/next']);
	});

	it('is not sent when it was aborted before', async () => {
		const { origin, connections } = await serve((_, response) => response.end());
		expect(await get(open(origin), AbortSignal.abort())).toMatchObject(failure('network', 'was cancelled'));
		expect(connections()).toBe(0);
	});
});
