import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { SignedRequest } from './signature.ts';

export type Reply = {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
};

const mostBodyBytes = 1_048_576;
const zip = promisify(gzip);

const readBody = async (message: IncomingMessage): Promise<Uint8Array> => {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of message) {
		if (chunk instanceof Uint8Array) {
			chunks.push(chunk);
			size += chunk.byteLength;
		}
		if (size > mostBodyBytes) {
			break;
		}
	}
	return Buffer.concat(chunks);
};

/** The request before anything in it is decoded. Rejects when the connection breaks. */
export const asReceived = async (message: IncomingMessage): Promise<SignedRequest> => {
	const [path = '', ...query] = (message.url ?? '').split('?');
	const headers = Object.entries(message.headers).map(
		([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')] as const,
	);
	return {
		method: message.method ?? '',
		path,
		rawQuery: query.join('?'),
		headers: new Map(headers),
		body: await readBody(message),
	};
};

/** Sends a reply, zipped where that is accepted. */
export const send = async (message: IncomingMessage, response: ServerResponse, reply: Reply): Promise<void> => {
	const zipped = /\bgzip\b/.test(message.headers['accept-encoding'] ?? '');
	const body = zipped ? await zip(reply.body) : Buffer.from(reply.body);
	response.writeHead(reply.status, {
		'content-type': 'application/json;charset=utf-8',
		'content-length': body.byteLength,
		...(zipped ? { 'content-encoding': 'gzip' } : {}),
		...reply.headers,
	});
	response.end(body);
};
