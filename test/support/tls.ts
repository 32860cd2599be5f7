import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { onTestFinished } from 'vitest';

const folder = join(import.meta.dirname, '../fixtures/tls');
const text = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** The certificate of the authority that signed the server's; made for the tests, good until 2120. */
export const authorityFile = join(folder, 'authority.pem');

/** Speaks TLS on a port of its own, for `localhost`, and hands everything on to a server on this machine. Returns its URL. */
export const startTlsInFrontOf = async (url: string): Promise<string> => {
	const server = createServer({ cert: text('server.pem'), key: text('server-key.pem') }, outer => {
		const inner = connect(Number(new URL(url).port), '127.0.0.1');
		outer.pipe(inner).pipe(outer);
		outer.on('error', () => inner.destroy());
		inner.on('error', () => outer.destroy());
		outer.on('close', () => inner.destroy());
	});
	server.on('tlsClientError', () => {});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		server.close();
	});
	const address = server.address();
	return `https://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`;
};
