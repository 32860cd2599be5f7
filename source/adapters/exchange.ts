import type { Dispatcher } from 'undici';

/** What came back: `body` undefined where it was longer than is taken, and was not waited for. */
export type Received = {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
	readonly body: Buffer | undefined;
};

export type ExchangeOptions = {
	/** Of this request alone: who listens to it is not taken off. */
	readonly signal: AbortSignal;
	/** The most bytes that the body may take, each piece of it {@link pieceBytes} besides its own. */
	readonly limit: number;
	/** Told once the answer begins. */
	readonly begun: () => void;
};

/** What a piece of a body takes in memory besides its bytes: one that comes in pieces of a byte is no small one. */
const pieceBytes = 64;

/**
 * One request and its whole answer, by the lowest of undici's interfaces: a stream for the body, as its others make one, is more work than all
 * else that is done for an answer. Rejects with undici's error, or with the signal's reason.
 */
export const exchange = (
	dispatcher: Dispatcher,
	request: Dispatcher.DispatchOptions,
	{ signal, limit, begun }: ExchangeOptions,
): Promise<Received> =>
	new Promise((resolve, reject) => {
		let current: Dispatcher.DispatchController | undefined;
		let head: Omit<Received, 'body'> = { status: 0, headers: {} };
		const chunks: Buffer[] = [];
		let length = 0;
		const abort = (): void => current?.abort(signal.reason);
		signal.addEventListener('abort', abort);
		dispatcher.dispatch(request, {
			onRequestStart: controller => {
				current = controller;
				// It had to wait for its connection, and who asked may be gone by now.
				if (signal.aborted) {
					abort();
				}
			},
			onResponseStart: (_, status, headers) => {
				// An answer may be announced before it comes (RFC 9110, 15.2).
				if (status >= 200) {
					head = { status, headers };
					begun();
				}
			},
			onResponseData: (controller, chunk) => {
				length += chunk.length + pieceBytes;
				if (length <= limit) {
					chunks.push(chunk);
					return;
				}
				resolve({ ...head, body: undefined });
				controller.abort(new Error('The answer is longer than is taken.'));
			},
			onResponseEnd: () => resolve({ ...head, body: Buffer.concat(chunks) }),
			onResponseError: (_, error) => reject(error),
		});
	});
