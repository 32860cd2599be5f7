import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { onTestFinished } from 'vitest';
import type { JsonObject } from '../../source/model/json.ts';

const listen = (server: Server): Promise<number> =>
	new Promise(resolve => {
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			resolve(typeof address === 'object' && address !== null ? address.port : 0);
		});
	});

/** The URL of a port of this machine where nobody listens. */
export const deadEnd = async (): Promise<string> => {
	const server = createServer();
	const port = await listen(server);
	await new Promise(resolve => server.close(resolve));
	return `http://127.0.0.1:${port}`;
};

/** The URL of a service that takes requests until the test is over. */
const serve = async (server: HttpServer): Promise<string> => {
	const port = await listen(server);
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return `http://127.0.0.1:${port}`;
};

/** A service that takes requests and never answers; `asked` resolves with the first one. */
export const startSilence = async (): Promise<{ readonly url: string; readonly asked: Promise<void> }> => {
	const server = createHttpServer();
	const asked = new Promise<void>(resolve => server.once('request', () => resolve()));
	return { url: await serve(server), asked };
};

/** The URL of a service that answers everything at once and with the same; `answered` is called when an answer has left. */
export const startSameAnswer = (answer: JsonObject, answered: () => void): Promise<string> =>
	serve(createHttpServer((_, response) => response.end(JSON.stringify(answer), answered)));

/** Credentials of nobody, for services that never look at them. */
export const nobody = { ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAInobody', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'nothing' };
