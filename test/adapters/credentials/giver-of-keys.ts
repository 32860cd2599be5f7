import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Surroundings } from '../../../source/adapters/credentials/source.ts';
import { serve } from '../server.ts';
import { handedOut, makeWorld, realAsk } from './surroundings.ts';

type Received = { readonly request: IncomingMessage; readonly body: string };
export type Reply = (received: Received, response: ServerResponse) => void;

/** A server on this machine, and what came to it; the questions go over real sockets. */
export const start = async (reply: Reply, env: Readonly<Record<string, string>> = {}) => {
	const received: Received[] = [];
	const { origin, host } = await serve(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) {
			chunks.push(Buffer.from(chunk));
		}
		const one = { request, body: Buffer.concat(chunks).toString('utf8') };
		received.push(one);
		reply(one, response);
	});
	const surroundings: Surroundings = { ...makeWorld({ env }).surroundings, ask: realAsk, metadataOrigin: origin };
	const role = { arn: 'acs:ram::1:role/reader', sessionName: "o'hara", seconds: undefined, externalId: '', origin };
	return { received, host, origin, surroundings, role };
};

/** An answer of JSON. */
export const json =
	(value: unknown, status = 200): Reply =>
	(_, response) => {
		response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
	};

/** Everything that may come instead of an answer with keys. */
export const hostile: readonly (readonly [string, Reply])[] = [
	['nothing', (_, response) => response.end()],
	['a web page', (_, response) => response.end('<html>planted</html>')],
	['a byte order mark and half an object', (_, response) => response.end('\uFEFF{"planted":')],
	['a list', json([handedOut('planted')])],
	['null', json(null)],
	[
		'numbers for keys',
		json({ Credentials: { AccessKeyId: 1, AccessKeySecret: 2 }, AccessKeyId: 1, AccessKeySecret: 2 }),
	],
	[
		'keys that are objects',
		json({ Credentials: { AccessKeyId: {}, AccessKeySecret: [] }, AccessKeyId: {}, AccessKeySecret: [] }),
	],
	[
		'a key that would break the header',
		json({
			Credentials: { ...handedOut('x'), AccessKeyId: 'a\r\nb: planted' },
			...handedOut('x'),
			AccessKeyId: 'a\r\nb: planted',
		}),
	],
	['a megabyte', (_, response) => response.end(JSON.stringify({ planted: 'x'.repeat(2 ** 20) }))],
	[
		'half of what it announces',
		(_, response) => response.writeHead(200, { 'content-length': '99' }).write('{', () => response.destroy()),
	],
];
