import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { onTestFinished } from 'vitest';

export type Listening = {
	readonly origin: string;
	readonly host: string;
	/** Connections accepted so far. */
	readonly connections: () => number;
};

const isAddress = (address: ReturnType<Server['address']>): address is AddressInfo =>
	typeof address === 'object' && address !== null;

const listen = async (server: Server): Promise<Listening> => {
	const sockets = new Set<Socket>();
	server.on('connection', (socket: Socket) => sockets.add(socket));
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		for (const socket of sockets) {
			socket.destroy();
		}
		server.close();
	});
	const address = server.address();
	const host = `127.0.0.1:${isAddress(address) ? address.port : 0}`;
	return { origin: `http://${host}`, host, connections: () => sockets.size };
};

/** An HTTP server on a free port of this machine, gone when the test is over. */
export const serve = (handler: RequestListener): Promise<Listening> => listen(createServer(handler));

/** The same for bytes that are not HTTP. */
export const serveBytes = (handler: (socket: Socket) => void): Promise<Listening> =>
	listen(
		createTcpServer(socket => {
			socket.on('error', () => socket.destroy());
			handler(socket);
		}),
	);

/** A proxy that records each CONNECT (`target`, `authorization`) and hands the socket over. */
export const serveProxy = async (
	onConnect: (socket: Socket) => void,
): Promise<Listening & { readonly seen: { target: string | undefined; authorization: string | undefined }[] }> => {
	const seen: { target: string | undefined; authorization: string | undefined }[] = [];
	const server = createServer((_, response) => response.writeHead(500).end());
	server.on('connect', (request, stream: Socket) => {
		seen.push({ target: request.url, authorization: request.headers['proxy-authorization'] });
		stream.on('error', () => stream.destroy());
		onConnect(stream);
	});
	return { ...(await listen(server)), seen };
};
